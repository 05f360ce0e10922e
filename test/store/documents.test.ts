import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/document';
import { documentsStamp, openDocuments, readDocuments, standingOf } from '../../src/store';
import { storyA, storyB } from '../support/stories';

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'dateline-documents-'));
});
afterEach(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

describe('the documents of a store', () => {
  it('come back as they were saved, sorted, in the same bytes whatever their order', async () => {
    const bytes = [];
    for (const order of [
      [storyA(), storyB()],
      [storyB(), storyA()],
    ]) {
      const folder = path.join(root, String(bytes.length));
      const documents = await openDocuments(folder);
      for (const document of order) documents.add(document);
      await documents.save(order);
      documents.close();
      bytes.push(fs.readFileSync(path.join(folder, 'documents.jsonl'), 'utf8'));
      const read = await readDocuments(folder);
      expect(read).toHaveLength(2);
      expect(read.find(({ article }) => article.id === 'a')).toEqual(storyA());
    }
    expect(bytes[0]).toBe(bytes[1]);
  });

  it('are added to, replaced and forgotten', async () => {
    const documents = await openDocuments(path.join(root, 's'));
    documents.add(storyA());
    documents.add(storyB());
    expect(documents.size).toBe(2);
    expect(documents.standing(storyA().article)).toBe('same');
    expect(documents.forget(storyA().article.storeId)).toBe(true);
    expect(documents.forget('nobody')).toBe(false);
    expect(documents.standing(storyA().article)).toBe('new');
    expect(documents.all().map(({ article }) => article.id)).toEqual(['b']);
    documents.close();
  });

  it('leave no folder behind when nothing was saved, and none above it that was made for it', async () => {
    const documents = await openDocuments(path.join(root, 'deep', 'er'));
    expect(fs.existsSync(path.join(root, 'deep', 'er', 'lock'))).toBe(true);
    documents.close();
    expect(fs.readdirSync(root)).toEqual([]);
  });

  it('leave a folder alone that was there', async () => {
    const folder = path.join(root, 'mine');
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, 'decisions.jsonl'), '{"same": ["a", "b"]}\n');
    const documents = await openDocuments(folder);
    expect(documents.decisions).toEqual([{ same: ['a', 'b'] }]);
    await documents.save([storyA()]);
    documents.close();
    expect(fs.readdirSync(folder).sort()).toEqual(['decisions.jsonl', 'documents.jsonl']);
    expect(fs.readFileSync(path.join(folder, 'decisions.jsonl'), 'utf8')).toBe('{"same": ["a", "b"]}\n');
  });

  it('have a stamp that changes when they do', async () => {
    const folder = path.join(root, 's');
    expect(documentsStamp(folder)).toBe('none');
    const documents = await openDocuments(folder);
    await documents.save([storyA()]);
    const first = documentsStamp(folder);
    await documents.save([storyA(), storyB()]);
    expect(documentsStamp(folder)).not.toBe(first);
    documents.close();
    await expect(readDocuments(path.join(root, 'nowhere'))).rejects.toThrow('there is no graph there');
  });

  it('say which line is broken', async () => {
    const folder = path.join(root, 's');
    const documents = await openDocuments(folder);
    await documents.save([storyA()]);
    documents.close();
    fs.appendFileSync(path.join(folder, 'documents.jsonl'), '{"article":\n');
    await expect(openDocuments(folder)).rejects.toThrow('line 2 of documents.jsonl is broken');
    expect(fs.existsSync(path.join(folder, 'lock'))).toBe(false);
  });

  it('that are longer than what is read at once come back whole', async () => {
    const folder = path.join(root, 's');
    const long = storyA();
    const text = '😀é'.repeat(1_500_000);
    const documents = await openDocuments(folder);
    await documents.save([{ ...long, article: { ...long.article, text } }, storyB()]);
    documents.close();
    const read = await readDocuments(folder);
    expect(read.find(({ article }) => article.id === 'a')?.article.text === text).toBe(true);
    expect(read).toHaveLength(2);
  });

  it('cannot be written below a file, and say so', async () => {
    fs.writeFileSync(path.join(root, 'file'), '');
    await expect(openDocuments(path.join(root, 'file'))).rejects.toThrow(
      /it cannot be written \(a file is in the way\)/,
    );
    await expect(openDocuments(path.join(root, 'file', 'below'))).rejects.toThrow(/it cannot be written/);
  });
});

describe('the lock of a store', () => {
  it('keeps a second writer out and says who holds it', async () => {
    const documents = await openDocuments(path.join(root, 's'));
    await expect(openDocuments(path.join(root, 's'))).rejects.toThrow(`process ${process.pid} (since `);
    documents.close();
    (await openDocuments(path.join(root, 's'))).close();
  });

  it('is taken over from a process that is gone', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => gone.once('exit', done));
    fs.mkdirSync(path.join(root, 's'));
    const holder = { pid: gone.pid, host: os.hostname(), since: '2020-01-01T00:00:00.000Z' };
    fs.writeFileSync(path.join(root, 's', 'lock'), JSON.stringify(holder));
    (await openDocuments(path.join(root, 's'))).close();
    expect(fs.existsSync(path.join(root, 's', 'lock'))).toBe(false);
  });

  it('of another machine on a shared disk is respected', async () => {
    fs.mkdirSync(path.join(root, 's'));
    const holder = { pid: 1, host: 'elsewhere', since: '2020-01-01T00:00:00.000Z' };
    fs.writeFileSync(path.join(root, 's', 'lock'), JSON.stringify(holder));
    await expect(openDocuments(path.join(root, 's'))).rejects.toThrow('process 1 on elsewhere');
  });
});

describe('of several records of one article', () => {
  const article: Article = { ...storyA().article, published: '2020-01-01' };
  const later: Article = { ...article, published: '2020-01-02', text: 'A new text.' };

  it('the one with the later date stands, whichever came first', () => {
    expect(standingOf(article, undefined)).toBe('new');
    expect(standingOf(article, article)).toBe('same');
    expect(standingOf(later, article)).toBe('later');
    expect(standingOf(article, later)).toBe('earlier');
    expect(standingOf({ ...article, published: null }, article)).toBe('earlier');
  });

  it('of one date exactly one of two texts stands, and of one text the record with the smaller id', () => {
    const other = { ...article, text: 'Another text.' };
    expect([standingOf(article, other), standingOf(other, article)].sort()).toEqual(['earlier', 'later']);
    expect(standingOf({ ...article, id: 'z' }, article)).toBe('earlier');
    expect(standingOf(article, { ...article, id: 'z' })).toBe('later');
  });
});
