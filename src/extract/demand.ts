import { type Actor, type ActorFinder, actorsOf, chainOf, typeOf } from './actors';
import { unspecific } from './casting';
import { complementOf, isInfinitive, logicalSubjects } from './clause';
import { type Context, contextOf } from './context';
import type { Draft } from './draft';
import type { EventLexicon } from './lexicon';
import { childBy, childrenBy, childrenOf, headOf, isPassive, lemmaOf, relationOf, type Tree, textOf } from './tree';

const SAYING = new Set([
  'say',
  'tell',
  'insist',
  'argue',
  'state',
  'add',
  'declare',
  'believe',
  'stress',
  'write',
  'tweet',
  'maintain',
  'assert',
  'emphasize',
  'emphasise',
  'reiterate',
  'note',
  'claim',
  'announce',
]);
const RULING = new Set(['rule', 'decree', 'decide']);
const STATES = new Set([
  'remain',
  'stay',
  'belong',
  'exist',
  'happen',
  'occur',
  'know',
  'feel',
  'seem',
  'look',
  'come',
]);
const EVERYBODY = new Set(['we', 'i', 'you', 'one']);
const ADDRESSING = new Set(['tell', 'insist']);
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never']);
const QUESTIONS = new Set(['what', 'how', 'whether', 'why', 'which', 'if', 'where', 'when']);

/** Who speaks demands it by these words. */
const IN_WORDS: Context = { polarity: 'positive', modality: 'actual', tense: 'past', attributedTo: -1, cue: null };

/** A demand put as a duty in somebody's mouth: "Ankara said Athens must pull back", "the group says banks should pay". */
export function findDemands(finder: ActorFinder, lexicon: EventLexicon): Draft[] {
  const { tree, doc } = finder;
  const drafts: Draft[] = [];
  const told = new Set<number>();
  doc.tokens.forEach((_, verb) => {
    if (doc.upos[verb] !== 'VERB' || !(SAYING.has(lemmaOf(tree, verb)) || RULING.has(lemmaOf(tree, verb)))) return;
    for (const clause of saidClauses(tree, verb)) {
      told.add(clause);
      const draft = dutyIn(finder, lexicon, verb, clause);
      if (draft !== null) drafts.push(draft);
    }
  });
  return [...drafts, ...quotedDuties(finder, lexicon, told)];
}

/** '"The clan must go." ... "The island should not wait"': duties in the words of a speaker, in sentences of their own. */
function quotedDuties(finder: ActorFinder, lexicon: EventLexicon, told: ReadonlySet<number>): Draft[] {
  const { tree, doc } = finder;
  return doc.tokens.flatMap((token, clause) => {
    if (doc.upos[clause] !== 'VERB' || told.has(clause) || !['root', 'conj'].includes(relationOf(tree, clause)))
      return [];
    const quotation = doc.quotations.findIndex((q) => q.start <= token.start && token.start < q.end);
    const speaker = finder.speakers[quotation] ?? -1;
    if (speaker < 0) return [];
    const draft = dutyIn(finder, lexicon, clause, clause, [{ mention: speaker, steps: 0, via: 'speaker' }]);
    return draft?.targets.every((a) => isAddressed(finder, a.mention)) ? [draft] : [];
  });
}

/** A body, a state, somebody by name, or people that are pointed at ("the neighbours"): not "people" at large. */
function isAddressed({ doc, tree }: ActorFinder, mention: number): boolean {
  const m = doc.mentions[mention];
  if (m === undefined || m.kind === 'pronoun') return false;
  const type = typeOf(doc, mention);
  if (type === 'Organization' || type === 'Country' || m.kind === 'name') return true;
  return ['the', 'these', 'those', 'our', 'all'].includes(textOf(tree, m.start));
}

