import { relationInfo, STRIKES } from '../ontology';
import { type Actor, type ActorFinder, actorsOf, directActor, isVictim, modifiersOf, typeOf } from './actors';
import { carrierBelow, governorOf, imputedTo } from './carriers';
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
  uposOf,
  xposOf,
} from './tree';

/** Who acts where the clause around an event noun tells it, not the noun's own words. */

/** "met at talks", "left for a meeting": whose clause it is takes part in it. */
const AT_MEETINGS: ReadonlySet<string> = new Set([
  'in',
  'during',
  'at',
  'after',
  'following',
  'before',
  'for',
  'with',
  'through',
]);
const WITHIN: ReadonlySet<string> = new Set(['in', 'during', 'with', 'by']);
/** What is done to people in an attack. */
const HARMING: ReadonlySet<string> = new Set(
  'abduct capture destroy hit hurt injure kidnap kill maim massacre murder slaughter wound'.split(' '),
);
const BACK_FROM: ReadonlySet<string> = new Set(['arrive', 'come', 'emerge', 'fly', 'return']);
/** "responded with a threat", "opened with a win": the subject does it. */
const ANSWERING: ReadonlySet<string> = new Set([
  'answer',
  'begin',
  'cap',
  'celebrate',
  'close',
  'conclude',
  'continue',
  'counter',
  'end',
  'finish',
  'follow',
  'hit',
  'kick',
  'launch',
  'open',
  'qualify',
  'react',
  'rebound',
  'reply',
  'respond',
  'retaliate',
  'return',
  'start',
]);

/** "In cooperation with the bank, the ministry opened", "under a deal with the union, the mine pays": whose clause it is. */
const JOINTLY: Readonly<Record<string, ReadonlySet<string>>> = {
  COOPERATED_WITH: new Set(['in', 'through']),
  AGREED_WITH: new Set(['under', 'through']),
};

/** "The envoy opened with an attack on the bank", "the minister, in a meeting with the union, said". */
export function agentsAround(finder: ActorFinder, lexicon: EventLexicon, firing: Firing): Actor[] {
  const { tree } = finder;
  const { head: noun, sense } = firing;
  const above = headOf(tree, noun);
  if (above < 0) return [];
  const meeting = relationInfo(sense.type).plover === 'CONSULT';
  const said = wordsOf(finder, lexicon, firing);
  if (said.length > 0) return said;
  const prepositions = prepositionsOf(tree, noun);
  if (baseRelation(tree, noun) === 'obl' && isVerb(tree, above)) {
    const there = prepositions.some((p) => AT_MEETINGS.has(p) || (p === 'from' && BACK_FROM.has(lemmaOf(tree, above))));
    if (meeting && there) {
      const parties = isPassive(tree, above)
        ? logicalObjects(tree, lexicon, above)
        : logicalSubjects(tree, lexicon, above);
      return parties.flatMap((t) => actorsOf(finder, t, 'none'));
    }
    // "killed five guards in an attack on the mine": whoever killed them attacked
    if (STRIKES.has(sense.type) && prepositions.some((p) => WITHIN.has(p)) && HARMING.has(lemmaOf(tree, above)))
      return isPassive(tree, above)
        ? []
        : logicalSubjects(tree, lexicon, above).flatMap((t) => actorsOf(finder, t, 'agent'));
    const together = JOINTLY[sense.type];
    if (together !== undefined && prepositions.some((p) => together.has(p)) && !isInfinitive(tree, above))
      return logicalSubjects(tree, lexicon, above).flatMap((t) => actorsOf(finder, t, 'none'));
    if (!meeting && prepositions.includes('with') && ANSWERING.has(lemmaOf(tree, above)) && !isPassive(tree, above))
      return logicalSubjects(tree, lexicon, above).flatMap((t) => actorsOf(finder, t, 'none'));
  }
  // "left on a visit to Chad", "will lead a delegation on a visit to Chad"
  if (sense.type === 'VISITED' && prepositions.includes('on') && lemmaOf(tree, noun) !== 'journey') {
    const verb = isVerb(tree, above) ? above : relationOf(tree, above) === 'obj' ? headOf(tree, above) : -1;
    if (verb >= 0 && isVerb(tree, verb) && !isPassive(tree, verb))
      return logicalSubjects(tree, lexicon, verb).flatMap((t) => actorsOf(finder, t, 'none'));
  }
  // "the minister in a meeting with the union made it clear"
  if (
    meeting &&
    relationOf(tree, noun) === 'nmod' &&
    prepositions.some((p) => p === 'in' || p === 'at' || p === 'during')
  ) {
    const subject = relationOf(tree, above).startsWith('nsubj') && directActor(finder, above) >= 0;
    if (subject) return actorsOf(finder, above, 'none');
  }
  return [];
}

