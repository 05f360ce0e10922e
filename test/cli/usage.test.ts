import { describe, expect, it } from 'vitest';
import { LAYERS } from '../../src/cli/train-plan';
import { dateline } from '../support/command';

describe('wrong usage', () => {
  it.each([
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['extract', '--frobnicate'], "unknown option '--frobnicate'"],
    [['extract', 'a.txt', '--format', 'xml'], 'Allowed choices are jsonl, json, text'],
    [['build', 'a.txt', '--from', 'pdf'], 'Allowed choices are text, jsonl'],
    [['evaluate', 'luck'], "unknown command 'luck'"],
    [['extract'], 'no article was named'],
    [['query'], 'no Cypher was given'],
    [['query', 'RETURN 1', '--param', 'x'], '--param x: this is not key=value'],
    [['serve', '--port', 'eighty'], '--port eighty: a number from 0 to 65535 was expected'],
  ])('is said in one or two lines, with status 2: %j', (args, message) => {
    const { status, stdout, stderr } = dateline(args);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('does not hide help and version, whichever the command', () => {
    expect(dateline(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(dateline(['evaluate', 'graphs', '--help']).stdout).toContain('Usage: dateline evaluate graphs');
    expect(dateline(['help', 'build']).stdout).toContain('--store <where>');
  });

  it('tells every layer that can be taught', () => {
    const help = dateline(['train', '--help']).stdout;
    expect(LAYERS.filter((layer) => !new RegExp(`layer .*\\b${layer}\\b`).test(help))).toEqual([]);
  });
});
