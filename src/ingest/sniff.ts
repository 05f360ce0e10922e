/** What an input is not: text, or English. */

/** How files begin, byte for byte; in a string that was read from such a file, the same as far as it survived. */
const SIGNATURES: readonly (readonly [start: string, what: string])[] = [
  ['PK\x03\x04', 'a ZIP archive'],
  ['PK\x05\x06', 'a ZIP archive'],
  ['{\\rtf', 'an RTF document'],
  ['%PDF-', 'a PDF document'],
  ['\x89PNG', 'a PNG image'],
  ['\uFFFDPNG', 'a PNG image'],
  ['\xFF\xD8\xFF', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['\x1F\x8B', 'gzipped data'],
  ['\x1F\uFFFD', 'gzipped data'],
  ['BZh', 'bzip2 data'],
  ['7z\xBC\xAF', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['\xD0\xCF\x11\xE0', 'an old Word or Excel document'],
  ['\x7FELF', 'a program'],
  ['SQLite format 3', 'an SQLite database'],
  ['\xFF\xFE', 'UTF-16 text'],
  ['\xFE\xFF', 'UTF-16 text'],
];

/** Bytes or characters that are looked at. */
const SNIFFED = 8192;

/** What the input is if not text ("a ZIP archive"), or null. Takes a file's bytes or the text of a record. */
export function looksBinary(input: Uint8Array | string): string | null {
  const head = typeof input === 'string' ? input.slice(0, SNIFFED) : latin1(input.subarray(0, SNIFFED));
  for (const [start, what] of SIGNATURES) if (head.startsWith(start)) return what;
  if (head.includes('\0')) return 'binary data';
  if (typeof input === 'string') return odd(head) > 0.02 * head.length ? 'binary data' : null;
  const decoded = new TextDecoder('utf-8').decode(input.subarray(0, SNIFFED));
  // the last character may be cut
  return odd(decoded.slice(0, -1)) > 0.02 * decoded.length ? 'binary data, or text that is not UTF-8' : null;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Replacement and control characters. */
function odd(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13)) count++;
  }
  return count;
}

/** A quarter to a half of English running text is made of these; of other languages' seldom a twentieth. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'the of and to in that is was for on with as by at from it he his be are has have had were this but not they which or an ' +
    'their its who will would been she her after about more than there we said also when into over up out you'
  ).split(' '),
);
/** Shorter texts are not judged, in words. */
const JUDGED_WORDS = 12;

export function looksEnglish(text: string): boolean {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < JUDGED_WORDS) return words.length === 0 || words.some((word) => /^[a-z]+$/.test(word));
  const known = words.filter((word) => FUNCTION_WORDS.has(word)).length;
  return known / words.length > 0.15;
}
