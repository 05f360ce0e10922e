import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleGraph } from '../../src/extract/article-graph';
import { ingest } from '../../src/ingest';
import { loadPipeline } from '../../src/pipeline';

/**
 * Cases of test/extract/cases/events-*.txt and facts-*.txt through the whole pipeline: the relations wanted are among
 * those found; `none` wants no event (no fact) at all; a line that opens with `not` must not be found.
 */
const FOLDER = path.join(__dirname, '..', 'extract', 'cases');

interface Case {
  readonly title: string;
  readonly text: string;
  readonly wanted: readonly string[];
}

function casesOf(file: string): Case[] {
  return fs
    .readFileSync(path.join(FOLDER, file), 'utf8')
    .split(/^# /m)
    .filter((part) => part.includes('==>'))
    .map((part) => {
      const [head = '', wanted = ''] = part.split('==>');
      const [title = '', ...text] = head.trim().split('\n');
      return { title, text: text.join(' '), wanted: wanted.trim().split('\n') };
    });
}

describe('cases', () => {
  const pipeline = loadPipeline();
  for (const file of fs
    .readdirSync(FOLDER)
    .filter((f) => /^(?:events|facts)-/.test(f))
    .sort()) {
    for (const { title, text, wanted } of casesOf(file)) {
      it(`${file}: ${title}`, () => {
        const document = pipeline.extract(pipeline.annotate(ingest({ id: 'case', text })));
        const [resolved] = pipeline.resolve([document]);
        if (resolved === undefined) throw new Error('nothing was resolved');
        const graph = articleGraph(resolved);
        const found = graph.relations.filter((r) => (r.event === null) === file.startsWith('facts-'));
        if (wanted[0] === 'none') {
          expect(found).toEqual([]);
          return;
        }
        const names = (id: string): string =>
          [graph.entities.find((e) => e.id === id)]
            .flatMap((e) => (e === undefined ? [] : [e.name, ...e.aliases]))
            .join(' | ')
            .toLowerCase();
        for (const written of wanted) {
          const refused = written.startsWith('not ');
          const line = refused ? written.slice(4) : written;
          const [, source = '', type = '', target = '', factuality] =
            /^(.*?) ([A-Z_]+) (.*?)(?: \((\w+)\))?$/.exec(line) ?? [];
          const hit = found.some(
            (r) =>
              r.type === type &&
              names(r.source).includes(source.toLowerCase()) &&
              names(r.target).includes(target.toLowerCase()) &&
              (factuality === undefined || r.factuality === factuality),
          );
          expect(
            hit,
            `${written}; found ${found.map((r) => `${names(r.source)} ${r.type} ${names(r.target)} (${r.factuality})`).join('; ')}`,
          ).toBe(!refused);
        }
      });
    }
  }
});
