/** An act whose noun is a word of another act's phrase, told beside it: "cancelled the king's visit to Chad". */
import { relationInfo } from '../ontology';
import { type ActorFinder, chainOf } from './actors';
import type { Draft } from './draft';
import { childrenBy, prepositionsOf, relationOf } from './tree';

/** "the conviction of the abbot by the court was quashed", "cancelled the king's visit": the noun has its own by-phrase or owner. */
export function hasOwnDoer({ tree }: ActorFinder, noun: number): boolean {
  const below = childrenBy(tree, noun, 'nmod', 'nmod:poss');
  return [...below, ...below.flatMap((c) => childrenBy(tree, c, 'nmod'))].some(
    (c) => relationOf(tree, c) === 'nmod:poss' || prepositionsOf(tree, c).includes('by'),
  );
}

/** An act of another class, and of somebody else, than the phrase that it is a word of ("lifted its ban" tells of one). */
export function isApart({ doc }: ActorFinder, draft: Draft, phrase: Draft): boolean {
  const [own, other] = [relationInfo(draft.type).plover, relationInfo(phrase.type).plover];
  if (own === other || UNDERTAKEN.has(own) || draft.targets.length === 0) return false;
  const chains = new Set(phrase.sources.map((a) => chainOf(doc, a.mention)));
  return draft.sources.length > 0 && !draft.sources.some((a) => chains.has(chainOf(doc, a.mention)));
}
/** What a phrase does with these is what they say ("signed its accord with Chad"). */
const UNDERTAKEN: ReadonlySet<string> = new Set(['AGREE', 'SUPPORT']);
