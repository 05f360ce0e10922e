import {
  type Actor,
  type ActorFinder,
  actorsOf,
  type Climb,
  chainOf,
  directActor,
  earlierOwners,
  isVictim,
  modifiersOf,
  typeOf,
} from './actors';
import { makersOf, ownersOfRefused, suspects } from './arguments-behind';
import { carrierBelow, governorOf, happeningOf } from './carriers';
import {
  complementOf,
  hasModal,
  indirectObjects,
  isInfinitive,
  isStatement,
  logicalObjects,
  logicalSubjects,
  obliquesOf,
} from './clause';
import { belongsTo, complementActors } from './complement';
import { DEEP, deepObliques } from './deep-obliques';
import { strayReceivers } from './garden-path';
import type { EventLexicon, RolePath } from './lexicon';
import type { Firing } from './match';
import { agentsOfNounEvent, askersOf, messageAbove, ownersOfDone } from './noun-agents';
import {
  childBy,
  childrenBy,
  headOf,
  isPassive,
  isVerb,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  uposOf,
  xposOf,
} from './tree';

/** Evaluates a frame's paths to actors. */
export interface RoleReader {
  readonly finder: ActorFinder;
  readonly lexicon: EventLexicon;
  readonly firing: Firing;
  readonly climb: Climb;
}

export interface FilledRole {
  readonly actors: Actor[];
  readonly path: string;
  /** Who stood there and may not play the part. */
  readonly refused: readonly Actor[];
}

/** The first path that leads to an actor who may play the part, outside `not` (chains that are taken). */
export function fillRole(
  reader: RoleReader,
  paths: readonly RolePath[],
  not: ReadonlySet<number>,
  may: (actor: Actor) => boolean,
): FilledRole {
  const { finder } = reader;
  let own: FilledRole | null = null;
  const refused: Actor[] = [];
  for (const path of paths) {
    const actors: Actor[] = [];
    for (const one of path.split('+')) {
      for (const actor of actorsAt(reader, one, not)) {
        const chain = chainOf(reader.finder.doc, actor.mention);
        if (not.has(chain) || actors.some((a) => chainOf(reader.finder.doc, a.mention) === chain)) continue;
        (may(actor) ? actors : refused).push(actor);
      }
    }
    if (actors.length === 0) continue;
    // "withdrew its troops from the town": whoever belongs to the source is met only where nobody else is
    // but "hit his wife in Lima" names its victim
    const victim = path === 'obj' && actors.every((a) => a.steps === 0 && typeOf(finder.doc, a.mention) === 'Person');
    if (path !== 'self' && !victim && actors.every((a) => belongsTo(finder, a, not))) own ??= { actors, path, refused };
    else if (WHERE.has(path) && actors.every((a) => typeOf(finder.doc, a.mention) === 'Place'))
      return farther(reader, paths.slice(0, paths.indexOf(path)), not, may) ?? { actors, path, refused };
    else return { actors, path, refused };
  }
  if (own !== null) return own;
  const far = farther(reader, paths, not, may);
  if (far !== null) return { ...far, refused };
  // whose place it is suffers what is done there, and does not do it
  const owners =
    paths === reader.firing.sense.target ? ownersOfRefused(finder, reader.firing.sense, refused, not, may) : [];
  return owners.length > 0 ? { actors: owners, path: 'owner', refused } : { actors: [], path: '', refused };
}

/** The phrase may hang deeper than it should ("sent tents worth millions to the town"). */
function farther(
  reader: RoleReader,
  paths: readonly RolePath[],
  not: ReadonlySet<number>,
  may: (actor: Actor) => boolean,
): FilledRole | null {
  const { finder } = reader;
  for (const path of paths) {
    if (!DEEP.has(path)) continue;
    const actors = deepObliques(finder.tree, reader.firing.head, reader.firing.words, path)
      .flatMap((t) => actorsOf(finder, t, reader.climb === 'none' ? 'none' : 'agent', not))
      .filter((a) => !not.has(chainOf(finder.doc, a.mention)) && may(a))
      .map((a) => ({ ...a, steps: a.steps + 2 }));
    if (actors.length > 0) return { actors, path: `${path} (far)`, refused: [] };
  }
  return null;
}
const WHERE: ReadonlySet<string> = new Set(['in', 'at', 'across', 'near']);

/** "promised an update from the minister": nothing is promised to the minister. */
const DIRECT_OBJECT: ReadonlySet<string> = new Set(['PROMISED', 'URGED', 'ORDERED', 'WARNED', 'REQUESTED']);

