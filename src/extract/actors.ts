import { imputedTo } from './carriers';
import { antecedentOf } from './clause';
import { type Actor, type ActorFinder, chainOf, directActor, typeOf } from './finder';
import { membersOf } from './members';
import { RELATIVES } from './phrases';
import {
  baseRelation,
  childrenBy,
  childrenOf,
  conjunctsOf,
  headOf,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
  uposOf,
} from './tree';

export { type Actor, type ActorFinder, chainOf, createActorFinder, directActor, typeOf } from './finder';

/** What may be climbed: only who owns, makes or does the thing (agent); all it concerns (any); as any, but never from an act to whom it is done (doer: for blame and praise). */
export type Climb = 'none' | 'agent' | 'doer' | 'any';

/** The actors a token stands for: itself and its conjuncts, else the owner, maker, nationality behind it. */
export function actorsOf(finder: ActorFinder, token: number, climb: Climb, skip: ReadonlySet<number> = NONE): Actor[] {
  const { tree } = finder;
  const start = theOne(tree, antecedentOf(tree, token));
  const found: Actor[] = [];
  const heads = conjunctsOf(tree, start).filter(
    (c, i, all) => i === 0 || ((all.length > 2 || !isSetOff(tree, start, c)) && !isTitled(tree, c)),
  );
  const first = directActor(finder, start);
  const takeDirect = (head: number): void => {
    const direct = directActor(finder, head);
    if (direct < 0) return;
    // "Norway is the largest donor": what is said of Norway is said of it by name
    const named = predicated(finder, head);
    if (named >= 0) {
      add(finder, found, { mention: named, steps: 0, via: 'subject' });
      return;
    }
    add(finder, found, { mention: placeNamed(finder, head, direct), steps: 0, via: '' });
    for (const member of membersOf(finder, head)) add(finder, found, member);
  };
  if (first >= 0) {
    for (const head of heads) takeDirect(head);
    return found;
  }
  // "five finalists including A": those who are named of people that are no mention
  if (CONTENDERS.test(lemmaOf(tree, start))) {
    const members = membersOf(finder, start);
    if (members.some((m) => m.via === 'including')) for (const member of members) add(finder, found, member);
    if (found.length > 0) return found;
  }
  // "the raid and the army": the first of a list says what kind of thing all are
  if (climb !== 'none')
    for (const actor of climbFrom(finder, nounOf(finder, start), climb, 1, skip)) add(finder, found, actor);
  for (const head of heads.slice(1)) {
    if (found.length === 0 || climb === 'none') takeDirect(head);
    if (climb !== 'none' && directActor(finder, head) < 0)
      for (const actor of climbFrom(finder, head, climb, 1, skip)) add(finder, found, actor);
  }
  return found;
}

/** "the port city of Split": Split. */
function placeNamed(finder: ActorFinder, head: number, direct: number): number {
  const { doc, tree } = finder;
  const mention = doc.mentions[direct];
  if (mention === undefined || mention.kind !== 'nominal' || !NAMED_BY_OF.has(textOf(tree, head))) return direct;
  if (childrenBy(tree, head, 'nmod:poss').length > 0) return direct;
  const named = childrenBy(tree, head, 'nmod')
    .filter((c) => prepositionsOf(tree, c).includes('of'))
    .map((c) => directActor(finder, c))
    .find((m) => m >= 0 && doc.mentions[m]?.kind === 'name' && typeOf(doc, m) === 'Place');
  return named ?? direct;
}
const NAMED_BY_OF = new Set('city town village province island municipality borough governorate'.split(' '));

/** Words for people by what they do. */
const CONTENDERS = /(?:ist|er|or|ant|ee|ian|mate)$/;

/** "Ruiz is the one who closed the mill": the subject did. */
function theOne(tree: Tree, token: number): number {
  if (textOf(tree, token) !== 'one' || !childrenOf(tree, token).some((c) => relationOf(tree, c) === 'cop'))
    return token;
  return childrenBy(tree, token, 'nsubj', 'vocative', 'dislocated')[0] ?? token;
}

