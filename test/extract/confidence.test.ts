import { describe, expect, it } from 'vitest';
import { confidenceOf } from '../../src/extract/confidence';
import { OWN_CONFIDENCE } from '../../src/extract/fact-pattern';
import { ingest } from '../../src/ingest';
import { loadPipeline } from '../../src/pipeline';

const pipeline = loadPipeline();

function confidenceIn(text: string, type: string): number {
  const { events, facts } = pipeline.extract(pipeline.annotate(ingest({ id: 'x', text })));
  const claim = [...events, ...facts].find((one) => one.type === type);
  if (claim === undefined) throw new Error(`no ${type} in "${text}"`);
  return claim.confidence;
}

describe('confidence', () => {
  it('is a logistic sum over what is known of the pattern', () => {
    const weights = new Map([['bias', 0.5]]);
    expect(confidenceOf({ bias: 1, unheard: 1 }, weights)).toBe(0.62);
    expect(confidenceOf({ bias: 1 }, new Map())).toBe(0.5);
  });

  it('of a fact is what its rule says where nothing is fitted', () => {
    expect(confidenceOf({ 'fact.own': Math.log(0.8 / 0.2), 'fact.bias': 1 }, OWN_CONFIDENCE)).toBe(0.8);
  });

  it('is higher between two named parties than towards a place behind a long phrase', () => {
    const sure = confidenceIn('Norway criticized Canada on Monday.', 'CRITICIZED');
    const loose = confidenceIn(
      'Villagers said that a company which runs the mine had attacked the port of the town of Bari.',
      'ATTACKED',
    );
    expect(sure).toBeGreaterThan(0.75);
    expect(loose).toBeLessThan(sure - 0.15);
  });

  it('is higher for an event that is told twice', () => {
    const once = 'Norway criticized Canada over the dam.';
    const twice = `${once} The ministers met in Rome. Norway also criticized Canada over fish.`;
    expect(confidenceIn(twice, 'CRITICIZED')).toBeGreaterThan(confidenceIn(once, 'CRITICIZED'));
  });

  it('of a fact is higher where a state is its end than for an unnamed body', () => {
    const office = confidenceIn('Danish Foreign Minister Jens Holm spoke on Monday.', 'HOLDS_POSITION');
    const member = confidenceIn('Jens Holm joined the company in 2005 and met the mayor.', 'MEMBER_OF');
    expect(office).toBeGreaterThan(member);
  });
});
