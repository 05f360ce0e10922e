/**
 * Events against sentences that people coded (JSON Lines: `{id, text, expected: [{source, target, plover | cameo}]}`).
 * A gold event is matched by one guess at most. Where the gold marks one pair a sentence, precision is a lower bound:
 * the telling figures are the recall of the directed pair, `typed|dyad`, the wrong direction, and the false alarms.
 */
import type { PloverClass } from '../ontology';
import { type GoldActor, matchActor, RELAXED, STRICT } from './actors';
import type { EventGuess } from './event-guesses';
import { harmonicMean, maximumMatching, share } from './matching';

export interface GoldEvent {
  readonly source: GoldActor | null;
  readonly target: GoldActor | null;
  readonly plover?: string | null;
  readonly cameo?: string | null;
  readonly quad?: string | null;
  /** A relation type that is no PLOVER class. */
  readonly type?: string | null;
  readonly symmetric?: boolean;
}

export interface GoldSentence {
  readonly id: string;
  readonly text: string;
  readonly expected: readonly GoldEvent[];
  /** false: unclear whether there is an event; such a sentence raises no false alarm. */
  readonly noevents?: boolean;
}

/**
 * strict: both actors strictly, direction, class; relaxed: both actors, direction, class;
 * dyad: both actors and the direction; pair: both actors; type: the class is anywhere in the sentence.
 */
export const EVENT_LEVELS = ['strict', 'relaxed', 'dyad', 'pair', 'type'] as const;
export type EventLevel = (typeof EVENT_LEVELS)[number];

