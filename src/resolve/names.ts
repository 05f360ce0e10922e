/** Names as they are compared, and as they stand in ids. */

/** What is no part of a name: an article or possessive before it. */
const BEFORE = /^(?:the|a|an|his|her|its|their|our|my|your|this|that|these|those)\s+/i;
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** "the Qu'Appelle Council's" -> "qu appelle council": no case, accents, article, possessive, points or hyphens. */
export function normaliseName(name: string): string {
  const known = normalised.get(name);
  if (known !== undefined) return known;
  if (normalised.size >= MAX_REMEMBERED) normalised.clear();
  const form = normalise(name);
  normalised.set(name, form);
  return form;
}

/** The same names come again and again in a set of documents. */
const normalised = new Map<string, string>();
const MAX_REMEMBERED = 100_000;

function normalise(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']s(?![\p{L}\p{N}])|(?<=s)[’'](?![\p{L}\p{N}])/gu, '')
    .replace(BEFORE, '')
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (initials) => initials.replace(/\./g, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** As `normaliseName`, without middle initials and "Jr.": "Donald J. Trump" is "donald trump". */
export function normalisePerson(name: string): string {
  const words = normaliseName(name).split(' ');
  return words
    .filter((word, i) => !(i > 0 && i < words.length - 1 && /^\p{L}$/u.test(word)) && !(i > 0 && SUFFIXES.has(word)))
    .join(' ');
}

/** "Abu Mahdi al-Muhandis" -> "abu-mahdi-al-muhandis"; other scripts keep their letters. At most 60 characters. */
export function slugOf(name: string): string {
  const slug = normaliseName(name).replace(/ /g, '-').slice(0, 60).replace(/-+$/, '');
  return slug || 'unnamed';
}

export const stripArticle = (text: string): string => text.replace(/^(?:the|a|an)\s+(?=\S)/i, '');

/** Comparison by code units: the same in every locale. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
