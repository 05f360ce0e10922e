import { createHash } from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/document';
import { canonicalUrl, ingest, looksBinary, looksEnglish } from '../../src/ingest';
import { readCases } from '../support/cases';

function story({ text, furniture }: Article): string {
  let at = 0;
  let rest = '';
  for (const { start, end } of furniture) {
    rest += `${text.slice(at, start)}\n`;
    at = end;
  }
  return (rest + text.slice(at))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' | ');
}

function show(article: Article): string {
  const { published, dateline, section, title, byline, contributors } = article;
  const people = contributors.map(({ name, outlet }) => (outlet === null ? name : `${name} (${outlet})`));
  return [
    ['published', published],
    ['dateline', dateline],
    ['section', section],
    ['title', title],
    ['byline', byline.join(', ') || null],
    ['contributors', people.join(', ') || null],
    ['story', story(article)],
  ]
    .filter(([, value]) => value !== null)
    .map((pair) => pair.join(' '))
    .join('\n');
}

describe('furniture.txt', () => {
  for (const { title, input, wanted } of readCases(path.join(__dirname, 'cases', 'furniture.txt'))) {
    it(title, () => expect(show(ingest({ id: 'x', text: input }))).toBe(wanted));
  }
});

describe('an article', () => {
  it("takes the record's date before the text's, and guesses none", () => {
    const text = 'KIGALI, Jun 15 2022 (IPS) - A few years ago a project was launched in the hills.';
    expect(ingest({ id: 'x', text }).published).toBe('2022-06-15');
    expect(ingest({ id: 'x', text, date: '2023-01-02T10:00:00Z' }).published).toBe('2023-01-02');
    expect(ingest({ id: 'x', text: 'It rained on Friday.' }).published).toBeNull();
    expect(ingest({ id: 'x', text: 'It rained.', date: '2023-02-30' }).published).toBeNull();
  });

  it('takes the day from its address, or from what it calls today, where nothing else tells it', () => {
    const dayOf = (url: string, text = 'It rained on Friday.') => ingest({ id: 'x', text, url }).published;
    expect(dayOf('https://news.example/2017/09/04/rain')).toBe('2017-09-04');
    expect(dayOf('https://news.example/world/2017/sep/4/rain')).toBe('2017-09-04');
    expect(dayOf('https://news.example/rain-2017-09-04/55')).toBe('2017-09-04');
    expect(dayOf('https://news.example/view?id=20170904000123')).toBe('2017-09-04');
    expect(dayOf('https://news.example/2017/09/rain')).toBeNull();
    expect(dayOf('https://news.example/2017/13/04/rain')).toBeNull();
    expect(dayOf('https://news.example/id/120170904')).toBeNull();
    expect(dayOf('https://news.example/2017/09/04/rain', 'Sunday, September 3, 2017\n\nIt rained.')).toBe('2017-09-03');
    expect(dayOf('', 'Guards today (September 4, 2017) found the boat.')).toBe('2017-09-04');
    expect(dayOf('', 'Guards found the boat on September 4, 2017.')).toBeNull();
  });

  it('is known by its canonical URL, or else by its text', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(ingest({ id: 'x', text: 'It rained.' }).storeId).toBe(hash('It rained.'));
    expect(ingest({ id: 'x', text: 'It rained.', url: 'HTTPS://Example.com/A?utm_source=x#top' }).storeId).toBe(
      hash('https://example.com/A'),
    );
  });

  it('keeps its text, with furniture that is sorted and apart, whatever the text', () => {
    const line = fc.constantFrom(
      'By JANE DOE',
      'BAGHDAD (AP) — Iraq left.',
      'Sunday, August 2, 2015',
      '',
      ' ',
      'Image: X Y.',
      'A Section on 01/11/2020',
      'x',
      '(Reporting by A B)',
      '\u00A0',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.string(), (lines, more) => {
        const text = lines.join('\n') + more;
        const article = ingest({ id: 'x', text });
        expect(article.text).toBe(text);
        let at = 0;
        for (const { start, end } of article.furniture) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a canonical URL', () => {
  it('has lower-case scheme and host, no fragment and no utm parameters', () => {
    expect(canonicalUrl('HTTP://News.Example.COM/Path?utm_medium=a&id=7&UTM_x=1&q=B#frag')).toBe(
      'http://news.example.com/Path?id=7&q=B',
    );
    expect(canonicalUrl('https://a.b')).toBe('https://a.b');
    expect(canonicalUrl(' not a url ')).toBe('not a url');
  });
});

describe('what is no text', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  it('is named', () => {
    expect(looksBinary(bytes('PK\x03\x04rest'))).toBe('a ZIP archive');
    expect(looksBinary(bytes('{\\rtf1\\ansi'))).toBe('an RTF document');
    expect(looksBinary(bytes('%PDF-1.7'))).toBe('a PDF document');
    expect(looksBinary(bytes('\x89PNG\r\n'))).toBe('a PNG image');
    expect(looksBinary(bytes('abc\0def'))).toBe('binary data');
    expect(looksBinary('PK\x03\x04\x14')).toBe('a ZIP archive');
  });
  it('is told from text with accents and emoji', () => {
    expect(looksBinary(Buffer.from('\uFEFFCafé 😀 in Nuuk'))).toBeNull();
    expect(looksBinary('Café 😀 in Nuuk')).toBeNull();
  });
});

describe('a language', () => {
  it('is English where its small words are', () => {
    expect(looksEnglish('The minister said that he had asked for the withdrawal of the troops from his country.')).toBe(
      true,
    );
    expect(
      looksEnglish('Der Minister sagte, er habe um den Abzug der Truppen aus seinem Land gebeten, so die Agentur.'),
    ).toBe(false);
    expect(
      looksEnglish('El ministro dijo que había pedido la retirada de las tropas de su país, según la agencia.'),
    ).toBe(false);
  });
});
