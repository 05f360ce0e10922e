/**
 * "shot dead two judges": what the verb makes of its object stands before it, and the parser takes it for a word of the object.
 * It is the verb's (`xcomp`), so that whoever was shot is "two judges" and not "dead two judges".
 */
import type { Parsed } from '../../document';

const RESULTS = new Set(['dead', 'alive', 'open', 'free', 'unconscious', 'public', 'void', 'bare', 'unanswered']);
const BEFORE_NOUNS = new Set(['DET', 'NUM', 'PRON']);

/** The document with such adjectives hung on their verbs. */
export function mendResults<T extends Parsed>(document: T): T {
  const { upos, lemmas } = document;
  const [heads, deprels] = [[...document.heads], [...document.deprels]];
  for (let i = 1; i < upos.length; i++) {
    const verb = i - 1;
    if (upos[i] !== 'ADJ' || upos[verb] !== 'VERB' || !RESULTS.has(lemmas[i] ?? '')) continue;
    const noun = heads[i] ?? -1;
    if (deprels[i] !== 'amod' || noun <= i || heads[noun] !== verb || !BEFORE_NOUNS.has(upos[i + 1] ?? '')) continue;
    heads[i] = verb;
    deprels[i] = 'xcomp';
  }
  return { ...document, heads, deprels };
}
