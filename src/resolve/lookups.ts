/** Tables of countries, places and bodies, by normalised form. A form that stands for several has no entry. */
import { normaliseName } from './names';

export interface CountryRow {
  readonly iso3: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly adjectives: readonly string[];
  readonly person: readonly string[];
  readonly people: readonly string[];
  readonly capitals: readonly string[];
  readonly seats: readonly string[];
}
export interface CityRow {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly kind: string;
}
export interface OrganizationRow {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly sector: string;
  readonly country: string;
}

export interface ResolveLexicons {
  readonly countries: readonly CountryRow[];
  readonly cities: readonly CityRow[];
  readonly organizations: readonly OrganizationRow[];
}

export interface Lookups {
  readonly countryName: ReadonlyMap<string, string>;
  /** "United States" for USA. */
  readonly countryNames: ReadonlyMap<string, string>;
  /** Names, adjectives, people: form -> iso3. */
  readonly countryForms: ReadonlyMap<string, string>;
  /** Capitals and other seats of government: form -> iso3. */
  readonly capitals: ReadonlyMap<string, string>;
  /** Places: form -> iso3, where all places of that name lie in one country. */
  readonly placeCountry: ReadonlyMap<string, string>;
  readonly organizations: ReadonlyMap<string, OrganizationRow>;
}

export function createLookups(lexicons: ResolveLexicons): Lookups {
  const countryForms = uniqueMap<string>();
  const capitals = uniqueMap<string>();
  const countryName = new Map<string, string>();
  const countryNames = new Map<string, string>();
  for (const row of lexicons.countries) {
    countryNames.set(row.iso3, row.name);
    for (const form of [row.name, ...row.aliases]) countryName.set(normaliseName(form), row.iso3);
    for (const form of [row.name, ...row.aliases, ...row.adjectives, ...row.person, ...row.people])
      countryForms.add(form, row.iso3);
    for (const form of row.capitals) capitals.add(form, row.iso3);
  }
  const placeCountry = uniqueMap<string>();
  for (const row of lexicons.cities) for (const form of [row.name, ...row.aliases]) placeCountry.add(form, row.country);
  const organizations = uniqueMap<OrganizationRow>();
  for (const row of lexicons.organizations) for (const form of [row.name, ...row.aliases]) organizations.add(form, row);
  return {
    countryName,
    countryNames,
    countryForms: countryForms.finish(),
    capitals: capitals.finish(),
    placeCountry: placeCountry.finish(),
    organizations: organizations.finish(),
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
