import { expect, it } from 'vitest';
import { log } from '../../src/learn/elementary';

it('log agrees with the engine’s to eight digits', () => {
  for (let x = -20; x <= 20; x += 0.37) expect(log(Math.exp(x))).toBeCloseTo(x, 8);
});
