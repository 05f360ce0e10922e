/** Text to tokens and sentences. Furniture is left out, but for the title, which is a sentence of its own. */
import type { Article, Sentence, Token, Tokenised } from '../../document';
import { type JudgeWeights, judgeEnds } from './judge';
import { lex } from './lex';
import { paragraphsOf } from './paragraphs';
import { ruledEnds, spansOf } from './sentences';

export { type JudgeWeights, readJudge } from './judge';

/** Without a judge the rules alone end sentences. */
export function createTokeniser(judge: JudgeWeights | null): (article: Article) => Tokenised {
  return (article) => {
    const tokens: Token[] = [];
    const sentences: Sentence[] = [];
    let paragraph = 0;
    for (const { start, end, title } of paragraphsOf(article)) {
      const first = tokens.length;
      lex(article.text, start, end, tokens);
      if (tokens.length === first) continue;
      const spans = title ? [{ start: first, end: tokens.length }] : sentencesOf(tokens, first, judge);
      for (const span of spans) sentences.push({ ...span, paragraph, title });
      paragraph++;
    }
    return { article, tokens, sentences };
  };
}

function sentencesOf(tokens: readonly Token[], start: number, judge: JudgeWeights | null) {
  const ruled = ruledEnds(tokens, start, tokens.length);
  return spansOf(tokens, start, judge === null ? ruled : judgeEnds(judge, tokens, start, ruled));
}

/** Tokens and sentences by the rules alone. */
export const tokenise = createTokeniser(null);
