/**
 * What the net leaves to rules, each with its reason: they see the whole article, the lists, and titles.
 * A rule changes what the net was unsure of, or what a list decides once for all (who has a government).
 */
import type { Name, NameType } from '../../document';
import { expansionStart } from './features';
import { bits, type Gazetteers } from './gazetteers';
import { joinNicknames } from './nicknames';
import type { TaggedSpan } from './tags';

const COUNTRY = bits(['country']);
const DEMONYM = bits(['demonym']);
const HONORIFIC = bits(['honorific']);
const LISTED_BODY = bits(['state', 'party', 'media', 'firm', 'school']);

/** `starts`: where sentences begin. */
export function correctNames(
  tokens: readonly string[],
  starts: readonly number[],
  spans: readonly TaggedSpan[],
  gazetteers: Gazetteers,
): Name[] {
  let names: TaggedSpan[] = [...spans];
  names = cutTitles(tokens, names, gazetteers);
  names = joinNicknames(tokens, starts, names);
  names = trustLists(tokens, names, gazetteers);
  names = hearKinds(tokens, names);
  names = agreeOnTypes(tokens, names);
  names = spreadAcronyms(tokens, names);
  names = addDemonyms(tokens, starts, names, gazetteers);
  return names.map(({ start, end, type }) => {
    const final = finalType(tokens.slice(start, end).join(' '), type, gazetteers);
    return { start, end, type: final === 'NORP' && isLanguage(tokens, start, end) ? 'MISC' : final };
  });
}

/** "Gen. Qassem Soleimani": the rank is no part of the name. */
function cutTitles(tokens: readonly string[], names: readonly TaggedSpan[], gazetteers: Gazetteers): TaggedSpan[] {
  return names.map((name) => {
    if (name.type !== 'PER') return name;
    let { start } = name;
    while (start < name.end - 1) {
      const match = gazetteers.match(tokens, start);
      if (match === null || match.end >= name.end || (match.classes & HONORIFIC) === 0) break;
      if ((match.classes & ~HONORIFIC) !== 0) break;
      start = match.end;
    }
    return { ...name, start };
  });
}

/** Log odds against O up to which the net is unsure of a type. */
const UNSURE = 6;

/** A form that is listed as a body and as nothing else is one, unless the net is sure ("posted on Facebook"). */
function trustLists(tokens: readonly string[], names: readonly TaggedSpan[], gazetteers: Gazetteers): TaggedSpan[] {
  return names.map((name) => {
    if (name.type === 'NORP' || name.margin > UNSURE) return name;
    const form = tokens.slice(name.start, name.end).join(' ');
    const classes = gazetteers.classesOf(form.replace(/^[Tt]he /, ''));
    return classes !== 0 && (classes & ~LISTED_BODY) === 0 ? { ...name, type: 'ORG' } : name;
  });
}

/** Nouns that say of the name behind them that it is a body's. */
const KINDS = new Set(
  `magazine newspaper daily weekly company firm agency charity organisation organization website broadcaster airline bank union
  network startup publisher retailer carmaker telecom brewery watchdog cooperative nonprofit ngo militia junta`.split(
    /\s+/,
  ),
);

/** "the magazine Kettle": no work, but who makes it. */
function hearKinds(tokens: readonly string[], names: readonly TaggedSpan[]): TaggedSpan[] {
  return names.map((name) =>
    name.type === 'MISC' && KINDS.has(tokens[name.start - 1] ?? '') ? { ...name, type: 'ORG' } : name,
  );
}

/** How much surer the other occurrences must be together before one gives in. */
const OVERRULE = 2;

/**
 * One form, one type: "Soleimani" alone is who "Qassem Soleimani" was. The margins of all occurrences vote; the last
 * word of a person's longer name votes for its bearer.
 */
function agreeOnTypes(tokens: readonly string[], names: readonly TaggedSpan[]): TaggedSpan[] {
  const votes = new Map<string, Map<TaggedSpan['type'], number>>();
  const vote = (form: string, type: TaggedSpan['type'], weight: number) => {
    const of = votes.get(form) ?? new Map<TaggedSpan['type'], number>();
    votes.set(form, of);
    of.set(type, (of.get(type) ?? 0) + weight);
  };
  for (const { start, end, type, margin } of names) {
    if (margin <= 0) continue;
    vote(tokens.slice(start, end).join(' '), type, margin);
    if (type !== 'PER' || end - start < 2) continue;
    vote(tokens[end - 1]!, type, margin);
    const surname = withParticles(tokens, start, end);
    if (surname !== null)
      for (const form of [surname, surname[0]!.toUpperCase() + surname.slice(1)])
        vote(form, type, 2 * OVERRULE * margin);
  }
  return names.map((name) => {
    const of = votes.get(tokens.slice(name.start, name.end).join(' '));
    if (of === undefined) return name;
    let best = name.type;
    for (const [type, weight] of of) if (weight > OVERRULE * (of.get(best) ?? 0)) best = type;
    return { ...name, type: best };
  });
}

