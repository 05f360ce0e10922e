import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type InputFlags, readArticles } from '../../src/cli/read-articles';
import { Failure } from '../../src/errors';

const STORY = 'The mayor of Lyon met the union on Monday and said that the talks would go on.';

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-read-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** Ids of articles, and what failures say without the folder. */
async function readAll(folder: string, names: string[], flags: Partial<InputFlags> = {}): Promise<string[]> {
  const paths = names.map((name) => path.join(folder, name));
  const seen: string[] = [];
  for await (const item of readArticles(paths, { from: 'text', ...flags }, 'extract')) {
    seen.push(
      item instanceof Failure ? item.message.replaceAll(`${folder}${path.sep}`, '').split('\n')[0]! : item.article.id,
    );
  }
  return seen;
}

async function articlesOf(folder: string, name: string, flags: Partial<InputFlags> = {}) {
  const found = [];
  for await (const item of readArticles([path.join(folder, name)], { from: 'text', ...flags }, 'extract')) {
    if (item instanceof Failure) throw item;
    found.push(item);
  }
  return found;
}

describe('articles from files and folders', () => {
  it('are read from folders, recursively, in an order of their own', async () => {
    const folder = folderWith({
      'b/two.txt': STORY,
      'a.txt': STORY,
      'b/One.TXT': STORY,
      'b/no.md': STORY,
      'Z.txt': STORY,
    });
    expect(await readAll(folder, ['.'])).toEqual(['Z', 'a', 'One', 'two']);
  });

  it('keep the text as it is, but for a byte order mark', async () => {
    const folder = folderWith({ 'a.txt': `\uFEFF${STORY}\r\nMore.\u00A0🙂\r\n` });
    expect((await articlesOf(folder, 'a.txt'))[0]!.article.text).toBe(`${STORY}\r\nMore.\u00A0🙂\r\n`);
  });

  it('take date, title, source and url of a single text', async () => {
    const folder = folderWith({ 'a.txt': STORY });
    const flags = {
      date: '2021-03-04',
      title: 'Talks',
      source: 'Gazette',
      url: 'HTTPS://Example.org/a?utm_source=x#top',
    };
    expect((await articlesOf(folder, 'a.txt', flags))[0]!.article).toMatchObject({
      published: '2021-03-04',
      title: 'Talks',
      source: 'Gazette',
      url: 'https://example.org/a',
    });
  });

  it('refuse such flags for several texts, and a day that is none', async () => {
    const folder = folderWith({ 'a.txt': STORY, 'b.txt': STORY });
    await expect(readAll(folder, ['a.txt', 'b.txt'], { title: 'T' })).rejects.toThrow(
      '--title: these describe a single text',
    );
    await expect(readAll(folder, ['a.txt'], { date: '2021-02-30' })).rejects.toThrow('a day as YYYY-MM-DD');
  });

  it('say what each bad file is, and go on', async () => {
    const folder = folderWith({
      'good.txt': STORY,
      'empty.txt': '',
      'blank.txt': ' \n\t\n',
      'image.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'latin1.txt': Buffer.from(`${STORY.repeat(3)} Orl\xe9ans`, 'latin1'),
      'bare/readme.md': STORY,
    });
    expect(
      await readAll(folder, ['missing.txt', 'empty.txt', 'blank.txt', 'image.txt', 'latin1.txt', 'bare', 'good.txt']),
    ).toEqual([
      'missing.txt: there is no such file or folder',
      'empty.txt: it is empty',
      'blank.txt: there is no text in it',
      'image.txt: it is a PNG image, not a text',
      'latin1.txt: it is not UTF-8',
      'bare: there is no .txt file in this folder',
      'good',
    ]);
  });

  it('warn of a text that is not English, and take it', async () => {
    const folder = folderWith({
      'a.txt': 'Der Bürgermeister traf am Montag die Gewerkschaft und sagte, dass die Gespräche weitergehen würden.',
    });
    expect((await articlesOf(folder, 'a.txt'))[0]!.warning).toContain('does not look like English');
  });
});

describe('articles from JSON Lines', () => {
  const record = (more: object) => JSON.stringify({ text: STORY, ...more });

  it('have the id of their line as a string, or one made of file and line', async () => {
    const folder = folderWith({
      'a.jsonl': `\uFEFF${record({ id: 17 })}\r\n\r\n${record({})}\n${record({ id: 'x' })}`,
    });
    expect(await readAll(folder, ['a.jsonl'], { from: 'jsonl' })).toEqual(['17', 'a-3', 'x']);
  });

  it('are set aside by line where they are broken, and the rest goes on', async () => {
    const lines = [
      record({ id: 1 }),
      '{"text": "cut',
      '[1, 2]',
      '{"id": 4}',
      '{"text": ""}',
      record({ text: 'PK\u0003\u0004\u0014\u0000' }),
      record({ text: '{\\rtf1\\ansi Hello' }),
      record({ url: {} }),
      record({ id: 9, title: null }),
    ];
    const folder = folderWith({ 'a.jsonl': lines.join('\n') });
    expect(await readAll(folder, ['a.jsonl'], { from: 'jsonl' })).toEqual([
      '1',
      'a.jsonl, line 2: this is not a JSON object',
      'a.jsonl, line 3: this is not a JSON object',
      'a.jsonl, line 4: the record has no "text"',
      'a.jsonl, line 5: there is no text in it',
      'a.jsonl, line 6: it is a ZIP archive, not a text',
      'a.jsonl, line 7: it is an RTF document, not a text',
      'a.jsonl, line 8: "url" is neither a text nor a number',
      '9',
    ]);
  });

  it('are told at once from a text of many lines', async () => {
    const folder = folderWith({ 'a.txt': `${STORY}\n`.repeat(50) });
    expect(await readAll(folder, ['a.txt'], { from: 'jsonl' })).toEqual([
      'a.txt: it is no JSON Lines: none of its first 5 lines is an object',
    ]);
  });
});
