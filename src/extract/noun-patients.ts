/**
 * Whom an event noun befalls where the words around it tell so, not its own: "faced criticism", "is under siege", "the target of
 * a raid", "acted at the request of the king", "won with the help of the union".
 */
import { relationInfo } from '../ontology';
import { type Actor, type ActorFinder, actorsOf, directActor } from './actors';
import { governorOf } from './carriers';
import { isInfinitive, logicalObjects, logicalSubjects, obliquesOf } from './clause';
import type { EventLexicon } from './lexicon';
import type { Firing } from './match';
import {
  baseRelation,
  childBy,
  childrenBy,
  headOf,
  isPassive,
  isVerb,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
} from './tree';

export interface Befallen {
  readonly patients: readonly Actor[];
  /** Who does it, where the noun's of-phrase must be they ("with the help OF the union"). */
  readonly doers: readonly Actor[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const NOBODY: Befallen = { patients: [], doers: [] };

/** Verbs after which "under fire" is the subject's state, and those that bring their object into it. */
const COMING = words('be come remain stay fall live operate work lie find buckle');
const PUTTING = words('place put keep hold bring');
/** What one may be under. */
const OVERHEAD: ReadonlySet<string> = words('ACCUSE THREATEN SANCTION COERCE ASSAULT REQUEST REJECT PROTEST');
/** Nouns that say of whoever they are said of that the act in their of-phrase befalls them. */
const TARGETS = words('target victim subject object focus butt recipient beneficiary');
/** "at the request of the king": whoever acts so was asked. */
const PROMPTED = words('at on upon');
const PROMPTS = words('invitation request behest urging insistence order instruction directive command demand');
/** "with the help of the union": whoever acts so is helped. */
const HELP = words('support backing help assistance aid blessing endorsement funding financing');

/** Whom the noun of the firing befalls by the words around it. */
export function befallen(finder: ActorFinder, lexicon: EventLexicon, firing: Firing): Befallen {
  const { tree } = finder;
  const patients = (tokens: readonly number[]): Befallen => ({
    patients: tokens.flatMap((t) => actorsOf(finder, t, 'agent')),
    doers: [],
  });
  const governor = governorOf(tree, firing.head);
  // "met the rebels" bears no rebellion: who is met need not be against whoever meets them
  const met = firing.sense.source.includes('self') && governor >= 0 && lemmaOf(tree, governor) === 'meet';
  if (governor >= 0 && !met && lexicon.supports.get(lemmaOf(tree, governor))?.subject === 'target')
    return patients(logicalSubjects(tree, lexicon, governor));
  const prepositions = prepositionsOf(tree, firing.head);
  if (prepositions.includes('under') && OVERHEAD.has(relationInfo(firing.sense.type).plover))
    return beneath(finder, lexicon, firing.head);
  if (prepositions.includes('of')) return patients(targeted(tree, firing.head));
  const lemma = lemmaOf(tree, firing.head);
  const above = headOf(tree, firing.head);
  if (above < 0) return NOBODY;
  if (prepositions.some((p) => PROMPTED.has(p)) && PROMPTS.has(lemma) && isVerb(tree, above))
    return patients(logicalSubjects(tree, lexicon, mainVerb(tree, above)));
  if (prepositions.includes('with') && HELP.has(lemma)) return helped(finder, lexicon, firing.head);
  return NOBODY;
}

/** "trains pilots to fly at the request of the king": who trains them was asked. */
const mainVerb = (tree: Tree, verb: number): number =>
  isInfinitive(tree, verb) && isVerb(tree, headOf(tree, verb)) ? headOf(tree, verb) : verb;

/** "The bank is under investigation by the court", "came under pressure from the guild", "was put under surveillance", "a town under siege". */
function beneath(finder: ActorFinder, lexicon: EventLexicon, noun: number): Befallen {
  const { tree } = finder;
  const above = headOf(tree, noun);
  const verb = above >= 0 && isVerb(tree, above) && /^(?:obl|advcl|xcomp)/.test(relationOf(tree, noun)) ? above : -1;
  const found = ((): number[] => {
    if (childBy(tree, noun, 'cop') >= 0) return childrenBy(tree, noun, 'nsubj', 'nsubj:pass');
    if (verb < 0) return baseRelation(tree, noun) === 'nmod' && directActor(finder, above) >= 0 ? [above] : [];
    if (PUTTING.has(lemmaOf(tree, verb))) return logicalObjects(tree, lexicon, verb);
    // "resigned under pressure from the guild"
    const pressed = ['pressure', 'orders', 'threat', 'duress'].includes(textOf(tree, noun));
    const comes = (pressed || COMING.has(lemmaOf(tree, verb))) && !isPassive(tree, verb);
    return comes ? logicalSubjects(tree, lexicon, verb) : [];
  })();
  const patients = found.flatMap((t) => actorsOf(finder, t, 'agent'));
  const nodes = verb >= 0 ? [noun, verb] : [noun];
  const doers = ['by', 'from', 'of']
    .flatMap((p) => obliquesOf(tree, nodes, p))
    .flatMap((t) => actorsOf(finder, t, 'agent'));
  return { patients, doers: patients.length > 0 ? doers : [] };
}

/** "The bank is the target of an attack", "the judge, the victim of a plot": whom such a noun is said of. */
function targeted(tree: Tree, noun: number): number[] {
  const above = headOf(tree, noun);
  if (above < 0 || baseRelation(tree, noun) !== 'nmod' || !TARGETS.has(lemmaOf(tree, above))) return [];
  if (childBy(tree, above, 'cop') >= 0) return childrenBy(tree, above, 'nsubj');
  const relation = baseRelation(tree, above);
  const head = headOf(tree, above);
  if (relation === 'appos') return [head];
  return ['xcomp', 'obj'].includes(relation) && ['become', 'remain'].includes(lemmaOf(tree, head))
    ? childrenBy(tree, head, 'nsubj')
    : [];
}

/** "Chad, with the support of France, sent soldiers", "was built by the town with funding from the bank". */
function helped(finder: ActorFinder, lexicon: EventLexicon, noun: number): Befallen {
  const { tree } = finder;
  const doers = ['of', 'from', 'by'].flatMap((p) =>
    obliquesOf(tree, [noun], p).flatMap((t) => actorsOf(finder, t, 'agent')),
  );
  if (doers.length === 0) return NOBODY;
  const above = headOf(tree, noun);
  const tokens = isVerb(tree, above)
    ? logicalSubjects(tree, lexicon, above)
    : directActor(finder, above) >= 0
      ? [above]
      : [];
  return { patients: tokens.flatMap((t) => actorsOf(finder, t, 'none')), doers };
}
