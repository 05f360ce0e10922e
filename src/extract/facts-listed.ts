/**
 * Who else bears a role than the one beside its noun: "the Danish ministers Ann Lee, Bo Ek and Cy Orr", "three councillors, namely
 * Ann Lee and Bo Ek", "Ann Lee and Bo Ek, members of the party"; and kin who are named together ("brothers Bo and Carl Ek").
 */
import type { Holder } from './facts-holders';
import {
  type FactDraft,
  type FactScene,
  mentionsEnding,
  nameEnd,
  nameStart,
  personNamedAt,
  spanOf,
  typeOf,
} from './facts-scene';
import { skipQuoteOrRank } from './facts-titles';
import { childrenBy, textOf, xposOf } from './tree';

const MOST = 20;

/** The others that bear the role whose noun the token is. @param end - the first token after the noun and what it is of */
export function othersOf(scene: FactScene, token: number, end: number, holder: Holder): number[] {
  const { doc, tree } = scene;
  if (!isPlural(scene, token)) return [];
  if (holder.way === 'title' || holder.way === 'before') return namesFrom(scene, nameEnd(doc, holder.mention));
  if (holder.way === 'after') return namesUpTo(scene, nameStart(doc, holder.mention));
  if (holder.way === 'copula')
    return childrenBy(tree, doc.mentions[holder.mention]?.head ?? -1, 'conj')
      .map((c) => scene.headed[c] ?? -1)
      .filter((m) => typeOf(doc, m) === typeOf(doc, holder.mention));
  return holder.way === 'self' ? namely(scene, end) : [];
}

const isPlural = (scene: FactScene, token: number): boolean =>
  /S$/.test(xposOf(scene.tree, token)) && /s$|men$|women$|people$/.test(textOf(scene.tree, token));

/** ", namely Ann Lee and Bo Ek", ", including Ann Lee", ": Ann Lee, Bo Ek and Cy Orr". */
function namely(scene: FactScene, end: number): number[] {
  const { tree } = scene;
  const comma = /^(?:[,:(–—-]|--)$/.test(textOf(tree, end)) ? 1 : 0;
  const such = textOf(tree, end + comma) === 'such' && textOf(tree, end + comma + 1) === 'as' ? 2 : 0;
  const word = /^(?:namely|including|notably|like)$/.test(textOf(tree, end + comma)) ? 1 : such;
  if (word === 0 && !/^(?:[:–—]|--)$/.test(textOf(tree, end))) return [];
  const first = personNamedAt(scene, skipQuoteOrRank(scene, end + comma + word));
  const rest = first < 0 ? [] : namesFrom(scene, nameEnd(scene.doc, first));
  // after a dash one name may begin something else
  return first < 0 || (word === 0 && rest.length === 0) ? [] : [first, ...rest];
}

/** The names of persons that go on from the token: ", Bo Ek and Cy Orr". */
function namesFrom(scene: FactScene, start: number): number[] {
  const { doc, tree } = scene;
  const found: number[] = [];
  let at = start;
  while (found.length < MOST) {
    const comma = textOf(tree, at) === ',' ? at + 1 : at;
    const and = textOf(tree, comma) === 'and' || textOf(tree, comma) === '&' ? comma + 1 : comma;
    const next = and > at ? personNamedAt(scene, skipQuoteOrRank(scene, and)) : -1;
    if (next < 0) return found;
    found.push(next);
    at = nameEnd(doc, next);
    if (and > comma) return found;
  }
  return found;
}

/** The names of persons that end before the token: "Ann Lee, Bo Ek and (Cy Orr)". */
function namesUpTo(scene: FactScene, start: number): number[] {
  const { doc, tree } = scene;
  const found: number[] = [];
  let at = start;
  for (let joiner = /^(?:and|&)$/; found.length < MOST; joiner = /^,$/) {
    const end = joiner.test(textOf(tree, at - 1)) ? at - 1 : -1;
    const close = end >= 0 && textOf(tree, end - 1) === ',' ? end - 1 : end;
    const person = end < 0 ? undefined : mentionsEnding(scene, close).find((m) => isNamedPerson(scene, m));
    if (person === undefined) return found;
    found.push(person);
    at = nameStart(doc, person);
  }
  return found;
}

const isNamedPerson = ({ doc }: FactScene, m: number): boolean =>
  typeOf(doc, m) === 'Person' && doc.mentions[m]?.kind === 'name';

const EACH_OTHERS = /^(?:brothers|sisters|twins|siblings|cousins|couple|spouses|half-brothers|half-sisters|newlyweds)$/;

/** "brothers Bo and Carl Ek", "the couple, Ann Lee and Bo Ek,": kin of each other. */
export function kinNamedTogether(scene: FactScene): FactDraft[] {
  const { doc, tree } = scene;
  return doc.tokens.flatMap((_, token): FactDraft[] => {
    if (!EACH_OTHERS.test(textOf(tree, token))) return [];
    const comma = textOf(tree, token + 1) === ',' ? 1 : 0;
    const first = personNamedAt(scene, token + 1 + comma);
    const rest = first < 0 ? [] : namesFrom(scene, nameEnd(doc, first));
    const names = [first, ...rest];
    // "his cousins Ann Lee and Bo Ek" are his, and maybe not each other's
    const owned = childrenBy(tree, token, 'nmod:poss').length > 0;
    if (rest.length === 0 || (owned && !/^(?:brothers|sisters|twins|siblings)$/.test(textOf(tree, token)))) return [];
    return names.slice(1).map((target) => ({
      type: 'FAMILY_OF',
      source: first,
      target,
      trigger: spanOf(token),
      title: null,
      verb: -1,
      confidence: 0.8,
      rule: 'role.together',
    }));
  });
}
