/**
 * Who speaks: for each verb of saying outside quotations the mention of its speaker.
 * It finds speakers behind their verb ("..., said Chief Ana Ruiz"), persons behind the body that the parser takes for the
 * subject ("Green Party deputy Ana Ruiz said"), and pronouns that say on ("The mill closed, he added").
 */
import type { Chained, Mention } from '../document';
import { headlineSpeakers } from './headlines';
import { chainAt, type Ear, type Heard, pronounSpeaker, typeAt } from './speakers-pronouns';
import {
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
  /** For each headline with a speaker before or behind a colon ("Minister: ...", "...: police") the speaker. */
  readonly headlines: ReadonlyMap<number, number>;
}

/** Tokens of a speaker's title and name behind the verb. */
const NAME_TOKENS = 14;

const SAYS = new Set(
  'say tell add state note explain claim stress announce insist warn argue report write confirm allege reiterate continue conclude remark reveal acknowledge emphasize emphasise underline underscore recall declare assert maintain reply respond comment observe tweet deny concede admit opine lament affirm inform disclose testify recount narrate boast clarify counter retort reaffirm elaborate reckon quip fume contend highlight caution suggest hint predict estimate'.split(
    ' ',
  ),
);
/** Verbs that have their listener where others have a speaker behind them: "had come, told reporters". */
const TOLD = new Set(['tell', 'write', 'report', 'claim', 'announce', 'reveal', 'deny', 'confirm', 'concede']);
const CLOSING = new Set([',', '"', '”', '’', "''", '»', '’’']);
const QUOTES = new Set(['"', '”', "''", '»']);
/** Verbs of saying behind a quotation alone: '"He lied," denounced the union'. */
const CRIES = new Set(
  'denounce demand complain urge protest plead charge condemn decry criticise criticize ask wonder joke recount inquire enquire muse'.split(
    ' ',
  ),
);
/** Whether the lemma is a verb of saying. */
export const isSayingVerb = (lemma: string): boolean => SAYS.has(lemma);

const PRONOUNS = new Set(['he', 'she', 'it', 'they']);
const LINKS = new Set(['of', 'for', "'s", '’s']);

export function hearVoices(doc: Chained, tree: Tree, mentionAt: readonly number[]): Voices {
  const byVerb = new Map<number, number>();
  const bySubject = new Map<number, number>();
  const framing = new Map<number, number>();
  const heard: Heard[] = [];
  const namedAt = namesByToken(doc);
  const quoted = quotedTokens(doc);
  const ear: Ear = { doc, tree, mentionAt, namedAt, heard, quoted, steps: stepsOf(doc, quoted) };
  for (let verb = 0; verb < doc.tokens.length; verb++) {
    if (quoted[verb]) continue;
    const source = textOf(tree, verb) === 'according' ? headOf(tree, verb) : -1;
    const opinion = opinionOf(doc, tree, mentionAt, verb);
    if (opinion >= 0) hear(ear, opinion, verb);
    if (source > verb) {
      hear(ear, mentionAt[source] ?? -1, verb);
      if ((mentionAt[source] ?? -1) >= 0 && isFraming(tree, verb, source)) {
        framing.set(tree.sentenceOf[verb] ?? -1, verb);
        byVerb.set(verb, mentionAt[source] ?? -1);
      }
      continue;
    }
    if (!isVerb(tree, verb)) continue;
    const nominal = childBy(tree, verb, 'nsubj');
    // the parser may take a closing mark for the subject
    const subject = nominal >= 0 && QUOTES.has(textOf(tree, nominal)) ? -1 : nominal;
    const says = SAYS.has(lemmaOf(tree, verb));
    const cries = CRIES.has(lemmaOf(tree, verb)) && QUOTES.has(textOf(tree, cryStart(tree, verb, subject) - 1));
    if (!says && !cries) continue;
    const mention =
      subject < 0
        ? firstKnown(behindVerb(ear, verb), beforeVerb(ear, verb))
        : PRONOUNS.has(textOf(tree, subject))
          ? pronounSpeaker(ear, verb, subject)
          : (personBehind(ear, subject, verb) ?? mentionAt[subject] ?? -1);
    if (mention < 0) continue;
    byVerb.set(verb, mention);
    if (isFraming(tree, verb, verb)) framing.set(tree.sentenceOf[verb] ?? -1, verb);
    if (subject >= 0 && mention !== mentionAt[subject]) bySubject.set(subject, mention);
    hear(ear, mention, verb);
  }
  return { byVerb, bySubject, framing, headlines: headlineSpeakers(doc, tree, mentionAt, namedAt) };
}

