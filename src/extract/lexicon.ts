import { EVENT_TYPES, type EventType, type Modality } from '../ontology';

/**
 * The event lexicon as a political scientist edits it (data/lexicons/events.tsv), compiled for matching.
 * One row is one sense:
 *
 *   type <TAB> part of speech <TAB> phrase <TAB> frame <TAB> when <TAB> example
 *   CRITICIZED  verb  come under fire  from > subj   +from  The minister came under fire from the union.
 */
export type SensePos = 'verb' | 'noun' | 'adj';

/** One place where an argument may stand, tried in order; see PATHS in events.tsv's header. */
export type RolePath = string;

export interface Condition {
  /** `has`: the slot is filled; `lacks`: it is not; `is`: its head is one of these words; `isnt`; `type`: its entity type is one of these; `untyped`. */
  readonly kind: 'has' | 'lacks' | 'is' | 'isnt' | 'type' | 'untyped';
  readonly slot: string;
  readonly values: ReadonlySet<string>;
  /** Holds too where the slot is empty. */
  readonly optional: boolean;
}

export interface EventSense {
  readonly type: EventType;
  readonly pos: SensePos;
  /** The phrase as written in the file. */
  readonly phrase: string;
  /** Each further word of the phrase as a set of alternatives ("impose sanction/embargo"). */
  readonly words: readonly ReadonlySet<string>[];
  readonly source: readonly RolePath[];
  readonly target: readonly RolePath[];
  readonly conditions: readonly Condition[];
  readonly example: string;
  /** 1-based line of the file. */
  readonly line: number;
}

/** What a verb or noun that takes a clause or an event noun does to the event below it. */
export interface Embedding {
  readonly effect: 'actual' | 'negative' | 'said' | 'denied' | Exclude<Modality, 'actual'>;
  /** Who does the embedded act: the subject or the object of the embedding word. */
  readonly control: 'subj' | 'obj';
}

/** A verb that carries an event noun ("launched an attack"): which part of the event its subject plays. */
export interface SupportVerb {
  readonly subject: 'source' | 'target' | 'none';
  readonly effect: Embedding['effect'];
}

export interface EventLexicon {
  /** By part of speech and head word: "verb:come". */
  readonly senses: ReadonlyMap<string, readonly EventSense[]>;
  /** Nouns that name an act, from the senses. */
  readonly actNouns: ReadonlySet<string>;
  /** Verbs and adjectives by lemma; nouns as "plan#n"; those whose finite clause is a report as "insist#that". */
  readonly embedding: ReadonlyMap<string, Embedding>;
  readonly supports: ReadonlyMap<string, SupportVerb>;
  /** Words of praise (1) and blame (-1). */
  readonly opinions: ReadonlyMap<string, 1 | -1>;
  /** Weights of the features of a claim's pattern. */
  readonly confidence: ReadonlyMap<string, number>;
}

export interface EventLexiconTexts {
  readonly events: string;
  readonly embedding: string;
  readonly supports: string;
  readonly opinions: string;
  /** Without it no claim is surer than another. */
  readonly confidence?: string;
}

const EMBEDDING_KEYS: Readonly<Record<string, (word: string) => string>> = {
  noun: (word) => `${word}#n`,
  that: (word) => `${word}#that`,
};
const TYPES: ReadonlySet<string> = new Set(EVENT_TYPES);
const POS: ReadonlySet<string> = new Set(['verb', 'noun', 'adj']);
const EFFECTS: ReadonlySet<string> = new Set([
  'actual',
  'negative',
  'said',
  'denied',
  'planned',
  'possible',
  'hypothetical',
  'requested',
]);

