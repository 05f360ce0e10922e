import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/graph/claims';
import { clusterEvents } from '../../src/graph/events';
import { ingest } from '../../src/ingest';
import { relationInfo } from '../../src/ontology';
import { loadPipeline } from '../../src/pipeline';

/** Invented reports, through the whole pipeline. */
describe('one event, many claims', () => {
  const pipeline = loadPipeline();
  /** How many claims each event of the type has, the largest first. */
  const sizes = (type: string, ...articles: readonly (readonly [day: string, text: string])[]): number[] => {
    const documents = articles.map(([date, text], i) =>
      pipeline.extract(pipeline.annotate(ingest({ id: `a${i}`, text, date }))),
    );
    const claims = pipeline.resolve(documents).flatMap(claimsOf);
    return clusterEvents(claims.filter((claim) => claim.type === type && !relationInfo(claim.type).lasting))
      .map((event) => event.claims.length)
      .sort((a, b) => b - a);
  };

  it('an article tells a killing again', () => {
    const text =
      'The Kenyan army killed the warlord Abdi Noor on Monday. Traders closed their shops. The killing of Abdi Noor was welcomed by elders.';
    expect(sizes('KILLED', ['2021-03-10', text])).toEqual([2]);
  });

  it('two papers report one killing in other words and on other days', () => {
    const first = 'The Kenyan army killed Abdi Noor on Monday.';
    const second = 'Abdi Noor was killed by the Kenyan army yesterday, the police said.';
    expect(sizes('KILLED', ['2021-03-10', first], ['2021-03-09', second])).toEqual([2]);
  });

  it('the same two meet on different days', () => {
    const text = 'Emmanuel Macron met Paul Kagame on Thursday.';
    expect(sizes('MET_WITH', ['2021-05-28', text], ['2021-07-09', text])).toEqual([1, 1]);
  });
});
