/** The words of an office or a rank: where they begin and end, and what stands between them and the name. */
import type { TokenSpan } from '../document';
import type { Argument } from './facts-owners';
import { type FactScene, mentionsEnding, personNamedAt, titleSpan, typeOf } from './facts-scene';
import { baseRelation, textOf, uposOf } from './tree';

/** What may stand between an office and its preposition: "secretary general of". */
export const AFTER_ROLE = /^(?:general|elect|designate|emeritus|-)$/;

const PHRASE = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'PART', 'PRON', 'X']);

/** Tokens of the noun phrase to the left of its head: nouns, adjectives, names, possessives, hyphens. */
export function inPhrase(scene: FactScene, i: number, token: number): boolean {
  const { tree } = scene;
  if (tree.sentenceOf[i] !== tree.sentenceOf[token]) return false;
  const upos = uposOf(tree, i);
  const text = textOf(tree, i);
  // "Zentra and two coaches": not the coaches of Zentra
  if (text === 'and' && /^(?:NUM|DET)$/.test(uposOf(tree, i + 1))) return false;
  if (text === '-' || text === 'and' || text === '&') return i < token - 1 || text === '-';
  // "Brazil's then-president"
  if (text === 'then' || text === 'now') return true;
  if (upos === 'PRON') return relationIsPossessive(scene, i);
  if (upos === 'PART') return text === "'s" || text === '’s' || text === "'";
  // "the detained", "leading": participles before a noun
  if (upos === 'VERB') return baseRelation(tree, i) === 'amod';
  return PHRASE.has(upos);
}

const relationIsPossessive = (scene: FactScene, i: number) => scene.tree.doc.deprels[i] === 'nmod:poss';

/** "Army commander" of "Kenya Army commander": what belongs to a body's name is no part of the title. */
export function officeOf(scene: FactScene, token: number): TokenSpan {
  const office = titleSpan(scene, token);
  let start = office.start;
  while (start < token && scene.bodyTokens.has(start) && scene.bodyTokens.has(office.start - 1)) start++;
  return { start, end: office.end };
}

/** A rank or honorific between an office and the name: "commander Gen. Ann Lee". */
export function skipQuoteOrRank(scene: FactScene, token: number): number {
  const { doc } = scene;
  let at = token;
  while (
    at < token + 4 &&
    personNamedAt(scene, at) < 0 &&
    (/^(?:\p{Lu}\p{L}{1,4}\.|["“])$/u.test(doc.tokens[at]?.text ?? '') || RANK.test(doc.tokens[at]?.text ?? ''))
  )
    at++;
  return personNamedAt(scene, at) < 0 && at > token + 2 ? token : at;
}

/** A blank line before the token: what follows begins anew, whatever the sentences are. */
export const newParagraph = ({ doc }: FactScene, token: number): boolean =>
  /\n\s*\n/.test(doc.article.text.slice(doc.tokens[token - 1]?.end ?? 0, doc.tokens[token]?.start ?? 0));

/** Ranks and honorifics before a name. */
const RANK =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Gen|General|Col|Colonel|Maj|Major|Lt|Lieutenant|Capt|Captain|Sgt|Sergeant|Brig|Brigadier|Adm|Admiral|Rear|Commodore|Marshal|Air|Field|Datuk|Dato|Datin|Tan|Sri|Tun|Haji|Sheikh|Shaikh|Sheik|Imam|Ayatollah|Hojatoleslam|Maulana|Mullah|Rev|Reverend|Father|Sister|Hon|Honourable|Honorable|Justice|Eng|Engr|Engineer|Shri|Smt|Pandit|Ustad|Arch|Adv|Advocate|Barrister|Md)$/;

/** Past what stands in brackets: "of CEI (Italian Episcopal Conference), Ann Lee". */
export function skipAside(scene: FactScene, token: number): number {
  const { tree } = scene;
  if (textOf(tree, token) !== '(') return token;
  for (let i = token; i < token + 12; i++) if (textOf(tree, i) === ')') return i + 1;
  return token;
}

/** "prime minister", "secretary of state", "former head": the words of the role without what it is of. */
export function titleOf(scene: FactScene, office: TokenSpan, left: readonly Argument[]): string {
  const { doc, tree } = scene;
  const nearest = doc.mentions[left[0]?.mention ?? -1]?.end ?? -1;
  let start = office.start;
  while (
    start - 1 >= Math.max(nearest, 0) &&
    inPhrase(scene, start - 1, office.start) &&
    !/PART|PRON|NUM/.test(uposOf(tree, start - 1)) &&
    !(textOf(tree, start - 1) === 'and' && bodyEnding(scene, start - 1))
  )
    start--;
  // '"It works," said Minister Ann Lee': the verb before the title is none of it
  while (start < office.start && uposOf(tree, start) === 'VERB' && /^["”,]$/.test(textOf(tree, start - 1))) start++;
  // "the democratically-elected president"
  while (start < office.start && /^(?:-|elected|and|&)$/.test(textOf(tree, start))) start++;
  let end = office.end;
  while (AFTER_ROLE.test(textOf(tree, end)) && end < office.end + 3) end++;
  const words = Array.from({ length: end - start }, (_, i) => titleWord(scene, start + i));
  return words.join(' ').replace(/ - /g, '-').replace(/ ,/g, ',');
}

const bodyEnding = (scene: FactScene, end: number): boolean =>
  mentionsEnding(scene, end).some((m) => /^(?:Organization|Place|Country)$/.test(typeOf(scene.doc, m) ?? ''));

/** Lower case, but for acronyms ("CEO"). */
function titleWord(scene: FactScene, token: number): string {
  const text = scene.doc.tokens[token]?.text ?? '';
  return /^\p{Lu}{2,}$/u.test(text) ? text : text.toLowerCase();
}
