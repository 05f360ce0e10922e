import { describe, expect, it } from 'vitest';
import { choose, neighboursOf } from '../../viewer/src/state/choose';
import { EMPTY_VIEW, showOnly, toggleHidden } from '../../viewer/src/state/view';
import { REBUFFED, seedModel } from './graph-of';

const model = seedModel();
const { nodes, edges, relations } = model.payload;
const idOf = (rows: readonly number[]) => rows.map((row) => edges.id[row]);
const typesIn = (rows: readonly number[]) => new Set(rows.map((row) => relations[edges.type[row]!]!.type));

describe('what is in the picture', () => {
  it('is everything that has a relation, where that is little', () => {
    const picture = choose(model, EMPTY_VIEW);
    expect(picture.edges).toHaveLength(model.edgeCount);
    expect(picture.nodes.every((node) => model.edgesOf[node]!.length > 0)).toBe(true);
    expect([picture.filtered, picture.cut]).toEqual([0, 0]);
  });

  it('has those without a relation where they are asked for', () => {
    expect(choose(model, { ...EMPTY_VIEW, alone: true }).nodes).toHaveLength(model.nodeCount);
  });

  it('leaves out what is hidden, says how much that is, and drops entities that nothing holds', () => {
    const view = toggleHidden(EMPTY_VIEW, 'family-4');
    const picture = choose(model, view);
    expect(typesIn(picture.edges).has('KILLED')).toBe(false);
    expect(picture.edges.length + picture.filtered).toBe(model.edgeCount);
    expect(picture.nodes.map((n) => nodes.name[n])).not.toContain('10 people');
  });

  it('has of a group only the one that was chosen, and all again when it is chosen again', () => {
    const families = ['family-0', 'family-1', 'family-2', 'family-3', 'family-4'];
    const only = showOnly(EMPTY_VIEW, 'family-3', families);
    expect(idOf(choose(model, only).edges)).toContain(REBUFFED);
    expect(typesIn(choose(model, only).edges).has('REQUESTED')).toBe(false);
    expect(showOnly(only, 'family-3', families)).toEqual(EMPTY_VIEW);
  });

  it('shows a relation as the firmest status that is not hidden', () => {
    const reported = model.payload.edges.reported.findIndex((n, row) => n > 0 && edges.stated[row] === 0);
    const lookOf = (hidden: readonly string[]) => {
      const picture = choose(model, { ...EMPTY_VIEW, hidden });
      return picture.looks[picture.edges.indexOf(reported)];
    };
    expect(lookOf([])).toBe('reported');
    expect(lookOf(['reported'])).toBeUndefined();
  });

  it('keeps what is selected, whatever is hidden', () => {
    const view = { ...EMPTY_VIEW, selected: `e:${REBUFFED}`, hidden: ['family-3', 'Organization'] };
    expect(idOf(choose(model, view).edges)).toEqual(expect.arrayContaining([REBUFFED]));
  });

  it('is an entity and its neighbours where they are the focus, with their relations to one another', () => {
    const pompeo = model.rowOfNode.get('person:mike-pompeo')!;
    const picture = choose(model, { ...EMPTY_VIEW, focus: 'person:mike-pompeo' });
    const expected = new Set([pompeo, ...neighboursOf(model, pompeo, () => true)]);
    expect(new Set(picture.nodes)).toEqual(expected);
    expect(picture.edges.every((e) => expected.has(edges.source[e]!) && expected.has(edges.target[e]!))).toBe(true);
  });

  it('is what an article tells, and nothing else, while that is read', () => {
    const row = model.rowOfEdge.get(REBUFFED)!;
    const picture = choose(model, EMPTY_VIEW, new Set([row]));
    expect(idOf(picture.edges)).toEqual([REBUFFED]);
    expect(picture.nodes).toHaveLength(2);
  });
});
