import type { EventType } from '../ontology';
import type { Actor } from './actors';
import type { Context } from './context';

/** An event before its date, counts and confidence: what the frames and rules find. */
export interface Draft {
  readonly type: EventType;
  readonly head: number;
  readonly words: readonly number[];
  readonly sources: readonly Actor[];
  readonly targets: readonly Actor[];
  readonly context: Context;
  readonly theme: number;
  /** "frame", "opinion", "demand". */
  readonly rule: string;
  readonly pos: 'verb' | 'noun' | 'adj';
  readonly trace: readonly string[];
}

/** Told of every frame that fired and of every argument, for `explain`. */
export type Listener = (token: number, message: string) => void;

/** A person named by an act ("protesters") does it to somebody or is just called so. */
export const SELF = 'the noun itself';
