import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchActor, NO_MATCH, RELAXED, STRICT } from '../../src/evaluate/actors';
import { type EventGraph, type EventGuess, eventGuesses } from '../../src/evaluate/event-guesses';
import { EVENT_LEVELS, type GoldSentence, scoreEvents } from '../../src/evaluate/events';
import { bench, isLeftOut } from '../support/machine';

const actor = (name: string) => ({ text: name, name, forms: [name] });
const guess = (source: string, kind: EventGuess['class'], target: string | null): EventGuess => ({
  source: actor(source),
  target: target === null ? null : actor(target),
  class: kind,
  negated: false,
});
const sentence = (expected: GoldSentence['expected'], noevents?: boolean): GoldSentence => ({
  id: 's',
  text: 'A sentence.',
  expected,
  ...(noevents === undefined ? {} : { noevents }),
});
const gold = { source: { text: 'the Munich court' }, target: { text: 'Siemens' }, plover: 'ACCUSE' };
const figures = (expected: GoldSentence['expected'], guesses: EventGuess[]) =>
  scoreEvents([sentence(expected)], new Map([['s', guesses]])).figures;

describe('actors', () => {
  it('match strictly by the same heavy words, relaxedly by a part, half of the words or a name', () => {
    expect(matchActor({ text: 'the former U.S. envoy' }, actor('US envoy'))).toBe(STRICT);
    expect(matchActor({ text: "France's foreign minister" }, actor('minister'))).toBe(RELAXED);
    expect(matchActor({ text: 'two soldiers from Chad' }, actor('Chad'))).toBe(RELAXED);
    expect(matchActor({ text: 'two soldiers' }, actor('rebels'))).toBe(NO_MATCH);
  });

  it('match by the names that a code bears, and by the code', () => {
    expect(matchActor({ code: 'CHN', names: ['Beijing'] }, actor('officials in Beijing'))).toBe(STRICT);
    expect(matchActor({ code: 'SYRREB' }, actor('SYR'))).toBe(RELAXED);
    expect(matchActor({ code: 'SYRREB' }, actor('SYRREB'))).toBe(STRICT);
  });

  it('match anything where the coder left the actor open', () => {
    expect(matchActor(null, null)).toBe(STRICT);
  });
});

describe('events against coded sentences', () => {
  it('takes a right pair of the wrong class for the dyad alone', () => {
    const { levels, typedGivenDyad } = figures([gold], [guess('Munich court', 'REJECT', 'Siemens')]);
    expect(levels.dyad.recall).toBe(1);
    expect(levels.relaxed.recall).toBe(0);
    expect(typedGivenDyad).toBe(0);
  });

  it('counts the wrong direction among the pairs', () => {
    const { levels, wrongDirection } = figures([gold], [guess('Siemens', 'ACCUSE', 'Munich court')]);
    expect([levels.pair.recall, levels.dyad.recall, wrongDirection]).toEqual([1, 0, 1]);
  });

  it('takes an event in both directions as one that has none', () => {
    const both = [guess('Siemens', 'ACCUSE', 'Munich court'), guess('Munich court', 'ACCUSE', 'Siemens')];
    const { guessed, levels } = figures([gold], both);
    expect([guessed, levels.strict.recall]).toEqual([1, 1]);
  });

  it('raises a false alarm for a typed event where there is none, not for a denied or untyped one', () => {
    const alarms = (guesses: EventGuess[]) => figures([], guesses).falseAlarms;
    expect(alarms([guess('Rwanda', 'ASSAULT', null)])).toBe(1);
    expect(alarms([{ ...guess('Rwanda', 'ASSAULT', null), negated: true }])).toBe(0);
    expect(alarms([guess('Rwanda', null, 'France')])).toBe(0);
  });

  it('leaves out sentences whose only event is a statement, and those that may have one', () => {
    const statement = sentence(
      [{ source: { code: 'USA' }, target: { code: 'IRQ' }, cameo: '015', plover: null }],
      false,
    );
    const { figures: none } = scoreEvents([statement, sentence([], false)], new Map());
    expect(none.sentences).toBe(0);
  });

  it('reads a vote as support or rejection, and a fact as no event', () => {
    const span = { text: 'x' };
    const entity = (id: string) => ({ id, name: id, aliases: [], mentions: [span] });
    const graph: EventGraph = {
      article: { id: 's' },
      entities: [entity('a'), entity('b')],
      events: [{ type: 'VOTED_AGAINST', plover: null, factuality: 'fact', sources: ['a'], targets: [] }],
      relations: [
        { type: 'VOTED_FOR', plover: null, factuality: 'fact', source: 'a', target: 'b', event: 'e1' },
        { type: 'PART_OF', plover: null, factuality: 'fact', source: 'a', target: 'b', event: null },
      ],
    };
    expect(eventGuesses(graph).map((g) => [g.source?.name, g.class, g.target?.name])).toEqual([
      ['a', 'SUPPORT', 'b'],
      ['a', 'REJECT', undefined],
    ]);
  });
});

