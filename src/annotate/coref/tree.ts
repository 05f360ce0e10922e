/** Looking up and down in the trees of a document. */
import type { Named, Parsed } from '../../document';

/** Indices of the dependents of each token, ascending. */
export type Children = readonly (readonly number[])[];

export function childrenOf(document: Parsed): Children {
  const children: number[][] = new Array(document.tokens.length).fill(NO_CHILDREN);
  document.heads.forEach((head, i) => {
    if (head < 0) return;
    if (children[head] === NO_CHILDREN) children[head] = [i];
    else children[head]!.push(i);
  });
  return children;
}

/** Shared by the leaves: nothing is ever pushed into it. */
const NO_CHILDREN: number[] = [];

/** "nsubj" of "nsubj:pass". */
export function relationOf(document: Parsed, i: number): string {
  return baseOf(document.deprels[i]!);
}

const MAX_RELATIONS = 1024;
const bases = new Map<string, string>();

function baseOf(relation: string): string {
  let base = bases.get(relation);
  if (base === undefined) {
    const colon = relation.indexOf(':');
    base = colon < 0 ? relation : relation.slice(0, colon);
    if (bases.size >= MAX_RELATIONS) bases.clear();
    bases.set(relation, base);
  }
  return base;
}

/** For each token the smallest span that holds all that hangs on it. */
export interface SubtreeSpans {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

function subtreeSpans(document: Parsed): SubtreeSpans {
  const { heads } = document;
  const starts = Int32Array.from(heads, (_, i) => i);
  const ends = Int32Array.from(heads, (_, i) => i + 1);
  heads.forEach((head, i) => {
    // a tree has no cycle, but a given one may
    let steps = 0;
    for (let at = head; at >= 0 && steps < heads.length; at = heads[at]!, steps++) {
      if (i < starts[at]!) starts[at] = i;
      if (i >= ends[at]!) ends[at] = i + 1;
    }
  });
  return { starts, ends };
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
  readonly subtrees: SubtreeSpans;
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
  return {
    document,
    children: childrenOf(document),
    subtrees: subtreeSpans(document),
    sentenceOf: sentenceIndex(document),
    nameOf,
  };
}

function sentenceIndex(document: Parsed): Int32Array {
  const index = new Int32Array(document.tokens.length);
  document.sentences.forEach((sentence, s) => {
    index.fill(s, sentence.start, sentence.end);
  });
  return index;
}