/** "Irma de la Torre": her surname begins with its particles; null where there are none. */
function withParticles(tokens: readonly string[], start: number, end: number): string | null {
  let from = end - 1;
  while (from > start + 1 && /^\p{Ll}{1,4}$/u.test(tokens[from - 1]!)) from--;
  return from === end - 1 ? null : tokens.slice(from, end).join(' ');
}

/** "the Movement for Democratic Change (MDC)": MDC is a body wherever it stands, if its long form is one. */
function spreadAcronyms(tokens: readonly string[], names: readonly TaggedSpan[]): TaggedSpan[] {
  const bodies = new Set<string>();
  for (const { start, end, type } of names) {
    if (type !== 'ORG' || end - start < 2 || tokens[end] !== '(' || tokens[end + 2] !== ')') continue;
    const acronym = tokens[end + 1]!;
    const from = expansionStart(tokens, end, acronym);
    if (from >= start && from <= start + 2) bodies.add(acronym);
  }
  if (bodies.size === 0) return [...names];
  const covered = coverage(tokens.length, names);
  const typed = names.map((name) =>
    name.end === name.start + 1 && bodies.has(tokens[name.start]!) ? { ...name, type: 'ORG' as const } : name,
  );
  const added = tokens.flatMap((token, i) =>
    bodies.has(token) && covered[i] === 0 ? [{ start: i, end: i + 1, type: 'ORG' as const, margin: 1 }] : [],
  );
  return [...typed, ...added].sort((a, b) => a.start - b.start);
}

/** A listed nationality is always one ("Iraqi forces"), unless it also means something else ("Georgia" is none; "Turkey"). */
function addDemonyms(
  tokens: readonly string[],
  starts: readonly number[],
  names: readonly TaggedSpan[],
  gazetteers: Gazetteers,
): TaggedSpan[] {
  const covered = coverage(tokens.length, names);
  const begins = new Set(starts);
  const added: TaggedSpan[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (covered[i] === 1 || !/^\p{Lu}\p{Ll}/u.test(tokens[i]!)) continue;
    const match = gazetteers.match(tokens, i);
    if (match === null || match.classes !== DEMONYM || tokens[match.end - 1]!.length < 5) continue;
    if (begins.has(i) && tokens[i + 1] !== undefined && /^(?:up|off|your|the|it)$/.test(tokens[i + 1]!)) continue;
    if (covered.subarray(i, match.end).some((value) => value === 1)) continue;
    added.push({ start: i, end: match.end, type: 'NORP', margin: 1 });
    i = match.end - 1;
  }
  return [...names, ...added].sort((a, b) => a.start - b.start);
}

/** "they do not speak English", "written in Spanish and French": languages, no nations. */
function isLanguage(tokens: readonly string[], start: number, end: number): boolean {
  if (end !== start + 1 || /(?:[ns]s|men|women)$/.test(tokens[start]!)) return false;
  const [before, after] = [tokens[start - 1] ?? '', tokens[end] ?? ''];
  if (/^(?:language|languages|dialect|grammar|translation|spelling|subtitles)$/.test(after)) return true;
  if (/^(?:speak|speaks|speaking|spoke|spoken|learn|learns|learning|learnt|fluent|broken)$/.test(before)) return true;
  const alone = after === '' || /^(?:[.,;:)"”]|and|or|as|at|but|by|for|from|on|that|to|with)$/.test(after);
  return alone && /^(?:in|into)$/.test(before);
}

function coverage(length: number, names: readonly TaggedSpan[]): Uint8Array {
  const covered = new Uint8Array(length);
  for (const { start, end } of names) covered.fill(1, start, end);
  return covered;
}

/** Who has a government is in the list of countries; nationalities are no places and no bodies. */
function finalType(form: string, type: TaggedSpan['type'], gazetteers: Gazetteers): NameType {
  const classes = gazetteers.classesOf(form.replace(/^[Tt]he /, ''));
  if (classes === DEMONYM && type !== 'PER') return 'NORP';
  if ((classes & COUNTRY) !== 0 && (type === 'LOC' || type === 'NORP')) return 'GPE';
  if (classes === COUNTRY && type === 'MISC') return 'GPE';
  return type;
}
