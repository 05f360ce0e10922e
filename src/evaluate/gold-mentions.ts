/** Gold mentions of a CoNLL-U document with their heads: the file's own where it names them, else by CorefUD's rule. */
import type { Parsed, TokenSpan } from '../document';
import { type ConlluDocument, DEPS, parsedFromConllu, wordRows } from '../learn/corpus/conllu';
import { readEntities } from '../learn/corpus/entities';
import type { ScoredMention } from './mention-matching';

export function goldMentions(source: ConlluDocument): ScoredMention[] {
  const tree = parsedFromConllu(source);
  const enhanced = enhancedHeads(source, tree);
  return readEntities(source).map(({ start, end, chain, fields, heads }) => {
    const named = 'head' in fields ? heads[0] : undefined;
    return { start, end, chain, head: named ?? headOf(tree, { start, end }, enhanced) };
  });
}

/** Heads of the enhanced graph (DEPS), of the tree where the file has none; empty nodes are left out. */
function enhancedHeads(source: ConlluDocument, tree: Parsed): number[][] {
  let base = 0;
  return source.sentences.flatMap((sentence) => {
    const rows = wordRows(sentence);
    const first = base;
    base += rows.length;
    return rows.map((row, i) => {
      if (row[DEPS] === '_') return [tree.heads[first + i]!];
      const parents = row[DEPS]!.split('|').map((entry) => entry.split(':')[0]!);
      return parents.filter((id) => /^\d+$/.test(id)).map((id) => (id === '0' ? -1 : first + Number(id) - 1));
    });
  });
}

/**
 * The head of a span, as CorefUD's converter picks it: the one word whose head is outside; of several those that no
 * word inside governs in the enhanced graph; of these the one above all others in the tree, or else the first.
 */
export function headOf({ heads }: Parsed, { start, end }: TokenSpan, enhanced: readonly (readonly number[])[]): number {
  const inside = (i: number) => i >= start && i < end;
  const tops = Array.from({ length: end - start }, (_, i) => start + i).filter((i) => !inside(heads[i]!));
  if (tops.length === 1) return tops[0]!;
  const free = tops.filter((i) => !enhanced[i]!.some(inside));
  const candidates = free.length > 0 ? free : tops.filter((i) => !enhanced[i]!.every(inside));
  const above = (top: number, i: number) => {
    let at = i;
    for (let steps = 0; at >= 0 && at !== top && steps < 500; steps++) at = heads[at]!;
    return at === top;
  };
  return candidates.find((top) => candidates.every((i) => above(top, i))) ?? candidates[0] ?? start;
}
