import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createGazetteers, createNamer } from '../../src/annotate/names';
import type { Parsed } from '../../src/document';
import { tokenisedFromIob } from '../../src/evaluate/names';
import {
  parseCountries,
  parseGivenNames,
  parseOrganizations,
  parsePlaces,
  parseTitles,
} from '../../src/learn/lexicons';
import { readVectors } from '../../src/learn/vectors';

const data = path.join(__dirname, '../../data');
const model = (name: string) => fs.readFileSync(path.join(data, 'models', `${name}.bin`));
const lexicon = (name: string) => fs.readFileSync(path.join(data, 'lexicons', `${name}.tsv`), 'utf8');

const namer = createNamer(
  { names: model('names'), vectors: readVectors(model('vectors')) },
  createGazetteers({
    countries: parseCountries(lexicon('countries')),
    places: parsePlaces(lexicon('cities')),
    organizations: parseOrganizations(lexicon('organizations')),
    titles: parseTitles(lexicon('titles')),
    givenNames: parseGivenNames(lexicon('given-names')),
  }),
);

/** Sentences of one article, tokens parted by blanks. */
function named(...sentences: readonly string[]): string[] {
  const tokens = sentences.flatMap((sentence) => sentence.split(' ').filter((token) => token !== ''));
  const starts = sentences.map((_, i) => sentences.slice(0, i).flatMap((s) => s.split(' ')).length);
  const document = tokenisedFromIob({ id: '', tokens, starts, names: [] });
  const none = tokens.map(() => '');
  const parsed: Parsed = {
    ...document,
    upos: none,
    xpos: none,
    lemmas: none,
    feats: none,
    heads: tokens.map(() => -1),
    deprels: none,
  };
  return namer(parsed).names.map(({ start, end, type }) => `${tokens.slice(start, end).join(' ')}/${type}`);
}

it('tells persons, bodies, countries, places and nationalities apart', () => {
  expect(
    named(
      'Kenyan Foreign Minister Amina Odhiambo met officials of the World Bank in Nairobi on Friday .',
      'Odhiambo said Uganda and the United States had agreed .',
    ),
  ).toEqual([
    'Kenyan/NORP',
    'Amina Odhiambo/PER',
    'World Bank/ORG',
    'Nairobi/LOC',
    'Odhiambo/PER',
    'Uganda/GPE',
    'United States/GPE',
  ]);
});

it('leaves ranks and articles out of names, and knows an acronym by its long form', () => {
  expect(
    named('Gen. Pedro Almeida joined the National Farmers Union ( NFU ) last year .', 'The NFU thanked Almeida .'),
  ).toEqual(['Pedro Almeida/PER', 'National Farmers Union/ORG', 'NFU/ORG', 'NFU/ORG', 'Almeida/PER']);
});

it('finds nothing in a text without names, or in no text', () => {
  expect(named('the farmers left their fields and went home .')).toEqual([]);
  expect(named()).toEqual([]);
});