function actorsAt(reader: RoleReader, path: string, not: ReadonlySet<number>): Actor[] {
  const { finder, lexicon, firing, climb } = reader;
  const { tree } = finder;
  const head = firing.head;
  const from = (tokens: readonly number[], how: Climb = climb): Actor[] =>
    tokens.flatMap((t) => actorsOf(finder, t, how, not));
  switch (path) {
    case 'subj': {
      const subjects = subjectTokens(reader);
      // "their return was quick and took over the town": what is said of a thing is not done by its owner
      const loose = relationOf(tree, head) === 'conj' && !isVerb(tree, headOf(tree, head));
      const found = from(subjects, loose ? 'none' : 'agent');
      if (found.length > 0) return found;
      const makers = subjects.flatMap((t) => makersOf(finder, lexicon, t));
      if (makers.length > 0) return makers;
      const earlier = subjects.flatMap((t) => earlierOwners(finder, t, not));
      if (earlier.length > 0) return earlier;
      const message = firing.sense.pos === 'verb' ? messageAbove(tree, head) : -1;
      const authors = message < 0 ? [] : makersOf(finder, lexicon, message);
      return authors.length > 0 ? authors : ownersOfDone(finder, firing);
    }
    case 'obj': {
      const objects = objectTokens(reader).filter((t) => !firing.words.includes(t));
      const askers = TURNED_DOWN.has(firing.sense.type) ? objects.flatMap((t) => askersOf(tree, lexicon, t)) : [];
      if (askers.length > 0) return from(askers, 'agent');
      const found = from(objects, DIRECT_OBJECT.has(firing.sense.type) ? 'none' : climb);
      return found.length > 0 || firing.sense.type !== 'INVESTIGATED'
        ? found
        : from(objects.flatMap((t) => suspects(tree, t)));
    }
    case 'obj.owner': {
      const things = [...objectTokens(reader), ...firing.words].filter((t, i, all) => all.indexOf(t) === i);
      // of what is done to people only the people themselves are climbed to ("upheld the clerk's sentence")
      return climb === 'none'
        ? from(things.flatMap((t) => childrenBy(tree, t, 'nmod:poss')))
        : // "attended a summit in Chad": whose it is, not where
          from(things, firing.sense.type === 'MET_WITH' ? 'agent' : climb);
    }
    case 'iobj': {
      const receivers = indirectObjects(tree, lexicon, head);
      return from(receivers.length > 0 ? receivers : strayReceivers(tree, head, firing.words));
    }
    case 'comp': {
      const complement = complementAt(reader);
      if (complement < 0) return [];
      // "agreed that Chad had won": of one mind about it, with nobody
      if (firing.sense.type === 'AGREED_WITH' && isStatement(tree, complement) && !hasModal(tree, complement))
        return [];
      const found = complementActors(finder, lexicon, complement, not);
      // "teams were sent to help with the rescue in Peru": where they help is where they go
      if (found.length === 0 && firing.sense.type === 'DEPLOYED_TO')
        return from(obliquesOf(tree, [complement, ...logicalObjects(tree, lexicon, complement)], 'in'));
      // "called for abolishing the tribunal": nobody calls on the tribunal
      const gerund = xposOf(tree, complement) === 'VBG' && firing.sense.type === 'URGED';
      return gerund ? found.filter((a) => a.steps > 0 || typeOf(finder.doc, a.mention) === 'Country') : found;
    }
    case 'comp.owner': {
      // "an application to overturn the king's order": the king
      const complement = complementAt(reader);
      return complement < 0 ? [] : from(logicalObjects(tree, lexicon, complement)).filter((a) => a.steps > 0);
    }
    case 'comp.doer':
    case 'comp.subj': {
      const complement = complementAt(reader);
      if (complement < 0) return [];
      const kinds = path === 'comp.doer' ? ['nsubj'] : ['nsubj', 'nsubj:pass', 'nsubj:outer'];
      const own = childBy(tree, complement, ...kinds);
      return own < 0 ? [] : from([own], 'agent');
    }
    case 'poss':
      return from(childrenBy(tree, head, 'nmod:poss'), 'agent');
    case 'mod':
      return from(
        [head, ...firing.words].flatMap((t) => modifiersOf(finder, t)),
        'none',
      );
    case 'self': {
      const own = predicatedOf(finder, head);
      return own < 0 ? [] : [{ mention: own, steps: 0, via: '' }];
    }
    case 'means':
      return meansOf(reader);
    case 'each':
      // the parties of a plural subject: taken apart by the caller
      return [];
    case 'agent':
      return agentsOfNounEvent(finder, lexicon, firing);
    case 'of': {
      const found = from(obliqueTokens(reader, path));
      if (found.length > 0 || firing.sense.pos !== 'noun') return found;
      // "the expulsion to Chad of two nuns", "the arrest on Monday of the editor"
      const behind = childrenBy(tree, head, 'nmod', 'obl')
        .filter((c) => prepositionsOf(tree, c).some((p) => ASIDE.has(p)))
        .flatMap((c) => [c, ...childrenBy(tree, c, 'nmod')])
        .filter((c) => prepositionsOf(tree, c).includes('of'));
      const people = from(behind, 'none').filter((a) =>
        ['Person', 'Group'].includes(typeOf(finder.doc, a.mention) ?? ''),
      );
      if (people.length > 0) return people;
      // "her arrest"
      return from(childrenBy(tree, head, 'nmod:poss').filter((t) => isVictim(finder, head, t)));
    }
    default: {
      const tokens = obliqueTokens(reader, path);
      const found = from(tokens);
      return found.length > 0 || firing.sense.type !== 'INVESTIGATED'
        ? found
        : from(tokens.flatMap((t) => suspects(tree, t)));
    }
  }
}

