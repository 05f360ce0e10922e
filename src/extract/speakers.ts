/**
 * Who speaks: for each verb of saying outside quotations the mention of its speaker.
 * It finds speakers behind their verb ("..., said Chief Ana Ruiz"), persons behind the body that the parser takes for the
 * subject ("Green Party deputy Ana Ruiz said"), and pronouns that say on ("The mill closed, he added").
 */
import type { Chained, Mention } from '../document';
import type { EntityType } from '../ontology';
import {
  baseRelation,
  childBy,
  childrenOf,
  headOf,
  isVerb,
  lemmaOf,
  relationOf,
  subtreeSpan,
  type Tree,
  textOf,
  uposOf,
  xposOf,
} from './tree';

/** Speaker's mention by the verb of saying, and by its subject where the subject alone would lead to another. */
export interface Voices {
  readonly byVerb: ReadonlyMap<number, number>;
  readonly bySubject: ReadonlyMap<number, number>;
  /** For each sentence that one says with its main verb or at its end, the verb. */
  readonly framing: ReadonlyMap<number, number>;
}

/** A speaker heard before. */
interface Heard {
  readonly mention: number;
  readonly chain: number;
  readonly type: EntityType;
  /** Index of the sentence in which it spoke last. */
  sentence: number;
}

/** How many sentences a pronoun may say on. */
const MEMORY_SENTENCES = 3;
/** Tokens of a speaker's title and name behind the verb. */
const NAME_TOKENS = 14;

const SAYS = new Set(
  'say tell add state note explain claim stress announce insist warn argue report write confirm allege reiterate continue conclude remark reveal acknowledge emphasize emphasise underline underscore recall declare assert maintain reply respond comment observe tweet deny concede admit opine lament'.split(
    ' ',
  ),
);
/** Verbs that have their listener where others have a speaker behind them: "had come, told reporters". */
const TOLD = new Set(['tell', 'write', 'report', 'claim', 'announce', 'reveal', 'deny', 'confirm', 'concede']);
const CLOSING = new Set([',', '"', '”', '’', "''", '»', '’’']);
const QUOTES = new Set(['"', '”', "''", '»']);
/** Verbs of saying behind a quotation alone: '"He lied," denounced the union'. */
const CRIES = new Set(
  'denounce demand complain urge protest plead charge condemn decry criticise criticize ask wonder joke recount'.split(
    ' ',
  ),
);
const PRONOUNS = new Set(['he', 'she', 'it', 'they']);
const LINKS = new Set(['of', 'for', "'s", '’s']);

export function hearVoices(doc: Chained, tree: Tree, mentionAt: readonly number[]): Voices {
  const byVerb = new Map<number, number>();
  const bySubject = new Map<number, number>();
  const framing = new Map<number, number>();
  const heard: Heard[] = [];
  const namedAt = namesByToken(doc);
  const ear: Ear = { doc, tree, mentionAt, namedAt, heard };
  const quoted = quotedTokens(doc);
  for (let verb = 0; verb < doc.tokens.length; verb++) {
    if (quoted[verb]) continue;
    const source = textOf(tree, verb) === 'according' ? headOf(tree, verb) : -1;
    if (source > verb) {
      hear(ear, mentionAt[source] ?? -1, verb);
      if ((mentionAt[source] ?? -1) >= 0 && isFraming(tree, verb, source)) {
        framing.set(tree.sentenceOf[verb] ?? -1, verb);
        byVerb.set(verb, mentionAt[source] ?? -1);
      }
      continue;
    }
    if (!isVerb(tree, verb)) continue;
    const subject = childBy(tree, verb, 'nsubj');
    const says = SAYS.has(lemmaOf(tree, verb));
    if (!says && !(subject < 0 && CRIES.has(lemmaOf(tree, verb)) && QUOTES.has(textOf(tree, verb - 1)))) continue;
    const mention =
      subject < 0
        ? behindVerb(ear, verb)
        : PRONOUNS.has(textOf(tree, subject))
          ? pronounSpeaker(ear, verb, subject)
          : (personBehind(ear, subject, verb) ?? mentionAt[subject] ?? -1);
    if (mention < 0) continue;
    byVerb.set(verb, mention);
    if (isFraming(tree, verb, verb)) framing.set(tree.sentenceOf[verb] ?? -1, verb);
    if (subject >= 0 && mention !== mentionAt[subject]) bySubject.set(subject, mention);
    hear(ear, mention, verb);
  }
  return { byVerb, bySubject, framing };
}

