import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleGraph } from '../../src/extract/article-graph';
import { ingest } from '../../src/ingest';
import { loadPipeline } from '../../src/pipeline';
import { readCases } from '../support/cases';

const pipeline = loadPipeline();

/** "SOURCE TYPE TARGET | date | factuality | said by" */
function told(date: string, text: string): string[] {
  const [document] = pipeline.resolve([pipeline.extract(pipeline.annotate(ingest({ id: 'told', date, text })))]);
  if (document === undefined) return [];
  const graph = articleGraph(document);
  const names = new Map(graph.entities.map((entity) => [entity.id, entity.name]));
  const nameOf = (id: string | null) => (id === null ? '-' : (names.get(id) ?? id));
  return graph.relations.map((r) =>
    [
      `${nameOf(r.source)} ${r.type} ${nameOf(r.target)}`,
      r.date?.value ?? '-',
      r.factuality,
      nameOf(r.attributedTo),
    ].join(' | '),
  );
}

for (const [name, file] of [
  ['how it is told', 'context.txt'],
  ['when it was', 'dates.txt'],
] as const) {
  describe(name, () => {
    for (const { title, input, wanted } of readCases(path.join(__dirname, 'cases', file))) {
      it(title, () => {
        const [published = '', ...text] = input.split('\n');
        const relations = told(published, text.join('\n')).map((line) => line.toLowerCase());
        for (const line of wanted.split('\n').filter(Boolean)) expect(relations).toContain(line.toLowerCase());
      });
    }
  });
}
