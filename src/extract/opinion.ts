import { type ActorFinder, actorsOf, chainOf, earlierOwners } from './actors';
import { antecedentOf, logicalSubjects } from './clause';
import { contextOf } from './context';
import type { Draft } from './draft';
import type { EventLexicon } from './lexicon';
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  conjunctsOf,
  headOf,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
} from './tree';

/**
 * Praise and blame said with an adjective or noun of opinion:
 *  - naming: "called the ruling dangerous", "described the judgement as historic"
 *  - saying: "said the bank's plan was reckless", "this move is clumsy," she said
 * The target is the thing's owner or maker.
 */
export function findOpinions(finder: ActorFinder, lexicon: EventLexicon): Draft[] {
  const { tree, doc } = finder;
  const drafts: Draft[] = [];
  doc.tokens.forEach((_, token) => {
    const draft = NAMING.has(lemmaOf(tree, token)) ? naming(finder, lexicon, token) : saying(finder, lexicon, token);
    if (draft !== null) drafts.push(draft);
  });
  return drafts;
}

/** What is wished for and not yet so. */
const NEEDFUL = new Set([
  'vital',
  'crucial',
  'important',
  'essential',
  'necessary',
  'imperative',
  'best',
  'good',
  'right',
]);
/** Words that say who did it rather than how it was. */
const BLAME = new Set(['responsible', 'guilty', 'culpable', 'complicit', 'liable']);
const NAMING = new Set([
  'call',
  'describe',
  'brand',
  'dub',
  'label',
  'characterize',
  'characterise',
  'denounce',
  'deem',
  'consider',
  'hail',
  'slam',
  'term',
  'regard',
  'see',
  'view',
]);

function naming(finder: ActorFinder, lexicon: EventLexicon, verb: number): Draft | null {
  const { tree } = finder;
  if (tree.doc.upos[verb] !== 'VERB') return null;
  const objects = childrenBy(tree, verb, 'obj', 'nsubj:pass', 'iobj');
  const object = objects.find((o) => o > verb) ?? objects[0] ?? -1;
  const judged = childrenOf(tree, verb).filter((c) => {
    const relation = baseRelation(tree, c);
    if (relation === 'xcomp' || relation === 'ccomp' || relation === 'parataxis') return true;
    return (relation === 'obl' || relation === 'advcl') && prepositionsOf(tree, c).includes('as');
  });
  // "called the plan 'reckless'": an adjective behind the object
  if (object >= 0)
    judged.push(
      ...childrenBy(tree, object, 'nmod', 'acl').filter((a) => a > object && prepositionsOf(tree, a).includes('as')),
    );
  if (object >= 0) judged.push(...childrenBy(tree, object, 'amod').filter((a) => a > object));
  // "called the plan a disgrace": two objects
  judged.push(...childrenBy(tree, verb, 'obj').slice(1));
  let opinion: { value: 1 | -1; word: number } | null = null;
  for (const j of judged) opinion ??= opinionAt(lexicon, tree, j);
  if (opinion === null) return null;
  const inside = judged.map((j) => childBy(tree, j, 'nsubj')).find((t) => t >= 0) ?? -1;
  const thing = object >= 0 ? object : inside;
  if (thing < 0) return null;
  return opinionDraft(finder, lexicon, verb, logicalSubjects(tree, lexicon, verb), thing, opinion);
}

const FIRST_PERSON = new Set(['we', 'i']);
/** Of people these tell their lot or their sport, and judge nobody ("a quarter were poor", "she has been a swimming champion"). */
const LOT = new Set('poor sad unfortunate tragic weak sick unlucky champion successful rich star winner'.split(' '));
/** What somebody has and has not made: praise of it is none of them ("her income was good"). */
const HAD = new Set(
  'income health weather mood memory luck sleep appetite mother father family life home house childhood fate'.split(
    ' ',
  ),
);

/** The word tells how people fare, or of what they merely have. */
function isNoJudgement({ tree, doc }: ActorFinder, subject: number, word: number): boolean {
  if (HAD.has(lemmaOf(tree, subject))) return true;
  if (
    !LOT.has(lemmaOf(tree, word)) ||
    childrenBy(tree, word, 'nmod').some((c) => prepositionsOf(tree, c).includes('of'))
  )
    return false;
  const mention = doc.mentions.find((m) => m.head === subject);
  const type = mention === undefined ? null : doc.chains[mention.chain]?.type;
  return mention?.kind === 'pronoun' || type === 'Person' || type === 'Group' || type === 'Country';
}
const HARM = new Set(
  'death loss failure crisis disaster tragedy collapse accident delay damage suffering crime error mistake shortage outage'.split(
    ' ',
  ),
);

/** "Responsible for the patrols", "for overseeing trade": a duty; "for the raid", "for the deaths": blame. */
function isDuty(lexicon: EventLexicon, tree: Tree, word: number): boolean {
  if (lemmaOf(tree, word) !== 'responsible') return false;
  const things = childrenOf(tree, word).filter((c) => prepositionsOf(tree, c).includes('for') || isGerundFor(tree, c));
  // "the clan was responsible"
  if (things.length === 0) return false;
  return !things.some((thing) => {
    const lemma = lemmaOf(tree, thing);
    return HARM.has(lemma) || lexicon.actNouns.has(lemma) || lexicon.opinions.get(lemma) === -1 || HARMING.has(lemma);
  });
}
const HARMING = new Set(['kill', 'murder', 'attack', 'bomb', 'destroy', 'cause', 'shoot', 'fire']);
const isGerundFor = (tree: Tree, clause: number): boolean =>
  childrenBy(tree, clause, 'mark').some((m) => textOf(tree, m) === 'for');

