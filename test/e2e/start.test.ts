import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateline, FROM_SOURCE, newFolder } from '../support/command';
import { browser, isLeftOut } from '../support/machine';
import { launch, screenshot, visit } from './browser';

const REBUFFED = 'rebuffed Iraqi government';
const START_MS = 110_000;

/** The user's own way: one command, then the page. */
describe.skipIf(isLeftOut(browser()))('npm start', () => {
  let started: ChildProcess;
  let store: string;
  let url: string;
  let chromium: Browser;

  beforeAll(async () => {
    store = path.join(newFolder(), 'graph');
    started = spawn(process.execPath, [...FROM_SOURCE, 'start', '--store', store, '--port', '0'], {
      cwd: path.join(__dirname, '../..'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    url = await printedUrl(started);
    chromium = await launch();
  }, START_MS + 20_000);
  afterAll(async () => {
    await chromium?.close();
    started?.kill('SIGTERM');
  });

  it('serves the article it comes with: the State Department rebuffed the Iraqi government, with its sentence', async () => {
    const { page, complaints } = await visit(chromium, `${url}/`);
    await page.keyboard.press('/');
    await page.keyboard.type(REBUFFED);
    await page.getByRole('option', { name: /State Department rebuffed Iraqi government/ }).waitFor();
    await page.keyboard.press('Enter');
    const quoted = page.locator('#panel .card blockquote').first();
    await quoted.waitFor();
    expect(await quoted.textContent()).toContain(
      "The State Department on Friday rebuffed the Iraqi government's request",
    );
    await page.getByRole('link', { name: 'Read in the article' }).first().click();
    const target = page.locator('.article-text .is-target');
    await target.waitFor();
    expect(await target.textContent()).toBe('rebuffed');
    await screenshot(page, 'start');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('answers a question of cypher/query in the page, and lets the command line ask beside it', async () => {
    const { page } = await visit(chromium, `${url}/?cypher=1`);
    await page.getByRole('button', { name: 'who rebuffed whom' }).click();
    const answer = page.getByRole('region', { name: 'Answer' });
    await answer
      .getByRole('cell', { name: /State Department/ })
      .first()
      .waitFor();
    const beside = dateline([
      'query',
      'MATCH (a)-[r:REBUFFED]->(b) RETURN a.name AS who, b.name AS whom',
      '--store',
      store,
      '--format',
      'json',
    ]);
    expect(beside.status).toBe(0);
    expect(JSON.parse(beside.stdout).length).toBeGreaterThan(0);
    await page.context().close();
  });
});

function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`no page after ${START_MS} ms: ${said}`)), START_MS);
    const listen = (data: Buffer) => {
      said += data.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[0]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', (code) => reject(new Error(`it ended (${code}): ${said}`)));
  });
}
