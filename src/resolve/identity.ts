/** Which entity a chain is: its key (equal keys are one entity), name, type and country. */
import type { Extracted, Mention } from '../document';
import { type EntityType, STRIKES } from '../ontology';
import { describedName } from './forms';
import { isGeneric } from './generic';
import type { Lookups } from './lookups';
import { normaliseName, normalisePerson, stripArticle } from './names';
import { innerMentions, nameText, textOf } from './spans';

export interface Identity {
  /** Equal keys are one entity, in all documents; one with `@` and a store id stays in its document. */
  readonly key: string;
  readonly type: EntityType;
  readonly name: string;
  /** True where the text names it; else it is a description. */
  readonly named: boolean;
  readonly country: string | null;
}

/** What one document has of an entity. */
export interface LocalEntity extends Identity {
  /** Other names and descriptions, no pronouns. */
  readonly aliases: ReadonlySet<string>;
  readonly mentions: readonly number[];
}

export function countryIdentity(iso: string, lookups: Lookups): Identity {
  return {
    key: `country:${iso}`,
    type: 'Country',
    name: lookups.countryNames.get(iso) ?? iso,
    named: true,
    country: iso,
  };
}

/** "Mbaroa" where the mention names a seat of government, and no country has that name; else undefined. */
export function cityName(doc: Extracted, mention: Mention | undefined, lookups: Lookups): string | undefined {
  if (mention?.kind !== 'name') return undefined;
  const name = nameText(doc, mention);
  const form = normaliseName(name);
  return lookups.capitals.has(form) && !lookups.countryForms.has(form) ? name : undefined;
}

export function cityIdentity(name: string, lookups: Lookups): Identity {
  const form = normaliseName(name);
  const country = lookups.placeCountry.get(form) || null;
  return { key: `place:${form}@${country ?? ''}`, type: 'Place', name, named: true, country };
}

/**
 * `named`: those mentions of the chain that name it. `home`: the country that the text names most.
 * Null where it is a country that the text does not name: no guess.
 */
export function identify(
  doc: Extracted,
  index: number,
  type: EntityType,
  named: readonly number[],
  lookups: Lookups,
  home: string | null,
): Identity | null {
  const name = stripArticle(doc.chains[index]?.name ?? '');
  const iso = type === 'Person' ? undefined : namedCountry(doc, name, type, named, lookups);
  if (iso) return countryIdentity(iso, lookups);
  const army = type === 'Organization' || type === 'Group' ? forcesOf(name, lookups) : undefined;
  if (army) {
    const key = `org:${army} forces@${doc.article.storeId}`;
    return { key, type: 'Organization', name, named: named.length > 0, country: army };
  }
  if (named.length === 0) return describedIdentity(doc, index, type, name, lookups);
  const counted = type === 'Group' ? countedName(doc, index) : null;
  if (counted !== null) {
    const key = `Group:${normaliseName(counted)}@${doc.article.storeId}`;
    return { key, type, name: counted, named: false, country: null };
  }
  const form = normaliseName(name);
  const identity = (key: string, country: string | null = null, kind = type): Identity => ({
    key,
    type: kind,
    name,
    named: true,
    country,
  });
  if (type === 'Person') {
    const person = normalisePerson(name);
    // a surname alone is a person of this article
    return identity(person.includes(' ') ? `person:${person}` : `person:${person}@${doc.article.storeId}`);
  }
  const seat = lookups.seats.get(form);
  if (seat) return identity(`org:${form}@${seat}`, seat, 'Organization');
  if (type === 'Organization' || type === 'Group') {
    const row = lookups.organizations.get(form);
    if (isGeneric(form)) {
      const owner = row?.country && row.country === home ? row.country : null;
      return identity(`org:${form}@${owner ?? doc.article.storeId}`, owner);
    }
    if (row) return identity(`org:${normaliseName(row.name)}@${row.country ?? ''}`, row.country);
    // an acronym that no list knows may be two bodies in two articles
    const acronym = /^[\p{Lu}\d.&-]{1,6}$/u.test(name);
    return identity(`org:${form}@${acronym ? doc.article.storeId : ''}`);
  }
  if (HOME_NATIONS.test(form)) return identity(`country:${form}`, null, 'Country');
  return { ...cityIdentity(name, lookups), name };
}

/** Nations without a state of their own that act as countries do, in sport and in politics. */
const HOME_NATIONS = /^(?:england|scotland|wales|northern ireland)$/;

/** "U.S. troops", "U.S. forces" and "the American military" of one article are one body; "5,200 U.S. troops" are some of it. */
function forcesOf(name: string, lookups: Lookups): string | undefined {
  const [, country] = /^(.+) (?:forces|military|soldiers|troops)$/.exec(normaliseName(name)) ?? [];
  return country === undefined ? undefined : lookups.countryForms.get(country);
}

