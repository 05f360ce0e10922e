import { expect, it } from 'vitest';
import { parseQuestion, readQuestions } from '../../src/serve/questions';

it('takes from a question its header, its text and an example for each parameter', () => {
  const text = [
    '// Who did what to one actor.',
    '// $name: string, for example "Iraq"',
    '// $limit: integer, for example 20',
    'MATCH (a)-[r]->(b {name: $name}) RETURN a.name LIMIT $limit',
  ].join('\n');
  expect(parseQuestion('to-one', text)).toEqual({
    name: 'to-one',
    about: 'Who did what to one actor.',
    query: 'MATCH (a)-[r]->(b {name: $name}) RETURN a.name LIMIT $limit',
    params: { name: 'Iraq', limit: 20 },
  });
});

it('gives every file of cypher/query a text and an example for each parameter', () => {
  for (const question of readQuestions()) {
    expect(question.query).toMatch(/\bRETURN\b/);
    for (const value of Object.values(question.params)) expect(value).not.toBe('');
  }
});
