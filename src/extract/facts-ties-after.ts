/** Ties told after the noun: "the government of Chad", "hopefuls from Chad and Mali", "Ann Lee of The Courier". */
import type { TokenSpan } from '../document';
import { hangingOn, nominalAt } from './facts-bearers';
import { isOffice } from './facts-kinds';
import {
  chainAt,
  type FactDraft,
  type FactScene,
  nameEnd,
  nameStart,
  roleLemma,
  spanOf,
  titleSpan,
  typeOf,
} from './facts-scene';
import { CHAIRS, isParent, ORGANS } from './facts-ties-nouns';
import { leavesFrom } from './leaving';
import { childrenBy, headOf, isVerb, lemmaOf, prepositionsOf, relationOf, textOf } from './tree';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Verbs with an object and "of": "told Ann Lee of the plan". */
const OF_VERBS = words(
  `tell accuse warn inform convict remind rob suspect acquit notify relieve strip deprive assure advise`,
);
/** Verbs with an object and "from": "withdrew its trainers from Chad". */
const FROM_VERBS = words(
  `withdraw remove pull evacuate rescue expel deport repatriate bring drive push ban bar exclude extract free save protect fetch
  keep stop prevent isolate separate move transfer send oust suspend dismiss eject return recall import
  buy receive smuggle traffic transport steal recruit hire fly ship carry lure deter discourage exempt`,
);

/** "the government of Chad", "hopefuls from Chad and Mali", "Ann Lee of The Courier". */
export function tiesAfter(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (!mention) return [];
  const kind = typeOf(doc, m);
  const named = mention.kind === 'name';
  const drafts: FactDraft[] = [...madeOf(scene, m)];
  for (const c of belongingPhrases(scene, m)) {
    const preposition = prepositionsOf(tree, c)[0] ?? '';
    if (preposition === 'with' && named && kind !== 'Person') continue;
    // what a role is of is told in `findRoles`; "a neurosurgeon at the hospital" is no office
    if (/^(?:at|with)$/.test(preposition) && !named && kind === 'Person' && !worksThere(scene, m)) continue;
    if (tellsOf(scene, mention.head, preposition)) continue;
    for (const end of [c, ...childrenBy(tree, c, 'conj')]) {
      const target = scene.headed[end] ?? -1;
      if (target < 0 || chainAt(doc, target) === mention.chain) continue;
      const type = typeAfter(scene, m, typeOf(doc, target), preposition, doc.mentions[target]?.kind === 'name');
      // "President Ann Lee of Chad": the office before the name is held there
      const title = preposition === 'of' && type === 'CITIZEN_OF' ? titleBefore(scene, m) : null;
      if (type)
        drafts.push({
          type: title === null ? type : 'HOLDS_POSITION',
          source: m,
          target,
          trigger: title ?? spanOf(mention.head),
          title: title === null ? null : titleText(scene, title),
          verb: -1,
          confidence: preposition === 'of' ? 0.75 : 0.7,
          rule: `tie.${preposition}`,
        });
    }
  }
  return drafts;
}

/** "a bench of Justices Ann Lee and Bo Ek": those who sit there. */
function madeOf(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const head = doc.mentions[m]?.head ?? -1;
  if (!/^(?:bench|panel|jury|trio|duo|delegation|team|crew|committee)$/.test(textOf(tree, head))) return [];
  return hangingOn(scene, m, 'nmod')
    .filter((c) => prepositionsOf(tree, c).includes('of'))
    .flatMap((c) => [c, ...childrenBy(tree, c, 'conj')])
    .map((c) => nominalAt(scene, c))
    .filter((member) => typeOf(doc, member) === 'Person' && doc.mentions[member]?.kind === 'name')
    .map((member) => ({
      type: 'MEMBER_OF',
      source: member,
      target: m,
      trigger: spanOf(head),
      title: null,
      verb: -1,
      confidence: 0.75,
      rule: 'tie.made',
    }));
}

const titleText = ({ tree }: FactScene, { start, end }: TokenSpan): string =>
  Array.from({ length: end - start }, (_, i) => textOf(tree, start + i)).join(' ');

/** The title in capitals right before a name, where it is an office of state. */
function titleBefore(scene: FactScene, m: number): TokenSpan | null {
  const { doc } = scene;
  const role = nameStart(doc, m) - 1;
  const text = doc.tokens[role]?.text ?? '';
  if (!/^[A-Z]/.test(text) || !isOffice(text.toLowerCase())) return null;
  return titleSpan(scene, role);
}

const BELONGING = new Set(['of', 'from', 'at', 'with', 'under', 'within']);