function namedCountry(
  doc: Extracted,
  name: string,
  type: EntityType,
  named: readonly number[],
  lookups: Lookups,
): string | undefined {
  if (type === 'Country' || type === 'Place') {
    return named.map((m) => countryOf(doc, doc.mentions[m], lookups)).find((code) => code !== undefined);
  }
  // "U.S." that the namer took for a body
  const form = normaliseName(name);
  return type === 'Organization' && named.length > 0 && !lookups.organizations.has(form)
    ? lookups.countryNouns.get(form)
    : undefined;
}

/** Equal descriptions in one article are one, but for single persons that are new each time ("a man"). */
function describedIdentity(
  doc: Extracted,
  index: number,
  type: EntityType,
  name: string,
  lookups: Lookups,
): Identity | null {
  if (type === 'Country') {
    // "the Jewish state"
    const iso = lookups.countryNouns.get(normaliseName(name)) ?? possessorsCountry(doc, index, lookups);
    return iso ? countryIdentity(iso, lookups) : null;
  }
  // "the station", "an area": a place without a name is no place in a graph, unless it is what was attacked or taken ("a military base")
  // ("the Juba airport" has one inside)
  if (type === 'Place' && !isStruck(doc, index) && !holdsName(doc, index)) return null;
  const first = doc.mentions[doc.chains[index]?.mentions[0] ?? -1];
  const fresh = type === 'Person' && /^(?:an?|another|one)$/i.test(doc.tokens[first?.start ?? -1]?.text ?? '');
  const key = `${type}:${normaliseName(name)}@${doc.article.storeId}${fresh ? `#${index}` : ''}`;
  return { key, type, name: describedName(doc, first, name), named: false, country: null };
}

/** "five Kenyans", where the chain is that many of a nation and no more: they are not the nation. */
function countedName(doc: Extracted, index: number): string | null {
  const first = doc.mentions[doc.chains[index]?.mentions[0] ?? -1];
  const name = first?.kind === 'name' ? doc.names[first.name] : undefined;
  if (first === undefined || name === undefined || name.type !== 'NORP') return null;
  let start = name.start;
  while (start > first.start && doc.upos[start - 1] === 'NUM') start--;
  return start < name.start ? textOf(doc, { start, end: name.end }) : null;
}

/** "the Juba airport", "the Grasberg mine": described by a name right before the noun. */
const holdsName = (doc: Extracted, chain: number): boolean =>
  (doc.chains[chain]?.mentions ?? []).some((m) => {
    const head = doc.mentions[m]?.head ?? 0;
    return doc.upos[head] === 'NOUN' && doc.upos[head - 1] === 'PROPN' && doc.heads[head - 1] === head;
  });

function isStruck(doc: Extracted, chain: number): boolean {
  return doc.events.some(
    (event) => STRIKES.has(event.type) && event.targets.some((m) => doc.mentions[m]?.chain === chain),
  );
}

/** "his country" is the one whose office or nationality the facts give to him. */
function possessorsCountry(doc: Extracted, index: number, lookups: Lookups): string | undefined {
  for (const m of doc.chains[index]?.mentions ?? []) {
    const outer = doc.mentions[m];
    const owner = innerMentions(doc, m).find((inner) => inner.start === outer?.start && inner.end < outer.end);
    if (!owner) continue;
    const inside = doc.chains[owner.chain]?.mentions ?? [];
    const isos = [
      ...doc.facts
        .filter(
          (f) =>
            doc.mentions[f.source]?.chain === owner.chain &&
            /^(?:CITIZEN_OF|HOLDS_POSITION|LEADS|PART_OF)$/.test(f.type),
        )
        .map((f) => chainCountry(doc, doc.mentions[f.target]?.chain ?? -1, lookups)),
      // "many Iraqis say ... their country"
      ...inside.flatMap((o) => innerMentions(doc, o).map((n) => countryOf(doc, n, lookups))),
    ];
    const found = new Set(isos.filter((iso) => iso !== undefined));
    if (found.size === 1) return [...found][0];
  }
  return undefined;
}

function chainCountry(doc: Extracted, chain: number, lookups: Lookups): string | undefined {
  const mentions = doc.chains[chain]?.type === 'Country' ? (doc.chains[chain]?.mentions ?? []) : [];
  return mentions.map((m) => countryOf(doc, doc.mentions[m], lookups)).find((iso) => iso !== undefined);
}

export function countryOf(doc: Extracted, mention: Mention | undefined, lookups: Lookups): string | undefined {
  if (mention?.kind !== 'name') return undefined;
  return lookups.countryForms.get(normaliseName(nameText(doc, mention)));
}

/** The country that the text names most: the one that "the Supreme Court" may belong to. */
export function homeCountry(doc: Extracted, lookups: Lookups): string | null {
  const counts = new Map<string, number>();
  for (const mention of doc.mentions) {
    const iso = countryOf(doc, mention, lookups) ?? lookups.capitals.get(normaliseName(textOf(doc, mention)));
    if (iso) counts.set(iso, (counts.get(iso) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && (!second || first[1] > second[1]) ? first[0] : null;
}