/** "Its operation ... It also launched": a pronoun for a thing leads to the noun that it stands for, and so to the owner. */
export function nounOf(finder: ActorFinder, token: number): number {
  const { doc, tree } = finder;
  if (uposOf(tree, token) !== 'PRON' || !relationOf(tree, token).startsWith('nsubj') || directActor(finder, token) >= 0)
    return token;
  const mention = doc.mentions.find((m) => m.head === token);
  const chain = mention === undefined ? undefined : doc.chains[mention.chain];
  if (chain === undefined || chain.type !== null) return token;
  let noun = token;
  for (const m of chain.mentions) {
    const one = doc.mentions[m];
    if (one !== undefined && one.kind !== 'pronoun' && one.head < token) noun = one.head;
  }
  return noun;
}

function add(finder: ActorFinder, found: Actor[], actor: Actor): void {
  const chain = chainOf(finder.doc, actor.mention);
  if (!found.some((known) => chainOf(finder.doc, known.mention) === chain)) found.push(actor);
}

function climbFrom(
  finder: ActorFinder,
  token: number,
  climb: Climb,
  steps: number,
  skip: ReadonlySet<number> = NONE,
): Actor[] {
  if (steps > 4) return [];
  const { tree } = finder;
  // "child labour", "the student loan": no party, but a rebel attack is the rebels'
  const acts = finder.actNouns.has(lemmaOf(tree, token));
  const mods = modifiersOf(finder, token).filter(
    (c) => acts || !isPerson(finder, c) || hasName(finder, directActor(finder, c)),
  );
  const ways: { via: string; nodes: number[] }[] = [
    {
      via: 'poss',
      nodes: childrenBy(tree, token, 'nmod:poss').filter((c) => climb === 'any' || !isVictim(finder, token, c)),
    },
    { via: 'by', nodes: agentsOfNoun(tree, token) },
    { via: 'mod', nodes: mods },
    { via: 'of', nodes: nmods(tree, token, climb !== 'any' && OBJECTIVE.has(lemmaOf(tree, token)) ? FROM : OWNERS) },
  ];
  const open =
    climb === 'any' ||
    (climb === 'doer' && !OBJECTIVE.has(lemmaOf(tree, token)) && !finder.actNouns.has(lemmaOf(tree, token)));
  // "helped their stay in Chad" helped them, whoever they are, and not Chad
  if (open && !childrenBy(tree, token, 'nmod:poss').some((c) => uposOf(tree, c) === 'PRON'))
    ways.push({ via: 'nmod', nodes: nmods(tree, token, OTHERS) });
  for (const { via, nodes } of ways) {
    const found: Actor[] = [];
    for (const node of nodes) {
      for (const one of conjunctsOf(tree, node)) {
        const direct = directActor(finder, one);
        if (direct >= 0) {
          if (!skip.has(chainOf(finder.doc, direct))) add(finder, found, { mention: direct, steps, via });
        } else
          for (const actor of climbFrom(finder, one, climb, steps + 1, skip))
            add(finder, found, { ...actor, via: `${via}.${actor.via}` });
      }
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** "the king and US President Ruiz": the country of a title, which the parser took for one more of the list. */
const isTitled = (tree: Tree, conjunct: number): boolean =>
  uposOf(tree, conjunct) === 'PROPN' &&
  relationOf(tree, conjunct + 1) === 'nmod:desc' &&
  headOf(tree, conjunct + 1) === conjunct + 2 &&
  relationOf(tree, conjunct + 2) === 'conj';

/** "paid by the bank, and the park to see": a comma before the "and" of two begins something else. */
function isSetOff(tree: Tree, first: number, conjunct: number): boolean {
  const comma = childrenBy(tree, conjunct, 'cc').find((c) => textOf(tree, c - 1) === ',');
  if (comma === undefined) return false;
  for (let i = Math.max(0, first - 4); i < comma - 1; i++) if (textOf(tree, i) === ',') return false;
  return true;
}

const hasName = ({ doc }: ActorFinder, m: number): boolean => {
  const mention = doc.mentions[m];
  return mention !== undefined && doc.upos.slice(mention.start, mention.end).includes('PROPN');
};

const isPerson = (finder: ActorFinder, token: number): boolean => {
  const type = typeOf(finder.doc, directActor(finder, token));
  return type === 'Person' || type === 'Group';
};

/** "her arrest", "the editor's murder": the owner of such a noun suffers it where a person, and does it where a country ("Israel's killing of"). */
export function isVictim(finder: ActorFinder, noun: number, owner: number): boolean {
  const { tree } = finder;
  const phrases = childrenBy(tree, noun, 'nmod');
  if (phrases.some((c) => prepositionsOf(tree, c).includes('of'))) return false;
  if (SUFFERED.has(lemmaOf(tree, noun)) && isPerson(finder, owner)) return true;
  // "the port's capture by the clan": where the doer is named apart, the owner is no doer
  const by = [...phrases, ...phrases.flatMap((c) => childrenBy(tree, c, 'nmod'))].some(
    (c) => prepositionsOf(tree, c).includes('by') && directActor(finder, c) >= 0,
  );
  return by && finder.actNouns.has(lemmaOf(tree, noun));
}
const SUFFERED = new Set(
  `killing murder assassination arrest detention imprisonment jailing abduction kidnapping death deportation expulsion
  execution release removal dismissal firing sacking ouster suspension appointment nomination rescue extradition conviction
  sentencing poisoning injury eviction`.split(/\s+/),
);

/** "called the ruling dangerous": the owner of the ruling as it was named before ("the ruling of the court"). */
export function earlierOwners(finder: ActorFinder, token: number, skip: ReadonlySet<number> = NONE): Actor[] {
  const { tree } = finder;
  if (
    uposOf(tree, token) !== 'NOUN' ||
    !childrenBy(tree, token, 'det').some((d) => ['the', 'this', 'that'].includes(textOf(tree, d)))
  )
    return [];
  const lemma = lemmaOf(tree, token);
  for (let i = token - 1; i >= 0; i--) {
    if (lemmaOf(tree, i) !== lemma || uposOf(tree, i) !== 'NOUN') continue;
    const found = climbFrom(finder, i, 'agent', 2, skip);
    if (found.length > 0) return found;
  }
  return [];
}

/** The subject of a predicate noun, where it is an actor. */
function predicated(finder: ActorFinder, token: number): number {
  const { tree } = finder;
  if (!childrenOf(tree, token).some((c) => relationOf(tree, c) === 'cop')) return -1;
  if (prepositionsOf(tree, token).length > 0) return -1;
  const subject = childrenOf(tree, token).find((c) => relationOf(tree, c) === 'nsubj');
  return subject === undefined ? -1 : directActor(finder, subject);
}

const NONE: ReadonlySet<number> = new Set();

/** Nouns whose of-phrase names the one it is done to: the doer is not found there ("violations of the country's borders"). */
const OBJECTIVE = new Set([
  'violation',
  'breach',
  'killing',
  'murder',
  'assassination',
  'arrest',
  'detention',
  'imprisonment',
  'abduction',
  'kidnapping',
  'death',
  'destruction',
  'bombing',
  'shelling',
  'occupation',
  'annexation',
  'seizure',
  'invasion',
  'deportation',
  'expulsion',
  'execution',
  'persecution',
  'oppression',
  'abuse',
  'torture',
  'rape',
  'massacre',
  'slaughter',
  'shooting',
  'beating',
  'poisoning',
  'harassment',
  'theft',
  'loss',
  'lack',
  'release',
  'treatment',
  'targeting',
  'criticism',
  'removal',
  'dismissal',
  'firing',
  'election',
  'appointment',
  'nomination',
  'rescue',
  'defeat',
  'victim',
  'speculation',
  'rumour',
  'rumor',
  'possibility',
  'prospect',
  'notion',
  'suggestion',
  'hint',
  'fear',
  'weakening',
  'closure',
  'abolition',
  'reduction',
  'dismantling',
  'demolition',
  'eviction',
  'suspension',
  'exclusion',
  'disappearance',
  'extradition',
  'ouster',
  'sacking',
]);
const FROM: ReadonlySet<string> = new Set(['from', 'by']);
const OWNERS: ReadonlySet<string> = new Set(['of', 'from', 'by']);
const OTHERS: ReadonlySet<string> = new Set([
  'for',
  'to',
  'on',
  'against',
  'with',
  'between',
  'among',
  'in',
  'at',
  'over',
  'into',
  'toward',
  'towards',
  'inside',
  'within',
  'across',
]);

const nmods = (tree: Tree, token: number, prepositions: ReadonlySet<string>): number[] =>
  childrenBy(tree, token, 'nmod', 'obl').filter((c) => prepositionsOf(tree, c).some((p) => prepositions.has(p)));

/** "the missiles fired by the army": who acts in the reduced relative; "a request by X". */
function agentsOfNoun(tree: Tree, token: number): number[] {
  const by = [...nmods(tree, token, BY), ...imputedTo(tree, token)];
  for (const clause of childrenBy(tree, token, 'acl', 'acl:relcl')) {
    // "a deal brokered by Qatar between A and B": the parties made it
    const parties = BROKERING.has(lemmaOf(tree, clause))
      ? [token, clause].flatMap((node) =>
          childrenBy(tree, node, 'obl', 'nmod', 'obl:agent').filter((c) => prepositionsOf(tree, c).includes('between')),
        )
      : [];
    by.push(...parties);
    // "the appeal that the lawyer filed", "a decision the union took": whoever made it
    const maker =
      relationOf(tree, clause) === 'acl:relcl' && MAKING.has(lemmaOf(tree, clause))
        ? childrenBy(tree, clause, 'nsubj')
        : [];
    by.push(...maker.filter((c) => !RELATIVES.has(textOf(tree, c))));
    for (const c of parties.length > 0 ? [] : childrenOf(tree, clause)) {
      if (
        relationOf(tree, c) === 'obl:agent' ||
        (baseRelation(tree, c) === 'obl' && prepositionsOf(tree, c).includes('by'))
      )
        by.push(c);
    }
  }
  return by;
}
const BY: ReadonlySet<string> = new Set(['by']);
const MAKING: ReadonlySet<string> = new Set(
  'file make submit lodge present issue put level launch propose raise impose announce adopt take introduce write publish post commit carry sign order approve'.split(
    ' ',
  ),
);
const BROKERING: ReadonlySet<string> = new Set(['broker', 'mediate', 'facilitate', 'sponsor', 'host']);

/** Nationality adjectives and names before a noun: "the U.S. drone strike", "Turkish shelling". */
export function modifiersOf(finder: ActorFinder, token: number): number[] {
  const { tree } = finder;
  const found: number[] = [];
  for (const c of childrenOf(tree, token)) {
    const relation = relationOf(tree, c);
    if (
      relation !== 'amod' &&
      relation !== 'compound' &&
      relation !== 'nmod:desc' &&
      relation !== 'nmod' &&
      relation !== 'nmod:unmarked'
    )
      continue;
    if ((relation === 'nmod' || relation === 'nmod:unmarked') && (prepositionsOf(tree, c).length > 0 || c > token))
      continue;
    if (directActor(finder, c) >= 0) found.push(c);
    // "child endangerment charges": whom the endangerment befell
    else if (relation === 'compound')
      found.push(
        ...modifiersOf(finder, c).filter((m) => !isPerson(finder, m) || hasName(finder, directActor(finder, m))),
      );
  }
  // "the U.S. troop presence": the name rather than the common noun
  const names = found.filter((c) => finder.doc.mentions[directActor(finder, c)]?.kind === 'name');
  return names.length > 0 ? names : found;
}