/** "said that banks should pay and the state must wait": the clause and those joined to it, also where the parser joins them to the verb. */
function saidClauses(tree: Tree, verb: number): number[] {
  const first = childrenOf(tree, verb).find(
    (c) => relationOf(tree, c) === 'ccomp' || (relationOf(tree, c) === 'parataxis' && c < verb),
  );
  // "Banks should pay, the union said": the parser may hang the saying on what is said
  const said = headOf(tree, verb);
  if (first === undefined && relationOf(tree, verb) === 'parataxis' && said >= 0 && said < verb) return [said];
  if (first === undefined) return [];
  const joined = [...childrenBy(tree, first, 'conj'), ...childrenBy(tree, verb, 'conj')].filter(
    (c) => c > first && childBy(tree, c, 'nsubj') >= 0 && childBy(tree, c, 'aux') >= 0,
  );
  return [first, ...joined];
}

function dutyIn(
  finder: ActorFinder,
  lexicon: EventLexicon,
  verb: number,
  clause: number,
  speakers?: readonly Actor[],
): Draft | null {
  const { tree, doc } = finder;
  if (childrenOf(tree, clause).some((c) => QUESTIONS.has(textOf(tree, c)))) return null;
  const ruling = RULING.has(lemmaOf(tree, verb));
  const permits = ruling
    ? childrenBy(tree, clause, 'aux').find((a) => ['may', 'can', 'could'].includes(textOf(tree, a)))
    : undefined;
  const modal = childrenBy(tree, clause, 'aux').find((a) => textOf(tree, a) === 'must' || textOf(tree, a) === 'should');
  const complement =
    lemmaOf(tree, clause) === 'need' || lemmaOf(tree, clause) === 'have' ? complementOf(tree, clause) : -1;
  // "must be formed", "has to be formed", "has figures for how much": nobody is told to do it
  const needs = complement >= 0 && isInfinitive(tree, complement) && !isPassive(tree, complement) ? complement : -1;
  if (modal === undefined && needs < 0 && permits === undefined) return null;
  // "did not have to pay": no duty; "should have paid": it is late for that
  if (modal === undefined && childrenBy(tree, clause, 'advmod').some((a) => NEGATIONS.has(textOf(tree, a))))
    return null;
  const late = modal !== undefined && childrenBy(tree, clause, 'aux').some((a) => textOf(tree, a) === 'have');
  // "should remain", "must be true": nothing to do
  if (STATES.has(lemmaOf(tree, clause)) || childBy(tree, clause, 'cop') >= 0) return null;
  // "the town needs this government to act": the one who is needed
  const needed = lemmaOf(tree, clause) === 'need' ? childBy(tree, clause, 'obj') : -1;
  const subject = needed >= 0 ? needed : childBy(tree, clause, 'nsubj', 'nsubj:pass');
  if (subject < 0 || relationOf(tree, subject) === 'nsubj:pass') return null;
  // "we must do better", "you will have to wait": whoever speaks, or anybody
  if (EVERYBODY.has(textOf(tree, subject)) && !ADDRESSING.has(lemmaOf(tree, verb))) return null;
  const sources = (
    speakers ?? logicalSubjects(tree, lexicon, verb).flatMap((t) => actorsOf(finder, t, 'agent'))
  ).filter((a) => !unspecific(finder, a));
  const own = new Set(sources.map((a) => chainOf(doc, a.mention)));
  const targets = actorsOf(finder, subject, 'none').filter(
    (a) => !own.has(chainOf(doc, a.mention)) && !unspecific(finder, a),
  );
  if (sources.length === 0 || targets.length === 0) return null;
  const context = speakers === undefined ? contextOf(finder, lexicon, verb) : IN_WORDS;
  if (context.polarity === 'negative') return null;
  return {
    type: late
      ? 'CRITICIZED'
      : permits !== undefined
        ? 'CONCEDED_TO'
        : ruling
          ? 'ORDERED'
          : modal !== undefined && textOf(tree, modal) === 'must'
            ? 'DEMANDED'
            : 'URGED',
    head: verb,
    words: [],
    sources,
    targets,
    context,
    theme: clause,
    rule: 'demand',
    pos: 'verb',
    trace: [
      `duty "${textOf(tree, modal ?? clause)}" in ${speakers === undefined ? `what "${textOf(tree, verb)}" reports` : 'a quotation'}`,
    ],
  };
}
