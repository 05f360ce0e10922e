/** Hand-made documents for the tests of extraction: words and, where a test needs it, tags and a tree. */
import type { Chain, Chained, Mention, Name, Named, Sentence, Token } from '../../src/document';

export interface Sketch {
  /** "word/UPOS/head/relation" or "word/UPOS/head/relation/lemma", heads counted from 1 in the sentence, 0 for the root; or plain words. */
  readonly sentences: readonly string[];
  readonly published?: string;
  readonly names?: readonly Name[];
}

export function sketch({ sentences, published, names = [] }: Sketch): Named {
  const tokens: Token[] = [];
  const spans: Sentence[] = [];
  const upos: string[] = [];
  const lemmas: string[] = [];
  const heads: number[] = [];
  const deprels: string[] = [];
  let text = '';
  for (const sentence of sentences) {
    const start = tokens.length;
    for (const cell of sentence.split(/\s+/).filter(Boolean)) {
      const [word = '', tag = 'X', head = '0', relation = 'dep', lemma = word.toLowerCase()] = cell.split('/');
      if (text) text += ' ';
      tokens.push({ text: word, start: text.length, end: text.length + word.length });
      text += word;
      upos.push(tag);
      lemmas.push(lemma);
      heads.push(head === '0' ? -1 : start + Number(head) - 1);
      deprels.push(relation);
    }
    spans.push({ start, end: tokens.length, paragraph: spans.length, title: false });
  }
  const article = {
    id: 'sketch',
    storeId: 'sketch',
    title: null,
    published: published ?? null,
    dateline: null,
    section: null,
    byline: [],
    contributors: [],
    source: null,
    url: null,
    text,
    furniture: [],
  };
  const blank = tokens.map(() => '');
  return { article, tokens, sentences: spans, upos, xpos: blank, lemmas, feats: blank, heads, deprels, names };
}

/** Adds chains: each a type, and its mentions as [start, end, head, kind] in document tokens. */
export function chained(
  doc: Named,
  chains: readonly {
    type: Chain['type'];
    name: string;
    mentions: readonly [number, number, number, Mention['kind']][];
  }[],
): Chained {
  const mentions = chains
    .flatMap((chain, index) =>
      chain.mentions.map(([start, end, head, kind]) => ({ start, end, head, kind, chain: index })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((m) => ({
      ...m,
      name: m.kind === 'name' ? doc.names.findIndex((n) => n.start <= m.head && m.head < n.end) : -1,
    }));
  return {
    ...doc,
    mentions,
    chains: chains.map((chain, index) => ({
      type: chain.type,
      name: chain.name,
      mentions: mentions.flatMap((m, i) => (m.chain === index ? [i] : [])),
    })),
    quotations: [],
  };
}