/** What is done by words, or together: the clause that has it does it ("in a swipe at the judge, the mayor said"). */
const BY_WORDS: ReadonlySet<string> = new Set([
  'ACCUSED',
  'APOLOGIZED_TO',
  'COOPERATED_WITH',
  'CRITICIZED',
  'DEMANDED',
  'OBJECTED_TO',
  'PRAISED',
  'PROMISED',
  'PROTESTED_AGAINST',
  'REBUFFED',
  'REJECTED',
  'REQUESTED',
  'SUPPORTED',
  'THREATENED',
  'URGED',
  'WARNED',
]);
/** Of these only the bare phrase: "in protest against", but "in a protest" people are hurt as well. */
const BARE: ReadonlySet<string> = new Set(['COOPERATED_WITH', 'PROTESTED_AGAINST', 'SUPPORTED', 'OBJECTED_TO']);

/** "In a swipe at the judge, the mayor said", "closed the port in protest at the levy", "under its accord with Chad Togo will". */
function wordsOf(finder: ActorFinder, lexicon: EventLexicon, { head, sense }: Firing): Actor[] {
  const { tree } = finder;
  const verb = headOf(tree, head);
  if (baseRelation(tree, head) !== 'obl' || !isVerb(tree, verb)) return [];
  const prepositions = prepositionsOf(tree, head);
  const subjects = (): Actor[] => logicalSubjects(tree, lexicon, verb).flatMap((t) => actorsOf(finder, t, 'none'));
  if (sense.type === 'AGREED_WITH' && prepositions.some((p) => p === 'under' || p === 'in'))
    return subjects().filter((a) => ['Country', 'Organization'].includes(typeOf(finder.doc, a.mention) ?? ''));
  if (!BY_WORDS.has(sense.type) || !prepositions.includes('in')) return [];
  return BARE.has(sense.type) && childBy(tree, head, 'det') >= 0 ? [] : subjects();
}

/** "The army's offensive was launched", "Israeli raids were carried out": the owner of what a passive phrase did. */
export function ownersOfDone(finder: ActorFinder, firing: Firing): Actor[] {
  const { tree } = finder;
  if (!isPassive(tree, firing.head) || firing.sense.target.includes('obj.owner')) return [];
  for (const word of firing.words) {
    if (uposOf(tree, word) !== 'NOUN') continue;
    const owners = childrenBy(tree, word, 'nmod:poss').flatMap((t) => actorsOf(finder, t, 'agent'));
    const found = owners.length > 0 ? owners : modifiersOf(finder, word).flatMap((t) => actorsOf(finder, t, 'none'));
    if (found.length > 0) return found;
  }
  return [];
}

/** "They issued a statement after the conference calling on the ministry": the message speaks, so whoever issued it does. */
export function messageAbove(tree: Tree, verb: number): number {
  if (xposOf(tree, verb) !== 'VBG' || !['acl', 'advcl'].includes(baseRelation(tree, verb))) return -1;
  let node = headOf(tree, verb);
  for (let steps = 0; node >= 0 && steps < 3; steps++) {
    const message = isVerb(tree, node)
      ? (childrenBy(tree, node, 'obj').find((o) => o < verb && MESSAGES.has(lemmaOf(tree, o))) ?? -1)
      : -1;
    if (message >= 0) return message;
    if (isVerb(tree, node)) return -1;
    node = headOf(tree, node);
  }
  return -1;
}
const MESSAGES: ReadonlySet<string> = new Set([
  'appeal',
  'communique',
  'declaration',
  'letter',
  'memo',
  'memorandum',
  'message',
  'note',
  'notice',
  'petition',
  'post',
  'report',
  'resolution',
  'statement',
  'tweet',
]);

/** A pronoun that nothing is known of. */
function isUnknown(finder: ActorFinder, token: number): boolean {
  const { doc, tree } = finder;
  if (uposOf(tree, token) !== 'PRON') return false;
  const direct = directActor(finder, token);
  const mention = direct >= 0 ? doc.mentions[direct] : doc.mentions.find((m) => m.head === token);
  const chain = mention === undefined ? undefined : doc.chains[mention.chain];
  return chain?.mentions.every((m) => doc.mentions[m]?.kind === 'pronoun') ?? false;
}

/** "the minister, following his trip, said": the noun or subject above. */
function clauseOwner(finder: ActorFinder, noun: number): Actor[] {
  const { tree } = finder;
  for (let node = headOf(tree, noun), steps = 0; node >= 0 && steps < 4; node = headOf(tree, node), steps++) {
    const subject = isVerb(tree, node) ? childBy(tree, node, 'nsubj', 'nsubj:pass') : node;
    const found = subject < 0 ? [] : actorsOf(finder, subject, 'none');
    if (found.length > 0) return found;
  }
  return [];
}

