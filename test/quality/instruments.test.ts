import { describe, expect, it } from 'vitest';
import { articleGraph } from '../../src/extract/article-graph';
import { ingest } from '../../src/ingest';
import { loadPipeline } from '../../src/pipeline';

describe('the means of an act', () => {
  const pipeline = loadPipeline();
  const means = (text: string) => {
    const [doc] = pipeline.resolve([pipeline.extract(pipeline.annotate(ingest({ id: 'case', text })))]);
    return doc === undefined ? [] : articleGraph(doc).events.map((event) => event.instrument);
  };
  it.each([
    ['The man stabbed the mayor with a kitchen knife.', 'kitchen knife'],
    ['Two soldiers were killed in a U.S. drone strike.', 'U.S. drone strike'],
    ['Turkish shelling killed six farmers.', 'Turkish shelling'],
    ['Rebels attacked the base using drones.', 'drones'],
    ['Chad used missiles to attack Mali.', 'missiles'],
    ['Police arrested the man with a gun.', null],
    ['The gunmen killed the judge in his car.', null],
  ])('%s', (text, wanted) => {
    expect(means(text)).toEqual([wanted]);
  });
});
