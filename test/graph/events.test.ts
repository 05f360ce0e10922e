import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, claimsOf } from '../../src/graph/claims';
import { clusterEvents } from '../../src/graph/events';
import { type ClaimSpec, makeDocument } from '../support/make-document';

/** Claims of one article for each list, about the entities A, B, C, D. */
function claims(...articles: readonly (readonly ClaimSpec[])[]): Claim[] {
  return articles.flatMap((specs, index) =>
    claimsOf(
      makeDocument({
        sentences: [`A B C D act in article-${index}.`],
        entities: { A: 'country:a', B: 'country:b', C: 'country:c', D: 'place:d' },
        claims: specs,
      }),
    ),
  );
}

function act(sources: string, targets: string, date?: string, more: Partial<ClaimSpec> = {}): ClaimSpec {
  const words = (text: string) => (text === '' ? [] : text.split(' '));
  const base = { type: 'KILLED' as const, trigger: 'act', sources: words(sources), targets: words(targets), ...more };
  return date === undefined ? base : { ...base, date };
}

/** How many claims each event has, the largest first. */
function sizes(given: readonly Claim[]): number[] {
  return clusterEvents(given)
    .map((event) => event.claims.length)
    .sort((a, b) => b - a);
}

describe('event coreference', () => {
  it('joins what two articles say of the same act on the same day', () => {
    expect(sizes(claims([act('A', 'B', '2020-01-03')], [act('A', 'B', '2020-01-03')]))).toEqual([2]);
  });

  it('keeps acts apart that differ in type, day or participants', () => {
    expect(sizes(claims([act('A', 'B', '2020-01-03')], [act('A', 'B', '2020-01-04')]))).toEqual([1, 1]);
    expect(sizes(claims([act('A', 'B', '2020-01-03')], [act('A', 'C', '2020-01-03')]))).toEqual([1, 1]);
    expect(sizes(claims([act('A', 'B', '2020-01-03')], [act('A', 'B', '2020-01-03', { type: 'INJURED' })]))).toEqual([
      1, 1,
    ]);
  });

  it('joins the passive that names no doer: "B was killed on Friday"', () => {
    expect(sizes(claims([act('A', 'B', '2020-01-03')], [act('', 'B', '2020-01-03')]))).toEqual([2]);
  });

  it('leaves a passive alone that could be of two events', () => {
    const given = claims([act('A', 'B', '2020-01-03')], [act('C', 'B', '2020-01-03')], [act('', 'B', '2020-01-03')]);
    expect(sizes(given)).toEqual([1, 1, 1]);
  });

  it('keeps acts in different places apart', () => {
    const given = claims(
      [act('A', 'B', '2020-01-03', { place: 'D' })],
      [act('A', 'B', '2020-01-03', { place: 'C' })],
      [act('A', 'B', '2020-01-03', { place: 'D' })],
    );
    expect(sizes(given)).toEqual([2, 1]);
  });

  it('tells two meetings of one day apart by the other party', () => {
    const met = { type: 'MET_WITH' as const };
    expect(sizes(claims([act('A', 'B', '2020-01-03', met)], [act('A', 'C', '2020-01-03', met)]))).toEqual([1, 1]);
    expect(sizes(claims([act('A', 'B', '2020-01-03', met)], [act('B', 'A', '2020-01-03', met)]))).toEqual([2]);
  });

  it('takes a year for the same date only where the participants are the same', () => {
    expect(sizes(claims([act('A', 'B', '2014')], [act('A', 'B', '2014')]))).toEqual([2]);
    expect(sizes(claims([act('A', 'B C', '2014')], [act('A', 'B', '2014')]))).toEqual([1, 1]);
  });

  it('joins claims without a date within an article and never across', () => {
    expect(sizes(claims([act('A', 'B'), act('A', 'B')]))).toEqual([2]);
    expect(sizes(claims([act('A', 'B')], [act('A', 'B')]))).toEqual([1, 1]);
  });

  it('lets a repetition without a date join the only dated event of its article with the same participants', () => {
    expect(sizes(claims([act('A', 'B', '2020-01-03'), act('A', 'B')]))).toEqual([2]);
    expect(sizes(claims([act('A', 'B', '2020-01-03'), act('A', 'B', '2020-01-05'), act('A', 'B')]))).toEqual([1, 1, 1]);
  });

  it('keeps what is planned apart from what was done where no date joins them', () => {
    const plan = { modality: 'planned' as const };
    expect(sizes(claims([act('A', 'B'), act('A', 'B', undefined, plan)]))).toEqual([1, 1]);
    expect(sizes(claims([act('A', 'B', '2020-01-03'), act('A', 'B', '2020-01-03', plan)]))).toEqual([2]);
  });

  it('takes a country alone for too little in common without a date', () => {
    expect(sizes(claims([act('', 'B'), act('', 'B')]))).toEqual([1, 1]);
  });

  it('lets a coarser date of the article join the only day that fits', () => {
    expect(sizes(claims([act('A', 'B', '2020-01-03'), act('A', 'B', '2020-01')]))).toEqual([2]);
    expect(sizes(claims([act('A', 'B', '2020-01-03'), act('A', 'B', '2020-02')]))).toEqual([1, 1]);
    expect(sizes(claims([act('A', 'B', '2020-01-03'), act('A', 'B', '2020-01-09'), act('A', 'B', '2020')]))).toEqual([
      1, 1, 1,
    ]);
  });

  it('joins a denial with what it denies', () => {
    const given = claims([act('A', 'B', '2020-01-03')], [act('A', 'B', '2020-01-03', { polarity: 'negative' })]);
    expect(sizes(given)).toEqual([2]);
  });

  it('gives each event an id of its own that does not depend on the order of claims', () => {
    const side = fc.subarray(['A', 'B', 'C'], { maxLength: 2 }).map((ids) => ids.join(' '));
    const date = fc.constantFrom(undefined, '2020-01-03', '2020-01-04', '2020', '2020-01');
    const place = fc.constantFrom<Partial<ClaimSpec>>({}, { place: 'D' });
    const spec = fc.tuple(side, side, date, place).map((args) => act(...args));
    fc.assert(
      fc.property(fc.array(fc.array(spec, { maxLength: 3 }), { maxLength: 4 }), fc.integer(), (articles, seed) => {
        const given = claims(...articles);
        const shuffled = [...given].sort((a, b) => ((a.id.length * 31 + seed) ^ b.id.charCodeAt(3)) % 3);
        const events = clusterEvents(given);
        expect(clusterEvents(shuffled)).toEqual(events);
        expect(clusterEvents([...given].reverse())).toEqual(events);
        expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
        expect(events.flatMap((event) => event.claims.map((claim) => claim.id)).sort()).toEqual(
          given.map((claim) => claim.id).sort(),
        );
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});
