/** Tables of countries, places and bodies, by normalised form. A form that stands for several has no entry. */
import type { Country, Organization, Place, Title } from '../learn/lexicons';
import { normaliseName } from './names';

export interface ResolveLexicons {
  readonly countries: readonly Country[];
  readonly places: readonly Place[];
  readonly organizations: readonly Organization[];
  readonly titles: readonly Title[];
}

export interface Lookups {
  /** "United States" for USA. */
  readonly countryNames: ReadonlyMap<string, string>;
  /** Names, adjectives, people: form -> iso3. */
  readonly countryForms: ReadonlyMap<string, string>;
  /** Names alone: form -> iso3. */
  readonly countryNouns: ReadonlyMap<string, string>;
  /** Capitals and other seats of government: form -> iso3. */
  readonly capitals: ReadonlyMap<string, string>;
  /** Buildings that stand for a government ("Kremlin"): form -> iso3. */
  readonly seats: ReadonlyMap<string, string>;
  /** Places: form -> iso3, where all places of that name lie in one country. */
  readonly placeCountry: ReadonlyMap<string, string>;
  readonly organizations: ReadonlyMap<string, Organization>;
  /** "prime minister" -> GOV. */
  readonly titleSector: ReadonlyMap<string, string>;
}

const made = new WeakMap<ResolveLexicons, Lookups>();

/** Made once for the same lexicons. */
export function createLookups(lexicons: ResolveLexicons): Lookups {
  const known = made.get(lexicons);
  if (known) return known;
  const lookups = readLookups(lexicons);
  made.set(lexicons, lookups);
  return lookups;
}

function readLookups(lexicons: ResolveLexicons): Lookups {
  const countryForms = uniqueMap<string>();
  const countryNouns = uniqueMap<string>();
  const capitals = uniqueMap<string>();
  const seats = uniqueMap<string>();
  const countryNames = new Map<string, string>();
  for (const row of lexicons.countries) {
    countryNames.set(row.iso3, row.name);
    for (const form of [row.name, ...row.aliases]) countryNouns.add(form, row.iso3);
    for (const form of [row.name, ...row.aliases, ...row.adjectives, ...row.person, ...row.people])
      countryForms.add(form, row.iso3);
    for (const form of row.seats) seats.add(form, row.iso3);
    for (const form of [row.capital, ...row.capitalAliases]) capitals.add(form, row.iso3);
  }
  const placeCountry = uniqueMap<string>();
  for (const row of lexicons.places) {
    for (const form of [row.name, ...row.aliases]) placeCountry.add(form, row.country ?? '');
  }
  const organizations = uniqueMap<Organization>();
  for (const row of lexicons.organizations) for (const form of [row.name, ...row.aliases]) organizations.add(form, row);
  return {
    countryNames,
    countryForms: countryForms.finish(),
    countryNouns: countryNouns.finish(),
    capitals: capitals.finish(),
    seats: seats.finish(),
    placeCountry: placeCountry.finish(),
    organizations: organizations.finish(),
    titleSector: new Map(
      lexicons.titles.flatMap((t) => (t.sector ? [[t.title.toLowerCase(), t.sector] as const] : [])),
    ),
  };
}

/** A map that forgets a key which was given two values: no guess. */
function uniqueMap<T>() {
  const values = new Map<string, T>();
  const ambiguous = new Set<string>();
  return {
    add(form: string, value: T): void {
      const key = normaliseName(form);
      if (!key) return;
      const known = values.get(key);
      if (known !== undefined && known !== value) ambiguous.add(key);
      else values.set(key, value);
    },
    finish(): ReadonlyMap<string, T> {
      for (const key of ambiguous) values.delete(key);
      return values;
    },
  };
}
