import { describe, expect, it } from 'vitest';
import { daysOf, isDay } from '../../src/graph';

const days = (value: string) => daysOf({ value, granularity: 'day', source: 'text', span: null });

describe('the days of a date', () => {
  it('are the first and the last of a year or a month', () => {
    expect(days('2005')).toEqual({ start: '2005-01-01', end: '2005-12-31' });
    expect(days('2020-02')).toEqual({ start: '2020-02-01', end: '2020-02-29' });
    expect(days('1900-02')).toEqual({ start: '1900-02-01', end: '1900-02-28' });
    expect(days('2020-01-10')).toEqual({ start: '2020-01-10', end: '2020-01-10' });
  });

  it('are none for what is no date, since a store would make null of it without a word', () => {
    for (const bad of ['2020-02-30', '2020-13', '2019-02-29', '20-01-01', 'Friday', '']) expect(days(bad)).toBeNull();
    expect(isDay('2020-1-1')).toBe(false);
    expect(isDay('2020-04-31')).toBe(false);
    expect(isDay('2000-02-29')).toBe(true);
  });
});
