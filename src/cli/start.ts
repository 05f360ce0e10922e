/** `npm start`: the graph of the article that comes with Dateline, built, counted, served. */
import path from 'node:path';
import { parsePort } from '../config';
import type { Article } from '../document';
import { Failure } from '../errors';
import { dataFolder } from '../pipeline';
import { buildStore } from './build';
import { formatCount, print } from './output';
import { readArticles } from './read-articles';
import { type ServeFlags, serve } from './serve';

const SEED_ARTICLE = 'iraq-troops-2020-01-11.txt';

async function* seedArticle(): AsyncGenerator<{ readonly article: Article }> {
  const file = path.join(dataFolder(), 'articles', SEED_ARTICLE);
  for await (const item of readArticles([file], { from: 'text' }, 'start')) {
    if (item instanceof Failure) throw item;
    yield item;
  }
}

export async function start(flags: Omit<ServeFlags, 'documents'>): Promise<number> {
  parsePort(flags.port);
  const begin = process.hrtime.bigint();
  const report = await buildStore({ store: flags.store, documents: flags.store }, seedArticle());
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const lines = [`${SEED_ARTICLE} is in ${flags.store} (${seconds.toFixed(1)} seconds)`];
  if (report) {
    const { counts, unrealised } = report;
    lines.push('entities', ...byType(counts.entities), 'relations', ...byType(counts.relations));
    if (unrealised > 0) lines.push(row(unrealised, 'planned or denied (claims only)'));
  }
  await print(`${lines.join('\n')}\n`);
  return serve({ ...flags, documents: flags.store });
}

/** The most frequent first. */
function byType(counts: Readonly<Record<string, number>>): string[] {
  const rows = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return rows.map(([type, count]) => row(count, type));
}

function row(count: number, what: string): string {
  return `  ${formatCount(count).padStart(5)}  ${what}`;
}
