/** Text of spans, and what lies inside of a mention. */
import type { Extracted, Mention } from '../document';

/** Mentions inside of this one: they stand after it in the list. */
export function innerMentions(doc: Extracted, m: number): Mention[] {
  const outer = doc.mentions[m];
  const inner: Mention[] = [];
  for (let k = m + 1; k < doc.mentions.length; k++) {
    const mention = doc.mentions[k];
    if (!outer || !mention || mention.start >= outer.end) break;
    if (mention.end <= outer.end) inner.push(mention);
  }
  return inner;
}

export function textOf(doc: Extracted, span: { readonly start: number; readonly end: number }): string {
  const start = doc.tokens[span.start]?.start ?? 0;
  const end = doc.tokens[span.end - 1]?.end ?? start;
  return doc.article.text.slice(start, end).replace(/\s+/g, ' ');
}

/** The name inside a mention: "Mike Pompeo" of "Secretary of State Mike Pompeo". */
export function nameText(doc: Extracted, mention: Mention): string {
  return textOf(doc, doc.names[mention.name] ?? mention);
}
