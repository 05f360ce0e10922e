/** `dateline extract`: articles in, their graphs out, nothing stored. */

import type { Article } from '../document';
import { type ArticleGraph, articleGraph, type GraphRelation } from '../extract/article-graph';
import { ENTITY_TYPES } from '../ontology';
import { loadPipeline, type Pipeline } from '../pipeline';
import { openBatch } from './batch';
import { explainDocument } from './explain';
import { print } from './output';
import type { InputFlags } from './read-articles';
import { extracted } from './understand';

interface ExtractFlags extends InputFlags {
  readonly format: 'jsonl' | 'json' | 'text';
  readonly explain?: boolean;
}

/** An article is resolved by itself: its graph never depends on its neighbours. */
export function graphOf(pipeline: Pipeline, article: Article): ArticleGraph {
  const [document] = pipeline.resolve([extracted(pipeline, article)]);
  if (document === undefined) throw new Error('resolve lost the document');
  return articleGraph(document);
}

export async function extract(paths: string[], flags: ExtractFlags): Promise<number> {
  const batch = openBatch(paths, flags, 'extract');
  const pipeline = loadPipeline();
  let first = true;
  for await (const { article } of batch.articles()) {
    if (flags.explain) {
      await print(explainDocument(pipeline, extracted(pipeline, article)));
      continue;
    }
    const graph = graphOf(pipeline, article);
    if (flags.format === 'json') await print(`${first ? '[' : ',\n'}${JSON.stringify(graph, null, 2)}`);
    else if (flags.format === 'text') await print(`${first ? '' : '\n'}${readableGraph(graph)}`);
    else await print(`${JSON.stringify(graph)}\n`);
    first = false;
  }
  if (flags.format === 'json' && !flags.explain) await print(first ? '[]\n' : ']\n');
  return batch.exitCode();
}

/** For reading: entities by type, then each relation with its sentence. */
export function readableGraph(graph: ArticleGraph): string {
  const names = new Map(graph.entities.map((entity) => [entity.id, entity.name]));
  const byType = ENTITY_TYPES.flatMap((type) => {
    const found = graph.entities.filter((entity) => entity.type === type).map((entity) => entity.name);
    return found.length === 0 ? [] : [`  ${type.padEnd(13)} ${found.join('; ')}`];
  });
  const relation = (r: GraphRelation): string => {
    const about = [
      r.title,
      r.date?.value,
      r.factuality === 'fact' ? null : r.factuality,
      r.attributedTo && `says ${names.get(r.attributedTo)}`,
    ];
    const known = about.filter((part) => part !== null && part !== undefined && part !== '');
    const more = known.length === 0 ? '' : ` (${known.join(', ')})`;
    return `  ${names.get(r.source)} -${r.type}-> ${names.get(r.target)}${more}\n      "${r.evidence.text.replace(/\s+/g, ' ')}"`;
  };
  const published = graph.article.published === null ? '' : `, ${graph.article.published}`;
  const head = `${graph.article.title ?? graph.article.id}${published}`;
  const relations = graph.relations.length === 0 ? ['  no relation was found'] : graph.relations.map(relation);
  return `${[head, ...byType, ...relations].join('\n')}\n`;
}
