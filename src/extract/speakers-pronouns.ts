/** "He added": who spoke before and says on, and who has come up since. */
import type { Chained } from '../document';
import type { EntityType } from '../ontology';
import { baseRelation, headOf, relationOf, type Tree, textOf } from './tree';

/** A speaker heard before. */
export interface Heard {
  readonly mention: number;
  readonly chain: number;
  readonly type: EntityType;
  /** Index of the sentence in which it spoke last. */
  sentence: number;
}

/** What has been heard of the text so far. */
export interface Ear {
  readonly doc: Chained;
  readonly tree: Tree;
  readonly mentionAt: readonly number[];
  /** For each token the name that it is part of, or -1. */
  readonly namedAt: readonly number[];
  readonly heard: Heard[];
  /** For each token whether it stands in a quotation. */
  readonly quoted: readonly boolean[];
  /** For each sentence how many before it are the writer's own: a long quotation puts nobody out of mind. */
  readonly steps: readonly number[];
}

export const chainAt = (doc: Chained, mention: number): number => doc.mentions[mention]?.chain ?? -1;
export const typeAt = (doc: Chained, mention: number): EntityType | null =>
  doc.chains[chainAt(doc, mention)]?.type ?? null;

/** How many sentences a pronoun may say on. */
const MEMORY_SENTENCES = 3;
/** "He added": the chain of the pronoun where it has spoken, else whoever spoke last and may be meant. */
export function pronounSpeaker(ear: Ear, verb: number, subject: number): number {
  const { doc, tree, mentionAt, heard, steps } = ear;
  const own = mentionAt[subject] ?? -1;
  const chain = chainAt(doc, own);
  const pronoun = textOf(tree, subject);
  const here = tree.sentenceOf[verb] ?? -1;
  const last = heard.findLast((one) => mayMean(doc, one, pronoun));
  const spoke = own >= 0 && heard.some((one) => one.chain === chain);
  if (last === undefined || (steps[here] ?? 0) - (steps[last.sentence] ?? 0) > (spoke ? 1 : MEMORY_SENTENCES))
    return own;
  // "who he said": a relative clause tells of others
  if (relationOf(tree, verb) === 'acl:relcl') return own;
  // "Ruiz spoke. Lee came back. He said": whom the text has gone on to
  const after = baseRelation(tree, verb) === 'parataxis' ? here - 1 : here;
  if (own >= 0 && isSubjectSince(ear, chain, last.sentence, after, subject)) return own;
  return otherSince(ear, last, pronoun, after, subject) ?? last.mention;
}

const PERSONAL: Readonly<Record<string, RegExp>> = {
  he: /^(?:she|her|hers|herself)$/,
  she: /^(?:he|him|his|himself)$/,
};

function mayMean(doc: Chained, one: Heard, pronoun: string): boolean {
  if (pronoun === 'it') return one.type === 'Organization' || one.type === 'Country';
  if (pronoun === 'they') return one.type === 'Group' || one.type === 'Organization';
  if (one.type !== 'Person') return false;
  const other = PERSONAL[pronoun];
  const members = doc.chains[one.chain]?.mentions ?? [];
  return !members.some((m) => {
    const first = doc.tokens[doc.mentions[m]?.start ?? -1]?.text.toLowerCase() ?? '';
    if (pronoun === 'he' && /^(?:mrs|ms|madam|lady|miss)\.?$/.test(first)) return true;
    if (pronoun === 'she' && /^(?:mr|sir|lord)\.?$/.test(first)) return true;
    return doc.mentions[m]?.kind === 'pronoun' && other?.test(first) === true;
  });
}

/** "Ruiz spoke. Lee, a baker, sat by the door. He said": a person named as the subject of the text since the last one spoke. */
function otherSince(
  { doc, tree, mentionAt, quoted }: Ear,
  last: Heard,
  pronoun: string,
  to: number,
  before: number,
): number | undefined {
  if (pronoun !== 'he' && pronoun !== 'she') return undefined;
  const from = doc.sentences[last.sentence]?.end ?? before;
  const end = Math.min(before, doc.sentences[to]?.end ?? before);
  for (let i = end - 1; i >= from; i--) {
    const mention = mentionAt[i] ?? -1;
    if (mention < 0 || quoted[i] === true || relationOf(tree, i) !== 'nsubj' || headOf(tree, headOf(tree, i)) >= 0)
      continue;
    const one: Heard = { ...last, mention, chain: chainAt(doc, mention), type: typeAt(doc, mention) ?? 'Place' };
    if (doc.mentions[mention]?.kind === 'name' && mayMean(doc, one, pronoun)) return mention;
  }
  return undefined;
}

/** Whether a member of the chain, no pronoun, is the subject of a sentence after `from`, up to `to`, before the token. */
function isSubjectSince({ doc, tree, quoted }: Ear, chain: number, from: number, to: number, before: number): boolean {
  return (doc.chains[chain]?.mentions ?? []).some((m) => {
    const mention = doc.mentions[m];
    if (mention === undefined || mention.head >= before || quoted[mention.head] === true) return false;
    const sentence = tree.sentenceOf[mention.head] ?? -1;
    return sentence > from && sentence <= to && baseRelation(tree, mention.head) === 'nsubj';
  });
}
