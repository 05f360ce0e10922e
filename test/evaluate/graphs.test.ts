import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GoldGraph, GuessEntity, GuessGraph, GuessRelation } from '../../src/evaluate/gold-graph';
import { plainForm } from '../../src/evaluate/gold-graph';
import { scoreGraphs } from '../../src/evaluate/graphs';
import { goldScorer, isLeftOut } from '../support/machine';

const person = (id: string, name: string, aliases: string[] = []) => ({
  id,
  name,
  type: 'Person' as const,
  aliases,
  core: true,
});
const body = (id: string, name: string, aliases: string[] = []) => ({
  id,
  name,
  type: 'Organization' as const,
  aliases,
  core: true,
});
const guessed = (source: string, type: string, target: string, more: Partial<GuessRelation> = {}): GuessRelation => ({
  source,
  type,
  target,
  factuality: 'fact',
  evidence: { text: 'A sentence.' },
  ...more,
});

const gold: GoldGraph = {
  article: { id: 'a' },
  entities: [
    person('minister', 'Ana Prieto', ['the minister']),
    body('bank', 'the Bank of Quito', ['bank']),
    body('union', 'Union'),
  ],
  relations: [
    {
      source: 'bank',
      target: 'minister',
      types: ['REQUESTED', 'URGED'],
      factuality: 'fact',
      evidence: 'the bank asked',
      core: true,
      date: '2019-03',
    },
    {
      source: 'union',
      target: 'bank',
      types: ['REJECTED'],
      factuality: 'claim',
      attributedTo: 'minister',
      evidence: 'turned down',
      core: true,
    },
    { source: 'minister', target: 'union', types: ['MET_WITH'], factuality: 'fact', evidence: 'met', core: false },
  ],
};
const entities: GuessEntity[] = [
  { id: 'p', name: 'Minister Ana Prieto', type: 'Person', aliases: [] },
  { id: 'b', name: 'Bank of Quito', type: 'Organization', aliases: [] },
  { id: 'u', name: 'The union', type: 'Group', aliases: [] },
];
const score = (relations: GuessRelation[], found = entities) =>
  scoreGraphs([gold], [{ article: { id: 'a' }, entities: found, relations }]).articles[0]!;

describe('graphs against gold', () => {
  it('compares names without articles, titles, accents, dots and possessives', () => {
    expect(plainForm("The U.S.'s Département")).toBe('us departement');
    expect(score([]).figures.entities).toEqual({ precision: 1, recall: 1, f1: 1, split: 0 });
  });

  it('counts a relation of the same class as relaxed and not as strict', () => {
    const { figures } = score([guessed('u', 'REBUFFED', 'b')]);
    expect(figures.strict).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(figures.relaxed).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
  });

  it('takes a symmetric relation in either order, others in one', () => {
    expect(score([guessed('u', 'MET_WITH', 'p')]).figures.strict.precision).toBe(1);
    expect(score([guessed('b', 'REJECTED', 'u')]).figures.pair.precision).toBe(0);
  });

  it('counts a relation said twice once', () => {
    const twice = [guessed('b', 'URGED', 'p'), guessed('b', 'URGED', 'p'), guessed('b', 'KILLED', 'p')];
    expect(score(twice).figures.strict).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  });

  it('scores date, factuality and source among the relations that match', () => {
    const { figures } = score([
      guessed('b', 'REQUESTED', 'p', { date: { value: '2019-03' } }),
      guessed('u', 'REJECTED', 'b', { factuality: 'claim', attributedTo: 'b' }),
    ]);
    expect([figures.date, figures.factuality, figures.source]).toEqual([1, 1, 0]);
  });

  it('reports a second guess of one entity as split, not as extra', () => {
    const found = [...entities, { id: 'p2', name: 'Prieto', type: 'Person', aliases: ['the minister'] }];
    const { figures, errors } = score([], found);
    expect(figures.entities.split).toBe(1);
    expect(errors.filter((line) => line.startsWith('entity extra'))).toEqual([]);
  });

  it('lists what was missed and what was too much', () => {
    expect(score([guessed('p', 'KILLED', 'u')]).errors).toEqual([
      'relation missed: bank -REQUESTED|URGED-> minister  "the bank asked"',
      'relation missed: union -REJECTED-> bank  "turned down"',
      'relation extra: Minister Ana Prieto -KILLED-> The union  "A sentence."',
    ]);
  });

  it('counts an article without a guess as one where nothing was found', () => {
    const { pooled, mean } = scoreGraphs([gold], []);
    expect([pooled.strict.recall, mean.entities.f1]).toEqual([0, 0]);
  });
});

