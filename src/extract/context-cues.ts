/** Words and kinds of events that tell how an event is told. */
import type { EventType, Modality } from '../ontology';

export const MODALS: Readonly<Record<string, Modality>> = {
  will: 'planned',
  "'ll": 'planned',
  '’ll': 'planned',
  shall: 'planned',
  wo: 'planned',
  would: 'hypothetical',
  "'d": 'hypothetical',
  could: 'possible',
  can: 'possible',
  ca: 'possible',
  may: 'possible',
  might: 'possible',
  should: 'requested',
  must: 'requested',
  ought: 'requested',
};
export const NEGATIVES = new Set(['not', "n't", 'n’t', 'never', 'no', 'neither', 'nor', 'without', 'hardly']);
export const FINITE_BE = new Set(['is', 'are', 'was', 'were', "'s", '’s', "'re", '’re']);
export const HEARSAY = new Set(['reportedly', 'allegedly', 'supposedly', 'purportedly', 'apparently']);
/** Effects of verbs that ask for what follows "for". */
export const ASKED: ReadonlySet<string> = new Set(['requested', 'planned']);
export const INSTEAD = ['rather_than', 'instead_of'];
export const IF = new Set(['if', 'unless', 'until', 'whether', 'lest']);
/** Joined with a verb of the present they tell of what is still to come, where their main clause does. */
export const ONCE_IT_IS = new Set(['when', 'once', 'after', 'before', 'until', 'till']);

/** Acts that are done by saying so: "took to Twitter to congratulate her", "held a briefing to condemn the raid". */
export const SAID_ACTS: ReadonlySet<EventType> = new Set([
  'PRAISED',
  'CRITICIZED',
  'ACCUSED',
  'DEMANDED',
  'REQUESTED',
  'URGED',
  'WARNED',
  'APOLOGIZED_TO',
  'PROTESTED_AGAINST',
  'OBJECTED_TO',
]);
/** "We wish to thank them" thanks them. */
export const EXPRESSED: ReadonlySet<EventType> = new Set(['PRAISED', 'CRITICIZED', 'APOLOGIZED_TO', 'SUPPORTED']);
export const WISHES = new Set(['wish', 'want', 'like', 'love']);
/** What people gather for or put out in order to say something. */
export const PLATFORMS = new Set([
  'conference',
  'briefing',
  'meeting',
  'letter',
  'statement',
  'message',
  'call',
  'rally',
  'protest',
  'march',
  'demonstration',
  'tweet',
  'post',
  'speech',
  'interview',
  'address',
  'visit',
  'event',
  'strike',
  'petition',
  'article',
  'press',
]);
/** States that what is said of their noun does not put into doubt: "the partnership of A and B will help trade". */
export const STANDING: ReadonlySet<EventType> = new Set([
  'COOPERATED_WITH',
  'SUPPORTED',
  'SANCTIONED',
  'BANNED',
  'FOUGHT',
  'OBJECTED_TO',
  'SIGNED_WITH',
]);
/** "issued a statement that ..." */
export const ISSUES = new Set([
  'file',
  'issue',
  'release',
  'publish',
  'make',
  'give',
  'repeat',
  'post',
  'send',
  'present',
]);
export const SAYING = new Set(['say', 'tell', 'add', 'state', 'report', 'announce', 'claim', 'note', 'confirm']);
export const SPEAKERS = new Set(['it', 'he', 'she', 'they']);
