/** Names compared as conlleval does (Tjong Kim Sang and De Meulder 2003): a name is right where span and type are. */
import type { TokenSpan } from '../../document';

export interface TypedSpan extends TokenSpan {
  readonly type: string;
}

export interface NameTally {
  readonly right: number;
  readonly guessed: number;
  readonly gold: number;
}

export interface NameScore extends NameTally {
  /** Percent; 0 where nothing was guessed (or is there to find). */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** By type, for the types given, and 'all' of them together. */
export function tallyNames(
  gold: readonly TypedSpan[],
  guess: readonly TypedSpan[],
  types: readonly string[],
): Record<string, NameTally> {
  const wanted = new Set(gold.map(keyOf));
  const tallies: Record<string, NameTally> = {};
  for (const type of types) {
    const ours = guess.filter((name) => name.type === type);
    tallies[type] = {
      right: ours.filter((name) => wanted.has(keyOf(name))).length,
      guessed: ours.length,
      gold: gold.filter((name) => name.type === type).length,
    };
  }
  tallies['all'] = addTallies(types.map((type) => tallies[type]!));
  return tallies;
}

function keyOf({ start, end, type }: TypedSpan): string {
  return `${start} ${end} ${type}`;
}

export function addTallies(tallies: readonly NameTally[]): NameTally {
  return tallies.reduce(
    (sum, { right, guessed, gold }) => ({
      right: sum.right + right,
      guessed: sum.guessed + guessed,
      gold: sum.gold + gold,
    }),
    { right: 0, guessed: 0, gold: 0 },
  );
}

export function scoreOf(tally: NameTally): NameScore {
  const precision = tally.guessed === 0 ? 0 : (100 * tally.right) / tally.guessed;
  const recall = tally.gold === 0 ? 0 : (100 * tally.right) / tally.gold;
  const f1 = tally.right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { ...tally, precision, recall, f1 };
}
