import { describe, expect, it } from 'vitest';
import { articleFeatures, EXTRA_COLUMNS, expansionStart } from '../../../src/annotate/names/features';
import { bits } from '../../../src/annotate/names/gazetteers';
import { lists } from './lists';

describe('the gazetteer', () => {
  it('finds the longest form that begins at a token', () => {
    expect(lists.match(['United', 'States', 'troops'], 0)).toEqual({ end: 2, classes: bits(['country']) });
    expect(lists.match(['the', 'prime', 'minister'], 1)).toEqual({ end: 3, classes: bits(['office']) });
    expect(lists.match(['United', 'fans'], 0)).toBeNull();
  });

  it('finds a form however it is cut into tokens', () => {
    expect(lists.match(['Port', '-', 'au', '-', 'Prince'], 0)?.end).toBe(5);
    expect(lists.match(['Port-au-Prince'], 0)?.end).toBe(1);
  });

  it('finds places in capitals, but takes no title for one', () => {
    expect(lists.match(['BAGHDAD'], 0)?.classes).toBe(bits(['capital']));
    expect(lists.match(['GEN.'], 0)).toBeNull();
  });

  it('knows all that a form is', () => {
    expect(lists.classesOf('Georgia')).toBe(bits(['country', 'region']));
    expect(lists.classesOf('U.S.')).toBe(bits(['country']));
  });
});

describe('features of an article', () => {
  it('number the forms that come again with a capital, in any case', () => {
    const { forms, extra } = articleFeatures(['MOSCOW', '-', 'In', 'Moscow', ',', 'Ana', 'said'], [0], lists);
    expect(forms[0]).toBe(forms[3]);
    expect(forms[0]).toBeGreaterThanOrEqual(0);
    expect([...forms].filter((form) => form === -1)).toHaveLength(5);
    expect(extra).toHaveLength(7 * EXTRA_COLUMNS);
  });

  it('change nothing in an empty article', () => {
    expect(articleFeatures([], [], lists).forms).toHaveLength(0);
  });
});

describe('acronyms', () => {
  const words = ['the', 'Movement', 'for', 'Democratic', 'Change', '(', 'MDC', ')'];

  it('are spelled out by the words before them, small words left out', () => {
    expect(expansionStart(words, 5, 'MDC')).toBe(1);
  });

  it('are none where the initials differ', () => {
    expect(expansionStart(words, 5, 'MDP')).toBe(-1);
    expect(expansionStart(words, 1, 'MDC')).toBe(-1);
  });
});
