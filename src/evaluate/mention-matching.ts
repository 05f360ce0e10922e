/**
 * Which mention of a guess stands for which of gold, as the CorefUD scorer has it since 2023: the same span and head
 * first; of the others those with one head, so that the shares of gold words that the guesses cover add up to the most.
 */
import type { TokenSpan } from '../document';
import { assignRows } from './assignment';

/** A mention for the scorer: its span, the token of its head, and the chain it is in. */
export interface ScoredMention extends TokenSpan {
  readonly head: number;
  readonly chain: string | number;
}

/** Mentions of one span and head are the same, whatever their chains. */
export function identityOf({ start, end, head }: ScoredMention): string {
  return `${start} ${end} ${head}`;
}

/** The identity of the gold mention that each matched guess stands for, by the guess's identity; one to one. */
export function matchMentions(
  goldAll: readonly ScoredMention[],
  guessAll: readonly ScoredMention[],
): Map<string, string> {
  const [gold, guess] = [distinct(goldAll), distinct(guessAll)];
  const matched = new Map<string, string>();
  for (const identity of guess.keys()) if (gold.has(identity)) matched.set(identity, identity);
  const left = byHead([...guess].flatMap(([identity, mention]) => (gold.has(identity) ? [] : [mention])));
  const wanted = byHead([...gold].flatMap(([identity, mention]) => (guess.has(identity) ? [] : [mention])));
  for (const [head, mentions] of wanted) {
    const guesses = left.get(head) ?? [];
    const columns = assignRows(mentions.map((mention) => guesses.map((other) => covered(mention, other))));
    mentions.forEach((mention, row) => {
      const found = guesses[columns[row]!];
      if (found !== undefined) matched.set(identityOf(found), identityOf(mention));
    });
  }
  return matched;
}

function distinct(mentions: readonly ScoredMention[]): Map<string, ScoredMention> {
  return new Map(mentions.map((mention) => [identityOf(mention), mention]));
}

/** Earlier starts first, then earlier ends. */
function byHead(mentions: readonly ScoredMention[]): Map<number, ScoredMention[]> {
  const found = new Map<number, ScoredMention[]>();
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || a.end - b.end))
    found.set(mention.head, [...(found.get(mention.head) ?? []), mention]);
  return found;
}

/** The share of the gold mention's words that the guess has, 0 to 1. */
function covered(gold: TokenSpan, guess: TokenSpan): number {
  return (Math.min(gold.end, guess.end) - Math.max(gold.start, guess.start)) / (gold.end - gold.start);
}
