/** What the types of each corpus are in ours, and what a corpus leaves unmarked. */
import type { TokenSpan } from '../../document';
import type { IobDocument } from './iob';

/** What the net tells apart; countries are told from places afterwards, by the gazetteer. */
export const LEARNT_TYPES = ['PER', 'ORG', 'LOC', 'NORP', 'MISC'] as const;
export type LearntType = (typeof LEARNT_TYPES)[number];

/** How a corpus draws its lines; "news" is the one that output follows. */
export const CONVENTIONS = ['news', 'treebank', 'tweets', 'wiki', 'gum'] as const;
export type Convention = (typeof CONVENTIONS)[number];

export interface LearntSpan extends TokenSpan {
  readonly type: LearntType;
}

/** Text with names, to learn from. */
export interface NamedText {
  readonly id: string;
  readonly convention: Convention;
  readonly tokens: readonly string[];
  /** Index of the first token of each sentence or paragraph. */
  readonly starts: readonly number[];
  /** Sorted, not overlapping. */
  readonly names: readonly LearntSpan[];
  /** False where the corpus marks no nationalities and no other names: an unmarked token may be one. */
  readonly complete: boolean;
  /** Tokens of which nothing is known. */
  readonly unknown: ReadonlySet<number>;
}

/** Facilities are places; products, works and events are MISC; dates and money are no names. */
const TYPES: Readonly<Record<string, LearntType>> = {
  PER: 'PER',
  PERSON: 'PER',
  person: 'PER',
  ORG: 'ORG',
  corporation: 'ORG',
  group: 'ORG',
  LOC: 'LOC',
  GPE: 'LOC',
  FAC: 'LOC',
  location: 'LOC',
  NORP: 'NORP',
  MISC: 'MISC',
  PROD: 'MISC',
  product: 'MISC',
  'creative-work': 'MISC',
};

/** Our type of a corpus's, or null where it is no name to us. */
export function learntType(type: string): LearntType | null {
  return TYPES[type] ?? null;
}

/**
 * `demonyms`: forms that are NORP although the corpus calls them MISC ("Japanese", in corpora made as CoNLL 2003 was).
 * An @account is marked as a person in tweets; news has none, so nothing is learnt of it.
 */
export function namedText(
  document: IobDocument,
  convention: Convention,
  complete: boolean,
  demonyms: ReadonlySet<string> = new Set(),
): NamedText {
  const names: LearntSpan[] = [];
  for (const { start, end, type } of document.names) {
    const learnt = learntType(type);
    if (learnt === null) continue;
    const form = document.tokens.slice(start, end).join(' ');
    names.push({ start, end, type: learnt === 'MISC' && demonyms.has(form) ? 'NORP' : learnt });
  }
  const accounts = document.tokens.flatMap((token, i) => (/^@./.test(token) ? [i] : []));
  return {
    id: document.id,
    convention,
    tokens: document.tokens,
    starts: document.starts,
    names: names.filter(({ start }) => !accounts.includes(start)),
    complete,
    unknown: new Set(accounts),
  };
}
