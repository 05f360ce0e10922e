/**
 * Titles and names that the parser hung otherwise: "Green Party (GP) legislator Ana Ruiz said", "The Congress Monday warned",
 * "met the mayor Ana Ruiz and deputy mayor Bo Ek".
 */
import type { Words } from './mended-verbs';

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
/** How the parser hangs a name for which it has no place. */
const STRAY = /^(?:vocative|appos|dislocated|parataxis|obl:unmarked|dep)$/;
const ARGUMENTS = /^(?:nsubj|obj|iobj|obl|nmod|root|conj)/;

/** Gives a phrase of a body, a title and a person to the person: "Green Party (GP) legislator Ana Ruiz" is Ana Ruiz. */
export function mendTitled({ doc, children, heads, deprels }: Words, body: number): void {
  if (doc.upos[body] !== 'PROPN' || !ARGUMENTS.test(deprels[body] ?? '')) return;
  const name = doc.names.find((n) => n.start <= body && body < n.end);
  if (name === undefined || name.type === 'PER') return;
  const title = behindBracket(doc, name.end);
  if (title < 0 || !isTitleOfName(doc, title)) return;
  // whichever of the title and the name hangs on the other, the other is the phrase's head
  const top = heads[title] === title + 1 ? title + 1 : title;
  const beside = heads[top] === heads[body] && STRAY.test(deprels[top] ?? '');
  if (!(heads[top] === body && deprels[top] === 'appos') && !beside) return;
  heads[top] = heads[body]!;
  deprels[top] = deprels[body]!;
  heads[body] = top;
  deprels[body] = 'compound';
  // what stands before the body and behind the person is the whole phrase's
  for (const c of children[body]!)
    if (c !== top && (c > title || deprels[c] === 'case' || deprels[c] === 'cc')) heads[c] = top;
}

/** A common noun, or a title in capitals, right before a person's name. */
function isTitleOfName(doc: Words['doc'], token: number): boolean {
  if (doc.names.some((n) => n.start <= token && token < n.end)) return false;
  return doc.names.some((n) => n.start === token + 1 && n.type === 'PER');
}

/** The first token behind the bracket that opens at the token, or the token itself. */
function behindBracket(doc: Words['doc'], token: number): number {
  if (doc.tokens[token]?.text !== '(') return token;
  for (let i = token + 1; i < token + 8; i++) if (doc.tokens[i]?.text === ')') return i + 1;
  return -1;
}

/** "The Congress Monday warned the mill": the Congress did, on that day. */
export function mendDayOfName({ doc, children, heads, deprels }: Words, day: number): void {
  if (deprels[day] !== 'nsubj' || !WEEKDAY.test(doc.tokens[day]?.text ?? '')) return;
  const verb = heads[day]!;
  const before =
    children[day]!.findLast((c) => /^(?:compound|amod|nmod)/.test(deprels[c] ?? '') && c === day - 1) ?? -1;
  if (before < 0 || verb < day || !/^VB[DZP]$/.test(doc.xpos[verb] ?? '')) return;
  if (doc.upos[before] !== 'PROPN' && doc.upos[before] !== 'NOUN') return;
  heads[before] = verb;
  deprels[before] = 'nsubj';
  deprels[day] = 'obl:unmarked';
  for (const c of children[day]!) if (c < before) heads[c] = before;
}

/** "the chairman Ana Ruiz and vice chairman Bo Ek": the second is one more of them, not of the first one's name. */
export function mendListOfTitled({ doc, heads, deprels }: Words, second: number): void {
  if (deprels[second] !== 'conj') return;
  const name = heads[second]!;
  const title = heads[name] ?? -1;
  if (title < 0 || title !== name - 1 || !/^(?:appos|flat)/.test(deprels[name] ?? '') || second < name) return;
  if (doc.xpos[title] !== 'NN' && doc.xpos[title] !== 'NNP') return;
  const isPerson = (token: number): boolean =>
    doc.names.some((n) => n.start <= token && token < n.end && n.type === 'PER');
  if (!isPerson(name) || isPerson(title) || !isPerson(second)) return;
  if (!doc.upos.slice(name, second).includes('CCONJ')) return;
  heads[second] = title;
}

/**
 * "The crisis grew after lawmakers filed a motion": the parser takes the last verb for the first one's, and the lawmakers for what
 * the crisis grew after.
 */
export function mendClauseOfTime(words: Words, verb: number): void {
  const { doc, children, heads, deprels, upos, xpos } = words;
  if (upos[verb] !== 'VERB' || !/^VB[DZP]$/.test(xpos[verb] ?? '')) return;
  const own = children[verb]!;
  const subject = own.find((c) => deprels[c] === 'nsubj' && c < verb) ?? -1;
  if (subject < 0 || own.some((c) => /^aux|^mark|^cop/.test(deprels[c] ?? ''))) return;
  const first = children[subject]!.find((c) => deprels[c] === 'acl' && c > subject) ?? -1;
  if (first < 0 || first < subject || !/^VB[DN]$/.test(xpos[first] ?? '')) return;
  const doer =
    children[first]!.find((c) => /^obl/.test(deprels[c] ?? '') && c > first && endOf(children, c) === verb - 1) ?? -1;
  const after =
    doer < 0 ? undefined : children[doer]!.find((c) => deprels[c] === 'case' && CONJUNCTIONS.test(doc.tokens[c]!.text));
  if (after === undefined || !isActor(doc, doer) || children[first]!.some((c) => c > verb)) return;
  if (children[first]!.some((c) => deprels[c] === 'obl:agent' || doc.tokens[c]?.text === 'by')) return;
  heads[first] = heads[verb]!;
  deprels[first] = deprels[verb]!;
  xpos[first] = 'VBD';
  heads[subject] = first;
  heads[verb] = first;
  deprels[verb] = 'advcl';
  heads[doer] = verb;
  deprels[doer] = 'nsubj';
  heads[after] = verb;
  deprels[after] = 'mark';
  for (const c of own)
    if (deprels[c] === 'punct' && c > verb && /^[.!?]$/.test(doc.tokens[c]?.text ?? '')) heads[c] = first;
}
const CONJUNCTIONS = /^(?:after|before|since|until|as)$/i;

const isActor = (doc: Words['doc'], token: number): boolean =>
  doc.mentions.some((m) => m.head === token && doc.chains[m.chain]?.type !== null);

const endOf = (children: Words['children'], token: number): number => {
  let end = token;
  for (const c of children[token]!) end = Math.max(end, endOf(children, c));
  return end;
};
