import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dateline, fileWith, newFolder } from '../support/command';

const GOLD = path.join(__dirname, '../quality/gold');

describe('evaluate', () => {
  it('gives the figures of graphs as one object, with what was missed on demand', () => {
    const { status, stdout } = dateline(['evaluate', 'graphs', GOLD, '--format', 'json', '--errors']);
    const score = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(score.articles.map((article: { id: string }) => article.id)).toContain('iraq-troops-2020-01-11');
    expect(Object.keys(score.mean)).toEqual(['entities', 'strict', 'relaxed', 'pair']);
    expect(score.articles[0].errors).toBeInstanceOf(Array);
  });

  it('scores events of coded sentences, plain or packed', () => {
    const record = {
      id: 1,
      text: 'France condemned Rwanda.',
      expected: [{ source: { text: 'France' }, target: { text: 'Rwanda' }, plover: 'ACCUSE' }],
    };
    const { stdout } = dateline([
      'evaluate',
      'events',
      fileWith(JSON.stringify(record), 'a.jsonl'),
      '--format',
      'json',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ sentences: 1, gold: 1 });
  });

  it('takes gold tokens of a treebank and gives the usual measures', () => {
    const rows = [
      '1\tFrance\tFrance\tPROPN\tNNP\t_\t2\tnsubj\t_\t_',
      '2\tsleeps\tsleep\tVERB\tVBZ\t_\t0\troot\t_\t_',
      '',
    ];
    const { stdout } = dateline(['evaluate', 'language', fileWith(rows.join('\n'), 'a.conllu'), '--format', 'json']);
    expect(JSON.parse(stdout).measures.uas).toMatchObject({ gold: 2 });
  });

  it.each([
    [['graphs', '/no/such/folder'], 'there is no such file or folder'],
    [['graphs', newFolder()], 'there is no gold .json with a .txt beside it'],
    [['events', fileWith('{"id": 1}\n')], 'line 1: this is not a coded sentence'],
    [['events', fileWith('')], 'it is empty'],
    [['language', fileWith('1 no tabs\n')], 'is no row'],
  ])('says what is wrong with bad gold: %j', (args, message) => {
    const { status, stdout, stderr } = dateline(['evaluate', ...args]);
    expect(stderr).toContain(message);
    expect([status, stdout]).toEqual([1, '']);
  });
});
