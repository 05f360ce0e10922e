import { readList, readRows } from './rows';

export type PlaceKind = 'city' | 'region' | 'water' | 'land' | 'site';

/** A row of `cities.tsv`. One name in two countries ("Hyderabad") stands on two rows. */
export interface Place {
  readonly name: string;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-3, or null where it lies in several ("Red Sea"). */
  readonly country: string | null;
  readonly kind: PlaceKind;
}

/** `text`: the whole of `cities.tsv`. */
export function parsePlaces(text: string): Place[] {
  return readRows(text, 4).map(([name = '', aliases = '', country = '', kind = '']) => ({
    name,
    aliases: readList(aliases),
    country: country === '' ? null : country,
    kind: kind as PlaceKind,
  }));
}