/** "..., the ministry said on Monday.": its clause stands behind a comma and ends the sentence, or opens it. */
function isFraming(tree: Tree, verb: number, head: number): boolean {
  if (headOf(tree, verb) < 0) return true;
  const sentence = tree.doc.sentences[tree.sentenceOf[verb] ?? -1];
  if (sentence === undefined) return false;
  const { start, end } = subtreeSpan(tree, head);
  const first = Math.max(start, sentence.start);
  const comma = CLOSING.has(textOf(tree, first - 1)) || CLOSING.has(textOf(tree, first));
  return first <= sentence.start ? verb === first : comma && isEnd(tree, end, sentence.end);
}

function isEnd(tree: Tree, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (uposOf(tree, i) !== 'PUNCT') return false;
  return true;
}

interface Ear {
  readonly doc: Chained;
  readonly tree: Tree;
  readonly mentionAt: readonly number[];
  /** For each token the name that it is part of, or -1. */
  readonly namedAt: readonly number[];
  readonly heard: Heard[];
}

const chainAt = (doc: Chained, mention: number): number => doc.mentions[mention]?.chain ?? -1;
const typeAt = (doc: Chained, mention: number): EntityType | null => doc.chains[chainAt(doc, mention)]?.type ?? null;

function hear({ doc, tree, heard }: Ear, mention: number, verb: number): void {
  const type = typeAt(doc, mention);
  const sentence = tree.sentenceOf[verb] ?? -1;
  if (type === null || type === 'Place') return;
  const chain = chainAt(doc, mention);
  const known = heard.findIndex((one) => one.chain === chain);
  if (known >= 0) heard.splice(known, 1);
  heard.push({ mention, chain, type, sentence });
}

function namesByToken(doc: Chained): number[] {
  const named = new Array<number>(doc.tokens.length).fill(-1);
  doc.mentions.forEach((mention, m) => {
    // the inner of two is the name itself
    if (mention.kind === 'name') for (let i = nameStart(doc, mention); i < nameEnd(doc, mention); i++) named[i] = m;
  });
  return named;
}

const nameStart = (doc: Chained, mention: Mention): number => doc.names[mention.name]?.start ?? mention.start;
const nameEnd = (doc: Chained, mention: Mention): number => doc.names[mention.name]?.end ?? mention.end;

function quotedTokens(doc: Chained): boolean[] {
  const quoted = new Array<boolean>(doc.tokens.length).fill(false);
  let at = 0;
  for (const { start, end } of doc.quotations) {
    while (at < doc.tokens.length && (doc.tokens[at]?.start ?? 0) < start) at++;
    for (let i = at; i < doc.tokens.length && (doc.tokens[i]?.start ?? 0) < end; i++) quoted[i] = true;
  }
  return quoted;
}

/** "Green Party (GP) deputy Ana Ruiz, who ..., said": the person named behind the body, before any comma. */
function personBehind(ear: Ear, subject: number, verb: number): number | undefined {
  const { doc, mentionAt } = ear;
  const own = mentionAt[subject] ?? -1;
  const type = typeAt(doc, own);
  if (type === 'Person' || type === 'Group' || subject > verb) return undefined;
  const stop = Math.min(verb, subject + NAME_TOKENS);
  return personWithin(ear, subject + 1, stop);
}

/** The last person named from `start` on in one noun phrase, without a preposition before the name. */
function personWithin({ doc, tree, namedAt }: Ear, start: number, stop: number): number | undefined {
  let found: number | undefined;
  for (let i = start; i < stop; i++) {
    const text = textOf(tree, i);
    if (text === '(') {
      while (i < stop && textOf(tree, i) !== ')') i++;
      continue;
    }
    const name = namedAt[i] ?? -1;
    const mention = doc.mentions[name];
    if (mention !== undefined && typeAt(doc, name) === 'Person') {
      if (!LINKS.has(textOf(tree, i - 1)) && uposOf(tree, i - 1) !== 'ADP') found = name;
      i = Math.max(i, nameEnd(doc, mention) - 1);
      continue;
    }
    if (uposOf(tree, i) === 'PUNCT' && text !== '-') break;
    if (isClauseWord(tree, i)) break;
  }
  return found;
}