function saying(finder: ActorFinder, lexicon: EventLexicon, predicate: number): Draft | null {
  const { tree } = finder;
  const subject = childBy(tree, predicate, 'nsubj', 'expl');
  if (subject < 0 || childBy(tree, predicate, 'cop') < 0) return null;
  // "are at risk", "we were the better team": a state, and no word on others
  if (childBy(tree, predicate, 'case') >= 0 || FIRST_PERSON.has(textOf(tree, subject))) return null;
  const opinion = opinionAt(lexicon, tree, predicate);
  if (opinion === null || isDuty(lexicon, tree, opinion.word) || isNoJudgement(finder, subject, opinion.word))
    return null;
  const context = contextOf(finder, lexicon, predicate);
  if (context.attributedTo < 0 || (context.modality !== 'actual' && context.modality !== 'possible')) return null;
  const speaker = finder.doc.mentions[context.attributedTo]?.head;
  if (speaker === undefined) return null;
  return opinionDraft(finder, lexicon, predicate, [speaker], subject, opinion, true);
}

/** Praise that turns to blame where it is denied. */
const TURNED = new Set(
  `right fair acceptable good legal lawful legitimate justified democratic appropriate reasonable credible serious true honest
  transparent constructive helpful wise responsible worthy fit trustworthy reliable humane moral ethical proper adequate sufficient`.split(
    /\s+/,
  ),
);

/** The opinion of a predicate, a conjunct of it or its adjective; turned round by "not". */
function opinionAt(lexicon: EventLexicon, tree: Tree, token: number): { value: 1 | -1; word: number } | null {
  for (const one of conjunctsOf(tree, token)) {
    for (const word of [one, ...childrenBy(tree, one, 'amod')]) {
      const value = BLAME.has(lemmaOf(tree, word))
        ? -1
        : (lexicon.opinions.get(lemmaOf(tree, word)) ?? lexicon.opinions.get(textOf(tree, word)));
      if (value === undefined) continue;
      const negated = [...childrenBy(tree, one, 'advmod'), ...childrenBy(tree, token, 'advmod')].some((a) =>
        ['not', "n't", 'never', 'hardly'].includes(textOf(tree, a)),
      );
      // "not fair" blames; "not successful" only tells
      if (negated && value > 0 && !TURNED.has(lemmaOf(tree, word))) continue;
      return { value: negated ? (-value as 1 | -1) : value, word };
    }
  }
  return null;
}

function opinionDraft(
  finder: ActorFinder,
  lexicon: EventLexicon,
  head: number,
  speakers: readonly number[],
  thing: number,
  opinion: { value: 1 | -1; word: number },
  said = false,
): Draft | null {
  const { tree, doc } = finder;
  const sources = speakers.flatMap((s) => actorsOf(finder, s, 'agent'));
  const own = new Set(sources.map((a) => chainOf(doc, a.mention)));
  const impersonal = ['it', 'this', 'that'].includes(textOf(tree, thing));
  let targets = impersonal
    ? []
    : actorsOf(finder, antecedentOf(tree, thing), 'agent').filter((a) => !own.has(chainOf(doc, a.mention)));
  if (targets.length === 0 && !impersonal)
    targets = earlierOwners(finder, thing).filter((a) => !own.has(chainOf(doc, a.mention)));
  // "it was wrong that X had not", "it is a shame for X to"; "it is vital that X" asks rather than praises
  // "it is a great place for people to meet" praises nobody
  const noun = opinion.value > 0 && tree.doc.upos[head] === 'NOUN';
  if (textOf(tree, thing) === 'it' && !noun && !NEEDFUL.has(lemmaOf(tree, opinion.word))) {
    const clause = childrenOf(tree, head).find(
      (c) =>
        ['csubj', 'ccomp', 'advcl', 'acl'].includes(baseRelation(tree, c)) &&
        childrenBy(tree, c, 'mark').some((m) => ['that', 'for', 'to'].includes(textOf(tree, m))),
    );
    // "a shame for Chad to invite them": Chad, whatever the parser hangs it on
    const doer =
      clause === undefined
        ? -1
        : (childrenBy(tree, clause, 'nsubj', 'nsubj:pass')[0] ??
          childrenBy(tree, head, 'nmod', 'obl').find((c) => c < clause && prepositionsOf(tree, c).includes('for')) ??
          -1);
    if (doer >= 0 && textOf(tree, doer) !== 'we' && textOf(tree, doer) !== 'i')
      targets = actorsOf(finder, doer, 'agent').filter((a) => !own.has(chainOf(doc, a.mention)));
  }
  // "called the raid a crime": whose raid it was may have been told before
  if (sources.length === 0 || (targets.length === 0 && doc.upos[thing] !== 'NOUN')) return null;
  const context = contextOf(finder, lexicon, head);
  return {
    type: BLAME.has(lemmaOf(tree, opinion.word)) ? 'ACCUSED' : opinion.value > 0 ? 'PRAISED' : 'CRITICIZED',
    head,
    words: opinion.word === head ? [] : [opinion.word],
    sources,
    targets,
    context: said ? { polarity: 'positive', modality: 'actual', tense: 'past', attributedTo: -1, cue: null } : context,
    theme: thing,
    rule: 'opinion',
    pos: 'adj',
    trace: [
      `opinion "${textOf(tree, opinion.word)}" (${opinion.value > 0 ? 'praise' : 'blame'}) of ${relationOf(tree, thing)} of "${textOf(tree, headOf(tree, thing))}"`,
    ],
  };
}
