import { relationInfo } from '../ontology';
import { type ActorFinder, typeOf } from './actors';
import type { Draft } from './draft';
import type { EventLexicon } from './lexicon';
import { headKeys } from './match';
import { headOf } from './tree';

/** What the pattern that made a claim looks like, by name; a feature that is not there counts 0. */
export type Pattern = Readonly<Record<string, number>>;

/**
 * How sure a claim is: a logistic sum over its pattern. The weights are fitted on articles that people annotated and on
 * arrows that they judged (data/lexicons/confidence.tsv says how); without weights everything is 0.5.
 */
export function confidenceOf(pattern: Pattern, weights: ReadonlyMap<string, number>): number {
  const z = Object.entries(pattern).reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), 0);
  return Math.round(100 / (1 + Math.exp(-z))) / 100;
}

const VERBAL: ReadonlySet<string> = new Set(['ACCUSE', 'REQUEST', 'REJECT', 'THREATEN', 'SUPPORT', 'AGREE', 'CONCEDE']);

export function patternOf(finder: ActorFinder, lexicon: EventLexicon, draft: Draft): Pattern {
  const { doc, tree } = finder;
  const actors = [...draft.sources, ...draft.targets];
  const mentions = actors.flatMap((a) => doc.mentions[a.mention] ?? []);
  const kinds = mentions.map((m) => m.kind);
  const sentence = doc.sentences[tree.sentenceOf[draft.head] ?? -1];
  const flag = (is: boolean): number => (is ? 1 : 0);
  const plover = relationInfo(draft.type).plover;
  const senses = headKeys(tree, draft.head).flatMap((key) => lexicon.senses.get(key) ?? []);
  return {
    bias: 1,
    noun: flag(draft.pos === 'noun'),
    adj: flag(draft.pos === 'adj'),
    rule: flag(draft.rule !== 'frame'),
    phrase: flag(draft.words.length > 0),
    climbedSource: flag(draft.sources.some((a) => a.steps > 0)),
    climbedTarget: flag(draft.targets.some((a) => a.steps > 0)),
    farTarget: flag(draft.targets.some((a) => a.steps > 1)),
    elsewhere: flag(draft.trace.some((line) => line.includes('elsewhere') || line.includes('told before'))),
    pronoun: flag(kinds.includes('pronoun')),
    nominal: flag(kinds.includes('nominal')),
    names: flag(kinds.length > 1 && kinds.every((kind) => kind === 'name')),
    place: flag(draft.targets.some((a) => typeOf(doc, a.mention) === 'Place')),
    group: flag(draft.targets.some((a) => typeOf(doc, a.mention) === 'Group')),
    notActual: flag(draft.context.modality !== 'actual' || draft.context.polarity === 'negative'),
    reported: flag(draft.context.attributedTo >= 0),
    many: flag(actors.length > 3),
    noSource: flag(draft.sources.length === 0),
    verbal: flag(VERBAL.has(plover)),
    consult: flag(plover === 'CONSULT'),
    assault: flag(plover === 'ASSAULT' || plover === 'COERCE'),
    ambiguous: flag(new Set(senses.map((sense) => sense.type)).size > 1),
    /** Tokens of the sentence and between trigger and ends, in units of about a clause. */
    long: Math.min(2, (sentence === undefined ? 0 : sentence.end - sentence.start) / 30),
    wide: Math.min(2, Math.max(0, ...mentions.map((m) => Math.abs(m.head - draft.head))) / 15),
    deep: Math.min(2, depthOf(finder, draft.head) / 4),
  };
}

/** Arcs from the trigger to the root of its sentence. */
function depthOf({ tree }: ActorFinder, token: number): number {
  let depth = 0;
  for (let at = token; at >= 0 && depth < 40; at = headOf(tree, at)) depth++;
  return depth - 1;
}
