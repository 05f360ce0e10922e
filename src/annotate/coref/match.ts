/** Whether two names are forms of one. Pure comparison of their words; who is meant is decided elsewhere. */

const SMALL = new Set('of the and for in on at de la al to a an'.split(' '));
/** A word that tells what sort of body it is, and may be left out: "the Islamic State group". */
const SORT = new Set(
  'group party organization organisation movement network company corp corporation inc ltd plc co city'.split(' '),
);

export type NameMatch = 'same' | 'part' | 'acronym';

/** `full` and `short` are folded words, `full` the longer. */
export function matchPersons(full: readonly string[], short: readonly string[]): NameMatch | null {
  if (same(full, short)) return 'same';
  if (short.length > full.length) return null;
  if (short.length === 1) return full.length > 1 && full.includes(short[0]!) && short[0]!.length > 1 ? 'part' : null;
  // "George Bush" of "George W Bush"; "Abdul-Mahdi" has one word
  const last = full.at(-1) === short.at(-1);
  const first = full[0] === short[0] || (short[0]!.length === 1 && full[0]!.startsWith(short[0]!));
  return last && first ? 'part' : inOrder(full, short) ? 'part' : null;
}

export function matchBodies(full: readonly string[], short: readonly string[]): NameMatch | null {
  if (same(full, short) || same(withoutSort(full), withoutSort(short))) return 'same';
  if (short.length === 1 && full.length > 1 && acronyms(full).includes(short[0]!)) return 'acronym';
  return null;
}

/** "us state department", "state department": the longer has only `extra` words before. */
export function extraWords(full: readonly string[], short: readonly string[]): readonly string[] | null {
  if (short.length >= full.length) return null;
  const cut = full.length - short.length;
  return same(full.slice(cut), short) ? full.slice(0, cut) : null;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

function inOrder(full: readonly string[], short: readonly string[]): boolean {
  let at = 0;
  for (const word of full) if (word === short[at]) at++;
  return at === short.length;
}

export function withoutSort(words: readonly string[]): readonly string[] {
  return words.length > 1 && SORT.has(words.at(-1)!) ? words.slice(0, -1) : words;
}

/** "food and agriculture organization": "fao", "faao". */
export function acronyms(words: readonly string[]): string[] {
  const parts = words.flatMap((word) => word.split('-')).filter((word) => word !== '');
  const initials = (list: readonly string[]) => list.map((word) => word[0]!).join('');
  return [initials(parts.filter((word) => !SMALL.has(word))), initials(parts)];
}
