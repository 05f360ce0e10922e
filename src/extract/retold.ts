/**
 * An event told again has the date that was told first: "The army killed the general on Friday. ... The killing ..."
 * Only where type and parties are the same, and all dated tellings of the article agree.
 */
import type { Chained, DateValue, EventClaim, TokenSpan } from '../document';
import { type EventType, relationInfo } from '../ontology';
import { chainOf } from './finder';

/** What happens to somebody once: any date of it will do. Of the others the day must be said, and not far away. */
const ONCE: ReadonlySet<EventType> = new Set([
  'KILLED',
  'ARRESTED',
  'ABDUCTED',
  'APPOINTED',
  'DISMISSED',
  'CONVICTED',
  'RESIGNED_FROM',
  'EXPELLED',
  'DEPORTED',
  'DESIGNATED',
  'SUED',
  'RELEASED',
  'SIGNED_WITH',
]);
/** What happens to one person once, whoever is named as having done it: the police, or the officer. */
const ONE_DEED: ReadonlySet<EventType> = new Set([
  'KILLED',
  'ARRESTED',
  'ABDUCTED',
  'CONVICTED',
  'DISMISSED',
  'DEPORTED',
]);
const MEMORY_SENTENCES = 8;

/** `times`: a sentence with an expression of its own may tell of another day ("was also arrested in May"). */
export function shareDates(doc: Chained, claims: readonly EventClaim[], times: readonly TokenSpan[]): EventClaim[] {
  const timed = (sentence: number): boolean => {
    const span = doc.sentences[sentence];
    return span !== undefined && times.some((time) => time.start >= span.start && time.start < span.end);
  };
  const dated = claims.filter((claim) => claim.date !== null && claim.polarity === 'positive');
  return claims.map((claim) => {
    if (claim.date !== null || !mayBeRetold(doc, claim) || timed(claim.sentence)) return claim;
    const date = agreed(dated.filter((other) => isSame(doc, claim, other)).flatMap((other) => other.date ?? []));
    return date === null ? claim : { ...claim, date, trace: [...claim.trace, 'date from where it is told before'] };
  });
}

/** Words at the head of a sentence that take it back to another time. */
const BACK =
  /^(?:earlier|previously|before|since|meanwhile|last|then|later|after|following|until|once|also|in|during|for|throughout|over|separately|elsewhere)$/;

/**
 * "Ruiz brought the device to school on Monday. Police arrested him": the next sentence of the story, of somebody named in the
 * first, goes on on the same day. `dayOf` is the date of a verb.
 */
export function carryDays(
  doc: Chained,
  claims: readonly EventClaim[],
  times: readonly TokenSpan[],
  dayOf: (verb: number) => DateValue | null,
): EventClaim[] {
  const within = (m: number, sentence: TokenSpan) => {
    const mention = doc.mentions[m];
    return mention !== undefined && mention.start >= sentence.start && mention.end <= sentence.end;
  };
  const isTimed = (span: TokenSpan) => times.some((time) => time.start >= span.start && time.start < span.end);
  return claims.map((claim) => {
    if (claim.date !== null || !goesOn(doc, claim)) return claim;
    const [here, before] = [doc.sentences[claim.sentence], doc.sentences[claim.sentence - 1]];
    if (!here || !before || before.title || isTimed(here)) return claim;
    if (here.paragraph !== before.paragraph && !goesOnWith(doc, claim)) return claim;
    if (BACK.test(doc.tokens[here.start]?.text.toLowerCase() ?? '') || !isTimed(before)) return claim;
    const root = rootOf(doc, before);
    if (doc.xpos[root] !== 'VBD' && !(doc.xpos[root] === 'VBN' && isSimplePast(doc, root))) return claim;
    const shared = [...claim.sources, ...claim.targets].some((m) =>
      (doc.chains[chainOf(doc, m)]?.mentions ?? []).some((other) => within(other, before)),
    );
    const date = shared ? dayOf(root) : null;
    // a day that is told in that sentence itself
    const told = date?.span ?? { start: -1, end: -1 };
    if (date === null || date.granularity !== 'day' || told.start < (doc.tokens[before.start]?.start ?? 0))
      return claim;
    return { ...claim, date, trace: [...claim.trace, 'date of the sentence before'] };
  });
}

/** "They also searched his house": the next paragraph goes on with the same day. */
function goesOnWith(doc: Chained, { trigger }: EventClaim): boolean {
  for (let i = Math.max(0, trigger.start - 6); i < trigger.end + 6; i++)
    if (doc.heads[i] === trigger.start && /^(?:also|then|immediately)$/.test(doc.tokens[i]?.text.toLowerCase() ?? ''))
      return true;
  return false;
}

function rootOf(doc: Chained, span: TokenSpan): number {
  for (let i = span.start; i < span.end; i++) if ((doc.heads[i] ?? -1) < 0) return i;
  return -1;
}

/** The main verb of a sentence in the simple past, told by the text itself. */
function goesOn(doc: Chained, claim: EventClaim): boolean {
  const { polarity, modality, attributedTo, cue, trigger } = claim;
  if (polarity !== 'positive' || modality !== 'actual' || attributedTo >= 0 || cue !== null) return false;
  const sentence = doc.sentences[claim.sentence];
  if (sentence === undefined) return false;
  const root = rootOf(doc, sentence);
  for (let verb = trigger.start; verb < trigger.end; verb++) {
    const joined = doc.heads[verb] === root && doc.deprels[verb] === 'conj';
    if ((verb === root || joined) && isSimplePast(doc, verb)) return true;
  }
  return false;
}

