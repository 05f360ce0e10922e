/** Ends that a sentence leaves out and the text tells elsewhere: who did what is condemned, who made the arrest, whom a march is against. */
import type { EventType } from '../ontology';
import { type ActorFinder, chainOf, typeOf } from './actors';
import { answerToDoer } from './answers';
import type { Draft } from './draft';
import { further, sentenceOf, withAgent } from './hands';
import type { EventLexicon } from './lexicon';
import { withVictims } from './responsibility';
import { childrenBy, lemmaOf, textOf } from './tree';

/** Fills ends of drafts from the drafts around them; the order of the list is kept. */
export function remember(finder: ActorFinder, lexicon: EventLexicon, drafts: readonly Draft[]): Draft[] {
  const ordered = [...drafts].sort((a, b) => a.head - b.head);
  const answered = ordered.map((draft, i) => answerToDoer(finder, lexicon, ordered, draft, i));
  const owned = answered.map((draft) => withVictims(finder, answered, draft));
  const done = owned.map((draft) => withAgent(finder, owned, draft));
  return done.map((draft, i) => withHosts(finder, done, withOpponent(finder, done, draft), i));
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

const MEETINGS: ReadonlySet<EventType> = new Set(['MET_WITH', 'HOSTED', 'NEGOTIATED_WITH', 'VISITED']);
const MEETING_REACH = 6;

/** "The king received the envoy. ... The meeting was attended by the prince": the prince met them too. */
function withHosts(finder: ActorFinder, drafts: readonly Draft[], draft: Draft, index: number): Draft {
  const { doc, tree } = finder;
  const attended = draft.type === 'MET_WITH' && draft.pos === 'verb' && lemmaOf(tree, draft.head) === 'attend';
  if (!attended || draft.targets.length > 0 || draft.sources.length === 0) return draft;
  const definite = draft.words.some((w) =>
    childrenBy(tree, w, 'det').some((d) => ['the', 'this'].includes(textOf(tree, d))),
  );
  const own = new Set(draft.sources.map((a) => chainOf(doc, a.mention)));
  for (let k = index - 1; definite && k >= 0; k--) {
    const earlier = drafts[k];
    if (earlier === undefined || sentenceOf(tree, draft) - sentenceOf(tree, earlier) > MEETING_REACH) break;
    if (!MEETINGS.has(earlier.type) || earlier.context.modality !== 'actual') continue;
    const hosts = [...earlier.sources, ...earlier.targets].filter(
      (a) => !own.has(chainOf(doc, a.mention)) && typeOf(doc, a.mention) === 'Person',
    );
    if (earlier.sources.length === 0 || earlier.targets.length === 0 || hosts.length === 0) continue;
    return { ...draft, targets: hosts.map(further), trace: [...draft.trace, 'those of the meeting told before'] };
  }
  return draft;
}
