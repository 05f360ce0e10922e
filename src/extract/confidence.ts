/** What the pattern that made a claim looks like, by name; a feature that is not there counts 0. */
export type Pattern = Readonly<Record<string, number>>;

/**
 * How sure a claim is: a logistic sum over its pattern. The weights are fitted on articles that people annotated and on
 * arrows that they judged (data/lexicons/confidence.tsv says how); without weights everything is 0.5.
 */
export function confidenceOf(pattern: Pattern, weights: ReadonlyMap<string, number>): number {
  const z = Object.entries(pattern).reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), 0);
  return Math.round(100 / (1 + Math.exp(-z))) / 100;
}
