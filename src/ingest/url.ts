/** Addresses of articles, so that the same article is known again, and the day that many of them tell. */
import { isoDate } from './dates';

/** Lower-case scheme and host, no fragment, no `utm_*`; the rest of the query stays. What is no address comes back trimmed. */
export function canonicalUrl(url: string): string {
  const trimmed = url.trim();
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(trimmed);
  if (match === null) return trimmed;
  const [, scheme = '', host = '', path = '', query = ''] = match;
  const kept = query.split('&').filter((pair) => pair !== '' && !/^utm_/i.test(pair));
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${path}${kept.length === 0 ? '' : `?${kept.join('&')}`}`;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day in an address: "/2019/06/12/", "/2019/jun/12/", "-2019-06-12", "20190612" with or without the time of day. */
export function dayOfUrl(url: string): string | null {
  const parted = /(?<!\d)((?:19|20)\d\d)([-/_])(\d{1,2}|[a-z]{3})\2(\d{1,2})(?!\d)/i.exec(url);
  const joined = /(?<!\d)((?:19|20)\d\d)()(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?(?!\d)/.exec(url);
  const [, year, , month = '', day = ''] = parted ?? joined ?? [];
  if (year === undefined) return null;
  const named = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (named === 0 && !/^\d/.test(month)) return null;
  return isoDate(`${year}-${(named || Number(month)).toString().padStart(2, '0')}-${day.padStart(2, '0')}`);
}
