import type { EntityType } from '../../../src/ontology';
import type { Family } from '../../../src/serve/api';

export type Theme = 'light' | 'dark';
export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'down';

/** Redundant with the hue, so that no colour has to be told apart. */
export const SHAPES: Readonly<Record<EntityType, Shape>> = {
  Person: 'circle',
  Organization: 'square',
  Country: 'diamond',
  Group: 'triangle',
  Place: 'down',
};

/** The shader's numbers. */
export const SHAPE_NUMBERS: Readonly<Record<Shape, number>> = {
  circle: 0,
  square: 1,
  diamond: 2,
  triangle: 3,
  down: 4,
};

interface Colours {
  readonly ground: string;
  readonly ink: string;
  readonly quiet: string;
  readonly plate: string;
  readonly accent: string;
  readonly types: Readonly<Record<EntityType, string>>;
  readonly families: Readonly<Record<Family, string>>;
}

/** Chosen in OKLCH for the worst case over normal, protan, deutan and tritan vision; at least 3:1 on the ground. */
export const COLOURS: Readonly<Record<Theme, Colours>> = {
  light: {
    ground: '#fbfbf9',
    ink: '#1d2026',
    quiet: '#5b606a',
    plate: '#fbfbf9',
    accent: '#1f5fa8',
    types: { Person: '#004eb8', Organization: '#903e0b', Country: '#467e54', Place: '#969442', Group: '#87577c' },
    families: { 0: '#8b9099', 1: '#1f5fa8', 2: '#1f5fa8', 3: '#c2410c', 4: '#c2410c' },
  },
  dark: {
    ground: '#15181d',
    ink: '#eceef1',
    quiet: '#a2a7b0',
    plate: '#15181d',
    accent: '#6aaef2',
    types: { Person: '#6493f0', Organization: '#bf7d1f', Country: '#297d61', Place: '#e0e26a', Group: '#a13d94' },
    families: { 0: '#7f868f', 1: '#6aaef2', 2: '#6aaef2', 3: '#ff9a5c', 4: '#ff9a5c' },
  },
};

/** Pixels of a line that one sentence says. */
export function baseWidth(family: Family): number {
  return family === 0 ? 1.5 : family % 2 === 1 ? 2 : 3.2;
}

/** Mixes two #rrggbb colours; share 0 gives the first, 1 the second. */
export function blend(from: string, to: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
