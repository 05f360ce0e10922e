/** Addresses of articles, so that the same article is known again. */

/** Lower-case scheme and host, no fragment, no `utm_*`; the rest of the query stays. What is no address comes back trimmed. */
export function canonicalUrl(url: string): string {
  const trimmed = url.trim();
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(trimmed);
  if (match === null) return trimmed;
  const [, scheme = '', host = '', path = '', query = ''] = match;
  const kept = query.split('&').filter((pair) => pair !== '' && !/^utm_/i.test(pair));
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${path}${kept.length === 0 ? '' : `?${kept.join('&')}`}`;
}
