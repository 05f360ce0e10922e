/** Who speaks in a headline: "Minister: bridge to close", "Bridge to close: minister". */
import type { Chained } from '../document';
import { isVerb, type Tree, textOf, uposOf } from './tree';

/** Tokens that the name of a speaker may have. */
const SPEAKER_TOKENS = 5;

/** By sentence, for those without a full stop and with one colon. */
export function headlineSpeakers(
  doc: Chained,
  tree: Tree,
  mentionAt: readonly number[],
  namedAt: readonly number[],
): ReadonlyMap<number, number> {
  const speakers = new Map<number, number>();
  doc.sentences.forEach(({ start, end }, s) => {
    if (/^[.?!]$/.test(textOf(tree, end - 1))) return;
    const colons = [];
    for (let i = start; i < end; i++) if (textOf(tree, i) === ':') colons.push(i);
    const [colon] = colons;
    if (colon === undefined || colons.length > 1) return;
    const before = speakerIn(doc, tree, mentionAt, namedAt, start, colon);
    const behind = speakerIn(doc, tree, mentionAt, namedAt, colon + 1, end);
    if (before >= 0 !== behind >= 0) speakers.set(s, Math.max(before, behind));
  });
  return speakers;
}

/** The actor that the words name and nothing else; a country before a colon is a topic. */
function speakerIn(
  doc: Chained,
  tree: Tree,
  mentionAt: readonly number[],
  namedAt: readonly number[],
  start: number,
  end: number,
): number {
  if (end <= start || end - start > SPEAKER_TOKENS) return -1;
  let found = -1;
  for (let i = start; i < end; i++) {
    if (isVerb(tree, i) || uposOf(tree, i) === 'AUX' || uposOf(tree, i) === 'ADP' || uposOf(tree, i) === 'PUNCT')
      return -1;
    const own = mentionAt[i] ?? -1;
    found = own >= 0 ? own : Math.max(found, namedAt[i] ?? -1);
  }
  const type = doc.chains[doc.mentions[found]?.chain ?? -1]?.type;
  return type === 'Person' || type === 'Organization' || type === 'Group' ? found : -1;
}
