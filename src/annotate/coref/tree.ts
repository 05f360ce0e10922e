/** Looking up and down in the trees of a document. */
import type { Named, Parsed, TokenSpan } from '../../document';

/** Indices of the dependents of each token, ascending. */
export type Children = readonly (readonly number[])[];

export function childrenOf(document: Parsed): Children {
  const children: number[][] = document.tokens.map(() => []);
  document.heads.forEach((head, i) => {
    if (head >= 0) children[head]!.push(i);
  });
  return children;
}

/** "nsubj" of "nsubj:pass". */
export function relationOf(document: Parsed, i: number): string {
  const relation = document.deprels[i]!;
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
}

/** The smallest span that holds all that hangs on `i`. */
export function subtreeSpan(children: Children, i: number): TokenSpan {
  let [start, end] = [i, i + 1];
  const stack = [i];
  // a tree has no cycle, but a given one may: each token is visited at most once a call
  const seen = new Set<number>(stack);
  while (stack.length > 0) {
    for (const child of children[stack.pop()!]!) {
      if (seen.has(child)) continue;
      seen.add(child);
      stack.push(child);
      if (child < start) start = child;
      if (child >= end) end = child + 1;
    }
  }
  return { start, end };
}

/** Whether `i` hangs on `ancestor`, at any depth, or is it. */
export function dominates(document: Parsed, ancestor: number, i: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < 500; at = document.heads[at]!, steps++)
    if (at === ancestor) return true;
  return false;
}

/** A document with its look-ups, made once. */
export interface Reading {
  readonly document: Named;
  readonly children: Children;
  /** For each token the index of its sentence. */
  readonly sentenceOf: Int32Array;
  /** For each token the index of its name, or -1. */
  readonly nameOf: Int32Array;
}

export function readingOf(document: Named): Reading {
  const nameOf = new Int32Array(document.tokens.length).fill(-1);
  document.names.forEach((name, n) => {
    nameOf.fill(n, name.start, name.end);
  });
  return { document, children: childrenOf(document), sentenceOf: sentenceIndex(document), nameOf };
}

function sentenceIndex(document: Parsed): Int32Array {
  const index = new Int32Array(document.tokens.length);
  document.sentences.forEach((sentence, s) => {
    index.fill(s, sentence.start, sentence.end);
  });
  return index;
}
