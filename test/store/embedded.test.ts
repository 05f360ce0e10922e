import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph';
import { openStore } from '../../src/store';
import { storyA, storyB } from '../support/stories';
import { NO_SERVER, textOf } from './engines';

let root: string;
let folder: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'dateline-embedded-'));
  folder = path.join(root, 'store');
});
afterEach(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

const open = (create = true) => openStore(folder, NO_SERVER, { create });
const temporary = () => fs.readdirSync(os.tmpdir()).filter((name) => /^dateline-(?:query-)?\w{6}$/.test(name));

async function build(...documents: ReturnType<typeof storyA>[]): Promise<void> {
  const store = await open();
  await store.load(buildGraph(documents));
  await store.close();
}

describe('the embedded store', () => {
  it('makes nothing on disk before it is loaded, and leaves no folder when loading fails', async () => {
    const store = await open();
    expect(fs.existsSync(folder)).toBe(false);
    const fail = () => Promise.reject(new Error('no'));
    await expect(store.load(buildGraph([storyA()]), { beforeCommit: fail })).rejects.toThrow('no');
    expect(fs.readdirSync(root)).toEqual([]);
    await store.close();
  });

  it('sweeps up its private copies', async () => {
    await build(storyA());
    const before = temporary();
    const store = await open(false);
    await store.query('MATCH (n) RETURN count(n) AS n');
    expect(temporary().length).toBeGreaterThan(before.length);
    await store.close();
    expect(temporary()).toEqual(before);
  });

  it('can be built while somebody reads, who then sees the new graph', async () => {
    await build(storyA());
    const reader = await open(false);
    expect(textOf(await reader.readGraph())).toBe(textOf(buildGraph([storyA()])));
    await build(storyA(), storyB());
    expect(textOf(await reader.readGraph())).toBe(textOf(buildGraph([storyA(), storyB()])));
    await reader.close();
  });

  it('is not written while another program has its file open, and stays as it is', async () => {
    await build(storyA());
    const script = `const { GrafeoDB } = require('@grafeo-db/js');
      const database = GrafeoDB.open(${JSON.stringify(path.join(folder, 'graph.grafeo'))});
      console.log('open');
      process.stdin.on('end', () => { database.close(); process.exit(0); }).resume();`;
    const other = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
    await new Promise((ready) => other.stdout.once('data', ready));
    await expect(open()).rejects.toThrow('another process holds it');
    const reader = await open(false);
    expect((await reader.counts()).articles).toBe(1);
    await reader.close();
    other.stdin.end();
    await new Promise((done) => other.once('exit', done));
    await build(storyB());
  });

  it('says what to do with a damaged file, and a build mends it', async () => {
    await build(storyA());
    fs.writeFileSync(path.join(folder, 'graph.grafeo'), 'nonsense');
    const store = await open(false);
    await expect(store.query('RETURN 1 AS one')).rejects.toThrow(/it cannot be opened .*\n.*build again/);
    await store.close();
    await build(storyA());
    const mended = await open(false);
    expect((await mended.counts()).articles).toBe(1);
    await mended.close();
  });

  it('cannot be made below a file, and says so', async () => {
    fs.writeFileSync(path.join(root, 'file'), '');
    const store = await openStore(path.join(root, 'file', 'store'), NO_SERVER, { create: true });
    await expect(store.load(buildGraph([storyA()]))).rejects.toThrow('it cannot be written');
    await store.close();
  });
});