const isClauseWord = (tree: Tree, i: number): boolean =>
  isVerb(tree, i) ||
  uposOf(tree, i) === 'AUX' ||
  uposOf(tree, i) === 'SCONJ' ||
  (uposOf(tree, i) === 'ADP' && !LINKS.has(textOf(tree, i)));

/** "The mill burned, said chief of police Ana Ruiz": what stands behind the verb, where a comma or a quotation is before it. */
function behindVerb(ear: Ear, verb: number): number {
  const { doc, tree, mentionAt } = ear;
  if (!CLOSING.has(textOf(tree, verb - 1)) || TOLD.has(lemmaOf(tree, verb)) || !/^VB[DZP]$/.test(xposOf(tree, verb)))
    return -1;
  if (childrenOf(tree, verb).some((c) => /^(?:aux|cop|mark)/.test(relationOf(tree, c)))) return -1;
  const sentence = doc.sentences[tree.sentenceOf[verb] ?? -1];
  const stop = Math.min(sentence?.end ?? verb, verb + NAME_TOKENS);
  let end = verb + 1;
  for (; end < stop; end++) {
    if (textOf(tree, end) === '(') while (end < stop && textOf(tree, end) !== ')') end++;
    else if (uposOf(tree, end) === 'PUNCT' && textOf(tree, end) !== '-') break;
    else if (isClauseWord(tree, end)) break;
  }
  // "rose, said the leader was ill": whoever has a verb of their own is told of
  if ((isVerb(tree, end) && xposOf(tree, end) !== 'VBG') || uposOf(tree, end) === 'AUX') return -1;
  const person = personWithin(ear, verb + 1, end);
  if (person !== undefined) return person;
  for (let i = verb + 1; i < end; i++) {
    const outside = headOf(tree, i) <= verb || headOf(tree, i) >= end;
    if (outside && (mentionAt[i] ?? -1) >= 0 && typeAt(doc, mentionAt[i] ?? -1) !== 'Place') return mentionAt[i] ?? -1;
  }
  return -1;
}

/** "He added": the chain of the pronoun where it has spoken, else whoever spoke last and may be meant. */
function pronounSpeaker(ear: Ear, verb: number, subject: number): number {
  const { doc, tree, mentionAt, heard } = ear;
  const own = mentionAt[subject] ?? -1;
  const chain = chainAt(doc, own);
  const pronoun = textOf(tree, subject);
  const here = tree.sentenceOf[verb] ?? -1;
  if (own >= 0 && heard.some((one) => one.chain === chain)) return own;
  const last = heard.findLast((one) => mayMean(doc, one, pronoun));
  if (last === undefined || here - last.sentence > MEMORY_SENTENCES) return own;
  // "who he said": a relative clause tells of others
  if (relationOf(tree, verb) === 'acl:relcl') return own;
  // "Ruiz spoke. Lee came back. He said": whom the text has gone on to
  const after = baseRelation(tree, verb) === 'parataxis' ? here - 1 : here;
  if (own >= 0 && isSubjectSince(ear, chain, last.sentence, after, subject)) return own;
  return last.mention;
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

/** Whether a member of the chain, no pronoun, is the subject of a sentence after `from`, up to `to`, before the token. */
function isSubjectSince({ doc, tree }: Ear, chain: number, from: number, to: number, before: number): boolean {
  return (doc.chains[chain]?.mentions ?? []).some((m) => {
    const mention = doc.mentions[m];
    if (mention === undefined || mention.head >= before) return false;
    const sentence = tree.sentenceOf[mention.head] ?? -1;
    return sentence > from && sentence <= to && baseRelation(tree, mention.head) === 'nsubj';
  });
}