/** "hopefuls from Chad", "a team of scientists at Leeds University": the nouns after such a preposition. */
export function belongingPhrases(scene: FactScene, m: number): number[] {
  const { doc, tree } = scene;
  const left = leavesFrom(tree, doc.mentions[m]?.head ?? -1);
  const phrases = hangingOn(scene, m, 'nmod').filter((c) => {
    const preposition = prepositionsOf(tree, c)[0] ?? '';
    return BELONGING.has(preposition) && !(left && preposition === 'from');
  });
  if (doc.mentions[m]?.kind !== 'nominal') return phrases;
  // of whom a team or a number of people is made
  const made = phrases.filter(
    (c) => prepositionsOf(tree, c).includes('of') && typeOf(doc, scene.headed[c] ?? -1) === 'Group',
  );
  const beyond = made.flatMap((c) =>
    childrenBy(tree, c, 'nmod').filter((n) => /^(?:from|at|with)$/.test(prepositionsOf(tree, n)[0] ?? '')),
  );
  return [...phrases, ...beyond];
}

/** "Ann Lee, a neurosurgeon": somebody who is named, by a noun for who does something. */
function worksThere(scene: FactScene, m: number): boolean {
  const head = scene.doc.mentions[m]?.head ?? -1;
  return (
    roleLemma(scene, head) === null &&
    scene.named.has(chainAt(scene.doc, m)) &&
    /(?:er|or|ist|ian|ant|geon|ess|crat|ologist)$/.test(textOf(scene.tree, head)) &&
    relationOf(scene.tree, head) === 'appos'
  );
}

/** "told Ann Lee of the plan", "pulled troops from Chad": the phrase is the verb's. */
function tellsOf(scene: FactScene, head: number, preposition: string): boolean {
  const verb = headOf(scene.tree, head);
  const verbs = preposition === 'of' ? OF_VERBS : preposition === 'from' ? FROM_VERBS : null;
  if (verbs === null || !isVerb(scene.tree, verb) || !verbs.has(lemmaOf(scene.tree, verb))) return false;
  const relation = relationOf(scene.tree, head);
  return relation === 'obj' || relation === 'nsubj:pass';
}

function typeAfter(
  scene: FactScene,
  m: number,
  target: ReturnType<typeof typeOf>,
  preposition: string,
  namedAt: boolean,
): FactDraft['type'] | null {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  const kind = typeOf(doc, m);
  const head = mention?.head ?? -1;
  const place = target === 'Country' || target === 'Place';
  if (preposition === 'under' || preposition === 'within')
    return kind === 'Organization' && target === 'Organization' ? 'PART_OF' : null;
  if (kind === 'Person') {
    // what a role is of is told in `findRoles`
    if (mention?.kind !== 'name' && /^(?:at|with)$/.test(preposition))
      return target === 'Organization' && worksThere(scene, m) ? 'MEMBER_OF' : null;
    if (mention?.kind !== 'name')
      return preposition === 'from' && place && roleLemma(scene, head) === null ? 'CITIZEN_OF' : null;
    if (place) return preposition === 'of' || preposition === 'from' ? 'CITIZEN_OF' : null;
    return target === 'Organization' ? 'MEMBER_OF' : null;
  }
  if (kind === 'Group') {
    if (place)
      return preposition === 'from' ||
        (preposition === 'of' && /^(?:people|citizens?|residents?|nationals|inhabitants)$/.test(textOf(tree, head)))
        ? 'CITIZEN_OF'
        : null;
    return target === 'Organization' &&
      roleLemma(scene, head) === null &&
      (preposition !== 'of' || ORGANS.test(textOf(tree, head)))
      ? 'MEMBER_OF'
      : null;
  }
  if (kind === 'Organization') {
    if (isParent(scene, head)) return target === 'Organization' && preposition === 'of' ? 'OWNS' : null;
    if (target === 'Country') return preposition === 'with' ? null : 'PART_OF';
    if (target === 'Place') return preposition === 'with' || (preposition === 'at' && !namedAt) ? null : 'LOCATED_IN';
    // "a delegation from NATO" is NATO
    if (target === 'Organization' && preposition === 'at' && mention?.kind === 'name') {
      const last = textOf(tree, nameEnd(doc, m) - 1);
      return [textOf(tree, head), last].some((word) => CHAIRS.test(word) || ORGANS.test(word)) ? 'PART_OF' : null;
    }
    if (target === 'Organization' && (preposition === 'from' || preposition === 'at'))
      return textOf(tree, head) === 'delegation' ? null : 'MEMBER_OF';
    if (target === 'Organization' && preposition === 'of')
      return ORGANS.test(textOf(tree, head)) || (mention?.kind === 'name' && CHAIRS.test(textOf(tree, head)))
        ? 'PART_OF'
        : null;
  }
  return null;
}
