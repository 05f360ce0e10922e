import { expect, it } from 'vitest';
import { graphOf } from '../../src/cli/extract';
import { ingest } from '../../src/ingest';
import { loadPipeline } from '../../src/pipeline';

it('knows a place under its description too, though the name alone takes part in what happened', () => {
  const text = 'Rebels attacked the town of Aldea on Monday.';
  const { entities } = graphOf(loadPipeline(), ingest({ id: 'a', text }));
  expect(entities.find(({ name }) => name === 'Aldea')?.aliases).toContain('town of Aldea');
  expect(entities.filter(({ type }) => type === 'Place')).toHaveLength(1);
});