const TURNED_DOWN: ReadonlySet<string> = new Set(['REBUFFED', 'REJECTED']);
const PARTNERS: ReadonlySet<string> = new Set(['with', 'between', 'among', 'against']);
const ASIDE: ReadonlySet<string> = new Set(['in', 'on', 'to', 'from', 'at', 'near', 'by']);

/** The trigger's objects, or those of the verb in its phrase ("refused to ACCEPT the request"). */
function objectTokens({ finder, lexicon, firing }: RoleReader): number[] {
  const own = logicalObjects(finder.tree, lexicon, firing.head);
  if (own.length > 0) return own;
  return firing.words.filter((w) => isVerb(finder.tree, w)).flatMap((w) => logicalObjects(finder.tree, lexicon, w));
}

/** "Norway remains the largest donor": what somebody stays or becomes is said of them; else the noun itself. */
function predicatedOf(finder: ActorFinder, noun: number): number {
  const { tree } = finder;
  const above = headOf(tree, noun);
  // "Ruiz, a critic of the king"
  const named = relationOf(tree, noun) === 'appos' && above >= 0 ? directActor(finder, above) : -1;
  if (named >= 0) return named;
  // "Norway is a backer of the clan"
  const said = childBy(tree, noun, 'cop') < 0 ? -1 : childBy(tree, noun, 'nsubj');
  const bearer = said < 0 ? undefined : actorsOf(finder, said, 'none')[0];
  if (bearer !== undefined) return bearer.mention;
  if (
    above >= 0 &&
    ['xcomp', 'obj'].includes(relationOf(tree, noun)) &&
    ['remain', 'become', 'stay'].includes(lemmaOf(tree, above))
  ) {
    const subject = childBy(tree, above, 'nsubj');
    const named = subject < 0 ? -1 : directActor(finder, subject);
    if (named >= 0) return named;
  }
  return directActor(finder, noun);
}

/** The clause of the trigger, or of its phrase's noun ("made a promise to send"). */
function complementAt(reader: RoleReader): number {
  const { tree } = reader.finder;
  for (const node of [reader.firing.head, ...reader.firing.words]) {
    const complement = complementOf(tree, node);
    if (complement >= 0 && !reader.firing.words.includes(complement)) return complement;
    // "agreed to meet the envoy": the clause is the phrase's own
    if (complement >= 0) {
      const below = complementOf(tree, complement);
      return below >= 0 ? below : complement;
    }
  }
  // "donated tents and drugs to help the valley": the purpose hung on what was given
  const given = childrenBy(tree, reader.firing.head, 'obj');
  for (const object of [...objectTokens(reader), ...given])
    for (const thing of thingsBelow(tree, object, 2))
      for (const clause of childrenBy(tree, thing, 'acl')) if (isInfinitive(tree, clause)) return clause;
  return -1;
}

/** The noun, its conjuncts and what its phrases name, some arcs down. */
const thingsBelow = (tree: Tree, noun: number, depth: number): number[] => [
  noun,
  ...(depth > 0 ? childrenBy(tree, noun, 'conj', 'nmod').flatMap((c) => thingsBelow(tree, c, depth - 1)) : []),
];

