import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CorefLexicons, createResolver } from '../../../src/annotate/coref';
import type { Chained, Name, Named, NameType } from '../../../src/document';
import { parsedFromConllu, readConllu } from '../../../src/learn/corpus/conllu';
import {
  parseCountries,
  parseGivenNames,
  parseNouns,
  parseOrganizations,
  parsePlaces,
  parseTitles,
} from '../../../src/learn/lexicons';
import { readCases } from '../../support/cases';

function readLexicons(): CorefLexicons {
  const read = (name: string) => fs.readFileSync(path.join(__dirname, `../../../data/lexicons/${name}.tsv`), 'utf8');
  return {
    nouns: parseNouns(read('nouns')),
    countries: parseCountries(read('countries')),
    titles: parseTitles(read('titles')),
    givenNames: parseGivenNames(read('given-names')),
    organizations: parseOrganizations(read('organizations')),
    places: parsePlaces(read('cities')),
  };
}

const resolve = createResolver(readLexicons());

/** Lines of "FORM UPOS XPOS LEMMA HEAD DEPREL NAME"; "--" between sentences. */
function readDocument(input: string): Named {
  const names: Name[] = [];
  let token = 0;
  const lines = input.split('\n');
  const rows = lines.map((line, i) => {
    if (line === '--') return '';
    const [form = '', upos = '', xpos = '', lemma = '', head = '', deprel = '', name = '-'] = line.split(' ');
    if (name.startsWith('B-')) names.push({ start: token, end: token + 1, type: name.slice(2) as NameType });
    else if (name.startsWith('I-')) names[names.length - 1] = { ...names.at(-1)!, end: token + 1 };
    token++;
    const glued = form === '-' || lines[i + 1]?.startsWith('- ') === true;
    return ['', form, lemma, upos, xpos, '_', head, deprel, '_', glued ? 'SpaceAfter=No' : '_'].join('\t');
  });
  let number = 0;
  const numbered = rows.map((row) => {
    number = row === '' ? 0 : number + 1;
    return row === '' ? '' : number + row;
  });
  return { ...parsedFromConllu(readConllu(numbered.join('\n'))[0]!), names };
}

function show({ chains, mentions, tokens }: Chained): string {
  const words = (start: number, end: number) =>
    tokens
      .slice(start, end)
      .map((token) => token.text)
      .join(' ');
  return chains
    .filter((chain) => chain.type !== null)
    .map(
      ({ type, name, mentions: list }) =>
        `${type} ${name}: ${list.map((m) => `[${words(mentions[m]!.start, mentions[m]!.end)}]`).join(' ')}`,
    )
    .join('\n');
}

describe('chains', () => {
  for (const { title, input, wanted } of readCases(path.join(__dirname, 'cases', 'chains.txt'))) {
    it(title, () => {
      expect(show(resolve(readDocument(input)))).toBe(wanted);
    });
  }
});

describe('a chained document', () => {
  const documents = readCases(path.join(__dirname, 'cases', 'chains.txt')).map(({ input }) =>
    resolve(readDocument(input)),
  );

  it('has mentions that nest or stand apart, sorted by start, outer first', () => {
    for (const { mentions } of documents) {
      mentions.forEach((a, i) => {
        expect(a.head >= a.start && a.head < a.end).toBe(true);
        for (const b of mentions.slice(i + 1)) {
          expect(b.start > a.start || (b.start === a.start && b.end <= a.end)).toBe(true);
          if (b.start < a.end) expect(b.end).toBeLessThanOrEqual(a.end);
        }
      });
    }
  });

  it('puts each mention into exactly one chain', () => {
    for (const { mentions, chains } of documents) {
      const all = chains.flatMap((chain) => chain.mentions);
      expect([...all].sort((a, b) => a - b)).toEqual(mentions.map((_, i) => i));
      chains.forEach((chain, c) => {
        for (const m of chain.mentions) expect(mentions[m]!.chain).toBe(c);
      });
    }
  });

  it('takes spans that are given for its mentions', () => {
    const document = readDocument(readCases(path.join(__dirname, 'cases', 'chains.txt'))[1]!.input);
    const { mentions, chains } = resolve(document, [
      { start: 0, end: 1 },
      { start: 5, end: 6 },
    ]);
    expect(mentions.length).toBe(2);
    expect(chains.length).toBe(1);
  });

  it('is empty for a document without words', () => {
    const empty = { ...parsedFromConllu({ id: 'x', sentences: [] }), names: [] };
    expect(resolve(empty).mentions).toEqual([]);
  });
});

describe('quotations', () => {
  it('know their speaker and the word that says so', () => {
    const { input } = readCases(path.join(__dirname, 'cases', 'chains.txt')).find((c) =>
      c.title.startsWith('a first person'),
    )!;
    const { quotations, mentions, tokens, article } = resolve(readDocument(input));
    expect(quotations.map((q) => article.text.slice(q.start, q.end))).toEqual([
      '" I will stay , "',
      '" We want peace , "',
    ]);
    expect(quotations.map((q) => tokens[q.cue]?.text)).toEqual(['said', 'said']);
    expect(quotations.map((q) => tokens[mentions[q.speaker]!.head]!.text)).toEqual(['Ana', 'ministry']);
  });
});
