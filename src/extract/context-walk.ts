/** What is known of an event's context on the way from its trigger up to the root of its sentence. */
import type { EventType, Modality } from '../ontology';
import { SAID_ACTS } from './context-cues';

export interface Walk {
  readonly type: EventType | null;
  readonly trigger: number;
  negative: boolean;
  modality: Modality;
  tense: 'past' | 'present' | 'future' | null;
  attributedTo: number;
  cue: string | null;
  /** Modality and negation are settled: only who says so is still looked for. */
  settled: boolean;
  /** What is denied further up is not the event: "the attack did not stop the train". */
  affirmed: boolean;
  /** Told by the text itself, whoever is quoted around it: "said that the troops fighting the rebels had left". */
  own: boolean;
  /** The event's phrase has its own "no" ("gave no permission"). */
  readonly refusing: boolean;
}

/** Nobody is found yet who says so, and somebody may. */
export const isOpen = (walk: Walk): boolean => walk.attributedTo < 0 && !walk.own;

/** The first that is not actual stays: it is the nearest to the event. */
export function weaken(walk: Walk, modality: Modality): void {
  if (!walk.settled && walk.modality === 'actual') walk.modality = modality;
}

export function negate(walk: Walk): void {
  if (!walk.settled && !walk.affirmed) walk.negative = !walk.negative;
}

export function settle(walk: Walk): void {
  walk.settled = true;
}

/** What one does by saying so: to praise, to blame, to demand. */
export const isSaidAct = (walk: Walk): boolean => walk.type !== null && SAID_ACTS.has(walk.type);
