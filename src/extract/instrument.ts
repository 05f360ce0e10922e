/**
 * By what means something was done to somebody: "stabbed him with a knife", "killed in a drone strike", "using drones",
 * "Turkish shelling killed two", "a car bomb attack". Told of acts of force alone.
 */
import type { TokenSpan } from '../document';
import { type EventType, relationInfo } from '../ontology';
import {
  baseRelation,
  childrenBy,
  childrenOf,
  headOf,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  uposOf,
} from './tree';

const FORCE: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'THREATEN']);
const ALSO: ReadonlySet<EventType> = new Set(['HACKED', 'PROTESTED_AGAINST', 'FOUGHT']);

const WEAPONS = new Set(
  (
    'acid aircraft airstrike ammunition arm arrow artillery axe baton bayonet blade bomb bombing bullet cannon car chemical club ' +
    'device drone explosive fire firearm firebomb flamethrower gas gun gunfire gunship hammer handgun helicopter howitzer ' +
    'jet knife lathi machete malware mine missile mortar phishing pistol poison ransomware rifle rocket rope shell shelling ' +
    'shotgun shrapnel software spear spyware stick stone sword tank truck van vehicle virus warplane weapon whip'
  ).split(' '),
);
/** Means only where their own words say with what ("knife attack"), or by the verb's "in" and "by". */
const STRIKES = new Set([
  'strike',
  'raid',
  'blast',
  'explosion',
  'bombardment',
  'crossfire',
  'ambush',
  'attack',
  'airstrike',
  'shooting',
  'stabbing',
  'bombing',
  'shelling',
]);
const BARE_STRIKES = new Set([...STRIKES].filter((word) => word !== 'attack'));
const BY_MEANS = new Set(['with', 'by', 'in', 'through', 'from', 'using', 'during', 'via']);
const USING = new Set(['use', 'fire', 'wield']);
const WITH = new Set(['with', 'by', 'using', 'through', 'via', 'from']);

/** The words of the means, without their article, or null. `head` is the trigger's; `words` are its phrase's others. */
export function instrumentOf(tree: Tree, type: EventType, head: number, words: readonly number[]): TokenSpan | null {
  if (!FORCE.has(relationInfo(type).plover) && !ALSO.has(type)) return null;
  // a man arrested with a gun had it
  if (type === 'ARRESTED') return null;
  // "attacked the base using drones", where the parser hangs the clause on the base
  for (const node of [head, ...words, ...childrenBy(tree, head, 'obj')]) {
    for (const c of childrenOf(tree, node)) {
      const base = baseRelation(tree, c);
      const object = childrenBy(tree, c, 'obj').find((o) => WEAPONS.has(lemmaOf(tree, o)));
      if (USING.has(lemmaOf(tree, c)) && (base === 'advcl' || base === 'acl') && object !== undefined)
        return wordsOf(tree, object);
      if (baseRelation(tree, node) === 'obj' && node !== head && !words.includes(node)) continue;
      // "with a knife", "in a drone strike"
      if ((base === 'obl' || base === 'nmod') && isMeans(tree, c)) return wordsOf(tree, c);
      // "Turkish shelling killed two", "a car bomb wounded six"
      if (
        relationOf(tree, c) === 'nsubj' &&
        uposOf(tree, c) === 'NOUN' &&
        (WEAPONS.has(lemmaOf(tree, c)) || isStrike(tree, c))
      )
        return wordsOf(tree, c);
      // "a knife attack"
      if (base === 'compound' && uposOf(tree, node) === 'NOUN' && WEAPONS.has(lemmaOf(tree, c)))
        return wordsOf(tree, c);
    }
  }
  // "used drones to attack the base"
  const above = headOf(tree, head);
  if (above >= 0 && lemmaOf(tree, above) === 'use' && /^(?:xcomp|advcl)$/.test(baseRelation(tree, head))) {
    const object = childrenBy(tree, above, 'obj').find((o) => WEAPONS.has(lemmaOf(tree, o)));
    if (object !== undefined) return wordsOf(tree, object);
  }
  return null;
}

function isMeans(tree: Tree, token: number): boolean {
  if (uposOf(tree, token) !== 'NOUN') return false;
  const prepositions = prepositionsOf(tree, token);
  if (WEAPONS.has(lemmaOf(tree, token)) && prepositions.some((p) => WITH.has(p))) return true;
  return isStrike(tree, token) && prepositions.some((p) => BY_MEANS.has(p));
}

function isStrike(tree: Tree, token: number): boolean {
  const armed = childrenBy(tree, token, 'compound').some(
    (c) => WEAPONS.has(lemmaOf(tree, c)) || ['air', 'suicide'].includes(lemmaOf(tree, c)),
  );
  return BARE_STRIKES.has(lemmaOf(tree, token)) || (armed && STRIKES.has(lemmaOf(tree, token)));
}

/** The noun with what stands before it but articles and numbers. */
function wordsOf(tree: Tree, noun: number): TokenSpan {
  const before = childrenOf(tree, noun).filter((c) => c < noun && /^(?:compound|amod)$/.test(baseRelation(tree, c)));
  return { start: Math.min(noun, ...before), end: noun + 1 };
}
