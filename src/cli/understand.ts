/** From an article to what it tells; of a long one each stage is said as it begins, since it takes minutes. */
import type { Article, Chained, Extracted } from '../document';
import type { Pipeline, Told } from '../pipeline';
import { say } from './output';

/** In code units: about 200,000 words. */
export const LONG_TEXT = 1_000_000;

function teller(article: Article): Told | undefined {
  return article.text.length > LONG_TEXT ? (stage) => say(`${article.id}: ${stage}`) : undefined;
}

export function annotated(pipeline: Pipeline, article: Article): Chained {
  return pipeline.annotate(article, teller(article));
}

export function extracted(pipeline: Pipeline, article: Article): Extracted {
  const document = annotated(pipeline, article);
  teller(article)?.('events and facts');
  return pipeline.extract(document);
}
