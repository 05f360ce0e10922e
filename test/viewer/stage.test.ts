import { describe, expect, it } from 'vitest';
import { arcPoint, bendsOf, distanceToArc } from '../../viewer/src/stage/geometry';
import { layOut } from '../../viewer/src/stage/layout';
import { drawnEdges, drawnNodes, nodeSize } from '../../viewer/src/stage/looks';
import { blend, COLOURS } from '../../viewer/src/stage/palette';
import { choose } from '../../viewer/src/state/choose';
import { EMPTY_VIEW } from '../../viewer/src/state/view';
import { REBUFFED, seedModel } from './graph-of';

describe('an arc', () => {
  const a = { x: 0, y: 0 };
  const b = { x: 100, y: 0 };

  it('begins and ends at its two ends and is as high as its bend says, to the left of its way', () => {
    expect(arcPoint(a, b, 0.2, 0)).toEqual({ x: expect.closeTo(0), y: expect.closeTo(0) });
    expect(arcPoint(a, b, 0.2, 1)).toEqual({ x: expect.closeTo(100), y: expect.closeTo(0) });
    expect(arcPoint(a, b, 0.2, 0.5)).toEqual({ x: expect.closeTo(50), y: expect.closeTo(-20) });
    expect(arcPoint(a, b, -0.2, 0.5).y).toBeCloseTo(20);
    expect(arcPoint(a, b, 0, 0.25)).toEqual({ x: 25, y: 0 });
  });

  it('is found by a point near it, not by one near its chord', () => {
    expect(distanceToArc({ x: 50, y: -22 }, a, b, 0.2)).toBeLessThan(3);
    expect(distanceToArc({ x: 50, y: 0 }, a, b, 0.2)).toBeGreaterThan(15);
    expect(distanceToArc({ x: 50, y: 4 }, a, b, 0)).toBeCloseTo(4);
  });

  it('lies apart from the others between the same two, in both directions', () => {
    const middles = (forward: boolean[]) =>
      bendsOf(forward).map((bend, i) => Math.round(arcPoint(forward[i] ? a : b, forward[i] ? b : a, bend, 0.5).y));
    expect(middles([true])).toEqual([0]);
    expect(new Set(middles([true, false])).size).toBe(2);
    expect(new Set(middles([true, true, false, false, true])).size).toBe(5);
  });
});

describe('a layout', () => {
  const nodes = Array.from({ length: 30 }, (_, i) => ({ id: `n${i}`, size: 8, labelWidth: 60 }));
  const edges = nodes.slice(1).map((node, i) => ({ source: node.id, target: `n${i >> 1}`, weight: 1 }));
  const frame = { width: 900, height: 700 };

  it('is the same for the same graph', () => {
    expect(layOut(nodes, edges, frame)).toEqual(layOut(nodes, edges, frame));
  });

  it('keeps shapes and names off one another and within the frame', () => {
    const places = [...layOut(nodes, edges, frame).values()];
    for (const [i, p] of places.entries()) {
      expect(p.x > 0 && p.x < 900 && p.y > 0 && p.y < 700).toBe(true);
      for (const q of places.slice(i + 1)) {
        expect(Math.abs(p.x - q.x) > 55 || Math.abs(p.y - q.y) > 20).toBe(true);
      }
    }
  });

  it('leaves in place what has a place, and puts the new beside its neighbours', () => {
    const fixed = { x: 300, y: 200 };
    const places = layOut([{ ...nodes[0]!, fixed }, nodes[1]!], [{ source: 'n0', target: 'n1', weight: 1 }], frame);
    expect(places.get('n0')).toEqual(fixed);
    const beside = places.get('n1')!;
    expect(Math.hypot(beside.x - fixed.x, beside.y - fixed.y)).toBeLessThan(400);
  });

  it('has nothing to do for an empty graph', () => {
    expect(layOut([], [], frame).size).toBe(0);
  });
});

describe('a look', () => {
  const model = seedModel();
  const picture = choose(model, EMPTY_VIEW);
  const edgeBy = (id: string) => drawnEdges(model, picture, 'light').find((edge) => edge.id === id)!;

  it('tells types by shape and hue, and mentions by size between 4 and 22 pixels', () => {
    const drawn = drawnNodes(model, picture, 'dark');
    const irq = drawn.find((node) => node.id === 'country:irq')!;
    expect(irq.color).toBe(COLOURS.dark.types.Country);
    expect(new Set(drawn.map((node) => `${node.shape} ${node.color}`)).size).toBe(
      new Set(drawn.map((n) => n.shape)).size,
    );
    expect([nodeSize(0, 9), nodeSize(1, 9), nodeSize(16, 16)]).toEqual([6, 6, 12]);
    expect([nodeSize(1, 10_000), nodeSize(10_000, 10_000)]).toEqual([4, expect.closeTo(22)]);
  });

  it('draws words dashed, deeds thick, facts thin; conflict and cooperation in their hues', () => {
    const rebuffed = edgeBy(REBUFFED);
    const killed = edgeBy('country:usa~KILLED~person:qassem-soleimani');
    const part = edgeBy('organization:iraqi-government~PART_OF~country:irq');
    expect([rebuffed.dashed, killed.dashed, part.dashed]).toEqual([true, false, false]);
    expect(rebuffed.color).toBe(COLOURS.light.families[3]);
    expect(killed.size).toBeGreaterThan(rebuffed.size);
    expect(part.size).toBeLessThan(rebuffed.size);
    expect(killed.deadly).toBe(true);
  });

  it('draws pale what is only reported or planned', () => {
    const planned = edgeBy('group:iraqi-lawmakers~EXPELLED~organization:u-s-forces');
    expect(planned.color).toBe(blend(COLOURS.light.families[4], COLOURS.light.ground, 0.45));
  });

  it('says an office by its name', () => {
    expect(edgeBy('person:adel-abdul-mahdi~HOLDS_POSITION~country:irq').label).toBe('is prime minister of');
  });
});
