import { readList, readRows } from './rows';

/** A row of `organizations.tsv`. */
export interface Organization {
  /** Without "the". */
  readonly name: string;
  /** Acronyms and other forms. */
  readonly aliases: readonly string[];
  /** PLOVER's sector (IGO, GOV, MIL, PTY, REB, MED, BUS, ...), or null. */
  readonly sector: string | null;
  /** ISO 3166-1 alpha-3, or null. */
  readonly country: string | null;
}

/** `text`: the whole of `organizations.tsv`. */
export function parseOrganizations(text: string): Organization[] {
  return readRows(text, 4).map(([name = '', aliases = '', sector = '', country = '']) => ({
    name,
    aliases: readList(aliases),
    sector: sector === '' ? null : sector,
    country: country === '' ? null : country,
  }));
}
