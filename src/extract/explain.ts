import type { Chained } from '../document';
import { chainOf } from './actors';
import { findEvents } from './events';
import type { EventLexicon } from './lexicon';

/** What happened in one sentence, for `dateline explain`: the tree, the mentions, the frames that fired and what became of their arguments. */
export interface Explanation {
  /** Index into `sentences`. */
  readonly sentence: number;
  readonly text: string;
  /** One line a token: index in the sentence, form, lemma, tag, head, relation. */
  readonly tree: readonly string[];
  readonly mentions: readonly string[];
  /** One line a frame that fired, with its arguments taken and refused. */
  readonly frames: readonly string[];
  readonly events: readonly string[];
}

/**
 * Explains a sentence.
 *
 * @param doc - a document with chains
 * @param lexicon - the compiled event lexicon
 * @param sentence - index into `doc.sentences`
 * @returns printable lines, or null where there is no such sentence
 */
export function explainSentence(doc: Chained, lexicon: EventLexicon, sentence: number): Explanation | null {
  const span = doc.sentences[sentence];
  if (span === undefined) return null;
  const inside = (token: number): boolean => token >= span.start && token < span.end;
  const words = (start: number, end: number): string => {
    const first = doc.tokens[start];
    const last = doc.tokens[end - 1];
    return first === undefined || last === undefined ? '' : doc.article.text.slice(first.start, last.end);
  };
  const nameOf = (mention: number): string => doc.chains[chainOf(doc, mention)]?.name ?? '?';
  const frames: string[] = [];
  const events = findEvents(doc, lexicon, (token, message) => {
    if (inside(token)) frames.push(`${token - span.start + 1} ${doc.tokens[token]?.text ?? ''}: ${message}`);
  });
  return {
    sentence,
    text: words(span.start, span.end),
    tree: Array.from({ length: span.end - span.start }, (_, i) => {
      const token = span.start + i;
      const head = doc.heads[token] ?? -1;
      return [
        i + 1,
        doc.tokens[token]?.text,
        doc.lemmas[token],
        doc.upos[token],
        head < 0 ? 0 : head - span.start + 1,
        doc.deprels[token],
      ].join('\t');
    }),
    mentions: doc.mentions
      .map((m, i) => ({ m, i }))
      .filter(({ m }) => inside(m.head))
      .map(
        ({ m, i }) =>
          `"${words(m.start, m.end)}" ${m.kind}, head ${m.head - span.start + 1}: ${doc.chains[m.chain]?.type ?? 'no actor'} "${nameOf(i)}"`,
      ),
    frames,
    events: events
      .filter((e) => e.sentence === sentence)
      .map((e) => {
        const side = (mentions: readonly number[]): string => mentions.map(nameOf).join(' + ') || '-';
        const said = e.attributedTo >= 0 ? `, says ${nameOf(e.attributedTo)}` : e.cue === null ? '' : `, ${e.cue}`;
        return `${side(e.sources)} ${e.type} ${side(e.targets)} (${e.polarity}, ${e.modality}${said}; confidence ${e.confidence}): ${e.trace.join('; ')}`;
      }),
  };
}
