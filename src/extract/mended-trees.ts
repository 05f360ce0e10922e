/** Sentences that the parser hung otherwise, where the words leave no doubt: reports, and what somebody is given. */
import type { Chained } from '../document';
import { mendClauseOfTime, mendDayOfName, mendListOfTitled, mendTitled } from './mended-names';
import { mendActNoun, mendNounHeadline, mendTwinSubject } from './mended-nouns';
import { mendSharedSubject, mendToldClause } from './mended-reports';
import { mendAdverb, mendHeadline, mendMainVerb, mendPerfect } from './mended-verbs';

/** Verbs that introduce what somebody says, before or behind it. */
const SAYING = new Set('say add tell explain note report state announce claim warn confirm insist recall'.split(' '));
const GIVING = new Set('give grant award offer hand send issue deny'.split(' '));
const CLOSES = new Set([',', '”', '"', "''", '’', '»']);

interface Trees {
  readonly doc: Chained;
  readonly children: readonly (readonly number[])[];
  readonly heads: number[];
  readonly deprels: string[];
  readonly upos: string[];
}

/** The document with such relations and heads mended. */
export function withMendedTrees(doc: Chained): Chained {
  const children: number[][] = doc.tokens.map(() => []);
  for (const [token, head] of doc.heads.entries()) if (head >= 0) children[head]!.push(token);
  const trees = {
    doc,
    children,
    heads: [...doc.heads],
    deprels: [...doc.deprels],
    upos: [...doc.upos],
    xpos: [...doc.xpos],
  };
  for (const sentence of doc.sentences) {
    mendMainVerb(trees, sentence.start, sentence.end);
    mendHeadline(trees, sentence.start, sentence.end);
    mendNounHeadline(trees, sentence.start, sentence.end);
  }
  for (const token of doc.tokens.keys()) {
    mendAdverb(trees, token);
    mendActNoun(trees, token);
    mendTwinSubject(trees, token);
    mendPerfect(trees, token);
    mendAdjectives(trees, token);
    mendToldClause(trees, token);
    mendSharedSubject(trees, token);
    mendTitled(trees, token);
    mendDayOfName(trees, token);
    mendListOfTitled(trees, token);
    mendClauseOfTime(trees, token);
  }
  for (const [verb, lemma] of doc.lemmas.entries()) {
    if (doc.upos[verb] !== 'VERB') continue;
    if (SAYING.has(lemma)) mendReport(trees, verb);
    if (GIVING.has(lemma)) {
      mendGift(trees, verb);
      mendRefused(trees, verb);
    }
    if (GIVING.has(lemma) || CALLING.has(lemma)) mendReceiver(trees, verb, lemma);
  }
  return { ...doc, heads: trees.heads, deprels: trees.deprels, upos: trees.upos, xpos: trees.xpos };
}

/** "with Peru's interior and overseas minister": the phrase is the minister's, not the interior's. */
function mendAdjectives({ children, heads, deprels, upos }: Trees, first: number): void {
  if (upos[first] !== 'ADJ' || !ARGUMENTS.has(deprels[first] ?? '')) return;
  const noun = children[first]!.findLast((c) => deprels[c] === 'conj' && upos[c] === 'NOUN') ?? -1;
  if (noun <= first) return;
  const between = upos.slice(first + 1, noun);
  if (between.at(-1) !== 'ADJ' || between.some((tag) => tag !== 'ADJ' && tag !== 'CCONJ' && tag !== 'PUNCT')) return;
  heads[noun] = heads[first]!;
  deprels[noun] = deprels[first]!;
  heads[first] = noun;
  deprels[first] = 'amod';
  for (const c of children[first]!) if (c < first || c > noun) heads[c] = noun;
}
const ARGUMENTS = new Set([
  'nsubj',
  'nsubj:pass',
  'obj',
  'iobj',
  'obl',
  'obl:agent',
  'nmod',
  'nmod:poss',
  'appos',
  'root',
]);

/**
 * In "Rebels took the town, said the mayor" the saying is no second deed of the rebels (`parataxis`, not `conj`), and in
 * "As the crowd ran, police opened fire, he added" the fire is what he added (`ccomp`, not `advcl`).
 */
function mendReport({ doc, children, deprels }: Trees, verb: number): void {
  const own = children[verb]!;
  const has = (relation: string) => own.find((c) => deprels[c] === relation) ?? -1;
  const subject = has('nsubj');
  if (subject < 0 || has('ccomp') >= 0 || has('obj') >= 0 || has('cc') >= 0) return;
  if (deprels[verb] === 'conj' && subject > verb && CLOSES.has(doc.tokens[verb - 1]?.text ?? '')) {
    deprels[verb] = 'parataxis';
    return;
  }
  const told = own.findLast((c) => c < subject && deprels[c] === 'advcl' && isSentence(doc, children[c]!, c));
  if (told !== undefined && closesBefore(doc, told, Math.min(subject, verb))) deprels[told] = 'ccomp';
}

