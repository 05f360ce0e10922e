import { describe, expect, it } from 'vitest';
import { evaluateLanguage, scoreOf, sumLanguage, tallyLanguage } from '../../src/evaluate/language';
import { parsedFromConllu, readConllu } from '../../src/learn/corpus/conllu';

const row = (...cells: string[]) => cells.join('\t');
const GOLD = [
  row('1', 'We', 'we', 'PRON', 'PRP', '_', '2', 'nsubj', '_', '_'),
  row('2', 'won', 'win', 'VERB', 'VBD', '_', '0', 'root', '_', '_'),
  row('3', 'votes', 'vote', 'NOUN', 'NNS', '_', '2', 'obj', '_', 'SpaceAfter=No'),
  row('4', '.', '.', 'PUNCT', '.', '_', '2', 'punct', '_', '_'),
].join('\n');
const gold = parsedFromConllu(readConllu(GOLD)[0]!);

describe('scores of tags and trees', () => {
  it('are all right where the guess is the gold', () => {
    const { measures, relations } = sumLanguage([tallyLanguage(gold, gold)]);
    for (const score of Object.values(measures)) expect(score.f1).toBe(100);
    expect(relations['obj']!.f1).toBe(100);
  });

  it('count a wrong label against LAS, a subtype only against full labels', () => {
    const guess = { ...gold, deprels: ['nsubj:pass', 'root', 'iobj', 'punct'] };
    const { measures, relations } = sumLanguage([tallyLanguage(gold, guess)]);
    expect(measures.uas.f1).toBe(100);
    expect(measures.lasUniversal.right).toBe(3);
    expect(measures.las.right).toBe(2);
    expect(relations['obj']).toMatchObject({ gold: 1, guess: 0, right: 0 });
  });

  it('align raw text by place: a split word is lost, and what hangs on it', () => {
    const raw = parsedFromConllu(
      readConllu(
        [
          '# text = We won votes.',
          row('1', 'We', 'we', 'PRON', 'PRP', '_', '2', 'nsubj', '_', '_'),
          row('2', 'wo', 'wo', 'VERB', 'VBD', '_', '0', 'root', '_', 'SpaceAfter=No'),
          row('3', 'n', 'n', 'X', 'X', '_', '2', 'dep', '_', '_'),
          row('4', 'votes', 'vote', 'NOUN', 'NNS', '_', '2', 'obj', '_', 'SpaceAfter=No'),
          row('5', '.', '.', 'PUNCT', '.', '_', '2', 'punct', '_', '_'),
        ].join('\n'),
      )[0]!,
    );
    const { tokens, upos, uas, sentences } = tallyLanguage(gold, raw).measures;
    expect(tokens).toEqual({ gold: 4, guess: 5, right: 3 });
    expect(upos.right).toBe(3);
    expect(uas.right).toBe(0);
    expect(sentences.right).toBe(1);
  });

  it('hand the pipeline the text alone when asked for raw scores', () => {
    let raw = 0;
    const tokenise = () => {
      raw++;
      return gold;
    };
    const pipeline = { tokenise, parse: () => gold };
    evaluateLanguage([gold], pipeline, true);
    evaluateLanguage([gold], pipeline, false);
    expect(raw).toBe(1);
  });

  it('of nothing are nought', () => {
    expect(scoreOf({ gold: 0, guess: 0, right: 0 })).toMatchObject({ precision: 0, recall: 0, f1: 0 });
  });
});
