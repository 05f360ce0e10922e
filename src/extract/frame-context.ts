/** What the frame itself changes in the context of its event. */
import { type EventType, relationInfo } from '../ontology';
import { type Actor, type ActorFinder, chainOf } from './actors';
import { imputedTo } from './carriers';
import type { Context } from './context';
import type { EventLexicon } from './lexicon';
import type { Firing } from './match';

import { childrenBy, lemmaOf, textOf } from './tree';

/** The context of a frame's event: refusals are told, threats are made by saying so, what is blamed on somebody is a claim. */
export function contextOfFrame(
  finder: ActorFinder,
  lexicon: EventLexicon,
  firing: Firing,
  sources: readonly Actor[],
  context: Context,
): Context {
  const { type } = firing.sense;
  const told = saidOfOneself(finder, type, sources, refusalOf(finder, firing, context));
  return asked(finder, lexicon, firing, imputed(finder, firing, told));
}

/** "an order for his arrest", phrase of the arrest: so far only ordered. */
function asked({ tree }: ActorFinder, lexicon: EventLexicon, { sense, head }: Firing, context: Context): Context {
  if (sense.pos !== 'noun' || sense.words.length === 0 || context.modality !== 'actual') return context;
  const effect = lexicon.embedding.get(`${lemmaOf(tree, head)}#n`)?.effect;
  const itself = ['REQUEST', 'THREATEN', 'AGREE'].includes(relationInfo(sense.type).plover);
  return (effect === 'requested' || effect === 'planned') && !itself ? { ...context, modality: effect } : context;
}

/** "will NOT lift the ban": where the phrase has its own "not", the refusal is told, not denied. */
function refusalOf({ tree }: ActorFinder, firing: Firing, context: Context): Context {
  if (context.polarity !== 'negative' || !firing.words.some((w) => NEGATIONS.has(textOf(tree, w)))) return context;
  return { ...context, polarity: 'positive', modality: context.modality === 'planned' ? 'actual' : context.modality };
}
const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'no']);

/** "The agency said it would punish them": to say so of oneself is the threat. */
function saidOfOneself({ doc }: ActorFinder, type: EventType, sources: readonly Actor[], context: Context): Context {
  const speaker = context.attributedTo < 0 ? -1 : chainOf(doc, context.attributedTo);
  if (type !== 'THREATENED' || context.polarity === 'negative') return context;
  if (speaker < 0 || !sources.some((a) => chainOf(doc, a.mention) === speaker)) return context;
  return { ...context, modality: 'actual', tense: 'past', attributedTo: -1, cue: null };
}

/** "a raid blamed on the rebels (killed two)": that it was theirs is what somebody says. */
function imputed({ tree }: ActorFinder, { sense, head }: Firing, context: Context): Context {
  if (context.cue !== null) return context;
  const acts = sense.pos === 'noun' ? [head] : childrenBy(tree, head, 'nsubj', 'obl:agent');
  return acts.some((act) => imputedTo(tree, act).length > 0) ? { ...context, cue: 'blame' } : context;
}
