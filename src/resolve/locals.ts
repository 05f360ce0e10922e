/**
 * What one document has that is worth a node: its chains, those of one country or one name put together.
 * A chain with a name always, a description only where it takes part in a relation, a thing or an idea never.
 */
import type { Extracted, Mention } from '../document';
import { joinBodies } from './bodies';
import { formsOf, isCalendarWord } from './forms';
import {
  cityIdentity,
  cityName,
  countryIdentity,
  countryOf,
  homeCountry,
  type Identity,
  identify,
  type LocalEntity,
} from './identity';
import type { Lookups } from './lookups';
import { normaliseName } from './names';
import { placeMeant } from './places';
import { actingMentions, relatedMentions } from './roles';

interface Draft extends Omit<LocalEntity, 'aliases'> {
  readonly aliases: Set<string>;
  readonly mentions: number[];
}

export function localEntities(doc: Extracted, lookups: Lookups): LocalEntity[] {
  const related = relatedMentions(doc);
  const acting = actingMentions(doc);
  const home = homeCountry(doc, lookups);
  const drafts = new Map<string, Draft>();
  doc.chains.forEach((chain, index) => {
    const named = chain.mentions.filter((m) => isNaming(doc, doc.mentions[m], lookups));
    const type = chain.type;
    // "the town of Aldea" is Aldea
    const meant = type === 'Place' && named.length === 0 ? placeMeant(doc, index) : -1;
    const worth = named.length > 0 || meant >= 0 || chain.mentions.some((m) => related.has(m));
    if (type === null || !worth || chain.mentions.every((m) => doc.mentions[m]?.kind === 'pronoun')) return;
    if (isCalendarWord(chain.name)) return;
    const of = meant < 0 ? index : meant;
    const naming =
      meant < 0 ? named : (doc.chains[of]?.mentions ?? []).filter((m) => isNaming(doc, doc.mentions[m], lookups));
    const whole = identify(doc, of, type, naming, lookups, home);
    if (!whole) return;
    const capital =
      type === 'Place' || type === 'Organization' ? lookups.capitals.get(normaliseName(chain.name)) : undefined;
    const governing = capital && whole.type === 'Place' ? chain.mentions.filter((m) => acting.has(m)) : [];
    // "Nairobi rejected": those mentions are the country; the city as such stays a place
    if (governing.length > 0 && capital) add(drafts, doc, countryIdentity(capital, lookups), governing);
    // "the capital Mbaroa", "in Mbaroa" of a chain that is its country: the city as such is a place
    const cities = new Map<number, string>();
    if (whole.type === 'Country')
      for (const m of named) {
        const city = cityName(doc, doc.mentions[m], lookups);
        if (city !== undefined && !acting.has(m)) cities.set(m, city);
      }
    for (const [m, city] of cities) add(drafts, doc, cityIdentity(city, lookups), [m]);
    const rest = chain.mentions.filter((m) => !governing.includes(m) && !cities.has(m));
    if (rest.length > 0) add(drafts, doc, whole, rest);
  });
  const entities = [...drafts.values()].map((draft) => ({ ...draft, mentions: draft.mentions.sort((a, b) => a - b) }));
  return joinBodies(entities, lookups);
}

function add(drafts: Map<string, Draft>, doc: Extracted, identity: Identity, mentions: readonly number[]): void {
  const known = drafts.get(identity.key);
  const draft = known ?? { ...identity, aliases: new Set<string>(), mentions: [] };
  if (!known) drafts.set(identity.key, draft);
  else if (identity.type !== 'Country') draft.aliases.add(identity.name);
  draft.mentions.push(...mentions);
  for (const index of mentions) for (const form of formsOf(doc, doc.mentions[index])) draft.aliases.add(form);
}

/** "5 million US dollars": the money, not the country. */
function isOfMoney(doc: Extracted, mention: Mention): boolean {
  const name = doc.names[mention.name];
  return CURRENCY.test(doc.tokens[(name ?? mention).end]?.text ?? '');
}
const CURRENCY =
  /^(?:dollars?|pounds?|francs?|pesos?|rupees?|rupiah|rubles?|roubles?|dinars?|dirhams?|riyals?|rials?|liras?|shillings?|yen|yuan|won|baht|krone[rn]?|krona|kronor|ringgit|reais|shekels?|naira|cedis?)$/i;

/** A name of an actor or a place; a faith or a work is none. */
function isNaming(doc: Extracted, mention: Mention | undefined, lookups: Lookups): boolean {
  if (mention?.kind !== 'name') return false;
  const type = doc.names[mention.name]?.type;
  if (type === 'MISC' || isOfMoney(doc, mention)) return false;
  return type !== 'NORP' || countryOf(doc, mention, lookups) !== undefined;
}
