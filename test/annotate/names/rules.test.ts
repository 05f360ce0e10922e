import { expect, it } from 'vitest';
import { correctNames } from '../../../src/annotate/names/rules';
import type { TaggedSpan } from '../../../src/annotate/names/tags';
import { lists } from './lists';

function corrected(text: string, spans: readonly TaggedSpan[]): string[] {
  const tokens = text.split(' ');
  return correctNames(tokens, [0], spans, lists).map(
    ({ start, end, type }) => `${tokens.slice(start, end).join(' ')}/${type}`,
  );
}
const span = (start: number, end: number, type: TaggedSpan['type'], margin = 5): TaggedSpan => ({
  start,
  end,
  type,
  margin,
});

it('tells countries from other places', () => {
  const spans = [span(0, 1, 'LOC'), span(2, 3, 'LOC'), span(4, 5, 'NORP')];
  expect(corrected('Iraq and Baghdad told U.S. troops', spans)).toEqual(['Iraq/GPE', 'Baghdad/LOC', 'U.S./GPE']);
});

it('takes a listed nationality for one, found or typed otherwise', () => {
  expect(corrected('Iraqi forces met Georgian ones', [span(3, 4, 'ORG')])).toEqual(['Iraqi/NORP', 'Georgian/NORP']);
});

it('leaves ranks out of persons', () => {
  expect(corrected('then Gen. Qassem Soleimani left', [span(1, 4, 'PER')])).toEqual(['Qassem Soleimani/PER']);
});

it('gives a form the type that the article is surer of', () => {
  const spans = [span(0, 2, 'PER', 8), span(3, 4, 'ORG', 1)];
  expect(corrected('Qassem Soleimani . Soleimani left', spans)).toEqual(['Qassem Soleimani/PER', 'Soleimani/PER']);
});

it('lets a form keep two types where both are likely', () => {
  const spans = [span(0, 1, 'LOC', 6), span(2, 3, 'ORG', 5)];
  expect(corrected('Kivu beat Kivu', spans)).toEqual(['Kivu/LOC', 'Kivu/ORG']);
});

it('makes an acronym a body wherever it stands', () => {
  const text = 'Sexual Minorities Uganda ( SMU ) said SMU works';
  expect(corrected(text, [span(0, 3, 'ORG'), span(4, 5, 'MISC')])).toEqual([
    'Sexual Minorities Uganda/ORG',
    'SMU/ORG',
    'SMU/ORG',
  ]);
});

it('tells a language from a nation', () => {
  expect(corrected('they speak Iraqi to Iraqi troops', [span(2, 3, 'NORP')])).toEqual(['Iraqi/MISC', 'Iraqi/NORP']);
  expect(corrected('written in Iraqi , not in Iraqi cities', [])).toEqual(['Iraqi/MISC', 'Iraqi/NORP']);
});

it('takes a listed body for one where the net is unsure', () => {
  const spans = [span(1, 3, 'MISC', 2), span(5, 6, 'LOC', 9)];
  expect(corrected('the Red Cross thanked the ICRC', spans)).toEqual(['Red Cross/ORG', 'ICRC/LOC']);
});

it('keeps a nickname inside the name of its bearer', () => {
  const apart = [span(1, 2, 'PER'), span(3, 4, 'PER'), span(5, 6, 'PER')];
  expect(corrected('General Oskar " Ox " Lindqvist left', apart)).toEqual(['Oskar " Ox " Lindqvist/PER']);
  const torn = [span(0, 1, 'PER'), span(2, 6, 'PER')];
  expect(corrected('Ramon “ El Flaco ” Ibarra', torn)).toEqual(['Ramon “ El Flaco ” Ibarra/PER']);
  expect(corrected('Ines ‘ Nena ’ Prado', [span(0, 1, 'PER')])).toEqual(['Ines ‘ Nena ’ Prado/PER']);
});

it('joins no names over a quotation', () => {
  expect(corrected('told Oskar " Never " and left', [span(1, 2, 'PER')])).toEqual(['Oskar/PER']);
  const spans = [span(1, 2, 'PER'), span(3, 4, 'MISC'), span(5, 6, 'ORG')];
  expect(corrected('beside Oskar " Kites " Sony made', spans)).toEqual(['Oskar/PER', 'Kites/MISC', 'Sony/ORG']);
});

it('knows a surname with its particles', () => {
  const spans = [span(0, 4, 'PER', 5), span(5, 8, 'LOC', 9)];
  expect(corrected('Irma de la Torre . De la Torre left', spans)).toEqual(['Irma de la Torre/PER', 'De la Torre/PER']);
});
