/** A raw record becomes an Article: its furniture found, its date and people read, its identity fixed. The text is kept as it is. */
import { createHash } from 'node:crypto';
import type { Article } from '../document';
import { dayOfToday, isoDate } from './dates';
import { findFurniture } from './furniture';
import { canonicalUrl, dayOfUrl } from './url';

export { looksBinary, looksEnglish } from './sniff';
export { canonicalUrl };

export interface RawArticle {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  /** ISO, or as newspapers print it; it wins over what the text says, and that over what the address says. */
  readonly date?: string;
  readonly url?: string;
  readonly source?: string;
}

export function ingest(raw: RawArticle): Article {
  const given = raw.title?.trim() ?? '';
  const found = findFurniture(raw.text, given === '' ? null : given);
  const url = (raw.url ?? '').trim() === '' ? null : canonicalUrl(raw.url ?? '');
  const date = isoDate(raw.date ?? '');
  const source = (raw.source ?? '').trim();
  return {
    id: raw.id,
    storeId: createHash('sha256')
      .update(url ?? raw.text)
      .digest('hex'),
    title: given === '' ? found.title : given,
    published: date ?? found.dates[0] ?? dayOfUrl(url ?? '') ?? dayOfToday(raw.text),
    dateline: found.dateline,
    section: found.section,
    byline: found.byline,
    contributors: found.contributors,
    source: source === '' ? null : source,
    url,
    text: raw.text,
    furniture: found.furniture,
  };
}
