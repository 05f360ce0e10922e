import { describe, expect, it } from 'vitest';
import { dateline, fileWith } from '../support/command';

describe('annotate', () => {
  it('fills in given tokens, and keeps comments, ranges and empty nodes where they stood', () => {
    const given = [
      '# newdoc id = a',
      '# text = France cannot say',
      '1\tFrance',
      '2-3\tcannot',
      '2\tcan',
      '3\tnot',
      '3.1\tghost',
      '4\tsay',
      '',
      '# sent_id = two',
      '1\tYes',
      '',
    ];
    const { status, stdout } = dateline([
      'annotate',
      '--from',
      'conllu',
      fileWith(`${given.join('\n')}\n`, 'a.conllu'),
    ]);
    expect(status).toBe(0);
    const lines = stdout.split('\n').filter((line) => !line.startsWith('# global.Entity'));
    expect(lines.map((line) => line.split('\t').slice(0, 2).join('\t'))).toEqual([...given, '']);
    const rows = lines.map((line) => line.split('\t')).filter((row) => /^\d+$/.test(row[0]!));
    expect(rows.every((row) => row.length === 10 && row[3] !== '_' && row[6] !== '_' && row[7] !== '_')).toBe(true);
    expect(rows[0]![9]).toContain('Name=B-GPE');
  });

  it('names the line of a row that is none', () => {
    const { status, stderr } = dateline(['annotate', '--from', 'conllu', '-'], { input: '1 France\n' });
    expect(stderr).toContain('line 1');
    expect(status).toBe(1);
  });

  it('prints articles as CoNLL-U or JSON', () => {
    const input = 'Police arrested the mayor of Lyon on Monday.';
    expect(dateline(['annotate', '-'], { input }).stdout).toMatch(/^# newdoc id = stdin\n/);
    expect(JSON.parse(dateline(['annotate', '-', '--format', 'json'], { input }).stdout).upos).toHaveLength(9);
  });
});
