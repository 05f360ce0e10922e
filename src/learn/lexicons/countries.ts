import { readList, readRows } from './rows';

/** A row of `countries.tsv`: a state or a dependent territory. */
export interface Country {
  /** ISO 3166-1 alpha-3; KOS for Kosovo. */
  readonly iso3: string;
  readonly iso2: string;
  readonly name: string;
  /** Other names ("U.S.", "Burma"). */
  readonly aliases: readonly string[];
  /** What is of it ("Danish"), the usual one first. */
  readonly adjectives: readonly string[];
  /** One of its people ("Dane"). */
  readonly person: readonly string[];
  /** More of them ("Danes"). */
  readonly people: readonly string[];
  /** '' for the few that have none. */
  readonly capital: string;
  /** Other spellings of the capital, and other cities where the government sits ("Tel Aviv", "The Hague"). */
  readonly capitalAliases: readonly string[];
  /** Buildings and quarters that stand for the government ("Kremlin"). */
  readonly seats: readonly string[];
  /** iso3 of the state that a dependency belongs to, or null for states. */
  readonly sovereign: string | null;
}

/** `text`: the whole of `countries.tsv`. */
export function parseCountries(text: string): Country[] {
  return readRows(text, 10).map((cells) => {
    const [iso3 = '', iso2 = '', name = '', aliases = '', adjectives = '', person = ''] = cells;
    const [people = '', capital = '', seats = '', sovereign = ''] = cells.slice(6);
    const [first = '', ...others] = readList(capital);
    return {
      iso3,
      iso2,
      name,
      aliases: readList(aliases),
      adjectives: readList(adjectives),
      person: readList(person),
      people: readList(people),
      capital: first,
      capitalAliases: others,
      seats: readList(seats),
      sovereign: sovereign === '' ? null : sovereign,
    };
  });
}
