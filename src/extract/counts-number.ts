/** Numbers as news writes them: "1,200", "six", "twenty-three", "two hundred", "2.5 million". */
const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const VALUES = new Map<string, number>([
  ...SMALL.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
]);
const SCALES = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

/** The number that the words say, or null: "dozens", "several" and "a few" count nothing. */
export function readNumber(words: readonly string[]): number | null {
  let total = 0;
  let current: number | null = null;
  for (const raw of words) {
    const word = raw.toLowerCase();
    if (word === '-' || word === 'and' || word === 'a') continue;
    const plain = /^\d{1,3}(?:,\d{3})+$|^\d+(?:\.\d+)?$/.test(word) ? Number(word.replace(/,/g, '')) : VALUES.get(word);
    const scale = SCALES.get(word);
    if (plain !== undefined) current = (current ?? 0) + plain;
    else if (scale !== undefined) {
      const scaled: number = (current ?? 1) * scale;
      if (scale >= 1000) {
        total += scaled;
        current = null;
      } else current = scaled;
    } else return null;
  }
  return current === null && total === 0 ? null : total + (current ?? 0);
}