function subjectTokens(reader: RoleReader): number[] {
  const { finder, lexicon, firing } = reader;
  const { tree } = finder;
  const head = firing.head;
  if (firing.sense.pos === 'verb') return logicalSubjects(tree, lexicon, head);
  const own = childBy(tree, head, 'nsubj');
  if (own >= 0) return [own];
  if (firing.sense.pos === 'adj') {
    if (relationOf(tree, head) === 'amod') return [headOf(tree, head)];
    const above = headOf(tree, head);
    // "was chosen and grateful to the king": what the passive was done to is so
    if (relationOf(tree, head) === 'conj' && isPassive(tree, above)) return logicalObjects(tree, lexicon, above);
    if (relationOf(tree, head) === 'conj' || relationOf(tree, head) === 'xcomp')
      return logicalSubjects(tree, lexicon, above);
    return [];
  }
  return [];
}

/** Nodes whose prepositional phrases may be meant: the trigger, its phrase, its object, the verb that carries it. */
function obliqueTokens(reader: RoleReader, preposition: string): number[] {
  const { finder, lexicon, firing } = reader;
  const { tree } = finder;
  const nodes = [firing.head, ...firing.words];
  if (firing.sense.pos === 'verb') {
    nodes.push(...objectTokens(reader));
    // "lifted the ban imposed on Chad"
    for (const word of [...firing.words, ...objectTokens(reader)]) {
      const carrier = uposOf(tree, word) === 'NOUN' ? carrierBelow(tree, word) : -1;
      if (carrier >= 0 && lexicon.supports.has(lemmaOf(tree, carrier))) nodes.push(carrier);
    }
  } else {
    const governor = governorOf(tree, firing.head);
    if (governor >= 0 && lexicon.supports.has(lemmaOf(tree, governor)))
      nodes.push(governor, ...childrenBy(tree, governor, 'obj'));
    // "clashes broke out between the guards and the miners"
    const happening = PARTNERS.has(preposition) ? happeningOf(tree, firing.head) : -1;
    if (happening >= 0) nodes.push(happening);
    const carrier = carrierBelow(tree, firing.head);
    if (carrier >= 0 && lexicon.supports.has(lemmaOf(tree, carrier))) nodes.push(carrier);
    if (firing.sense.pos === 'adj') for (const c of childrenBy(tree, firing.head, 'obl', 'nmod')) nodes.push(c);
  }
  const found = obliquesOf(
    tree,
    nodes.filter((n, i) => nodes.indexOf(n) === i),
    preposition,
  );
  // "on behalf of the mill": for whom, not about whom
  return found.filter((t) => !firing.words.includes(t) && t !== firing.head && lemmaOf(tree, t) !== 'behalf');
}

/** "died in Danish shelling", "were killed in a raid by the army": who acts in the act named as the means. */
function meansOf(reader: RoleReader): Actor[] {
  const { finder, firing } = reader;
  for (const preposition of ['in', 'by', 'during', 'from', 'after']) {
    for (const token of obliquesOf(finder.tree, [firing.head], preposition)) {
      if (directActor(finder, token) >= 0 || !finder.actNouns.has(lemmaOf(finder.tree, token))) continue;
      // "wounded in a clash with bandits": by the bandits
      const opponents = obliquesOf(finder.tree, [token], 'with').flatMap((t) => actorsOf(finder, t, 'none'));
      if (opponents.length > 0) return opponents;
      const found = actorsOf(finder, token, 'agent');
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** "In a call ..., the premier said": who speaks at a meeting takes part in it. */
export function attendants(reader: RoleReader): Actor[] {
  const { finder, lexicon, firing } = reader;
  const { tree } = finder;
  const nouns = [firing.head, ...firing.words].filter((t) => uposOf(tree, t) === 'NOUN');
  for (const noun of nouns) {
    const verb = headOf(tree, noun);
    if (verb < 0 || !isVerb(tree, verb) || !relationOf(tree, noun).startsWith('obl')) continue;
    if (!prepositionsOf(tree, noun).some((p) => p === 'in' || p === 'during' || p === 'at')) continue;
    if (lexicon.embedding.get(lemmaOf(tree, verb))?.effect !== 'said') continue;
    return logicalSubjects(tree, lexicon, verb).flatMap((t) => actorsOf(finder, t, 'agent'));
  }
  return [];
}
