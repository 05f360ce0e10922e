import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  parseCountries,
  parseGivenNames,
  parseOrganizations,
  parsePlaces,
  parseTitles,
} from '../../../src/learn/lexicons';

const read = (file: string) => readFileSync(path.join(__dirname, '../../../data/lexicons', file), 'utf8');
const repeated = (items: readonly string[]) => items.filter((item, index) => items.indexOf(item) !== index);

describe('parsing', () => {
  it('reads a country with every column', () => {
    const row =
      'NLD\tNL\tNetherlands\tHolland|The Netherlands\tDutch\tDutchman\tDutch|Dutchmen\tThe Hague|Amsterdam\tBinnenhof\t';
    expect(parseCountries(`# words\n${row}\r\n`)).toEqual([
      {
        iso3: 'NLD',
        iso2: 'NL',
        name: 'Netherlands',
        aliases: ['Holland', 'The Netherlands'],
        adjectives: ['Dutch'],
        person: ['Dutchman'],
        people: ['Dutch', 'Dutchmen'],
        capital: 'The Hague',
        capitalAliases: ['Amsterdam'],
        seats: ['Binnenhof'],
        sovereign: null,
      },
    ]);
  });

  it('takes missing last columns as empty', () => {
    expect(parseOrganizations('Red Cross\tICRC')).toEqual([
      { name: 'Red Cross', aliases: ['ICRC'], sector: null, country: null },
    ]);
    expect(parsePlaces('Red Sea\t\t\twater\n\n')).toEqual([
      { name: 'Red Sea', aliases: [], country: null, kind: 'water' },
    ]);
  });

  it('reads a dash as a gender that is not told', () => {
    expect(parseTitles('Gen.\tMIL\t-\trank')).toEqual([{ title: 'Gen.', sector: 'MIL', gender: null, kind: 'rank' }]);
    expect(parseGivenNames('Ana\tf\nKim\t-')).toEqual([
      { name: 'Ana', gender: 'f' },
      { name: 'Kim', gender: null },
    ]);
  });
});

describe('the shipped lists', () => {
  const countries = parseCountries(read('countries.tsv'));
  const places = parsePlaces(read('cities.tsv'));
  const organizations = parseOrganizations(read('organizations.tsv'));
  const titles = parseTitles(read('titles.tsv'));
  const codes = new Set(countries.map((country) => country.iso3));

  it('give each country one code and one name', () => {
    expect(repeated(countries.map((country) => country.iso3))).toEqual([]);
    expect(repeated(countries.map((country) => country.iso2))).toEqual([]);
    expect(repeated(countries.map((country) => country.name))).toEqual([]);
    for (const country of countries) {
      expect(country.iso3).toMatch(/^[A-Z]{3}$/);
      expect(country.iso2).toMatch(/^[A-Z]{2}$/);
      if (country.sovereign !== null) expect(codes).toContain(country.sovereign);
    }
  });

  it('use country codes that the table of countries has', () => {
    for (const { country } of [...places, ...organizations]) if (country !== null) expect(codes).toContain(country);
  });

  it('hold no row twice', () => {
    expect(repeated(places.map((place) => `${place.name} ${place.country}`))).toEqual([]);
    expect(repeated(organizations.map((body) => `${body.name} ${body.country}`))).toEqual([]);
    expect(repeated(titles.map((title) => title.title))).toEqual([]);
    expect(repeated(parseGivenNames(read('given-names.tsv')).map((given) => given.name))).toEqual([]);
  });

  it('use only the kinds that are documented', () => {
    expect(new Set(places.map((place) => place.kind))).toEqual(new Set(['city', 'region', 'water', 'land', 'site']));
    expect(new Set(titles.map((title) => title.kind))).toEqual(new Set(['honorific', 'rank', 'office', 'role']));
  });

  it('stand in code-unit order', () => {
    const names = titles.map((title) => title.title);
    expect(names).toEqual([...names].sort());
  });
});
