/** Words that are two or three words of the treebank: "don't" = do + n't, "cannot" = can + not. */

/** Without an apostrophe; the numbers are the lengths of the parts. */
const FUSED: ReadonlyMap<string, readonly number[]> = new Map([
  ['cannot', [3, 3]],
  ['gonna', [3, 2]],
  ['gotta', [3, 2]],
  ['wanna', [3, 2]],
  ['outta', [3, 2]],
  ['dunno', [2, 1, 2]],
  ['dont', [2, 2]],
  ['didnt', [3, 2]],
  ['doesnt', [4, 2]],
  ['isnt', [2, 2]],
  ['wasnt', [3, 2]],
  ['werent', [4, 2]],
  ['arent', [3, 2]],
  ['aint', [2, 2]],
  ['cant', [2, 2]],
  ['wont', [2, 2]],
  ['couldnt', [5, 2]],
  ['wouldnt', [5, 2]],
  ['shouldnt', [6, 2]],
  ['havent', [4, 2]],
  ['hasnt', [3, 2]],
  ['hadnt', [3, 2]],
  ['im', [1, 1]],
  ['ive', [1, 2]],
  ['youre', [3, 2]],
  ['theyre', [4, 2]],
  ['thats', [4, 1]],
  ['whats', [4, 1]],
]);

const CLITIC = /(?:n['’]t|['’`](?:s|re|ve|ll|d|m))$/iu;

/** The lengths of the parts of `word`, in order; their sum is the word's length. */
export function splitClitics(word: string): readonly number[] {
  const fused = word.length <= 8 ? FUSED.get(word.toLowerCase()) : undefined;
  if (fused !== undefined && word !== 'IM' && word !== 'Cant') return fused;
  // "couldn't've": the last clitic first
  const parts: number[] = [];
  let rest = word;
  for (let i = 0; i < 3; i++) {
    const clitic = CLITIC.exec(rest)?.[0];
    if (clitic === undefined || clitic.length === rest.length) break;
    parts.unshift(clitic.length);
    rest = rest.slice(0, -clitic.length);
  }
  parts.unshift(rest.length);
  return parts;
}
