import { describe, expect, it } from 'vitest';
import { createClusters } from '../../../src/annotate/coref/clusters';
import { contrastAllows } from '../../../src/annotate/coref/contrasts';
import type { Profile } from '../../../src/annotate/coref/profile';

const profile = (modifiers: readonly string[], name: readonly string[] = []): Profile => ({
  person: 0,
  determiner: 'the',
  modifiers: new Set(modifiers),
  proper: new Set(),
  lemma: 'court',
  quantity: null,
  type: 'Organization',
  number: 's',
  gender: null,
  words: name,
  country: null,
  nationality: null,
  titles: [],
});

/** Whether the description may go back to the others, which are one. */
function allows(description: Profile, ...others: readonly [Profile, ...Profile[]]): boolean {
  const clusters = createClusters([...others, description]);
  for (let i = 1; i < others.length; i++) clusters.merge(0, i);
  return contrastAllows(description, clusters.of(0), clusters);
}

describe('a description', () => {
  it('goes to no other of its kind', () => {
    expect(allows(profile(['regional']), profile([], ['supreme', 'court']))).toBe(false);
    expect(allows(profile(['second']), profile(['first']))).toBe(false);
  });
  it('goes to one that says the same, or nothing of the sort', () => {
    expect(allows(profile(['supreme']), profile([], ['supreme', 'court']))).toBe(true);
    expect(allows(profile(['regional']), profile(['angry']))).toBe(true);
    expect(allows(profile(['northern']), profile([], ['supreme', 'court']))).toBe(true);
    expect(allows(profile(['lower']), profile(['regional']), profile(['lower']))).toBe(true);
  });
});
