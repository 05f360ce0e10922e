/** Nouns that the parser took apart or took for verbs, and the verbs of headlines that it took for nouns. */
import type { Words } from './mended-verbs';

/** Acts named by a form in -ing that stands behind what does them ("tank shelling", "rebel shooting"). */
const ACTS = new Set('shelling bombing shooting fighting stabbing bombardment rioting hacking looting'.split(' '));

/** "killed in Danish tank shelling near the port": no clause, but the noun of the phrase. */
export function mendActNoun({ doc, children, heads, deprels, upos, xpos }: Words, act: number): void {
  if (xpos[act] !== 'VBG' || !ACTS.has((doc.tokens[act]?.text ?? '').toLowerCase())) return;
  const noun = act - 1;
  const own = children[noun] ?? [];
  if (noun < 0 || upos[noun] !== 'NOUN' || !own.some((c) => deprels[c] === 'case')) return;
  if (own.some((c) => deprels[c] === 'det' || (c > noun && c !== act))) return;
  if (heads[act] !== noun && heads[act] !== heads[noun]) return;
  if ((children[act] ?? []).some((c) => c < act || deprels[c] === 'obj')) return;
  heads[act] = heads[noun] ?? -1;
  deprels[act] = deprels[noun] ?? 'obl';
  upos[act] = 'NOUN';
  xpos[act] = 'NN';
  for (const c of own) if (c !== act) heads[c] = act;
  heads[noun] = act;
  deprels[noun] = 'compound';
}

/** "The Danish army offensive has displaced many": two subjects side by side are one. */
export function mendTwinSubject({ children, heads, deprels, upos }: Words, first: number): void {
  const second = first + 1;
  if (deprels[first] !== 'nsubj' || upos[first] !== 'NOUN' || upos[second] !== 'NOUN') return;
  if (heads[first] !== heads[second] || !/^nsubj/.test(deprels[second] ?? '')) return;
  if ((children[second] ?? []).some((c) => c < second) || (children[first] ?? []).some((c) => c > second)) return;
  heads[first] = second;
  deprels[first] = 'compound';
  deprels[second] = 'nsubj';
}

/** Verbs of headlines that are seldom nouns before a noun. */
const HEADLINE = new Set(
  `accepts accuses arrests backs bans blames blasts blocks condemns criticises criticizes cuts demands denies deports detains eases
  ends expels frees halts hails imposes invades jails joins kills lifts offers opposes orders ousts pardons praises probes rejects
  releases sacks seeks seizes signs slams snubs sues summons suspends threatens urges vetoes vows warns welcomes withdraws`.split(
    /\s+/,
  ),
);

/** "Chile lifts travel ban on Peru": a headline without a verb has it behind its first name. */
export function mendNounHeadline(
  { doc, children, heads, deprels, upos, xpos }: Words,
  start: number,
  end: number,
): void {
  let root = -1;
  for (let i = start; i < end; i++) {
    if (upos[i] === 'VERB' || upos[i] === 'AUX') return;
    if (heads[i] === -1) root = i;
  }
  if (root < 0 || (upos[root] !== 'NOUN' && upos[root] !== 'PROPN')) return;
  let verb = start + 1;
  while (verb < root && upos[verb - 1] === 'PROPN' && !HEADLINE.has((doc.tokens[verb]?.text ?? '').toLowerCase()))
    verb++;
  if (verb >= root || upos[verb - 1] !== 'PROPN') return;
  for (let node = verb; node !== root; node = heads[node] ?? -1)
    if (node < 0 || !/^(?:compound|amod|nmod)$/.test(deprels[node] ?? '')) return;
  if (!HEADLINE.has((doc.tokens[verb]?.text ?? '').toLowerCase())) return;
  // the name is what hangs on the verb, or beside it on the noun
  const subject = [...(children[verb] ?? []), ...(children[root] ?? [])].find((c) => c < verb && upos[c] === 'PROPN');
  if (subject === undefined) return;
  for (const c of [...(children[verb] ?? []), ...(children[root] ?? [])])
    if (c < verb && c !== subject) heads[c] = subject;
  heads[verb] = -1;
  deprels[verb] = 'root';
  upos[verb] = 'VERB';
  xpos[verb] = 'VBZ';
  heads[subject] = verb;
  deprels[subject] = 'nsubj';
  heads[root] = verb;
  deprels[root] = 'obj';
}