/** Who acts in an event noun: the verb that carries it, a possessor, a by-phrase, a nationality. */
export function agentsOfNounEvent(finder: ActorFinder, lexicon: EventLexicon, firing: Firing): Actor[] {
  const { tree } = finder;
  const head = firing.head;
  const owners = childrenBy(tree, head, 'nmod:poss').filter((t) => !isVictim(finder, head, t));
  const own = owners.flatMap((t) => (isUnknown(finder, t) ? clauseOwner(finder, head) : actorsOf(finder, t, 'agent')));
  // "the delegation who was on its visit": said of the delegation, whatever "its" was taken for
  const predicated = owners.some((t) => uposOf(tree, t) === 'PRON') && childBy(tree, head, 'cop') >= 0;
  const subject = predicated ? childBy(tree, head, 'nsubj') : -1;
  if (subject >= 0) return actorsOf(finder, subject, 'agent');
  if (own.length > 0) return own;
  // "the expulsion of nuns by the government", "protests against the king by nuns": what the by-phrase hangs on is the parser's guess
  const hung = childrenBy(tree, head, 'nmod');
  const patients = [...hung, ...hung.flatMap((c) => childrenBy(tree, c, 'nmod'))].filter(
    (c) => directActor(finder, c) >= 0 && !prepositionsOf(tree, c).includes('by'),
  );
  const by = obliquesOf(tree, [head, ...patients], 'by').flatMap((t) => actorsOf(finder, t, 'agent'));
  if (by.length > 0) return by;
  // "the torture of nuns at the hands of the clan", "a raid blamed on the clan"
  const hands = obliquesOf(tree, [head, ...patients], 'at').filter((t) => lemmaOf(tree, t) === 'hand');
  const behind = [...obliquesOf(tree, hands, 'of'), ...imputedTo(tree, head)];
  const hidden = behind.flatMap((t) => actorsOf(finder, t, 'agent'));
  if (hidden.length > 0) return hidden;
  const governor = relationOf(tree, head).startsWith('obl') ? -1 : governorOf(tree, head);
  for (const verb of [governor, carrierBelow(tree, head)]) {
    if (verb < 0) continue;
    const support = lexicon.supports.get(lemmaOf(tree, verb));
    // "considering the violence, he left": no act of his
    const aside =
      xposOf(tree, verb) === 'VBG' && relationOf(tree, verb) === 'advcl' && lemmaOf(tree, verb) === 'consider';
    if (support?.subject === 'source' && !aside) {
      const subjects = logicalSubjects(tree, lexicon, verb).flatMap((t) => actorsOf(finder, t, 'agent'));
      if (subjects.length > 0) return subjects;
    }
  }
  const mods = modifiersOf(finder, head).flatMap((t) => actorsOf(finder, t, 'none'));
  if (mods.length > 0) return mods;
  // "the statement was a rebuttal to"
  if (childBy(tree, head, 'cop') >= 0) {
    const subject = childBy(tree, head, 'nsubj');
    const found = subject < 0 ? [] : actorsOf(finder, subject, 'agent');
    if (found.length > 0) return found;
  }
  // "his release from prison"
  const from = LEAVING.has(firing.sense.type)
    ? []
    : obliquesOf(tree, [head], 'from').flatMap((t) => actorsOf(finder, t, 'agent'));
  if (from.length > 0) return from;
  const of = firing.sense.target.includes('of')
    ? []
    : obliquesOf(tree, [head], 'of').flatMap((t) => actorsOf(finder, t, 'agent'));
  return of.length > 0 ? of : agentsAround(finder, lexicon, firing);
}

const LEAVING: ReadonlySet<string> = new Set([
  'RELEASED',
  'EXPELLED',
  'DEPORTED',
  'DISMISSED',
  'WITHDREW_FROM',
  'RESIGNED_FROM',
]);

/** "asked permission to march, which the mayor turned down": whoever asked for the thing is the one who is turned down. */
export function askersOf(tree: Tree, lexicon: EventLexicon, thing: number): number[] {
  const above = headOf(tree, thing);
  if (above < 0 || relationOf(tree, thing) !== 'obj' || !ASKING.has(lemmaOf(tree, above))) return [];
  return logicalSubjects(tree, lexicon, above);
}
const ASKING: ReadonlySet<string> = new Set(['ask', 'seek', 'request', 'submit', 'file', 'lodge', 'propose', 'offer']);