/** Where the words behind a quotation begin: at the verb, or at its subject where that stands first ('"Why?" a man asked'). */
function cryStart(tree: Tree, verb: number, subject: number): number {
  return subject >= 0 && subject < verb ? subtreeSpan(tree, subject).start : verb;
}

/** "For Ruiz, the plan is a mistake.": whose view it is. */
function opinionOf(doc: Chained, tree: Tree, mentionAt: readonly number[], word: number): number {
  if (textOf(tree, word) !== 'for' || doc.sentences[tree.sentenceOf[word] ?? -1]?.start !== word) return -1;
  const noun = headOf(tree, word);
  const mention = mentionAt[noun] ?? -1;
  if (noun < word || typeAt(doc, mention) !== 'Person') return -1;
  const { end } = subtreeSpan(tree, noun);
  return textOf(tree, end - 1) === ',' || textOf(tree, end) === ',' ? mention : -1;
}

/** "..., the ministry said on Monday.": its clause stands behind a comma and ends the sentence, or opens it. */
function isFraming(tree: Tree, verb: number, head: number): boolean {
  if (headOf(tree, verb) < 0) return true;
  // "..., which Oslo claims as its own": a word on the noun
  if (relationOf(tree, verb) === 'acl:relcl') return false;
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

function stepsOf(doc: Chained, quoted: readonly boolean[]): number[] {
  let steps = 0;
  return doc.sentences.map((sentence) => (quoted[sentence.start] === true ? steps : ++steps));
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

const firstKnown = (...mentions: readonly number[]): number => mentions.find((m) => m >= 0) ?? -1;

/**
 * '"...," economist Ana Ruiz, head of the institute, told reporters': whoever stands between the quotation and the verb, where
 * the parser hangs them on the quotation. Or "..., the Lyon Herald reports.", where it takes the paper for a part of the verb.
 */
function beforeVerb(ear: Ear, verb: number): number {
  const { doc, tree, mentionAt, namedAt, quoted } = ear;
  const start = doc.sentences[tree.sentenceOf[verb] ?? -1]?.start ?? verb;
  if (childrenOf(tree, verb).some((c) => relationOf(tree, c) === 'nsubj')) return -1;
  for (let i = verb - 1; i >= Math.max(start, verb - APPOSITION_TOKENS); i--) {
    const mark = textOf(tree, i);
    if (quoted[i] === true || QUOTES.has(mark)) {
      const person = personWithin(ear, i + 1, verb);
      if (person !== undefined) return person;
      for (let k = i + 1; k < verb; k++) if ((mentionAt[k] ?? -1) >= 0) return mentionAt[k] ?? -1;
      return -1;
    }
    if (isVerb(tree, i) || uposOf(tree, i) === 'AUX') return -1;
    if (
      mark === ',' &&
      i < verb - 1 &&
      isEnd(tree, verb + 1, doc.sentences[tree.sentenceOf[verb] ?? -1]?.end ?? verb)
    ) {
      const name = namedAt[verb - 1] ?? -1;
      return typeAt(doc, name) === 'Organization' || typeAt(doc, name) === 'Person' ? name : -1;
    }
  }
  return -1;
}
/** Tokens that may stand between a quotation and its verb. */
const APPOSITION_TOKENS = 30;
