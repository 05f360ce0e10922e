import type { EntityType } from '../../../src/ontology';
import type { Family } from '../../../src/serve/api';
import { SHAPES } from '../stage/palette';

/** The shape of an entity type in its colour; says nothing to a screen reader, the name beside it does. */
export function TypeMark({ type }: { type: EntityType }) {
  return (
    <svg class={`type-mark fill-${type}`} viewBox="-10 -10 20 20" width="15" height="15" aria-hidden="true">
      {SHAPES[type] === 'circle' && <circle r="7.2" />}
      {SHAPES[type] === 'square' && <rect x="-6.6" y="-6.6" width="13.2" height="13.2" />}
      {SHAPES[type] === 'diamond' && <path d="M0-9 9 0 0 9-9 0z" />}
      {SHAPES[type] === 'triangle' && <path d="M0-8 9 7H-9z" />}
      {SHAPES[type] === 'down' && <path d="M0 8-9-7H9z" />}
    </svg>
  );
}

/** A sample of a family's line. */
export function LineMark({ family, look = 'stated' }: { family: Family; look?: 'stated' | 'unsure' | 'denied' }) {
  const dashed = family === 1 || family === 3;
  const width = family === 0 ? 1.6 : dashed ? 2 : 3.6;
  return (
    <svg class={`line-mark stroke-${family} ${look}`} viewBox="0 0 34 12" width="30" height="11" aria-hidden="true">
      <path d="M1 6H25" stroke-width={width} stroke-dasharray={dashed ? '5 3.4' : undefined} fill="none" />
      <path class="head" d="M24.6 1.6 33 6 24.6 10.4z" />
    </svg>
  );
}