/** "went", "was taken"; not "had gone", "has been taken", "was going". */
function isSimplePast(doc: Chained, verb: number): boolean {
  const auxiliaries: string[] = [];
  for (let i = verb - 1; i >= 0 && i >= verb - 6; i--)
    if (doc.heads[i] === verb && /^aux/.test(doc.deprels[i] ?? ''))
      auxiliaries.push(doc.tokens[i]?.text.toLowerCase() ?? '');
  if (doc.xpos[verb] === 'VBD') return auxiliaries.length === 0;
  return doc.xpos[verb] === 'VBN' && auxiliaries.length > 0 && auxiliaries.every((a) => a === 'was' || a === 'were');
}

/**
 * "The king's decision to pardon the rebels" is a plan, unless the article tells elsewhere that he pardoned them: then it
 * is told as done, and is the same event.
 */
export function realise(doc: Chained, claims: readonly EventClaim[]): EventClaim[] {
  const done = claims.filter((claim) => claim.modality === 'actual' && claim.polarity === 'positive');
  const key = (claim: EventClaim) =>
    [
      claim.type,
      ...[claim.sources, claim.targets].map((side) =>
        side
          .map((m) => chainOf(doc, m))
          .sort()
          .join(' '),
      ),
    ].join('|');
  const doneKeys = new Set(done.filter((claim) => claim.sources.length > 0 && claim.targets.length > 0).map(key));
  return claims.map((claim) =>
    claim.modality === 'planned' && claim.polarity === 'positive' && isDecided(doc, claim) && doneKeys.has(key(claim))
      ? { ...claim, modality: 'actual', tense: 'past', trace: [...claim.trace, 'told elsewhere as done'] }
      : claim,
  );
}

const DECISIONS = new Set(['decision', 'move', 'order', 'ruling', 'resolution']);

/** "the decision to V" */
function isDecided(doc: Chained, claim: EventClaim): boolean {
  const head = doc.heads[claim.trigger.start] ?? -1;
  return doc.deprels[claim.trigger.start] === 'acl' && DECISIONS.has(doc.lemmas[head] ?? '');
}

/** "X often criticizes Y" is no single event, nor is what never happened. */
function mayBeRetold(doc: Chained, claim: EventClaim): boolean {
  if (claim.polarity === 'negative') return false;
  return isNoun(doc, claim) || (claim.tense !== 'present' && claim.modality === 'actual');
}

const isNoun = (doc: Chained, claim: EventClaim): boolean => doc.upos[claim.trigger.start] === 'NOUN';

function isSame(doc: Chained, claim: EventClaim, other: EventClaim): boolean {
  if (other.type !== claim.type) return false;
  if ((other.modality === 'actual') !== (claim.modality === 'actual')) return false;
  if (isOlder(doc, other) && !isOlder(doc, claim)) return false;
  if (!ONCE.has(claim.type)) {
    if (other.date?.granularity !== 'day') return false;
    if (Math.abs(other.sentence - claim.sentence) > MEMORY_SENTENCES) return false;
  }
  const chains = (mentions: readonly number[]) => new Set(mentions.map((m) => chainOf(doc, m)));
  const [sources, targets] = [chains(claim.sources), chains(claim.targets)];
  const [theirSources, theirTargets] = [chains(other.sources), chains(other.targets)];
  if (relationInfo(claim.type).symmetric)
    return sources.size + targets.size > 1 && equal(union(sources, targets), union(theirSources, theirTargets));
  const [first, second] = [side(sources, theirSources), side(targets, theirTargets)];
  if (second === 'other') return false;
  if (first === 'other') return second === 'same' && isOneDeed(doc, claim, other);
  // "the killing of the general": who did it may be left out
  return second === 'same' || (first === 'same' && targets.size === 0 && isNoun(doc, claim));
}

/** "Police arrested Ruiz on Monday. ... the officer who detained him": of one named person, and not far away. */
function isOneDeed(doc: Chained, claim: EventClaim, other: EventClaim): boolean {
  const [target, more] = claim.targets;
  if (target === undefined || more !== undefined || !ONE_DEED.has(claim.type)) return false;
  const chain = doc.chains[chainOf(doc, target)];
  return chain?.type === 'Person' && Math.abs(other.sentence - claim.sentence) <= MEMORY_SENTENCES;
}

/** "had been arrested in May", "was previously arrested": told as older than the rest, and of no other telling's day. */
function isOlder(doc: Chained, { trigger }: EventClaim): boolean {
  for (let i = Math.max(0, trigger.start - 8); i < trigger.end + 4; i++) {
    if (doc.heads[i] !== trigger.start) continue;
    if (/^(?:had|previously|earlier|once|formerly)$/.test(doc.tokens[i]?.text.toLowerCase() ?? '')) return true;
  }
  return false;
}

/** Where one of the two tells nobody, they do not contradict each other. */
function side(mine: ReadonlySet<number>, theirs: ReadonlySet<number>): 'same' | 'open' | 'other' {
  if (mine.size === 0 || theirs.size === 0) return 'open';
  return equal(mine, theirs) ? 'same' : 'other';
}

const equal = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));
const union = (a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> => new Set([...a, ...b]);

/** The most precise of dates that do not contradict each other ("2020-01" and "2020-01-03"), or null. */
function agreed(dates: readonly DateValue[]): DateValue | null {
  const [best, ...rest] = [...dates].sort((a, b) => b.value.length - a.value.length);
  return best !== undefined && rest.every((date) => best.value.startsWith(date.value)) ? best : null;
}
