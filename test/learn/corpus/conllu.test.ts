import { describe, expect, it } from 'vitest';
import type { Chained } from '../../../src/document';
import { commentValue, parsedFromConllu, readConllu, tokenisedFromConllu } from '../../../src/learn/corpus/conllu';
import { readEntities } from '../../../src/learn/corpus/entities';
import { writeConllu } from '../../../src/learn/corpus/write-conllu';

const row = (...columns: string[]) => columns.join('\t');

const SAMPLE = `${[
  '# newdoc id = a',
  '# newpar',
  '# text = We don’t know.',
  row('1', 'We', 'we', 'PRON', 'PRP', 'Case=Nom', '4', 'nsubj', '_', '_'),
  row('2-3', 'don’t', '_', '_', '_', '_', '_', '_', '_', '_'),
  row('2', 'do', 'do', 'AUX', 'VBP', '_', '4', 'aux', '_', '_'),
  row('3', 'n’t', 'not', 'PART', 'RB', '_', '4', 'advmod', '_', '_'),
  row('4', 'know', 'know', 'VERB', 'VB', '_', '0', 'root', '_', 'SpaceAfter=No'),
  row('5', '.', '.', 'PUNCT', '.', '_', '4', 'punct', '_', '_'),
  '',
  row('1', 'Kenya', '_', '_', '_', '_', '_', '_', '_', '_'),
  row('1.1', 'said', '_', '_', '_', '_', '_', '_', '_', '_'),
  row('2', 'no', '_', '_', '_', '_', '_', '_', '_', '_'),
  '',
  '# newdoc id = b',
  '# newpar',
  row('1', 'Yes', '_', '_', '_', '_', '_', '_', '_', '_'),
  '',
].join('\n')}\n`;

describe('reading CoNLL-U', () => {
  it('parts the file into documents and rebuilds their text with exact offsets', () => {
    const [a, b] = readConllu(SAMPLE).map((document) => tokenisedFromConllu(document));
    expect(a!.article.text).toBe('We don’t know. Kenya no');
    expect(a!.tokens.map((t) => a!.article.text.slice(t.start, t.end))).toEqual(a!.tokens.map((t) => t.text));
    expect(a!.sentences.map((s) => [s.start, s.end, s.paragraph])).toEqual([
      [0, 5, 0],
      [5, 7, 0],
    ]);
    expect(b!.article.id).toBe('b');
  });

  it('reads a file that holds nothing but ID and FORM', () => {
    const document = tokenisedFromConllu(readConllu('1\tKenya\n2\tsaid\n3\tno\n\n1\tYes')[0]!);
    expect(document.article.text).toBe('Kenya said no Yes');
    expect(document.sentences.map((s) => s.end)).toEqual([3, 4]);
  });

  it('gives heads as indices into the document', () => {
    const document = parsedFromConllu(readConllu(SAMPLE)[0]!);
    expect(document.heads).toEqual([3, 3, 3, -1, 3, -1, -1]);
    expect(document.deprels[1]).toBe('aux');
  });

  it('names the line that is no row', () => {
    expect(() => readConllu('1\tKenya\nsaid no')).toThrow('line 2');
  });

  it('tells a bare newpar from one with an id, and from a longer key', () => {
    const [document] = readConllu('# newpar_block = p\n# newpar id = 7\n1\tYes');
    expect(commentValue(document!.sentences[0]!, 'newpar')).toBe('7');
    expect(commentValue(document!.sentences[0]!, 'new')).toBeNull();
  });
});

describe('writing CoNLL-U', () => {
  it('writes a file back as it came when nothing was annotated', () => {
    const written = readConllu(SAMPLE).map((source) => writeConllu(tokenisedFromConllu(source), { source }));
    expect(written.join('')).toBe(SAMPLE);
  });

  it('fills in the tree and keeps ranges, empty nodes and comments where they stood', () => {
    const source = readConllu(SAMPLE)[0]!;
    const lines = writeConllu(parsedFromConllu(source), { source }).split('\n');
    expect(lines.slice(0, 9)).toEqual(SAMPLE.split('\n').slice(0, 9));
    expect(lines[11]).toBe(row('1.1', 'said', '_', '_', '_', '_', '_', '_', '_', '_'));
  });

  it('writes names and nested mentions so that they read back', () => {
    const source = readConllu('# newdoc id = c\n1\tNATO\n2\tchief\n3\tJens\n4\tStoltenberg\n')[0]!;
    const document: Chained = {
      ...parsedFromConllu(source),
      names: [
        { start: 0, end: 1, type: 'ORG' },
        { start: 2, end: 4, type: 'PER' },
      ],
      mentions: [
        { start: 0, end: 4, head: 1, kind: 'name', name: 1, chain: 0 },
        { start: 0, end: 1, head: 0, kind: 'name', name: 0, chain: 1 },
      ],
      chains: [
        { mentions: [0], type: 'Person', name: 'Jens Stoltenberg' },
        { mentions: [1], type: 'Organization', name: 'NATO' },
      ],
      quotations: [],
    };
    const text = writeConllu(document, { source });
    expect(text).toContain('# newdoc id = c\n# global.Entity = eid-etype-head-other\n1\tNATO');
    expect(text).toContain('Entity=(e1-person-2-(e2-organization-1-)|Name=B-ORG');
    expect(text).toContain('Entity=e1)|Name=I-PER');
    const back = readEntities(readConllu(text)[0]!);
    expect(back.map((m) => [m.start, m.end, m.chain, m.type, m.heads])).toEqual([
      [0, 4, 'e1', 'person', [1]],
      [0, 1, 'e2', 'organization', [0]],
    ]);
  });

  it('drops what the file says of chains that ours replace, also on empty nodes', () => {
    const rows = [
      '# newdoc id = d',
      row('1', 'Unions', '_', '_', '_', '_', '_', '_', '_', 'Entity=(7-group)|SpaceAfter=No'),
      row('1.1', 'met', '_', '_', '_', '_', '_', '_', '_', 'Entity=(9-event)'),
      row('2', 'members', '_', '_', '_', '_', '_', '_', '_', 'Bridge=7<8|Entity=(8-person)|SplitAnte=5<8,6<8'),
    ];
    const source = readConllu(`${rows.join('\n')}\n`)[0]!;
    const unmarked = tokenisedFromConllu(source);
    expect(writeConllu(unmarked, { source })).toContain('Bridge=7<8|Entity=(8-person)|SplitAnte=5<8,6<8');
    const document: Chained = {
      ...parsedFromConllu(source),
      names: [],
      mentions: [{ start: 1, end: 2, head: 1, kind: 'nominal', name: -1, chain: 0 }],
      chains: [{ mentions: [0], type: 'Group', name: 'members' }],
      quotations: [],
    };
    const miscs = writeConllu(document, { source })
      .split('\n')
      .flatMap((line) => line.split('\t')[9] ?? []);
    expect(miscs).toEqual(['SpaceAfter=No', '_', 'Entity=(e1-person-1-)']);
  });

  it('writes a document of plain text with its sentences, paragraphs and spaces', () => {
    const document = tokenisedFromConllu(readConllu(SAMPLE)[0]!);
    expect(writeConllu(document)).toContain('# text = We don’t know.\n1\tWe\t_');
    expect(writeConllu(document)).toContain('4\tknow\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No');
  });
});
