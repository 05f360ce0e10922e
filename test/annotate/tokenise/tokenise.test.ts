import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokeniser, readJudge, tokenise } from '../../../src/annotate/tokenise';
import { MAX_SENTENCE_TOKENS } from '../../../src/annotate/tokenise/sentences';
import { ingest } from '../../../src/ingest';
import { readCases } from '../../support/cases';

/** The text as one article whose furniture is not looked for. */
const plain = (text: string) => ({ ...ingest({ id: 'x', text }), furniture: [] });

const judged = createTokeniser(readJudge(fs.readFileSync(path.join(__dirname, '../../../data/models/sentences.bin'))));

function lines(text: string, tokeniser = tokenise): string[] {
  const { tokens, sentences } = tokeniser(plain(text));
  return sentences.map(({ start, end }) =>
    tokens
      .slice(start, end)
      .map((token) => token.text)
      .join(' '),
  );
}

for (const file of ['tokens.txt', 'sentences.txt']) {
  describe(file, () => {
    for (const { title, input, wanted } of readCases(path.join(__dirname, 'cases', file))) {
      it(title, () => expect(lines(input).join('\n')).toBe(wanted));
      it(`${title}: the judge agrees`, () => expect(lines(input, judged).join('\n')).toBe(wanted));
    }
  });
}

describe('the judge of sentence ends', () => {
  it('ends sentences that no mark ends', () => {
    expect(lines('See you there :) We will bring the maps', judged)).toHaveLength(2);
    expect(lines('Read the report http://example.org/a It is long.', judged)).toHaveLength(2);
  });

  it('joins what the rules part', () => {
    const text = 'The owner was fined under Law No. (12) of 2019.';
    expect(lines(text)).toHaveLength(2);
    expect(lines(text, judged)).toHaveLength(1);
  });

  it('leaves a name in capitals at the beginning of a sentence alone', () => {
    expect(lines('VOX Radio has many listeners. PM Marin wrote a letter to the club.', judged)).toHaveLength(2);
  });
});

describe('tokens', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          'U.S.',
          "don't",
          ' ',
          '\n',
          '\r\n',
          '\n\n',
          '"',
          '“',
          '.',
          '...',
          '-',
          'a',
          'The',
          '$5',
          '\u00A0',
          '\u200F',
          '👩‍🚀',
          "'s",
          '(',
          ')',
          'x@y.org',
          'http://a.b/',
          '\u0000',
          '\uD800',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  );

  it('are exact slices of the text, in order, with nothing but space between them', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { tokens } = tokenise(plain(input));
        let at = 0;
        let rest = '';
        for (const token of tokens) {
          expect(token.text).toBe(input.slice(token.start, token.end));
          expect(token.start).toBeGreaterThanOrEqual(at);
          expect(token.end).toBeGreaterThan(token.start);
          rest += input.slice(at, token.start);
          at = token.end;
        }
        expect(
          (rest + input.slice(at)).replace(/[\s\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, ''),
        ).toBe('');
      }),
    );
  });

  it('are covered by the sentences, in order, none of them longer than the parser takes', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { tokens, sentences } = judged(plain(input));
        let at = 0;
        for (const { start, end } of sentences) {
          expect(start).toBe(at);
          expect(end - start).toBeGreaterThan(0);
          expect(end - start).toBeLessThanOrEqual(MAX_SENTENCE_TOKENS);
          at = end;
        }
        expect(at).toBe(tokens.length);
      }),
    );
  });

  it('of a sentence without end are cut at a semicolon', () => {
    const clause = 'ships of the fleet left the port at dawn, ';
    const { sentences, tokens } = tokenise(plain(`${clause.repeat(15)}and so on; ${clause.repeat(15)}.`));
    expect(sentences.length).toBe(2);
    expect(tokens[sentences[0]!.end - 1]!.text).toBe(';');
  });

  it('come out of a line of 100,000 characters, with and without spaces', () => {
    for (const part of ['word ', 'a', 'a.', 'a-', '"', '@', '1,', 'http://a', '(']) {
      const input = part.repeat(Math.ceil(100_000 / part.length));
      const { tokens } = judged(plain(input));
      expect(tokens.at(-1)!.end).toBe(input.trimEnd().length);
    }
  });
});

describe('furniture', () => {
  it('is left out, but for the title, which is one sentence', () => {
    const article = ingest({
      id: 'x',
      text: 'U.S. to stay. For now\n\nBy JANE DOE\n\nBAGHDAD (AP) — Iraq rebuffed the request of the ministry on Friday. It was late.\n',
      title: 'U.S. to stay. For now',
    });
    const { tokens, sentences } = tokenise(article);
    const text = sentences.map((s) => [
      s.title,
      tokens
        .slice(s.start, s.end)
        .map((t) => t.text)
        .join(' '),
    ]);
    expect(text).toEqual([
      [true, 'U.S. to stay . For now'],
      [false, 'Iraq rebuffed the request of the ministry on Friday .'],
      [false, 'It was late .'],
    ]);
  });

  it('keeps paragraphs apart', () => {
    const { sentences } = tokenise(plain('One. Two.\n\nThree.'));
    expect(sentences.map((s) => s.paragraph)).toEqual([0, 0, 1]);
  });
});
