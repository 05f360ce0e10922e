/** Whose somebody is by a possessive or what stands beside it: "the union's", "its" behind the union, "whose". */
import { nominalAt } from './facts-bearers';
import { type FactScene, nameEnd, typeOf } from './facts-scene';
import { headOf, relationOf, textOf, uposOf } from './tree';

/** What a role is of. */
export interface Argument {
  readonly mention: number;
  /** "left" before the noun, else the preposition after it. */
  readonly by: string;
}

/** "the union's" of "the union's Chad director"; -1 where no body owns. */
export function ownerBefore(scene: FactScene, m: number): number {
  const { doc, tree } = scene;
  const start = doc.mentions[m]?.start ?? 0;
  const type = typeOf(doc, m);
  if (type !== 'Country' && type !== 'Place') return -1;
  if (relationOf(tree, start - 1) === 'nmod:poss' && uposOf(tree, start - 1) === 'PRON')
    return scene.headed[start - 1] ?? -1;
  if (!/^['’]s?$/.test(textOf(tree, start - 1))) return -1;
  return (
    [...(scene.around[start - 2] ?? [])]
      .reverse()
      .find(
        (i) =>
          /^(?:Organization|Person)$/.test(typeOf(doc, i) ?? '') &&
          [start - 1, start].includes(doc.mentions[i]?.end ?? -1),
      ) ?? -1
  );
}

/** "the union, including its chairman", "the bank and its director": what the pronoun stands beside owns; -1 where it is no body. */
export function ownerBeside(scene: FactScene, pronoun: number): number {
  const { doc, tree } = scene;
  if (textOf(tree, pronoun) !== 'its') return -1;
  const joiner = textOf(tree, pronoun - 1);
  if (joiner !== 'including' && joiner !== 'and') return -1;
  const comma = textOf(tree, pronoun - 2) === ',' ? 1 : 0;
  const last = pronoun - 2 - comma;
  const isBody = (m: number) => /^(?:Organization|Country)$/.test(typeOf(doc, m) ?? '');
  const bodies = (scene.around[last] ?? []).filter((m) => isBody(m) && isEnd(scene, m, last + 1));
  // "the board of the bank and its director": the bank's, which is named last
  return bodies.find((m) => doc.mentions[m]?.kind === 'name') ?? bodies[0] ?? -1;
}

/** The mention, or the name in it, ends before the token. */
const isEnd = ({ doc }: FactScene, m: number, end: number): boolean =>
  doc.mentions[m]?.end === end || (doc.mentions[m]?.kind === 'name' && nameEnd(doc, m) === end);

/** "Bo Ek and wife Ann Lee": whose kin stands before the "and". */
export function kinBeside(scene: FactScene, token: number, role: string): Argument[] | null {
  if (textOf(scene.tree, token - 1) !== 'and' || !KIN_NOUN.test(role)) return null;
  const person = (scene.around[token - 2] ?? []).find(
    (m) =>
      typeOf(scene.doc, m) === 'Person' &&
      scene.doc.mentions[m]?.kind === 'name' &&
      nameEnd(scene.doc, m) === token - 1,
  );
  return person === undefined ? null : [{ mention: person, by: 'left' }];
}

const KIN_NOUN = /^(?:wife|husband|son|daughter|brother|sister|father|mother|girlfriend|boyfriend|fiancée?|partner)$/;

/** "Ann Lee, whose father led the party": the noun that the relative clause is of. */
export function whoseOwner(scene: FactScene, token: number): number {
  const { tree } = scene;
  let at = headOf(tree, token);
  for (let steps = 0; at >= 0 && steps < 6; steps++, at = headOf(tree, at))
    if (relationOf(tree, at) === 'acl:relcl') return headOf(tree, at) < token ? nominalAt(scene, headOf(tree, at)) : -1;
  return -1;
}