/** The gold turned into guesses with some of everything wrong, always the same. */
function spoiled(graph: GoldGraph): GuessGraph {
  const relations = graph.relations.flatMap((r, i): GuessRelation[] => {
    if (i % 5 === 4) return [];
    const [source, target] = i % 7 === 3 ? [r.target, r.source] : [r.source, r.target];
    const type =
      i % 3 === 2
        ? (graph.relations[(i * 5) % graph.relations.length]!.types[0] ?? 'MET_WITH')
        : r.types[i % r.types.length]!;
    const date = r.date && i % 4 !== 0 ? { value: r.date } : null;
    const guess = {
      source,
      target,
      type,
      date,
      factuality: i % 6 === 0 ? 'claim' : r.factuality,
      attributedTo: r.attributedTo ?? null,
    };
    return Array.from({ length: i % 4 === 1 ? 2 : 1 }, () => ({ ...guess, evidence: { text: r.evidence } }));
  });
  const found = graph.entities.flatMap((e, i) => {
    if (i % 6 === 5) return [];
    const own = { id: e.id, name: e.name, type: i % 8 === 2 ? 'Place' : e.type, aliases: e.aliases.slice(i % 2) };
    return i % 4 === 3 && e.aliases.length > 0
      ? [own, { id: `${e.id}-2`, name: e.aliases[0]!, type: e.type, aliases: [] }]
      : [own];
  });
  return { article: graph.article, entities: found, relations };
}

const scorer = goldScorer();
const goldFolder = path.join(__dirname, '../quality/gold');

describe.skipIf(isLeftOut(scorer))('the gold files own scorer', () => {
  it('gives the same figures on the gold articles with spoiled guesses', () => {
    const golds = readdirSync(goldFolder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(path.join(goldFolder, name), 'utf8')) as GoldGraph);
    const guesses = golds.map(spoiled);
    const folder = mkdtempSync(path.join(tmpdir(), 'dateline-gold-'));
    const file = path.join(folder, 'guesses.jsonl');
    writeFileSync(file, guesses.map((guess) => JSON.stringify(guess)).join('\n'));
    const theirs = JSON.parse(
      execFileSync('node', [path.join(scorer.value!, 'score.mjs'), goldFolder, file, '--json'], { encoding: 'utf8' }),
    );
    const { pooled, mean } = scoreGraphs(golds, guesses);
    const short = ({ precision: p, recall: r, f1 }: { precision: number; recall: number; f1: number }) => ({
      p,
      r,
      f1,
    });
    expect(pooled.strict.f1).toBeGreaterThan(0.3);
    expect(pooled.strict.f1).toBeLessThan(0.9);
    expect(theirs.pooled).toEqual({
      entity: { ...short(pooled.entities), split: pooled.entities.split },
      strict: short(pooled.strict),
      relaxed: short(pooled.relaxed),
      pair: short(pooled.pair),
      date: pooled.date,
      factuality: pooled.factuality,
      source: pooled.source,
    });
    expect(theirs.mean).toEqual({
      entity: short(mean.entities),
      strict: short(mean.strict),
      relaxed: short(mean.relaxed),
      pair: short(mean.pair),
    });
  });
});
