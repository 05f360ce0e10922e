/** The word lists that coreference asks, made ready for look-up. */
import type { Country, Gender, GivenName, Noun, Organization, Place, Title } from '../../learn/lexicons';

export interface CorefLexicons {
  readonly nouns: readonly Noun[];
  readonly countries: readonly Country[];
  readonly titles: readonly Title[];
  readonly givenNames: readonly GivenName[];
  readonly organizations: readonly Organization[];
  readonly places: readonly Place[];
}

export interface Lookup {
  readonly nouns: ReadonlyMap<string, Noun>;
  /** "iraq", "iraqi", "iraqis" to IRQ. */
  readonly countries: ReadonlyMap<string, string>;
  /** Of those, the ones that name the people ("iraqis", "dane"), to whether they are several. */
  readonly peoples: ReadonlyMap<string, 'one' | 'several'>;
  /** iso3 to the usual name. */
  readonly countryNames: ReadonlyMap<string, string>;
  /** Lower-case titles without a last period: "prime minister", "gen". */
  readonly titles: ReadonlyMap<string, Title>;
  readonly givenNames: ReadonlyMap<string, Gender>;
  /** Names and aliases, folded, to the organization's name. */
  readonly organizations: ReadonlyMap<string, string>;
  /** Names and aliases, folded, to the place's name. */
  readonly places: ReadonlyMap<string, string>;
}

const MAX_FOLDED = 65_536;
const folded = new Map<string, string>();

/** Lower case, no accents, no periods, one apostrophe: what names are compared by. "U.S." and "US" are one. */
export function fold(text: string): string {
  let found = folded.get(text);
  if (found === undefined) {
    found = folding(text);
    if (folded.size >= MAX_FOLDED) folded.clear();
    folded.set(text, found);
  }
  return found;
}

const PLAIN = /^[A-Za-z0-9,' -]*$/;

function folding(text: string): string {
  if (PLAIN.test(text) && !text.includes('  ')) return text.toLowerCase().trim();
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/\./g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a word begins with a capital. */
export function isCapital(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(text);
}

export function prepareLexicons(lexicons: CorefLexicons): Lookup {
  const countries = new Map<string, string>();
  const peoples = new Map<string, 'one' | 'several'>();
  const add = (words: readonly string[], iso3: string) => {
    for (const word of words) {
      const key = folding(word);
      if (!countries.has(key)) countries.set(key, iso3);
    }
  };
  for (const country of lexicons.countries) {
    add([country.name, ...country.aliases, ...country.adjectives, ...country.person, ...country.people], country.iso3);
    for (const word of country.person) if (!country.adjectives.includes(word)) peoples.set(folding(word), 'one');
    for (const word of country.people) if (!country.adjectives.includes(word)) peoples.set(folding(word), 'several');
  }
  const named = (rows: readonly { readonly name: string; readonly aliases: readonly string[] }[]) => {
    const names = new Map<string, string>();
    for (const row of rows) names.set(folding(row.name), row.name);
    for (const row of rows) {
      for (const alias of row.aliases) {
        const key = folding(alias);
        if (!names.has(key)) names.set(key, row.name);
      }
    }
    return names;
  };
  return {
    nouns: new Map(lexicons.nouns.map((noun) => [noun.noun, noun])),
    countries,
    peoples,
    countryNames: new Map(lexicons.countries.map((country) => [country.iso3, country.name])),
    titles: new Map(lexicons.titles.map((title) => [folding(title.title), title])),
    givenNames: new Map(lexicons.givenNames.map((row) => [folding(row.name), row.gender])),
    organizations: named(lexicons.organizations),
    places: named(lexicons.places),
  };
}