export interface EventRates {
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface EventFigures {
  readonly sentences: number;
  readonly gold: number;
  readonly guessed: number;
  /** Guesses with a PLOVER class. */
  readonly typed: number;
  readonly levels: Readonly<Record<EventLevel, EventRates>>;
  /** The share of the right directed pairs whose class is right too. */
  readonly typedGivenDyad: number;
  /** The share of the right pairs that point the wrong way. */
  readonly wrongDirection: number;
  readonly noEventSentences: number;
  readonly falseAlarms: number;
}

export interface EventScore {
  readonly figures: EventFigures;
  /** Sentences where a gold event was missed: what was wanted, what was found. */
  readonly errors: readonly string[];
}

const OLD_CLASSES: Readonly<Record<string, string>> = {
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  INVESTIGATE: 'ACCUSE',
  FIGHT: 'ASSAULT',
};
const QUAD_CLASSES: Readonly<Record<string, readonly string[]>> = {
  1: ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE'],
  2: ['COOPERATE', 'AID', 'RETREAT', 'CONCEDE'],
  3: ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'],
  4: ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'],
};
const CAMEO_ROOTS: Readonly<Record<string, PloverClass>> = {
  '02': 'REQUEST',
  '03': 'AGREE',
  '04': 'CONSULT',
  '05': 'SUPPORT',
  '06': 'COOPERATE',
  '07': 'AID',
  '09': 'ACCUSE',
  '10': 'REQUEST',
  '11': 'ACCUSE',
  '12': 'REJECT',
  '13': 'THREATEN',
  '14': 'PROTEST',
  '15': 'MOBILIZE',
  '16': 'SANCTION',
  '17': 'COERCE',
  '18': 'ASSAULT',
  '19': 'ASSAULT',
  '20': 'ASSAULT',
};
/** Codes that PLOVER put into another class than their root. */
const CAMEO_MOVED: Readonly<Record<string, PloverClass>> = {
  '163': 'COERCE',
  '191': 'COERCE',
  '192': 'COERCE',
  '175': 'ASSAULT',
  '1712': 'ASSAULT',
};

function classOfCameo(given: string): PloverClass | null {
  const code = given.replace(/\D/g, '');
  const moved = CAMEO_MOVED[code] ?? CAMEO_MOVED[code.slice(0, 3)];
  if (moved) return moved;
  if (code.startsWith('08')) return /^08[0-3]/.test(code) || code.length <= 2 ? 'CONCEDE' : 'RETREAT';
  return CAMEO_ROOTS[code.slice(0, 2)] ?? null;
}

/** The classes that are right for a gold event; none: any is. YIELD is what CONCEDE and RETREAT once were. */
export function goldClasses(event: GoldEvent): ReadonlySet<string> {
  const current = (name: string) => (name === 'YIELD' ? ['CONCEDE', 'RETREAT'] : [OLD_CLASSES[name] ?? name]);
  const classes = new Set((event.plover ?? '').split('|').filter(Boolean).flatMap(current));
  if (classes.size === 0 && event.cameo)
    for (const name of [classOfCameo(event.cameo)].filter((x) => x !== null)) classes.add(name);
  if (event.cameo === '08') for (const name of current('YIELD')) classes.add(name);
  if (classes.size === 0 && !event.cameo) for (const name of QUAD_CLASSES[event.quad ?? ''] ?? []) classes.add(name);
  if (event.type && !event.plover) classes.add(event.type.toUpperCase());
  return classes;
}

/** CAMEO 01, a statement, is no event. */
export function isEvent(event: GoldEvent): boolean {
  return Boolean(event.plover || event.type) || (!/^01/.test(event.cameo ?? '') && event.quad !== '0');
}

interface Guess extends EventGuess {
  /** Given in both directions, and counted once. */
  readonly symmetric: boolean;
}

/** Negated events are none; doubles and reciprocal doubles count once. */
function distinctGuesses(guesses: readonly EventGuess[]): Guess[] {
  const label = (actor: EventGuess['source']) => (actor ? actor.name || actor.text : '').toLowerCase();
  const seen = new Set<string>();
  const kept: Guess[] = [];
  for (const guess of guesses.filter((g) => !g.negated)) {
    const key = JSON.stringify([
      guess.source?.name,
      guess.source?.text,
      guess.target?.name,
      guess.target?.text,
      guess.class,
    ]);
    if (seen.has(key)) continue;
    seen.add(key);
    const [a, b] = [label(guess.source), label(guess.target)];
    const twin = kept.findIndex(
      (k) => label(k.source) !== '' && label(k.source) === b && label(k.target) === a && k.class === guess.class,
    );
    if (twin < 0) kept.push({ ...guess, symmetric: false });
    else kept[twin] = { ...kept[twin]!, symmetric: true };
  }
  return kept;
}

interface SentenceCounts {
  readonly gold: number;
  readonly guessed: number;
  readonly typed: number;
  readonly right: Record<EventLevel, number>;
}

function scoreSentence(gold: readonly GoldEvent[], guesses: readonly Guess[]): SentenceCounts {
  const classes = gold.map(goldClasses);
  const grades = gold.map((g) =>
    guesses.map((p) => {
      const forward = Math.min(matchActor(g.source, p.source), matchActor(g.target, p.target));
      const backward = Math.min(matchActor(g.source, p.target), g.target ? matchActor(g.target, p.source) : 0);
      return {
        directed: g.symmetric || p.symmetric ? Math.max(forward, backward) : forward,
        either: Math.max(forward, backward),
      };
    }),
  );
  const classRight = (i: number, j: number) => classes[i]!.size === 0 || classes[i]!.has(guesses[j]!.class ?? '');
  const holds: Record<EventLevel, (i: number, j: number) => boolean> = {
    strict: (i, j) => grades[i]![j]!.directed === STRICT && classRight(i, j),
    relaxed: (i, j) => grades[i]![j]!.directed >= RELAXED && classRight(i, j),
    dyad: (i, j) => grades[i]![j]!.directed >= RELAXED,
    pair: (i, j) => grades[i]![j]!.either >= RELAXED,
    type: classRight,
  };
  const found = (level: EventLevel) =>
    maximumMatching(gold.map((_, i) => guesses.map((_, j) => j).filter((j) => holds[level](i, j)))).size;
  return {
    gold: gold.length,
    guessed: guesses.length,
    typed: guesses.filter((p) => p.class !== null).length,
    right: {
      strict: found('strict'),
      relaxed: found('relaxed'),
      dyad: found('dyad'),
      pair: found('pair'),
      type: found('type'),
    },
  };
}

function describeMiss(sentence: GoldSentence, gold: readonly GoldEvent[], guesses: readonly Guess[]): string {
  const goldName = (actor: GoldActor | null) => actor?.text ?? actor?.code ?? 'nobody';
  const wanted = gold.map(
    (g) => `${goldName(g.source)} -${g.plover ?? g.cameo ?? g.type ?? 'any'}-> ${goldName(g.target)}`,
  );
  const found = guesses.map(
    (p) => `${p.source?.text ?? 'nobody'} -${p.class ?? 'none'}-> ${p.target?.text ?? 'nobody'}`,
  );
  return [
    sentence.id,
    `  ${sentence.text}`,
    ...wanted.map((line) => `  gold  ${line}`),
    ...found.map((line) => `  guess ${line}`),
  ].join('\n');
}

/** `guesses`: by the sentence's id; a sentence without any counts as one where nothing was found. */
export function scoreEvents(
  sentences: readonly GoldSentence[],
  guesses: ReadonlyMap<string, readonly EventGuess[]>,
): EventScore {
  const total = { gold: 0, guessed: 0, typed: 0, right: { strict: 0, relaxed: 0, dyad: 0, pair: 0, type: 0 } };
  const counts = { sentences: 0, noEventSentences: 0, falseAlarms: 0 };
  const errors: string[] = [];
  for (const sentence of sentences) {
    const gold = sentence.expected.filter(isEvent);
    const onlyStatements =
      sentence.expected.length > 0 && gold.length === 0 && !sentence.expected.some((g) => g.quad === '0');
    if (onlyStatements || (gold.length === 0 && sentence.noevents === false)) continue;
    const found = distinctGuesses(guesses.get(sentence.id) ?? []);
    const own = scoreSentence(gold, found);
    counts.sentences++;
    if (gold.length === 0) {
      counts.noEventSentences++;
      if (own.typed > 0) counts.falseAlarms++;
    }
    for (const key of ['gold', 'guessed', 'typed'] as const) total[key] += own[key];
    for (const level of EVENT_LEVELS) total.right[level] += own.right[level];
    if (own.right.relaxed < gold.length || (gold.length === 0 && own.typed > 0))
      errors.push(describeMiss(sentence, gold, found));
  }
  const rates = (level: EventLevel): EventRates => {
    const right = total.right[level];
    const precision = share(right, level === 'dyad' || level === 'pair' ? total.guessed : total.typed || total.guessed);
    const recall = share(right, total.gold);
    return { right, precision, recall, f1: harmonicMean(precision, recall) };
  };
  return {
    figures: {
      sentences: counts.sentences,
      gold: total.gold,
      guessed: total.guessed,
      typed: total.typed,
      levels: {
        strict: rates('strict'),
        relaxed: rates('relaxed'),
        dyad: rates('dyad'),
        pair: rates('pair'),
        type: rates('type'),
      },
      typedGivenDyad: share(total.right.relaxed, total.right.dyad),
      wrongDirection: share(total.right.pair - total.right.dyad, total.right.pair),
      noEventSentences: counts.noEventSentences,
      falseAlarms: counts.falseAlarms,
    },
    errors,
  };
}
