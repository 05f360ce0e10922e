import type { Family, Status } from '../../../src/serve/api';
import type { Picture } from './choose';
import { type GraphModel, isRealised, phraseOf } from './model';

export const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  1: 'Words, cooperative',
  2: 'Deeds, cooperative',
  3: 'Words, conflict',
  4: 'Deeds, conflict',
  0: 'Facts and offices',
};
export const FAMILY_ORDER: readonly Family[] = [1, 2, 3, 4, 0];

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  stated: 'Stated',
  reported: 'Reported by someone',
  planned: 'Planned or possible',
  denied: 'Denied',
};

export const TYPE_NAMES: Readonly<Record<string, string>> = {
  Person: 'People',
  Organization: 'Organizations',
  Country: 'Countries',
  Group: 'Groups',
  Place: 'Places',
};

const numbers = new Intl.NumberFormat('en-GB');

/** "1 article", "2,313 articles". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${numbers.format(n)} ${n === 1 ? one : many}`;
}

export function number(n: number): string {
  return numbers.format(n);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2020-01-10" is "10 Jan 2020", "2020-01" is "Jan 2020"; no time zone comes into it. */
export function dateWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month ? (MONTHS[Number(month) - 1] ?? month) : '';
  return [day ? String(Number(day)) : '', name, year].filter(Boolean).join(' ');
}

/** "5 Jan 2020 – 10 Jan 2020", or one date. */
export function rangeWords(first: string | null, last: string | null): string {
  if (!first) return '';
  return !last || first === last ? dateWords(first) : `${dateWords(first)} – ${dateWords(last)}`;
}

export function nameOf(model: GraphModel, node: number): string {
  return model.payload.nodes.name[node] ?? '';
}

/** "State Department rebuffed Iraqi government". */
export function edgeWords(model: GraphModel, edge: number): string {
  const { source, target } = model.payload.edges;
  return `${nameOf(model, source[edge]!)} ${phraseOf(model, edge)} ${nameOf(model, target[edge]!)}`;
}

/** "35 relations + 5 planned or denied": the store has edges for the former alone, the picture has both. */
export function relationWords(realised: number, others: number): string {
  const words = count(realised, 'relation');
  return others === 0 ? words : `${words} + ${number(others)} planned or denied`;
}

export function edgeCountWords(model: GraphModel, edges: readonly number[]): string {
  const realised = edges.filter((edge) => isRealised(model, edge)).length;
  return relationWords(realised, edges.length - realised);
}

/** Where there is little room: without the planned and denied, unless there is nothing else. */
export function realisedWords(model: GraphModel, edges: readonly number[]): string {
  const realised = edges.filter((edge) => isRealised(model, edge)).length;
  return realised > 0 ? count(realised, 'relation') : edgeCountWords(model, edges);
}

/** "31 relations + 2 planned or denied between 22 of 33 entities; 4 hidden by filters". */
export function pictureWords(model: GraphModel, picture: Picture): string {
  const realised = picture.looks.filter((look) => look === 'stated' || look === 'reported').length;
  const parts = [
    `${relationWords(realised, picture.edges.length - realised)} between ${number(picture.nodes.length)} of ${count(model.nodeCount, 'entity', 'entities')}`,
  ];
  if (picture.filtered > 0) parts.push(`${number(picture.filtered)} hidden by filters`);
  if (picture.cut > 0) parts.push(`${number(picture.cut)} more not drawn`);
  return parts.join('; ');
}
