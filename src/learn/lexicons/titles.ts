import { readRows } from './rows';

export type Gender = 'm' | 'f' | null;
export type TitleKind = 'honorific' | 'rank' | 'office' | 'role';

/** A row of `titles.tsv`: "Gen.", "prime minister", "spokeswoman". */
export interface Title {
  readonly title: string;
  /** PLOVER's sector of whoever bears it, or null. */
  readonly sector: string | null;
  readonly gender: Gender;
  readonly kind: TitleKind;
}

/** A row of `given-names.tsv`. */
export interface GivenName {
  readonly name: string;
  readonly gender: Gender;
}

/** `text`: the whole of `titles.tsv`. */
export function parseTitles(text: string): Title[] {
  return readRows(text, 4).map(([title = '', sector = '', gender = '', kind = '']) => ({
    title,
    sector: sector === '' ? null : sector,
    gender: readGender(gender),
    kind: kind as TitleKind,
  }));
}

/** `text`: the whole of `given-names.tsv`. */
export function parseGivenNames(text: string): GivenName[] {
  return readRows(text, 2).map(([name = '', gender = '']) => ({ name, gender: readGender(gender) }));
}

function readGender(cell: string): Gender {
  return cell === 'm' || cell === 'f' ? cell : null;
}
