/** "Livorno, Tuscany" that the namer took for one name: a town, and the region or country that it lies in. */
import type { Chain, Chained, Mention, Name } from '../document';
import type { Country } from '../learn/lexicons';
import { withMentions } from './inserted-mentions';

/** The document with two names and two mentions for each such pair. */
export function withPairedPlaces(doc: Chained, countries: readonly Country[]): Chained {
  const names: Name[] = [...doc.names];
  const chains: Chain[] = [...doc.chains];
  const added: Mention[] = [];
  const mentions = doc.mentions.map((mention): Mention => {
    const name = doc.names[mention.name];
    const chain = chains[mention.chain];
    if (mention.kind !== 'name' || name === undefined || chain?.type !== 'Place') return mention;
    const comma = commaIn(doc, name);
    if (comma < 0) return mention;
    const larger = words(doc, comma + 1, name.end);
    const type = countries.some((c) => c.name === larger || c.aliases.includes(larger)) ? 'Country' : 'Place';
    const known = chains.findIndex((c) => c.type === type && c.name === larger);
    const of = known >= 0 ? known : chains.push({ type, name: larger, mentions: [] }) - 1;
    names[mention.name] = { ...name, end: comma };
    const second = names.push({ ...name, start: comma + 1 }) - 1;
    const head = mention.head < comma ? name.end - 1 : mention.head;
    added.push({ ...mention, start: comma + 1, end: name.end, head, chain: of, name: second });
    chains[mention.chain] = { ...chain, name: words(doc, name.start, comma) };
    return { ...mention, end: comma, head: mention.head < comma ? mention.head : comma - 1 };
  });
  return added.length === 0 ? doc : withMentions({ ...doc, names, chains, mentions }, added);
}

/** The one comma of a name, with words in capitals on both sides; -1 where there is none or several. */
function commaIn(doc: Chained, { start, end }: Name): number {
  const commas = [];
  for (let i = start; i < end; i++) if (doc.tokens[i]?.text === ',') commas.push(i);
  const [comma = -1] = commas;
  const opens = (i: number) => /^\p{Lu}/u.test(doc.tokens[i]?.text ?? '');
  return commas.length === 1 && comma > start && opens(start) && opens(comma + 1) ? comma : -1;
}

const words = (doc: Chained, start: number, end: number): string =>
  doc.tokens
    .slice(start, end)
    .map((t) => t.text)
    .join(' ');