const own = bench();

/** Graphs made from the gold, with some of everything wrong, always the same. */
function spoiled(sentences: readonly GoldSentence[]): EventGraph[] {
  const types = ['VOTED_FOR', 'KILLED', 'URGED', 'MET_WITH'];
  return sentences.map((s, n) => {
    const events =
      s.expected.length > 0
        ? s.expected
        : [{ source: { text: 'Rwanda' }, target: { text: 'France' }, plover: 'ACCUSE' }];
    const entities = events.flatMap((e, i) =>
      [e.source, e.target].map((a, side) => {
        const words = (a?.text ?? a?.names?.[0] ?? 'nobody').split(' ');
        const text =
          n % 5 === 1 ? words.slice(-1).join(' ') : n % 7 === 2 ? `the ${words.join(' ')} of old` : words.join(' ');
        return {
          id: `${i}-${side}`,
          name: n % 11 === 3 ? (a?.code ?? text) : text,
          aliases: n % 3 === 0 ? ['somebody'] : [],
          mentions: [{ text }],
        };
      }),
    );
    const relations = events.flatMap((e, i) => {
      const [source, target] = n % 6 === 4 ? [`${i}-1`, `${i}-0`] : [`${i}-0`, `${i}-1`];
      const plover = n % 4 === 1 ? 'ASSAULT' : n % 9 === 5 ? null : (e.plover?.replace('YIELD', 'RETREAT') ?? null);
      const one = {
        source,
        target,
        type: types[n % 4]!,
        plover,
        event: 'e',
        factuality: n % 10 === 7 ? 'negated' : 'fact',
      };
      return n % 8 === 3 ? [one, { ...one, source: target, target: source }] : n % 13 === 12 ? [] : [one];
    });
    const lone = { type: 'PROTESTED_AGAINST', plover: 'PROTEST', factuality: 'fact', sources: ['0-0'], targets: [] };
    return { article: { id: s.id }, entities, relations, events: n % 5 === 0 ? [lone] : [] };
  });
}

describe.skipIf(isLeftOut(own))('the benches own scorer', () => {
  it.each(['plv_train', 'petr2_gsr'])('gives the same figures on %s with spoiled graphs', (name) => {
    const file = path.join(own.value!, `${name}.jsonl`);
    const sentences = readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as GoldSentence);
    const graphs = spoiled(sentences);
    const folder = mkdtempSync(path.join(tmpdir(), 'dateline-bench-'));
    writeFileSync(path.join(folder, 'graphs.jsonl'), graphs.map((graph) => JSON.stringify(graph)).join('\n'));
    const node = (script: string, ...args: string[]) =>
      execFileSync('node', [path.join(own.value!, script), ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
    writeFileSync(path.join(folder, 'guesses.jsonl'), node('to-events.mjs', path.join(folder, 'graphs.jsonl')));
    const theirs = JSON.parse(node('score.mjs', file, path.join(folder, 'guesses.jsonl'), '--json')).all;
    const ours = scoreEvents(
      sentences,
      new Map(graphs.map((graph) => [graph.article.id, eventGuesses(graph)])),
    ).figures;
    const level = (l: (typeof EVENT_LEVELS)[number]) => ({
      tp: ours.levels[l].right,
      p: ours.levels[l].precision,
      r: ours.levels[l].recall,
      f1: ours.levels[l].f1,
    });
    expect(theirs).toMatchObject({
      sentences: ours.sentences,
      gold: ours.gold,
      predicted: ours.guessed,
      predictedTyped: ours.typed,
      levels: Object.fromEntries(EVENT_LEVELS.map((l) => [l, level(l)])),
      typedGivenDyad: ours.typedGivenDyad,
      wrongDirectionShare: ours.wrongDirection,
      noEventSentences: ours.noEventSentences,
      noEventWithFalseAlarm: ours.falseAlarms,
    });
    expect(ours.levels.strict.recall).toBeGreaterThan(0.2);
    expect(ours.levels.strict.recall).toBeLessThan(0.9);
  });
});
