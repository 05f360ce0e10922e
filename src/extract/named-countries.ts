/** Countries inside the names of their bodies: "Peruvian Supreme Court", "Parliament of Kenya", "Malaysia Tourism Board". */
import type { Chain, Chained, Mention } from '../document';
import type { Country } from '../learn/lexicons';
import { withMentions } from './inserted-mentions';

/** Bodies of a state or a nation: what their name calls them by is the country's. */
export const STATE_BODY =
  /^(?:ministry|department|office|army|navy|force|forces|police|guard|court|tribunal|parliament|assembly|senate|congress|government|council|commission|agency|board|authority|embassy|consulate|federation|presidency|cabinet|military|directorate|administration|secretariat|team|treasury|customs|coastguard|duma|knesset|judiciary)$/;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly iso: string;
}

/** The document with a mention for each such country, in the chain of the country where the text has one. */
export function withNamedCountries(doc: Chained, countries: readonly Country[]): Chained {
  const forms = formsOf(countries);
  const found = doc.mentions.flatMap((mention, m) => countryIn(doc, mention, m, forms));
  return found.length === 0 ? doc : insert(doc, found, forms);
}

const cache = new WeakMap<readonly Country[], ReadonlyMap<string, string>>();

function formsOf(countries: readonly Country[]): ReadonlyMap<string, string> {
  const known = cache.get(countries);
  if (known) return known;
  const forms = new Map<string, string>();
  for (const c of countries) for (const form of [c.name, ...c.aliases, ...c.adjectives]) forms.set(form, c.iso3);
  cache.set(countries, forms);
  return forms;
}

const text = (doc: Chained, start: number, end: number): string =>
  doc.tokens
    .slice(start, end)
    .map((t) => t.text)
    .join(' ');

function countryIn(doc: Chained, mention: Mention, m: number, forms: ReadonlyMap<string, string>): Found[] {
  const name = doc.names[mention.name];
  if (mention.kind !== 'name' || name === undefined || doc.chains[mention.chain]?.type !== 'Organization') return [];
  if (name.end - name.start < 2 || name.start < mention.start || name.end > mention.end) return [];
  for (let k = m + 1; k < doc.mentions.length && doc.mentions[k]!.start < mention.end; k++)
    if (doc.mentions[k]!.start < name.end && doc.chains[doc.mentions[k]!.chain]?.type === 'Country') return [];
  const words = doc.tokens.slice(name.start, name.end).map((t) => t.text.toLowerCase());
  const of = words.indexOf('of');
  if (!STATE_BODY.test((of > 0 ? words[of - 1] : words.at(-1)) ?? '')) return [];
  for (const length of [3, 2, 1]) {
    const start = forms.get(text(doc, name.start, name.start + length));
    if (start !== undefined && name.start + length < name.end)
      return [{ start: name.start, end: name.start + length, iso: start }];
    const end = of > 0 ? forms.get(text(doc, name.end - length, name.end)) : undefined;
    if (end !== undefined) return [{ start: name.end - length, end: name.end, iso: end }];
  }
  return [];
}

function insert(doc: Chained, found: readonly Found[], forms: ReadonlyMap<string, string>): Chained {
  const chainOf = new Map<string, number>();
  doc.chains.forEach((chain, c) => {
    if (chain.type !== 'Country') return;
    const isos = chain.mentions.map((m) => {
      const mention = doc.mentions[m]!;
      const name = doc.names[mention.name] ?? mention;
      return mention.kind === 'name' ? forms.get(text(doc, name.start, name.end)) : undefined;
    });
    const iso = isos.find((one) => one !== undefined);
    if (iso !== undefined && !chainOf.has(iso)) chainOf.set(iso, c);
  });
  const chains: Chain[] = [...doc.chains];
  const added: Mention[] = found.map(({ start, end, iso }) => {
    const known = chainOf.get(iso) ?? chains.push({ type: 'Country', name: text(doc, start, end), mentions: [] }) - 1;
    chainOf.set(iso, known);
    return { ...doc.mentions[0]!, start, end, head: end - 1, kind: 'name', chain: known, name: -1 };
  });
  return withMentions({ ...doc, chains }, added);
}
