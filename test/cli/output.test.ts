import { describe, expect, it } from 'vitest';
import { countOf, formatCount, formatTable } from '../../src/cli/output';

describe('what is printed', () => {
  it('counts with commas, in every locale', () => {
    expect([0, 999, 1000, 1234567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
    expect(countOf(1, 'entity', 'entities')).toBe('1 entity');
    expect(countOf(2000, 'entity', 'entities')).toBe('2,000 entities');
  });

  it('aligns words to the left and numbers to the right, without trailing blanks', () => {
    const rows = [
      ['Iraq', '7', 'a country'],
      ['Mike Pompeo', '12', ''],
    ];
    expect(formatTable(['name', 'n', 'what'], rows)).toBe(
      ['name          n  what', '-----------  --  ---------', 'Iraq          7  a country', 'Mike Pompeo  12', ''].join(
        '\n',
      ),
    );
  });

  it('is a bare head where there are no rows', () => {
    expect(formatTable(['name', 'n'], [])).toBe('name  n\n----  -\n');
  });
});
