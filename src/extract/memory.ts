/** Ends that a sentence leaves out and the text tells elsewhere: who did what is condemned, who made the arrest, whom a march is against. */
import type { EventType } from '../ontology';
import { type ActorFinder, chainOf, typeOf } from './actors';
import { answerToDoer } from './answers';
import type { Draft } from './draft';
import { further, sentenceOf, withAgent } from './hands';
import type { EventLexicon } from './lexicon';
import { textOf } from './tree';

/** Fills ends of drafts from the drafts around them; the order of the list is kept. */
export function remember(finder: ActorFinder, lexicon: EventLexicon, drafts: readonly Draft[]): Draft[] {
  const ordered = [...drafts].sort((a, b) => a.head - b.head);
  const answered = ordered.map((draft, i) => answerToDoer(finder, lexicon, ordered, draft, i));
  const done = answered.map((draft) => withAgent(finder, answered, draft));
  return done.map((draft) => withOpponent(finder, done, draft));
}

const COMPLAINTS: ReadonlySet<EventType> = new Set(['DEMANDED', 'CRITICIZED', 'ACCUSED', 'OBJECTED_TO']);

/** "Students marched to demand that the ministry reopen the schools": against the ministry. */
function withOpponent(finder: ActorFinder, drafts: readonly Draft[], draft: Draft): Draft {
  const { doc, tree } = finder;
  const known = draft.targets.some((a) => typeOf(doc, a.mention) !== 'Place');
  if (draft.type !== 'PROTESTED_AGAINST' || known || draft.sources.length === 0) return draft;
  const own = new Set(draft.sources.map((a) => chainOf(doc, a.mention)));
  const ofThem = (d: Draft): boolean => d.sources.some((a) => own.has(chainOf(doc, a.mention)));
  const others = (d: Draft): boolean =>
    d.targets.length > 0 &&
    !d.targets.some((a) => own.has(chainOf(doc, a.mention)) || typeOf(doc, a.mention) === 'Place');
  const here = sentenceOf(tree, draft);
  const complaint =
    drafts.find((d) => sentenceOf(tree, d) === here && COMPLAINTS.has(d.type) && ofThem(d) && others(d)) ??
    drafts.find((d) => d.type === draft.type && d !== draft && ofThem(d) && others(d));
  if (complaint === undefined) return draft;
  return {
    ...draft,
    targets: complaint.targets.map(further),
    trace: [...draft.trace, `against those of "${textOf(tree, complaint.head)}"`],
  };
}
