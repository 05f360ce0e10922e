/** How many voted for and against, read in the words of the sentence. */
import type { CountKind } from '../document';
import { readNumber } from './counts-number';
import { type Tree, textOf } from './tree';

export type Counts = Partial<Record<CountKind, number>>;

/** "by 52 votes to 48", "voted 52-48", "by a vote of 52 to 48", "52 in favor and 48 against". */
export function votesIn(tree: Tree, trigger: number): Counts {
  const sentence = tree.doc.sentences[tree.sentenceOf[trigger] ?? -1];
  if (!sentence) return {};
  const words: string[] = [];
  for (let i = sentence.start; i < sentence.end; i++) words.push(textOf(tree, i));
  const text = words.join(' ');
  const number = '(\\d[\\d,]*|[a-z]+(?: - [a-z]+)?)';
  const digits = '(\\d[\\d,]*)';
  const margin =
    new RegExp(
      `\\bby (?:a )?(?:vote|margin|majority)? ?(?:of )?${digits}(?: votes?)? ?(?:to|-|–|against) ?${digits}`,
    ).exec(text) ??
    new RegExp(`\\bby ${number} votes to ${number}`).exec(text) ??
    new RegExp(
      `\\b(?:vote[ds]?|voting|passed|approved|adopted|rejected|defeated)(?: of)? ${digits} ?(?:to|-|–) ?${digits}`,
    ).exec(text) ??
    new RegExp(`\\b${digits} ?(?:-|–|to) ?${digits} (?:vote|majority|margin)\\b`).exec(text) ??
    // "rejected the bill 60-40"
    new RegExp(`(?:^| )${digits} ?[-–] ?${digits}(?= |$)`).exec(text);
  if (margin && !isYears(margin[1], margin[2]))
    return votes(margin[1], margin[2], /\b(?:reject|defeat|vote[ds]? (?:down|against))/.test(text));
  const favour = new RegExp(
    `\\b${number} (?:votes? |members? |lawmakers? |deputies |mps |senators )?(?:voted )?(?:in favou?r|for)\\b`,
  ).exec(text);
  const against = new RegExp(
    `\\b${number} (?:votes? |members? |lawmakers? |deputies |mps |senators )?(?:voted )?against\\b`,
  ).exec(text);
  return votes(favour?.[1], against?.[1], false);
}

/** "in 2014-15", "between 1999 and 2003" */
const isYears = (first = '', second = ''): boolean =>
  /^(?:19|20)\d\d$/.test(first) && /^(?:\d\d|(?:19|20)\d\d)$/.test(second);

/** `lost`: the larger number of a margin is the winner's, and those who won voted against. */
function votes(first: string | undefined, second: string | undefined, lost: boolean): Counts {
  const read = (words: string | undefined) => (words === undefined ? null : readNumber(words.split(' ')));
  const [one, other] = [read(first), read(second)];
  const [a, b] = lost && one !== null && other !== null ? [Math.min(one, other), Math.max(one, other)] : [one, other];
  return { ...(a === null ? {} : { votesFor: a }), ...(b === null ? {} : { votesAgainst: b }) };
}