/** "gave the minister, Ana Prieto, a mandate": the mandate is no third name of the minister, but what was given. */
function mendGift({ doc, children, heads, deprels }: Trees, verb: number): void {
  const objects = children[verb]!.filter((c) => deprels[c] === 'obj');
  const receiver = objects.length === 1 && objects[0]! > verb ? objects[0]! : -1;
  if (receiver < 0) return;
  const appositions = children[receiver]!.filter((c) => deprels[c] === 'appos' && c > receiver);
  const [name, gift] = [appositions[0], appositions.at(-1)];
  if (name === undefined || gift === undefined || gift === name) return;
  const opens = children[gift]!.find((c) => deprels[c] === 'det');
  if (doc.upos[name] !== 'PROPN' || doc.upos[gift] !== 'NOUN' || opens === undefined) return;
  if (!/^an?$/i.test(doc.tokens[opens]!.text) || doc.tokens[opens - 1]?.text !== ',') return;
  heads[gift] = verb;
  deprels[gift] = 'obj';
  deprels[receiver] = 'iobj';
}

/** "denied them help": what is given or not, which the parser takes for what they became. */
function mendRefused({ children, deprels, upos }: Trees, verb: number): void {
  const own = children[verb]!.filter((c) => c > verb);
  const [objects, gifts] = ['obj', 'xcomp'].map((relation) => own.filter((c) => deprels[c] === relation));
  const [receiver, gift] = [objects![0], gifts![0]];
  if (receiver === undefined || gift === undefined || objects!.length > 1 || upos[gift] !== 'NOUN' || gift < receiver)
    return;
  deprels[receiver] = 'iobj';
  deprels[gift] = 'obj';
}

/**
 * "granted Ruiz amnesty", "gave Ruiz two years' probation", "took a doctor hostage", "branded his rivals criminals": two
 * things hang on the verb, which the parser made into one noun.
 */
function mendReceiver({ doc, children, heads, deprels, upos }: Trees, verb: number, lemma: string): void {
  const objects = children[verb]!.filter((c) => deprels[c] === 'obj' && c > verb);
  const thing = objects.length === 1 ? objects[0]! : -1;
  // "branded the mayor a traitor": no second name of the mayor, for no comma sets it off
  const called = thing < 0 || !CALLING.has(lemma) ? -1 : (children[thing]!.find((c) => deprels[c] === 'appos') ?? -1);
  const opens = called < 0 ? undefined : children[called]!.find((c) => deprels[c] === 'det');
  if (opens === thing + 1 && /^an?$/i.test(doc.tokens[opens]!.text)) {
    heads[called] = verb;
    deprels[called] = 'xcomp';
    return;
  }
  if (thing < 0 || upos[thing] !== 'NOUN' || children[verb]!.some((c) => deprels[c] === 'iobj')) return;
  const owner = children[thing]!.find((c) => deprels[c] === 'nmod:poss' && upos[c] === 'NOUN') ?? thing;
  const joined = [...children[thing]!, ...children[owner]!].filter((c) => deprels[c] === 'compound' && c < owner);
  const whom = joined.find((c) => (GIVING.has(lemma) ? isNamedAt(doc, verb + 1, c) : isCalled(doc, c, thing)));
  if (whom === undefined) return;
  // "gave Nobel prizes to": the name is the thing's
  if (GIVING.has(lemma) && children[verb]!.some((c) => children[c]!.some((w) => RECEIVED.test(doc.tokens[w]!.text))))
    return;
  for (const c of children[heads[whom]!]!) if (c < whom) heads[c] = whom;
  heads[whom] = verb;
  deprels[whom] = GIVING.has(lemma) ? 'iobj' : 'obj';
  if (CALLING.has(lemma)) deprels[thing] = 'xcomp';
}
const CALLING = new Set('take hold declare brand label dub call'.split(' '));
const STATES = new Set('hostage captive prisoner persona'.split(' '));
const RECEIVED = /^to$/i;

/** A person or body called by name from the token on, in the head that is given. */
const isNamedAt = (doc: Chained, start: number, head: number): boolean =>
  doc.mentions.some(
    (m) => m.kind === 'name' && m.start === start && m.head === head && NAMED.has(doc.chains[m.chain]?.type ?? ''),
  );
const NAMED = new Set(['Person', 'Organization', 'Country']);

/** "a doctor HOSTAGE", "his rivals CRIMINALS": no compound has a plural in it. */
const isCalled = (doc: Chained, whom: number, thing: number): boolean =>
  whom === thing - 1 && (STATES.has(doc.tokens[thing]!.text.toLowerCase()) || doc.xpos[whom] === 'NNS');

/** A finite clause with a subject of its own and no word that makes it one of time or cause. */
function isSentence(doc: Chained, children: readonly number[], clause: number): boolean {
  const relations = children.map((c) => doc.deprels[c]);
  if (relations.includes('mark') || !(relations.includes('nsubj') || relations.includes('nsubj:pass'))) return false;
  return (
    doc.xpos[clause] === 'VBD' ||
    doc.xpos[clause] === 'VBZ' ||
    doc.xpos[clause] === 'VBP' ||
    relations.some((r) => r?.startsWith('aux') || r === 'cop')
  );
}

/** A comma or a closing quote right before the phrase of the subject. */
function closesBefore(doc: Chained, told: number, subject: number): boolean {
  for (let at = subject - 1; at > told; at--) {
    if (CLOSES.has(doc.tokens[at]!.text)) return true;
    if (doc.heads[at] !== subject && doc.upos[at] !== 'DET' && doc.upos[at] !== 'ADJ') return false;
  }
  return false;
}
