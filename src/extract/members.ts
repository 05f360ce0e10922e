/** Who is listed for a group: "four people: Col. A; two drivers", "leaders such as C". */
import { type Actor, type ActorFinder, chainOf, directActor, typeOf } from './finder';
import {
  baseRelation,
  childrenOf,
  conjunctsOf,
  headOf,
  isNominal,
  prepositionsOf,
  type Tree,
  textOf,
  uposOf,
  xposOf,
} from './tree';

/** Members that are listed for a group: "four people: Col. A; two drivers", "five Iraqis, including B", "leaders such as C". */
export function membersOf(finder: ActorFinder, head: number): Actor[] {
  const { tree, doc } = finder;
  const members: Actor[] = [];
  const direct = directActor(finder, head);
  const own = direct < 0 ? -1 : chainOf(doc, direct);
  const queue: number[] = [head];
  for (let node = queue.shift(), steps = 0; node !== undefined && steps < 40; node = queue.shift(), steps++) {
    for (const c of [...childrenOf(tree, node), ...(node === head ? strayed(tree, head) : [])]) {
      const relation = baseRelation(tree, c);
      const listed = relation === 'appos' || relation === 'list' || (relation === 'parataxis' && isNominal(tree, c));
      const included =
        (relation === 'nmod' || relation === 'obl') && prepositionsOf(tree, c).some((p) => INCLUDING.has(p));
      const joined = relation === 'conj' && node !== head && isNominal(tree, c);
      if (!listed && !included && !joined) continue;
      const direct = directActor(finder, c);
      // "the regime - namely A, B and C": what follows a name for one body is no list of it
      if (listed && direct >= 0 && chainOf(doc, direct) === own && !isPlural(tree, head)) continue;
      if (childrenOf(tree, c).some((n) => textOf(tree, n) === 'namely') && !isPlural(tree, node)) continue;
      queue.push(c);
      if (direct < 0 || chainOf(doc, direct) === own) continue;
      const type = typeOf(doc, direct);
      if (type === 'Place' && (direct < 0 || typeOf(doc, direct) !== 'Place')) continue;
      // an apposition of a name describes it ("Mosul, a city"); of a group it lists
      const described = directActor(finder, node);
      if (listed && described >= 0 && typeOf(doc, described) !== 'Group') continue;
      members.push({ mention: direct, steps: 0, via: included ? 'including' : 'list' });
    }
  }
  if (direct >= 0 && typeOf(doc, direct) === 'Group') members.push(...listedAfterColon(finder, head));
  return members;
}

/** "beat two rivals including A", "blames its foes or rivals abroad, such as B": the parser may hang what is included on the verb. */
function strayed(tree: Tree, noun: number): number[] {
  const above = headOf(tree, noun);
  if (above < 0 || uposOf(tree, noun) === 'PRON') return [];
  const last = Math.max(...conjunctsOf(tree, noun));
  return childrenOf(tree, above).filter(
    (c) =>
      c > last &&
      baseRelation(tree, c) === 'obl' &&
      prepositionsOf(tree, c).some((p) => INCLUDING.has(p)) &&
      childrenOf(tree, c).some((w) => w > last && w <= last + 3),
  );
}

const isPlural = (tree: Tree, token: number): boolean => /^NNP?S$/.test(xposOf(tree, token));

/**
 * "wounded four people: Col. A, a police officer; two of her drivers; and a reporter, B": a list after a colon.
 * Read from the words, for no parser gets such lists whole.
 */
function listedAfterColon(finder: ActorFinder, head: number): Actor[] {
  const { tree, doc } = finder;
  const sentence = doc.sentences[tree.sentenceOf[head] ?? -1];
  if (sentence === undefined) return [];
  let colon = -1;
  for (let i = head + 1; i < Math.min(sentence.end, head + 12) && colon < 0; i++)
    if (textOf(tree, i) === ':') colon = i;
  if (colon < 0) return [];
  for (let i = head + 1; i < colon; i++)
    if (uposOf(tree, i) === 'VERB' || [',', ';'].includes(textOf(tree, i))) return [];
  const members: Actor[] = [];
  let end = -1;
  for (const [m, mention] of doc.mentions.entries()) {
    if (mention.start <= colon || mention.start >= sentence.end || mention.start < end || mention.kind === 'pronoun')
      continue;
    const type = typeOf(doc, m);
    if (type !== 'Person' && type !== 'Group') continue;
    if (!LISTERS.has(textOf(tree, mention.start - 1)) && !countedBefore(tree, mention.start)) continue;
    end = mention.head + 1;
    members.push({ mention: m, steps: 0, via: 'list' });
  }
  return members;
}
/** "; four of his aides": the number stands before the of-phrase. */
const countedBefore = (tree: Tree, start: number): boolean =>
  textOf(tree, start - 1) === 'of' &&
  uposOf(tree, start - 2) === 'NUM' &&
  (LISTERS.has(textOf(tree, start - 3)) || textOf(tree, start - 3) === ',');
const LISTERS = new Set([':', ';', ',', 'and', 'including', 'or']);
const INCLUDING = new Set(['including', 'such_as', 'notably', 'like', 'especially', 'particularly', 'among_them']);
