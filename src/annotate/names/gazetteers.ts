/** The lexicons as one table of forms that the namer looks up while it walks over the tokens. */
import type { Country, GivenName, Organization, Place, Title } from '../../learn/lexicons';

/** What a form is listed as; a form may be several ("Georgia"). */
export const CLASSES = [
  'country',
  'demonym',
  'capital',
  'city',
  'region',
  'landmark',
  'state',
  'party',
  'media',
  'firm',
  'school',
  'seat',
  'honorific',
  'office',
  'role',
  'man',
  'woman',
  'given',
] as const;
export type GazetteerClass = (typeof CLASSES)[number];

const BITS = Object.fromEntries(CLASSES.map((name, i) => [name, 1 << i])) as Readonly<Record<GazetteerClass, number>>;
const TITLES = bits(['honorific', 'office', 'role']);
const GIVEN = bits(['man', 'woman', 'given']);

export interface Gazetteers {
  /** The longest listed form that begins at token `i`, its classes as bits in the order of CLASSES; null if none. */
  match(tokens: readonly string[], i: number): { readonly end: number; readonly classes: number } | null;
  /** Classes of a whole form, 0 where it is not listed. */
  classesOf(form: string): number;
}

export interface GazetteerSources {
  readonly countries: readonly Country[];
  readonly places: readonly Place[];
  readonly organizations: readonly Organization[];
  readonly titles: readonly Title[];
  readonly givenNames: readonly GivenName[];
}

export function bits(classes: readonly GazetteerClass[]): number {
  return classes.reduce((sum, name) => sum | BITS[name], 0);
}

export function isTitle(classes: number): boolean {
  return (classes & TITLES) !== 0;
}

/** Longest form in tokens. */
const MAX_TOKENS = 12;

const TO_CHANGE = /[\s’‘`]/;

/** Forms are keyed without blanks, so that "Port-au-Prince" is found in any tokenisation. */
export function keyOf(form: string): string {
  return TO_CHANGE.test(form) ? form.replace(/[\s]+/g, '').replace(/[’‘`]/g, "'") : form;
}

/** Runs of letters and numbers, and marks one by one: how tokens may part a key. */
const PIECES = /[\p{L}\p{N}.]+|./gu;
const ONE_PIECE = /^[A-Za-z0-9.]+$/;

export function createGazetteers(sources: GazetteerSources): Gazetteers {
  const forms = new Map<string, number>();
  const ofWords: string[] = [];
  const add = (form: string, listed: GazetteerClass) => {
    const key = keyOf(form);
    forms.set(key, (forms.get(key) ?? 0) | BITS[listed]);
    if (/\s/.test(form)) ofWords.push(form);
  };
  addCountries(sources.countries, add);
  addPlaces(sources.places, add);
  for (const { name, aliases, sector } of sources.organizations) {
    for (const form of [name, ...aliases]) add(form, SECTORS[sector ?? ''] ?? 'firm');
  }
  for (const { title, kind } of sources.titles) add(title, kind === 'rank' ? 'honorific' : kind);
  for (const { name, gender } of sources.givenNames) {
    add(name, gender === 'm' ? 'man' : gender === 'f' ? 'woman' : 'given');
  }
  const prefixes = new Set<string>();
  const starts = new Set<string>();
  const addPrefixes = (before: string, key: string) => {
    if (ONE_PIECE.test(key)) prefixes.add(before + key);
    else for (const piece of key.matchAll(PIECES)) prefixes.add(before + key.slice(0, piece.index + piece[0].length));
  };
  for (const key of forms.keys()) {
    starts.add(key.slice(0, 2));
    addPrefixes('', key);
  }
  // Keys lose their blanks: "United States" must still be entered after "United".
  for (const form of ofWords) {
    let before = '';
    for (const word of form.split(/\s+/)) {
      const key = keyOf(word);
      addPrefixes(before, key);
      before += key;
    }
  }
  return {
    classesOf: (form) => forms.get(keyOf(form)) ?? 0,
    match(tokens, i) {
      const first = keyOf(tokens[i]!);
      if (!starts.has(first.slice(0, 2)) && !isCapitals(first)) return null;
      return longest(forms, prefixes, tokens, i, (token) => token) ?? longestOfCapitals(forms, prefixes, tokens, i);
    },
  };
}

const SECTORS: Readonly<Record<string, GazetteerClass>> = {
  IGO: 'state',
  GOV: 'state',
  MIL: 'state',
  COP: 'state',
  SPY: 'state',
  JUD: 'state',
  LEG: 'state',
  PTY: 'party',
  REB: 'party',
  NGO: 'party',
  MED: 'media',
  BUS: 'firm',
  EDU: 'school',
};

type Add = (form: string, listed: GazetteerClass) => void;

function addCountries(countries: readonly Country[], add: Add): void {
  for (const country of countries) {
    const names = new Set([country.name, ...country.aliases]);
    for (const form of names) add(form, 'country');
    for (const form of [...country.adjectives, ...country.person, ...country.people]) {
      if (!names.has(form)) add(form, 'demonym');
    }
    for (const form of [country.capital, ...country.capitalAliases]) if (form !== '') add(form, 'capital');
    for (const form of country.seats) add(form, 'seat');
  }
}

function addPlaces(places: readonly Place[], add: Add): void {
  for (const { name, aliases, kind } of places) {
    for (const form of [name, ...aliases]) add(form, kind === 'city' || kind === 'region' ? kind : 'landmark');
  }
}

function isCapitals(form: string): boolean {
  return form.length > 3 && form === form.toUpperCase() && form !== form.toLowerCase();
}

function longest(
  forms: ReadonlyMap<string, number>,
  prefixes: ReadonlySet<string>,
  tokens: readonly string[],
  i: number,
  read: (token: string) => string,
): { end: number; classes: number } | null {
  let key = '';
  let found: { end: number; classes: number } | null = null;
  for (let j = i; j < tokens.length && j < i + MAX_TOKENS; j++) {
    key += keyOf(read(tokens[j]!));
    const classes = forms.get(key);
    if (classes !== undefined) found = { end: j + 1, classes };
    if (!prefixes.has(key)) break;
  }
  return found;
}

/** "BAGHDAD", "NORTH KOREA": a headline or a dateline. Titles are not looked for. */
function longestOfCapitals(
  forms: ReadonlyMap<string, number>,
  prefixes: ReadonlySet<string>,
  tokens: readonly string[],
  i: number,
): { end: number; classes: number } | null {
  if (!isCapitals(tokens[i]!)) return null;
  const found = longest(forms, prefixes, tokens, i, (token) =>
    isCapitals(token) ? token[0]! + token.slice(1).toLowerCase() : token,
  );
  return found === null || (found.classes & ~(TITLES | GIVEN)) === 0 ? null : found;
}