/** Compiles the four files; a row that cannot be read is an error that names its file and line. */
export function readEventLexicon(texts: EventLexiconTexts): EventLexicon {
  const senses = new Map<string, EventSense[]>();
  for (const { cells, line } of rowsOf(texts.events)) {
    for (const [key, sense] of sensesOf(cells, line)) {
      const list = senses.get(key);
      if (list === undefined) senses.set(key, [sense]);
      else list.push(sense);
    }
  }
  const embedding = new Map<string, Embedding>();
  for (const { cells, line } of rowsOf(texts.embedding)) {
    const [word = '', pos = '', effect = '', control = ''] = cells;
    if (!EFFECTS.has(effect) || (control !== 'subj' && control !== 'obj'))
      throw new Error(`embedding.tsv:${line}: effect "${effect}" or control "${control}" is not known`);
    embedding.set(EMBEDDING_KEYS[pos]?.(word) ?? word, { effect: effect as Embedding['effect'], control });
  }
  const supports = new Map<string, SupportVerb>();
  for (const { cells, line } of rowsOf(texts.supports)) {
    const [word = '', subject = '', effect = ''] = cells;
    if (!EFFECTS.has(effect) || (subject !== 'source' && subject !== 'target' && subject !== 'none'))
      throw new Error(`support-verbs.tsv:${line}: subject "${subject}" or effect "${effect}" is not known`);
    supports.set(word, { subject, effect: effect as Embedding['effect'] });
  }
  const opinions = new Map<string, 1 | -1>();
  for (const { cells, line } of rowsOf(texts.opinions)) {
    const [word = '', polarity = ''] = cells;
    if (polarity !== '+' && polarity !== '-') throw new Error(`opinions.tsv:${line}: "${polarity}" is neither + nor -`);
    opinions.set(word, polarity === '+' ? 1 : -1);
  }
  const confidence = new Map<string, number>();
  for (const { cells, line } of rowsOf(texts.confidence ?? '')) {
    const weight = Number(cells[1]);
    if (cells[0] === undefined || cells[1] === undefined || !Number.isFinite(weight))
      throw new Error(`confidence.tsv:${line}: "${cells[1]}" is no number`);
    confidence.set(cells[0], weight);
  }
  const actNouns = new Set([...senses.keys()].filter((key) => key.startsWith('noun:')).map((key) => key.slice(5)));
  return { senses, actNouns, embedding, supports, opinions, confidence };
}

function* rowsOf(text: string): Generator<{ cells: string[]; line: number }> {
  const lines = text.split('\n');
  for (const [i, raw] of lines.entries()) {
    const row = raw.trimEnd();
    if (row === '' || row.startsWith('#')) continue;
    yield { cells: row.split('\t').map((cell) => cell.trim()), line: i + 1 };
  }
}

function sensesOf(cells: readonly string[], line: number): [string, EventSense][] {
  const [type = '', pos = '', phrase = '', frame = '', when = '', example = ''] = cells;
  const bad = (what: string): Error => new Error(`events.tsv:${line}: ${what}`);
  if (!TYPES.has(type)) throw bad(`"${type}" is no event type`);
  if (!POS.has(pos)) throw bad(`"${pos}" is neither verb, noun nor adj`);
  const [head = '', ...rest] = phrase.split(' ');
  if (head === '') throw bad('the phrase is empty');
  const sides = frame.split('>').map((side) => side.trim());
  const [source, target] = sides;
  if (source === undefined || target === undefined || sides.length !== 2)
    throw bad(`"${frame}" is no frame "source > target"`);
  const sense: EventSense = {
    type: type as EventType,
    pos: pos as SensePos,
    phrase,
    words: rest.map((word) => new Set(word.split('/'))),
    source: pathsOf(source),
    target: pathsOf(target),
    conditions: when
      .split(' ')
      .filter((c) => c !== '' && c !== '-')
      .map((c) => conditionOf(c, bad)),
    example,
    line,
  };
  return head.split('/').map((word) => [`${pos}:${word}`, sense]);
}

function pathsOf(side: string): RolePath[] {
  return side
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '' && path !== '-');
}

/** `+with`, `-comp`, `obj=fee/price`, `obj!=fee`, `obj:actor`, `obj!:human`, `doer?:actor`. */
function conditionOf(text: string, bad: (what: string) => Error): Condition {
  const simple = /^([+-])([a-z_.]+)$/.exec(text);
  if (simple)
    return { kind: simple[1] === '+' ? 'has' : 'lacks', slot: simple[2] ?? '', values: new Set(), optional: false };
  const full = /^([a-z_.]+)(!=|!:|\?:|=|:)(.+)$/.exec(text);
  const kind = KINDS[full?.[2] ?? ''];
  if (!full || kind === undefined) throw bad(`"${text}" is no condition`);
  return { kind, slot: full[1] ?? '', values: new Set((full[3] ?? '').split('/')), optional: full[2] === '?:' };
}
const KINDS: Readonly<Record<string, Condition['kind']>> = {
  '=': 'is',
  '!=': 'isnt',
  ':': 'type',
  '?:': 'type',
  '!:': 'untyped',
};
