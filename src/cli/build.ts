/** `dateline build`: articles into the documents, documents into the store, all or nothing. */
import { isServerUrl, readSettings } from '../config';
import type { Article } from '../document';
import { EXIT } from '../errors';
import { buildGraph, unrealisedRelations } from '../graph';
import { loadPipeline } from '../pipeline';
import { readDecisions } from '../resolve';
import { openDocuments, openStore, type Standing, type Store } from '../store';
import { type Batch, openBatch } from './batch';
import { countOf, print, say } from './output';
import type { InputFlags } from './read-articles';
import { extracted } from './understand';

export interface StoreFlags {
  readonly store: string;
  readonly documents: string;
}

export interface BuildReport {
  readonly added: number;
  /** Already there, or an older version of an article that is. */
  readonly known: number;
  readonly replaced: number;
  readonly counts: Awaited<ReturnType<Store['counts']>>;
  /** Relations that are only planned or denied: the store has their claims, and no edge. */
  readonly unrealised: number;
}

/** Where the documents lie: in the store's folder, or where the user says when the store is a server. */
export function documentsFolder({ store, documents }: StoreFlags): string {
  return isServerUrl(store) ? documents : store;
}

/** Nothing is changed on disk or server when no article can be read, or anything fails on the way. */
export async function buildStore(
  flags: StoreFlags,
  articles: AsyncIterable<{ readonly article: Article }>,
): Promise<BuildReport | null> {
  const documents = await openDocuments(documentsFolder(flags));
  try {
    const store = await openStore(flags.store, readSettings().neo4j, { create: true });
    try {
      const pipeline = loadPipeline();
      const seen: Record<Standing, number> = { new: 0, same: 0, later: 0, earlier: 0 };
      for await (const { article } of articles) {
        const standing = documents.standing(article);
        seen[standing]++;
        if (standing === 'earlier')
          say(
            `dateline: ${article.id}: a later version of ${article.url ?? 'this article'} is there; this one is left out`,
          );
        if (standing === 'later')
          say(`dateline: ${article.id}: takes the place of an earlier version of ${article.url ?? 'this article'}`);
        if (standing === 'new' || standing === 'later') documents.add(extracted(pipeline, article));
      }
      const total = seen.new + seen.same + seen.later + seen.earlier;
      if (total === 0) return null;
      const decisions = readDecisions((documents.decisions ?? []).map((line) => JSON.stringify(line)).join('\n'));
      const resolved = pipeline.resolve(documents.all(), decisions);
      await store.load(buildGraph(resolved), { beforeCommit: () => documents.save(resolved) });
      return {
        added: seen.new,
        known: seen.same + seen.earlier,
        replaced: seen.later,
        counts: await store.counts(),
        unrealised: unrealisedRelations(resolved),
      };
    } finally {
      await store.close();
    }
  } finally {
    documents.close();
  }
}

export async function build(paths: string[], flags: InputFlags & StoreFlags): Promise<number> {
  const batch: Batch = openBatch(paths, flags, 'build');
  const report = await buildStore(flags, batch.articles());
  if (report === null) return batch.exitCode() || EXIT.nothingDone;
  const { counts } = report;
  const sum = (byType: Readonly<Record<string, number>>) => Object.values(byType).reduce((a, b) => a + b, 0);
  await print(
    [
      `${countOf(report.added, 'article')} added`,
      ...(report.replaced > 0 ? [`${countOf(report.replaced, 'article')} replaced by a later version`] : []),
      ...(report.known > 0 ? [`${countOf(report.known, 'article')} already there`] : []),
      ...(batch.refused > 0 ? [`${countOf(batch.refused, 'record')} refused`] : []),
      `${countOf(counts.articles, 'article')} in ${flags.store}`,
      `${countOf(sum(counts.entities), 'entity', 'entities')}`,
      `${countOf(sum(counts.relations), 'relation')} between entities${andUnrealised(report.unrealised)}`,
      `${countOf(counts.events, 'event')}, ${countOf(counts.claims, 'claim')}`,
      '',
    ].join('\n'),
  );
  return batch.exitCode();
}

/** Without a thousands separator, as all counts of the command line. */
function andUnrealised(count: number): string {
  return count === 0 ? '' : ` + ${count} planned or denied (claims only)`;
}
