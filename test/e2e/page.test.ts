import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { unrealisedRelations } from '../../src/graph';
import { createServer, ensureViewerBuilt } from '../../src/serve';
import { listen, type RunningServer } from '../../src/serve/listen';
import { browser, isLeftOut } from '../support/machine';
import { seedDocuments } from '../support/seed';
import { type MemorySource, memorySource } from '../support/served';
import { accessibilityFindings, clickAt, launch, type PageGlobals, placeOf, screenshot, visit } from './browser';

const STATE = 'organization:state-department';
const GOVERNMENT = 'organization:iraqi-government';
const REBUFFED = `${STATE}~REBUFFED~${GOVERNMENT}`;
const SENTENCE = "The State Department on Friday rebuffed the Iraqi government's request";

describe.skipIf(isLeftOut(browser()))('the page in a browser', () => {
  let chromium: Browser;
  let server: RunningServer;
  let open: Page | null = null;

  beforeAll(async () => {
    const viewerFolder = await ensureViewerBuilt();
    server = await listen(createServer({ source: memorySource(), viewerFolder }), '127.0.0.1', 0);
    chromium = await launch();
  });
  afterEach(async () => {
    await open?.context().close();
    open = null;
  });
  afterAll(async () => {
    await chromium?.close();
    await server?.close();
  });

  async function start(address = '', options: Parameters<typeof visit>[2] = {}) {
    const made = await visit(chromium, `${server.url}/${address}`, options);
    open = made.page;
    return made;
  }
  const panel = (page: Page) => page.locator('#panel');

  it('leads from an arrow to its sentence and on to the article, with who, what and whom marked', async () => {
    const { page, complaints } = await start();
    await clickAt(page, 'edgeAt', REBUFFED);
    await panel(page).getByRole('heading', { name: 'State Department rebuffed Iraqi government' }).waitFor();
    const card = panel(page).locator('.card').first();
    expect(await card.locator('blockquote').innerText()).toContain(SENTENCE);
    expect(await card.locator('mark.trigger').allInnerTexts()).toEqual(['rebuffed']);
    expect(await card.locator('.who').allInnerTexts()).toEqual([
      expect.stringContaining('State Department'),
      expect.stringContaining('Iraqi government'),
    ]);
    expect(await card.locator('.card-head').innerText()).toContain('10 Jan 2020');
    expect(await card.locator('.card-head').innerText()).toContain('stated');
    await screenshot(page, 'evidence');

    await card.getByRole('link', { name: 'Read in the article' }).click();
    const target = panel(page).locator('.article-text .is-target');
    await target.waitFor();
    expect(await target.innerText()).toBe('rebuffed');
    expect(await isInWindow(page, '.article-text .is-target')).toBe(true);
    const text = await panel(page).locator('.article-text').innerText();
    expect(text).toContain('Soleimani was designated a terrorist in 2005');
    await screenshot(page, 'article');
    expect(complaints).toEqual([]);
  });

  it('takes a click eight pixels beside a line for the line', async () => {
    const { page } = await start(`?focus=${GOVERNMENT}`);
    const a = await placeOf(page, 'nodeAt', STATE);
    const b = await placeOf(page, 'nodeAt', GOVERNMENT);
    const middle = await placeOf(page, 'edgeAt', REBUFFED);
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const away = { x: (-(b.y - a.y) / length) * 5, y: ((b.x - a.x) / length) * 5 };
    await page.mouse.click(middle.x + away.x, middle.y + away.y);
    await panel(page).locator('.cards').waitFor();
    expect(new URL(page.url()).searchParams.get('sel')).toContain(GOVERNMENT);
  });

  it('shows a name with its aliases, offices, relations and articles', async () => {
    const { page } = await start();
    await clickAt(page, 'nodeAt', 'person:mike-pompeo');
    await panel(page).getByRole('heading', { name: 'Mike Pompeo' }).waitFor();
    await panel(page).getByRole('heading', { name: 'Also called' }).waitFor();
    const text = await panel(page).innerText();
    expect(text).toContain('the secretary');
    expect(text).toContain('telephoned Adel Abdul-Mahdi');
    expect(text).toContain('Adel Abdul-Mahdi requested Mike Pompeo');
    await screenshot(page, 'entity');
  });

  it('adds the neighbours of a name on a double click, and takes them away on Back', async () => {
    const { page } = await start(`?focus=person:morgan-ortagus`);
    const before = await drawn(page);
    const { x, y } = await placeOf(page, 'nodeAt', STATE);
    await page.mouse.dblclick(x, y);
    await expect.poll(() => drawn(page)).toBeGreaterThan(before);
    expect(page.url()).toContain(`with=${STATE}`);
    await page.goBack();
    await expect.poll(() => drawn(page)).toBe(before);
  });

  it('finds a name by an alias and a relation by its words, by keyboard alone', async () => {
    const { page } = await start();
    await page.keyboard.press('/');
    await page.keyboard.type('isis');
    await page
      .getByRole('option', { name: /Islamic State/ })
      .first()
      .waitFor();
    await screenshot(page, 'search');
    await page.keyboard.press('Enter');
    await panel(page).getByRole('heading', { name: 'Islamic State' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('department rebuffed');
    await page.getByRole('option', { name: /State Department rebuffed Iraqi government/ }).waitFor();
    await page.keyboard.press('Enter');
    await panel(page)
      .getByRole('heading', { name: /State Department rebuffed/ })
      .waitFor();
  });

  it('filters by the legend, says what is hidden, and undoes it on Back', async () => {
    const { page } = await start();
    const before = await drawn(page);
    await page.getByRole('checkbox', { name: 'Deeds, conflict' }).uncheck();
    await expect.poll(() => drawn(page)).toBeLessThan(before);
    expect(await page.locator('.stage-status').innerText()).toContain('hidden by filters');
    await page.getByRole('button', { name: 'Only Words, conflict' }).click();
    expect(await page.locator('.filter-line', { hasText: 'Words, conflict' }).locator('.count').innerText()).toBe(
      String(await drawn(page)),
    );
    await page.goBack();
    await page.goBack();
    await expect.poll(() => drawn(page)).toBe(before);
  });

  it('opens a copied address in the same state', async () => {
    const { page } = await start();
    await clickAt(page, 'edgeAt', REBUFFED);
    await page.getByRole('checkbox', { name: 'Countries' }).uncheck();
    await panel(page).getByRole('link', { name: 'Read in the article' }).first().click();
    const [address, state] = [page.url(), await stateOf(page)];
    await page.context().close();
    const again = await visit(chromium, address);
    open = again.page;
    expect(await stateOf(again.page)).toEqual(state);
    await again.page.locator('.article-text .is-target').waitFor();
  });

  it('is read in the dark, as the system asks or as the reader does', async () => {
    const { page } = await start(`?sel=e:${REBUFFED}`, { colorScheme: 'dark' });
    await panel(page).locator('.cards').waitFor();
    const ground = () =>
      page.evaluate(() => {
        const { getComputedStyle, document } = globalThis as unknown as PageGlobals;
        return getComputedStyle(document.body).backgroundColor;
      });
    expect(await ground()).toBe('rgb(21, 24, 29)');
    await screenshot(page, 'dark');
    await page.getByRole('button', { name: 'Light colours' }).click();
    expect(await ground()).toBe('rgb(251, 251, 249)');
    await page.reload();
    expect(await ground()).toBe('rgb(251, 251, 249)');
  });

  it('works on a narrow screen: graph above, evidence below, filters in a sheet', async () => {
    const { page } = await start('', { viewport: { width: 390, height: 844 }, hasTouch: true });
    await clickAt(page, 'edgeAt', REBUFFED);
    await panel(page).locator('.cards').waitFor();
    expect(
      await page.evaluate(() => (globalThis as unknown as PageGlobals).document.documentElement.scrollWidth),
    ).toBeLessThanOrEqual(390);
    await screenshot(page, 'mobile');
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('checkbox', { name: 'People' }).waitFor();
    await screenshot(page, 'mobile-filters');
    await page.getByRole('button', { name: 'Done' }).click();
  });

  it('can be used without a mouse, and says where one is', async () => {
    const { page } = await start();
    await page.locator('.stage').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const said = page.locator('.announcement');
    await expect.poll(() => said.innerText()).toMatch(/relation/);
    await page.keyboard.press('n');
    await expect.poll(() => said.innerText()).toMatch(/sentence/);
    await page.keyboard.press('Enter');
    await panel(page).locator('.cards blockquote').first().waitFor();
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog', { name: 'Keys and lines' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('counts what is told as done apart from what is only planned or denied, wherever it counts', async () => {
    const { page } = await start();
    const planned = unrealisedRelations(seedDocuments());
    const done = (await drawn(page)) - planned;
    const words = `${done} relations + ${planned} planned or denied`;
    expect(await panel(page).locator('.meta').first().innerText()).toContain(words);
    expect(await panel(page).getByRole('list').last().innerText()).toContain(words);
    expect(await page.locator('.stage-status').innerText()).toContain(`${words} between`);
    expect(await page.locator('.legend').innerText()).toContain('not told as done');
    await screenshot(page, 'counts');
    for (const name of ['Planned or possible', 'Denied']) {
      const box = page.getByRole('checkbox', { name });
      if ((await box.count()) > 0) await box.uncheck();
    }
    await expect.poll(() => drawn(page)).toBe(done);
    expect(await page.locator('.stage-status').innerText()).toContain(`${done} relations between`);
  });

  it('holds the same relations as text in its list', async () => {
    const { page } = await start('?list=1');
    const list = page.locator('.list-view');
    await list.getByRole('link', { name: 'rebuffed Iraqi government' }).click();
    await panel(page).getByRole('heading', { name: 'State Department rebuffed Iraqi government' }).waitFor();
    expect(await list.locator('ul.lines > li').count()).toBe(await drawn(page));
    await screenshot(page, 'list');
  });

  it('shows the list where the browser draws no WebGL', async () => {
    const without = await launch('--disable-3d-apis');
    try {
      const { page, complaints } = await visit(without, `${server.url}/`);
      await page.getByRole('link', { name: 'rebuffed Iraqi government' }).click();
      await panel(page).locator('.cards').waitFor();
      await screenshot(page, 'no-webgl');
      expect(complaints).toEqual([]);
    } finally {
      await without.close();
    }
  });

  it('answers questions in Cypher as a table whose names lead to the graph, and says why a write is refused', async () => {
    const { page } = await start('?cypher=1');
    await page.getByRole('button', { name: 'who did what' }).click();
    const answer = page.getByRole('region', { name: 'Answer' });
    await answer.getByRole('link', { name: 'State Department rebuffed Iraqi government' }).click();
    await panel(page).locator('.cards').waitFor();
    await page.getByRole('textbox', { name: 'Cypher query' }).fill('CREATE (n)');
    await page.keyboard.press('Control+Enter');
    await answer.getByText('it would change the graph').waitFor();
    await screenshot(page, 'cypher');
  });

  /** A server of its own, for a graph that no other test sees. */
  async function withServer(
    own: MemorySource,
    visitIt: (page: Page, complaints: readonly string[]) => Promise<void>,
    address = '',
  ) {
    const other = await listen(createServer({ source: own, viewerFolder: await ensureViewerBuilt() }), '127.0.0.1', 0);
    try {
      const made = await visit(chromium, `${other.url}/${address}`);
      open = made.page;
      await visitIt(made.page, made.complaints);
    } finally {
      await other.close();
    }
  }

  it('says that the graph in the store has changed, and shows the new one on a click', async () => {
    const own = memorySource();
    await withServer(own, async (page) => {
      own.replace([{ ...seedDocuments()[0]!, events: [], facts: [] }]);
      await page.getByText('The graph in the store has changed').waitFor();
      await page.getByRole('button', { name: 'Show the new one' }).click();
      await page.getByText('No relation between two entities').waitFor();
    });
  });

  it('draws nothing for an article that tells nothing, and the graph again when it is closed', async () => {
    const [first] = seedDocuments();
    const silent = { ...first!, article: { ...first!.article, storeId: 'b'.repeat(64) }, events: [], facts: [] };
    await withServer(memorySource([first!, silent]), async (page) => {
      await expect.poll(() => drawn(page)).toBeGreaterThan(0);
      await page.goto(`${new URL(page.url()).origin}/?article=${silent.article.storeId}`);
      await panel(page).locator('.article-text').waitFor();
      await expect.poll(() => drawn(page)).toBe(0);
      await page.goBack();
      await expect.poll(() => drawn(page)).toBeGreaterThan(0);
    });
  });

  it('keeps every tool of the graph in sight beside an open article, on a window of 1100 pixels too', async () => {
    const { page } = await start(`?article=${'a'.repeat(64)}`, { viewport: { width: 1100, height: 760 } });
    await panel(page).locator('.article-text').waitFor();
    const stage = (await page.locator('.stage').boundingBox())!;
    for (const button of await page.locator('.stage-tools button').all()) {
      const box = (await button.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(stage.x);
      expect(box.x + box.width).toBeLessThanOrEqual(stage.x + stage.width);
    }
    await screenshot(page, 'reader-1100');
  });

  it('shows what an article holds as text, whatever it holds', async () => {
    const [first] = seedDocuments();
    const text = first!.article.text.replace(' date 2020', '<img src=x onerror=alert(1)> <b>date</b> 2020');
    const shift = text.length - first!.article.text.length;
    const tokens = first!.tokens.map((t) => ({ ...t, start: t.start + shift, end: t.end + shift }));
    const hostile = memorySource([{ ...first!, article: { ...first!.article, text }, tokens }]);
    const check = async (page: Page, complaints: readonly string[]) => {
      await panel(page).getByText('<img src=x onerror=alert(1)>').first().waitFor();
      expect(await page.locator('.article-text img, .article-text b').count()).toBe(0);
      expect(complaints).toEqual([]);
    };
    await withServer(hostile, check, `?article=${first!.article.storeId}`);
  });

  it.each([
    ['start', '', 'light'],
    ['start, dark', '', 'dark'],
    ['evidence', `?sel=e:${REBUFFED}`, 'light'],
    ['evidence, dark', `?sel=e:${REBUFFED}`, 'dark'],
    ['a name', `?sel=n:${STATE}`, 'light'],
    ['article', `?article=${'a'.repeat(64)}&sel=e:${REBUFFED}`, 'light'],
    ['article, dark', `?article=${'a'.repeat(64)}&sel=e:${REBUFFED}`, 'dark'],
    ['list and console', '?list=1&cypher=1', 'light'],
  ] as const)('has no serious finding of axe: %s', async (_, address, colorScheme) => {
    const { page } = await start(address, { colorScheme });
    await page.locator('.cards, .lines, .article-text').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});

async function drawn(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => (globalThis as unknown as PageGlobals).__viewer?.picture ?? null);
  return (await handle.jsonValue())!.edges.length;
}

async function stateOf(page: Page): Promise<unknown> {
  return page.evaluate(() => (globalThis as unknown as PageGlobals).__viewer?.state);
}

async function isInWindow(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).first().boundingBox();
  const size = page.viewportSize();
  return box !== null && size !== null && box.y >= 0 && box.y + box.height <= size.height;
}
