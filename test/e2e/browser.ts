import { mkdirSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { browser } from '../support/machine';

/** What our functions find in the page: the project's own types know no browser. */
export interface PageGlobals {
  readonly __viewer?: {
    nodeAt?(id: string): { x: number; y: number } | null;
    edgeAt?(id: string): { x: number; y: number } | null;
    readonly state: unknown;
    readonly picture: { readonly nodes: readonly number[]; readonly edges: readonly number[] };
  };
  readonly axe: typeof axe;
  readonly document: { readonly body: unknown; readonly documentElement: { readonly scrollWidth: number } };
  getComputedStyle(of: unknown): { readonly backgroundColor: string };
}

const PICTURES = path.join(__dirname, 'screenshots');

export function launch(...args: string[]): Promise<Browser> {
  const executablePath = browser().value;
  if (!executablePath) throw new Error('there is no browser');
  return chromium.launch({ executablePath, args });
}

export interface Visit {
  readonly page: Page;
  /** What the page complained of, except what software rendering always says. */
  readonly complaints: string[];
}

export async function visit(from: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await from.newContext({
    viewport: { width: 1360, height: 820 },
    reducedMotion: 'reduce',
    colorScheme: 'light',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isNoise = /GPU stall|WebGL context could not be created|Failed to create a WebGL/i.test(message.text());
    if (!isNoise && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  await page.goto(url);
  await page.locator('.headline').first().waitFor();
  return { page, complaints };
}

/** Pixels of the window where an entity or the middle of a relation lies. */
export async function placeOf(page: Page, what: 'nodeAt' | 'edgeAt', id: string): Promise<{ x: number; y: number }> {
  const handle = await page.waitForFunction(
    ([method, key]) => (globalThis as unknown as PageGlobals).__viewer?.[method]?.(key) ?? null,
    [what, id] as const,
  );
  const place = await handle.jsonValue();
  if (!place) throw new Error(`${id} is not in the picture`);
  return place;
}

export async function clickAt(page: Page, what: 'nodeAt' | 'edgeAt', id: string): Promise<void> {
  const { x, y } = await placeOf(page, what, id);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

/** Serious and critical findings, one line each. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as PageGlobals).axe.run();
    return found.map((v) => ({ id: v.id, impact: v.impact ?? '', at: v.nodes.map((n) => n.html.slice(0, 160)) }));
  });
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${v.id}: ${v.at.slice(0, 3).join(' | ')}`);
}
