/** Text to tokens and sentences. Furniture is left out, but for the title, which is a sentence of its own. */
import type { Article, Sentence, Token, Tokenised } from '../../document';
import { lex } from './lex';
import { paragraphsOf } from './paragraphs';
import { splitSentences } from './sentences';

export function tokenise(article: Article): Tokenised {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const { start, end, title } of paragraphsOf(article)) {
    const first = tokens.length;
    lex(article.text, start, end, tokens);
    if (tokens.length === first) continue;
    const spans = title ? [{ start: first, end: tokens.length }] : splitSentences(tokens, first, tokens.length);
    for (const span of spans) sentences.push({ ...span, paragraph, title });
    paragraph++;
  }
  return { article, tokens, sentences };
}
