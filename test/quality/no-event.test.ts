import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleGraph } from '../../src/extract/article-graph';
import { ingest } from '../../src/ingest';
import { loadPipeline } from '../../src/pipeline';

/** Sentences that tell no event (weather, figures, descriptions, wishes, opinions of nobody): few may be given one. */
const SENTENCES = fs
  .readFileSync(path.join(__dirname, '..', 'extract', 'cases', 'no-event.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const CEILING = 0.03;

describe('sentences that tell no event', () => {
  it('get none, but for a few', () => {
    const pipeline = loadPipeline();
    const alarms = SENTENCES.filter((text) => {
      const [resolved] = pipeline.resolve([pipeline.extract(pipeline.annotate(ingest({ id: 'case', text })))]);
      return resolved !== undefined && articleGraph(resolved).events.length > 0;
    });
    expect(SENTENCES.length).toBeGreaterThan(60);
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(CEILING * SENTENCES.length);
  });
});
