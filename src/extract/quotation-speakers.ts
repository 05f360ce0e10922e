/** Who speaks each quotation: named before it or behind it, or on from the one before or after. */
import type { Chained } from '../document';
import type { EntityType } from '../ontology';
import { isSayingVerb, type Voices } from './speakers';
import { childrenOf, headOf, isVerb, lemmaOf, relationOf, type Tree, textOf } from './tree';

/** Characters of a quotation that may be a word or two in the writer's own sentence. */
const SHORT_QUOTATION = 40;
const CLOSING = /["”»']$/;

interface Place {
  readonly doc: Chained;
  readonly tree: Tree;
  readonly mentionAt: readonly number[];
  readonly voices: Voices;
  /** The token that starts at an offset, and the one behind the token that ends there. */
  readonly tokenFrom: ReadonlyMap<number, number>;
  readonly tokenAfter: ReadonlyMap<number, number>;
}

/** For each quotation the mention of its speaker, or -1. */
export function speakersOfQuotations(doc: Chained, tree: Tree, mentionAt: readonly number[], voices: Voices): number[] {
  const place: Place = {
    doc,
    tree,
    mentionAt,
    voices,
    tokenFrom: new Map(doc.tokens.map((t, i) => [t.start, i])),
    tokenAfter: new Map(doc.tokens.map((t, i) => [t.end, i + 1])),
  };
  const speakers: number[] = [];
  for (let q = 0; q < doc.quotations.length; q++) speakers.push(speakerOf(place, q, speakers));
  for (let q = doc.quotations.length - 2; q >= 0; q--)
    if ((speakers[q] ?? -1) < 0 && isOpen(place, q)) speakers[q] = speakers[q + 1] ?? -1;
  return speakers;
}

function speakerOf(place: Place, q: number, earlier: readonly number[]): number {
  const { doc, voices, tokenAfter } = place;
  const quotation = doc.quotations[q]!;
  const subject = doc.mentions[quotation.speaker]?.head ?? -1;
  const named =
    voices.bySubject.get(subject) ??
    (quotation.speaker >= 0 ? quotation.speaker : (voices.byVerb.get(quotation.cue) ?? -1));
  if (named >= 0) return named;
  const behind = voices.byVerb.get(tokenAfter.get(quotation.end) ?? -1) ?? verbBehind(place, quotation.end);
  if (behind >= 0) return behind;
  const before = introducer(place, quotation.start);
  if (before >= 0) return before;
  if (quotation.cue >= 0) return -1;
  const carried = carriedOn(place, q, earlier);
  return carried >= 0 ? carried : afterReport(place, q);
}

const sentenceFrom = ({ tree, tokenFrom }: Place, offset: number): number =>
  tree.sentenceOf[tokenFrom.get(offset) ?? -1] ?? -1;
const sentenceTo = ({ tree, tokenAfter }: Place, offset: number): number =>
  tree.sentenceOf[(tokenAfter.get(offset) ?? 0) - 1] ?? Number.NEGATIVE_INFINITY;

/** '"It is late," Ruiz said. "We waited."': one without a cue goes on for the speaker of the one before it. */
function carriedOn(place: Place, q: number, earlier: readonly number[]): number {
  const [before, quotation] = [place.doc.quotations[q - 1], place.doc.quotations[q]!];
  if (before === undefined || quotation.end - quotation.start <= SHORT_QUOTATION) return -1;
  const gap = sentenceFrom(place, quotation.start) - sentenceTo(place, before.end);
  return gap <= 1 ? (earlier[q - 1] ?? -1) : -1;
}

/** 'Ruiz said it was late. "We have waited for years."' */
function afterReport(place: Place, q: number): number {
  const { doc, voices } = place;
  const quotation = doc.quotations[q]!;
  const here = sentenceFrom(place, quotation.start);
  const [own, last] = [doc.sentences[here], doc.sentences[here - 1]];
  const opens = doc.tokens[own?.start ?? -1]?.start === quotation.start;
  if (!own || !last || !opens || own.paragraph - last.paragraph > 1) return -1;
  const voice = voices.byVerb.get(voices.framing.get(here - 1) ?? -1) ?? -1;
  // in the next paragraph a body's report is followed by others' words
  return own.paragraph === last.paragraph || typeOf(doc, voice) === 'Person' ? voice : -1;
}

/** A quotation that its paragraph ends without a closing mark goes on in the next one, of the same speaker. */
function isOpen(place: Place, q: number): boolean {
  const [own, next] = [place.doc.quotations[q]!, place.doc.quotations[q + 1]!];
  const { article, tokens } = place.doc;
  const last = tokens[(place.tokenAfter.get(own.end) ?? 0) - 1];
  if (last === undefined || CLOSING.test(article.text.slice(last.start, last.end))) return false;
  return sentenceFrom(place, next.start) - sentenceTo(place, own.end) === 1;
}

/** '"...," a reporter inquired': a verb of saying whose subject stands right behind the quotation. */
function verbBehind({ tree, voices, tokenAfter }: Place, end: number): number {
  const start = tokenAfter.get(end) ?? -1;
  for (let i = start; i > 0 && i < start + REACH && tree.sentenceOf[i] === tree.sentenceOf[start - 1]; i++) {
    if (['"', '“', '”', '.', ';'].includes(textOf(tree, i))) return -1;
    if (isVerb(tree, i)) return voices.byVerb.get(i) ?? -1;
  }
  return -1;
}
const REACH = 12;

/**
 * Who introduces a quotation: 'The premier defended his plan: "We are working on it."', 'called on people, saying "..."'.
 */
function introducer({ doc, tree, mentionAt, voices, tokenFrom }: Place, start: number): number {
  const first = tokenFrom.get(start) ?? -1;
  let last = first - 1;
  if (first < 0) return -1;
  const mark = textOf(tree, last);
  if (mark === ':' || mark === ',') last--;
  if (isVerb(tree, last) && isSayingVerb(lemmaOf(tree, last))) {
    const voice = voices.byVerb.get(last) ?? subjectAbove(doc, tree, mentionAt, last);
    if (voice >= 0) return voice;
  }
  const sentence = doc.sentences[tree.sentenceOf[first - 1] ?? -1];
  if (mark !== ':' || sentence === undefined) return -1;
  for (let i = sentence.start; i < first - 1; i++) {
    if (headOf(tree, i) >= 0) continue;
    const subject = childrenOf(tree, i).find((c) => relationOf(tree, c) === 'nsubj' && c < first - 1);
    const mention = subject === undefined ? -1 : (mentionAt[subject] ?? -1);
    const type = typeOf(doc, mention);
    return type === 'Person' || (type !== null && type !== 'Place' && ISSUED.has(lemmaOf(tree, i))) ? mention : -1;
  }
  return -1;
}
/** 'They issued a statement: "..."' */
const ISSUED = new Set(['issue', 'publish', 'release', 'post', 'tweet', 'write', 'read', 'respond', 'react']);

/** The subject of the verb, or of the one that its participle hangs on. */
function subjectAbove(doc: Chained, tree: Tree, mentionAt: readonly number[], verb: number): number {
  let node = verb;
  for (let steps = 0; node >= 0 && steps < 6; steps++) {
    const subject = childrenOf(tree, node).find((c) => /^nsubj/.test(relationOf(tree, c)));
    if (subject !== undefined) {
      const mention = mentionAt[subject] ?? -1;
      const type = typeOf(doc, mention);
      return type === null || type === 'Place' ? -1 : mention;
    }
    // a participle may hang on any noun of the clause above
    if (node !== verb && isVerb(tree, node) && !/^(?:advcl|conj|xcomp|parataxis)/.test(relationOf(tree, node)))
      return -1;
    node = headOf(tree, node);
  }
  return -1;
}

function typeOf(doc: Chained, mention: number): EntityType | null {
  return doc.chains[doc.mentions[mention]?.chain ?? -1]?.type ?? null;
}
