import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import type { ArticleGraph, QuotedSpan } from '../../src/extract/article-graph';
import { dateline, FROM_SOURCE, fileWith, newFolder, SEED } from '../support/command';

const root = path.join(__dirname, '../..');
const schema = JSON.parse(readFileSync(path.join(root, 'test/support/article-graph.schema.json'), 'utf8'));
const valid = new Ajv2020({ strict: false }).compile(schema);

const graphsOf = (stdout: string): ArticleGraph[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ArticleGraph);

/** What the contract promises of a graph. */
function expectContract(graph: ArticleGraph): void {
  expect(valid(graph), JSON.stringify(valid.errors)).toBe(true);
  const { text } = graph.article;
  const spans: QuotedSpan[] = [
    ...graph.entities.flatMap((entity) => entity.mentions),
    ...graph.events.flatMap((event) => [event.trigger, event.evidence]),
    ...graph.relations.flatMap((relation) => [relation.trigger, relation.evidence]),
  ];
  expect(spans.filter((span) => text.slice(span.start, span.end) !== span.text || span.text === '')).toEqual([]);
  const ids = new Set(graph.entities.map((entity) => entity.id));
  const events = new Set(graph.events.map((event) => event.id));
  const ends = [
    ...graph.relations.flatMap((r) => [r.source, r.target]),
    ...graph.events.flatMap((e) => [...e.sources, ...e.targets]),
  ];
  expect(ends.filter((id) => !ids.has(id))).toEqual([]);
  expect(graph.relations.filter((r) => r.event !== null && !events.has(r.event))).toEqual([]);
}

describe('extract', () => {
  it('prints graphs by the contract for the gold articles, in order', () => {
    const folders = ['gold', 'gold/own'].map((folder) => path.join(root, 'test/quality', folder));
    const files = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .map((name) => path.join(folder, name)),
    );
    const { status, stdout } = dateline(['extract', ...files]);
    expect(status).toBe(0);
    const graphs = graphsOf(stdout);
    expect(graphs.map((graph) => graph.article.id)).toEqual(files.map((file) => path.basename(file, '.txt')));
    graphs.forEach(expectContract);
    // an article on a product's end tells of nobody who does something to another
    const silent = graphs.filter((graph) => graph.relations.length === 0).map((graph) => graph.article.id);
    expect(silent.filter((id) => id !== 'gum-news-ie9')).toEqual([]);
  });

  it('keeps the contract whatever the text', () => {
    const story = 'The mayor of Lyon met the Iraqi prime minister on Monday. Police arrested two men in Paris.';
    const odd = [
      `🙂 ${story} 👩‍👩‍👧‍👦 🇫🇷`,
      `מנחם נפגש. ${story} وقال الوزير`,
      story.replaceAll(' ', '\u00A0'),
      story.replaceAll('. ', '.\r\n\r\n'),
      'Police arrested the mayor of Lyon and '.repeat(2600),
      `${'a'.repeat(100_000)} ${story}`,
      '((((((((((“”‘’—…%%%%%% a',
      'x',
      `\uD83D ${story} \uDE00`,
      `e\u0301 ${story}`,
      `${story}\u2028${story}\u0085${story}`,
    ];
    const input = odd.map((text, id) => JSON.stringify({ id, text })).join('\n');
    const { status, stdout } = dateline(['extract', '-', '--from', 'jsonl'], { input });
    expect(status).toBe(0);
    const graphs = graphsOf(stdout);
    expect(graphs.map((graph) => graph.article.text)).toEqual(odd);
    graphs.forEach(expectContract);
  });

  it('gives an article with no relation where there is no event', () => {
    const { status, stdout } = dateline(['extract', '-'], {
      input: 'It rained. The rain was warm and it was raining all day.',
    });
    expect(status).toBe(0);
    expect(graphsOf(stdout)[0]).toMatchObject({ article: { id: 'stdin' }, relations: [] });
  });

  it('warns of a text that is not English, and reads it', () => {
    const input = 'Der Bürgermeister traf am Montag die Gewerkschaft und sagte, dass die Gespräche weitergehen würden.';
    const { status, stdout, stderr } = dateline(['extract', '-'], { input });
    expect(stderr).toContain('does not look like English');
    expect([status, graphsOf(stdout).length]).toEqual([0, 1]);
  });

  it('gives the same bytes twice, in another time zone and locale, and whatever the order of files on disk', () => {
    const folder = newFolder();
    const names = readdirSync(path.join(root, 'test/quality/gold')).filter((name) => name.endsWith('.txt'));
    for (const name of names.sort().reverse())
      copyFileSync(path.join(root, 'test/quality/gold', name), path.join(folder, name));
    const first = dateline(['extract', path.join(root, 'test/quality/gold', 'own', '..', names[0]!), SEED]);
    const again = dateline(['extract', path.join(root, 'test/quality/gold', names[0]!), SEED], {
      env: { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    });
    expect(again.stdout).toBe(first.stdout);
    const forward = dateline(['extract', ...names.sort().map((name) => path.join(folder, name))], {
      env: { TZ: 'Asia/Tokyo' },
    });
    expect(dateline(['extract', folder]).stdout).toBe(forward.stdout);
  });

  it('says what was refused, does the rest, and ends with status 3', () => {
    const bad = fileWith(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'picture.txt');
    const { status, stdout, stderr } = dateline(['extract', bad, SEED]);
    expect(stderr).toContain('it is a PNG image');
    expect(stderr).toContain('1 record refused, 1 article done');
    expect([status, graphsOf(stdout).length]).toEqual([3, 1]);
  });

  it('prints one JSON array, or text for reading', () => {
    const { stdout } = dateline(['extract', SEED, '--format', 'json']);
    expect((JSON.parse(stdout) as ArticleGraph[])[0]!.article.id).toBe('iraq-troops-2020-01-11');
    const text = dateline(['extract', SEED, '--format', 'text']).stdout;
    expect(text).toMatch(/State Department -REBUFFED-> .*Iraqi government/i);
  });

  it('ends quietly when nobody reads on', () => {
    const command = [process.execPath, ...FROM_SOURCE, 'extract', SEED, SEED, '--format', 'json']
      .map((part) => `'${part}'`)
      .join(' ');
    const { stdout, stderr } = spawnSync('bash', ['-c', `${command} | head -c 10`], { cwd: root, encoding: 'utf8' });
    expect([stdout.length, stderr]).toEqual([10, '']);
  });
});
