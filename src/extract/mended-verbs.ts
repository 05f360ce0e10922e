/** Verbs that the parser took for something else, where the words leave no other reading. */
import type { Chained } from '../document';

export interface Words {
  readonly doc: Chained;
  readonly children: readonly (readonly number[])[];
  readonly heads: number[];
  readonly deprels: string[];
  readonly upos: string[];
  readonly xpos: string[];
}

const HAVE = new Set(['have', 'has', 'had']);
const UNDER_NOUNS = new Set(['acl', 'compound', 'amod', 'nmod']);
const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'nsubj:outer']);

/** "Oslo vetoed a plan": what has an object and ends in -ed is a verb. */
export function mendAdverb({ doc, children, deprels, upos, xpos }: Words, token: number): void {
  if (upos[token] !== 'ADV' && upos[token] !== 'ADJ') return;
  if (deprels[token] !== 'root' || !/[a-z]ed$/.test(doc.tokens[token]?.text ?? '')) return;
  const own = children[token] ?? [];
  if (!own.some((c) => deprels[c] === 'obj' && c > token) || !own.some((c) => deprels[c] === 'nsubj')) return;
  upos[token] = 'VERB';
  xpos[token] = 'VBD';
}

/** "The authorities have outlawed opposition parties": the perfect, and no parties that are had. */
export function mendPerfect(words: Words, participle: number): void {
  const { doc, children, heads, deprels, upos, xpos } = words;
  if (upos[participle] !== 'VERB' || xpos[participle] !== 'VBN' || deprels[participle] !== 'amod') return;
  const object = heads[participle] ?? -1;
  const have = heads[object] ?? -1;
  if (have < 0 || deprels[object] !== 'obj' || !HAVE.has((doc.tokens[have]?.text ?? '').toLowerCase())) return;
  const between = doc.upos.slice(have + 1, participle);
  if (have > participle || between.some((tag) => tag !== 'ADV' && tag !== 'PART')) return;
  heads[participle] = heads[have] ?? -1;
  deprels[participle] = deprels[have] ?? 'root';
  for (const c of children[have] ?? []) if (c !== object) heads[c] = participle;
  heads[object] = participle;
  heads[have] = participle;
  deprels[have] = 'aux';
  upos[have] = 'AUX';
}

/** "The commission under the ministry praised Peru": a sentence has a verb of its own; the only one is it. */
export function mendMainVerb(words: Words, start: number, end: number): void {
  const { doc, children, heads, deprels, upos, xpos } = words;
  const finite = [];
  let root = -1;
  for (let i = start; i < end; i++) {
    if (heads[i] === -1) root = i;
    if (upos[i] === 'VERB' || upos[i] === 'AUX') finite.push(i);
  }
  const [verb] = finite;
  if (verb === undefined || finite.length !== 1 || root < 0 || root > verb || !UNDER_NOUNS.has(deprels[verb] ?? ''))
    return;
  if (upos[root] !== 'NOUN' && upos[root] !== 'PROPN') return;
  if (!/ed$/.test(doc.tokens[verb]?.text ?? '') || (xpos[verb] !== 'VBD' && xpos[verb] !== 'VBN')) return;
  const own = children[verb] ?? [];
  if (!own.some((c) => deprels[c] === 'obj' && c > verb) || own.some((c) => SUBJECTS.has(deprels[c] ?? ''))) return;
  if (own.some((c) => deprels[c] === 'obl:agent')) return;
  heads[verb] = -1;
  deprels[verb] = 'root';
  xpos[verb] = 'VBD';
  heads[root] = verb;
  deprels[root] = 'nsubj';
}

/** "Oslo to expel envoy": in a headline without any other verb the infinitive is the verb, and the noun before it does it. */
export function mendHeadline({ doc, children, heads, deprels, upos }: Words, start: number, end: number): void {
  if (/^[.?!]$/.test(doc.tokens[end - 1]?.text ?? '')) return;
  let root = -1;
  for (let i = start; i < end; i++) if (heads[i] === -1) root = i;
  if (root < 0 || (upos[root] !== 'NOUN' && upos[root] !== 'PROPN')) return;
  const verb = children[root]!.find(
    (c) =>
      c > root &&
      deprels[c] === 'acl' &&
      upos[c] === 'VERB' &&
      children[c]!.some((m) => deprels[m] === 'mark' && doc.tokens[m]?.text === 'to'),
  );
  if (verb === undefined) return;
  const others = upos.slice(start, verb).some((tag, i) => tag === 'VERB' && start + i !== verb);
  if (others) return;
  for (const c of children[root]!) if (c > verb) heads[c] = verb;
  heads[verb] = -1;
  deprels[verb] = 'root';
  heads[root] = verb;
  deprels[root] = 'nsubj';
}
