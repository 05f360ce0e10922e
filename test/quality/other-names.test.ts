/** No rule knows one article: the same text about other people, countries and bodies is read as well. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { graphOf } from '../../src/cli/extract';
import type { GoldGraph } from '../../src/evaluate/gold-graph';
import { scoreArticle } from '../../src/evaluate/graphs';
import { ingest } from '../../src/ingest';
import { loadPipeline } from '../../src/pipeline';

const SEED = path.join(__dirname, 'gold/iraq-troops-2020-01-11');

/** The longer form first where one holds the other. */
const CASTS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'a quarrel of Britain and Kenya': [
    ['United States', 'United Kingdom'],
    ['American', 'British'],
    ['U.S.', 'U.K.'],
    ['State Department', 'Foreign Office'],
    ['Secretary of State Mike Pompeo', 'Foreign Secretary Mark Ellison'],
    ['Pompeo', 'Ellison'],
    ['President Donald Trump', 'Prime Minister Henry Lowell'],
    ['Trump', 'Lowell'],
    ['Iraqi prime minister', 'Kenyan president'],
    ['Iraqi Prime Minister Adel Abdul-Mahdi', 'Kenyan President Joseph Odinga'],
    ['Adel Abdul-Mahdi', 'Joseph Odinga'],
    ['Abdul-Mahdi', 'Odinga'],
    ['Iraqi', 'Kenyan'],
    ['Iraq', 'Kenya'],
    ['Baghdad', 'Nairobi'],
    ['WASHINGTON', 'LONDON'],
    ['Qassem Soleimani', 'Abdi Warsame'],
    ['Soleimani', 'Warsame'],
    ['Abu Mahdi al-Muhandis', 'Peter Kimani'],
    ['al-Muhandis', 'Kimani'],
    ['Iranian', 'Somali'],
    ['Iran', 'Somalia'],
    ['Morgan Ortagus', 'Fiona Carrick'],
    ['Ortagus', 'Carrick'],
    ['NATO', 'the European Union'],
  ],
  'a quarrel of France and Peru': [
    ['United States', 'French Republic'],
    ['an American', 'a French'],
    ['Americans', 'the French'],
    ['U.S.', 'French'],
    ['State Department', 'Defense Ministry'],
    ['Secretary of State Mike Pompeo', 'Defense Minister Paul Garnier'],
    ['Pompeo', 'Garnier'],
    ['Donald Trump', 'Luc Morel'],
    ['Trump', 'Morel'],
    ['Adel Abdul-Mahdi', 'Carlos Mendoza'],
    ['Abdul-Mahdi', 'Mendoza'],
    ['Iraqi', 'Peruvian'],
    ['Iraq', 'Peru'],
    ['Baghdad', 'Lima'],
    ['Qassem Soleimani', 'Jorge Quiroga'],
    ['Soleimani', 'Quiroga'],
    ['Abu Mahdi al-Muhandis', 'Diego Salas'],
    ['al-Muhandis', 'Salas'],
    ['Iranian', 'Bolivian'],
    ['Iran', 'Bolivia'],
    ['Morgan Ortagus', 'Claire Renaud'],
    ['Ortagus', 'Renaud'],
    ['Islamic State', 'Shining Path'],
  ],
};

describe('the seed article with another cast', () => {
  const pipeline = loadPipeline();
  const read = (ending: string) => readFileSync(`${SEED}.${ending}`, 'utf8');
  const score = (text: string, gold: string) =>
    scoreArticle(JSON.parse(gold) as GoldGraph, graphOf(pipeline, ingest({ id: 'seed', text })));
  const found = score(read('txt'), read('json')).counts.levels.strict.coreFound;

  it.each(Object.keys(CASTS))('%s scores within one relation of it', (cast) => {
    const recast = (text: string) => CASTS[cast]!.reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
    const other = score(recast(read('txt')), recast(read('json')));
    expect(Math.abs(other.counts.levels.strict.coreFound - found), other.errors.join('\n')).toBeLessThanOrEqual(1);
  });
});
