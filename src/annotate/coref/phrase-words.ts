/** What a mention says of itself (Profile), and the parts of it that the words of its phrase say. */
import type { Named } from '../../document';
import type { EntityType } from '../../ontology';
import { fold, isCapital, type Lookup } from './lexicons';
import type { Candidate } from './mentions';
import { type Children, type Reading, relationOf } from './tree';

export const DETERMINERS = ['the', 'this', 'a', 'own', 'any', 'none'] as const;
export type Determiner = (typeof DETERMINERS)[number];

export interface Profile {
  readonly type: EntityType | null;
  readonly number: 's' | 'p' | null;
  readonly gender: 'm' | 'f' | null;
  /** Of pronouns, else 0. */
  readonly person: 0 | 1 | 2 | 3;
  readonly determiner: Determiner;
  /** Lower-case lemma of the head; of a pronoun the word itself. */
  readonly lemma: string;
  /** Of names: folded, without "the", titles and possessive; hyphened words are one. */
  readonly words: readonly string[];
  /** Folded words of the phrase besides its head, determiner and numbers, up to where a clause begins. */
  readonly modifiers: ReadonlySet<string>;
  /** Those of them that are proper nouns. */
  readonly proper: ReadonlySet<string>;
  /** "five", "10", "several", ...: how many are meant, or null. */
  readonly quantity: string | null;
  /** iso3 of a country's name, adjective or people. */
  readonly country: string | null;
  /** iso3 of a nominal's modifier ("the Iraqi prime minister"). */
  readonly nationality: string | null;
  /** Folded titles before a name ("prime minister"), or the role that a nominal is. */
  readonly titles: readonly string[];
}

export const NO_WORDS: ReadonlySet<string> = new Set();

const THE = new Set(['the']);
const THIS = new Set(['this', 'that', 'these', 'those', 'such']);
const A = new Set(['a', 'an', 'another', 'some']);
const OTHER_QUANTITY = new Set(
  'several many few some most all both various numerous dozens hundreds thousands more other others another any no every each'.split(
    ' ',
  ),
);

export const isProper = (xpos: string) => xpos === 'NNP' || xpos === 'NNPS';

export function lemmaOf(document: Named, mention: Candidate): string {
  const lemma = document.lemmas[mention.head]!;
  return fold(lemma === '' || lemma === '_' ? document.tokens[mention.head]!.text : lemma);
}

export function determinerOf(document: Named, children: Children, mention: Candidate): Determiner {
  for (const child of children[mention.head]!) {
    if (child < mention.start || child >= mention.end) continue;
    const relation = document.deprels[child]!;
    if (relation === 'nmod:poss') return 'own';
    if (!relation.startsWith('det')) continue;
    const word = fold(document.tokens[child]!.text);
    if (THE.has(word)) return 'the';
    if (THIS.has(word)) return 'this';
    return A.has(word) ? 'a' : 'any';
  }
  return 'none';
}

export function quantityOf(document: Named, children: Children, mention: Candidate): string | null {
  for (const child of children[mention.head]!) {
    if (child < mention.start || child >= mention.end || child > mention.head) continue;
    const word = fold(document.tokens[child]!.text);
    if (document.deprels[child] === 'nummod' || OTHER_QUANTITY.has(word)) return word;
  }
  return null;
}

const MODIFIERS = new Set(['amod', 'compound', 'nmod:poss', 'nmod', 'nmod:desc', 'flat']);

export function nationalityOf(
  { document, children, nameOf }: Reading,
  mention: Candidate,
  lookup: Lookup,
): string | null {
  for (const child of children[mention.head]!) {
    if (child < mention.start || child >= mention.end) continue;
    if (!MODIFIERS.has(document.deprels[child]!)) continue;
    const iso3 = countryAt(document, nameOf[child]!, child, lookup);
    if (iso3 !== null) return iso3;
  }
  return null;
}

/** "Iraqi Prime Minister Adel Abdul-Mahdi", however the tree hangs the adjective. */
export function saidBefore(document: Named, mention: Candidate, nameStart: number, lookup: Lookup): string | null {
  for (let i = mention.start; i < nameStart; i++) {
    const iso3 = lookup.countries.get(fold(document.tokens[i]!.text));
    if (iso3 !== undefined && document.upos[i] !== 'PRON') return iso3;
  }
  return null;
}

/** The country that token `i`, or the name around it, says. */
function countryAt(document: Named, n: number, i: number, lookup: Lookup): string | null {
  const name = document.names[n];
  if (name === undefined) return lookup.countries.get(fold(document.tokens[i]!.text)) ?? null;
  if (name.type === 'PER' || name.type === 'ORG') return null;
  const words: string[] = [];
  for (let k = name.start; k < name.end; k++) words.push(fold(document.tokens[k]!.text));
  return lookup.countries.get(words.filter((word, k) => k > 0 || word !== 'the').join(' ')) ?? null;
}

export function properWords(document: Named, mention: Candidate): ReadonlySet<string> {
  let words: Set<string> | null = null;
  for (let i = mention.start; i < mention.head; i++) {
    if (!isProper(document.xpos[i]!) || !isCapital(document.tokens[i]!.text)) continue;
    words ??= new Set();
    words.add(fold(document.tokens[i]!.text));
  }
  return words ?? NO_WORDS;
}

const NO_MODIFIER = new Set('the a an this that these those his her its their our my your of in to for and'.split(' '));

export function modifiersOf(document: Named, mention: Candidate): ReadonlySet<string> {
  let words: Set<string> | null = null;
  for (let i = mention.start; i < mention.end; i++) {
    if (i === mention.head || document.upos[i] === 'PUNCT' || document.upos[i] === 'NUM') continue;
    const relation = relationOf(document, i);
    if (relation === 'acl' || relation === 'advcl') break;
    const word = fold(document.tokens[i]!.text);
    if (NO_MODIFIER.has(word) || word === "'s") continue;
    words ??= new Set();
    words.add(word);
  }
  return words ?? NO_WORDS;
}
