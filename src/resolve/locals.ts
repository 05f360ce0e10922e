/**
 * What one document has that is worth a node: its chains, those of one country or one name put together.
 * A chain with a name always, a description only where it takes part in a relation, a thing or an idea never.
 */
import type { Extracted, Mention } from '../document';
import type { EntityType } from '../ontology';
import { isGeneric } from './generic';
import type { Lookups } from './lookups';
import { normaliseName, normalisePerson, stripArticle } from './names';
import { actingMentions, relatedMentions } from './roles';

export interface LocalEntity {
  /** Equal keys are one entity, in all documents. */
  readonly key: string;
  readonly type: EntityType;
  readonly name: string;
  /** Other names and descriptions, no pronouns. */
  readonly aliases: ReadonlySet<string>;
  /** True where the text names it; else it is a description, and stays in its document. */
  readonly named: boolean;
  readonly country: string | null;
  readonly mentions: readonly number[];
}

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
    const worth = named.length > 0 || chain.mentions.some((m) => related.has(m) && doc.mentions[m]?.kind === 'nominal');
    if (type === null || !worth || chain.mentions.every((m) => doc.mentions[m]?.kind === 'pronoun')) return;
    const whole = describe(doc, index, type, named, lookups, home);
    const capital =
      type === 'Place' || type === 'Organization' ? lookups.capitals.get(normaliseName(chain.name)) : undefined;
    const governing = capital && whole.type === 'Place' ? chain.mentions.filter((m) => acting.has(m)) : [];
    // "Nairobi rejected": those mentions are the country; the city as such stays a place
    if (governing.length > 0 && capital) add(drafts, doc, countryDraft(capital, lookups), governing);
    const rest = chain.mentions.filter((m) => !governing.includes(m));
    if (rest.length > 0) add(drafts, doc, whole, rest);
  });
  return [...drafts.values()].map((draft) => ({ ...draft, mentions: draft.mentions.sort((a, b) => a - b) }));
}

type Identity = Omit<Draft, 'aliases' | 'mentions'>;

function add(drafts: Map<string, Draft>, doc: Extracted, identity: Identity, mentions: readonly number[]): void {
  const known = drafts.get(identity.key);
  const draft = known ?? { ...identity, aliases: new Set<string>(), mentions: [] };
  if (!known) drafts.set(identity.key, draft);
  else if (identity.type !== 'Country') draft.aliases.add(identity.name);
  draft.mentions.push(...mentions);
  for (const index of mentions) for (const form of formsOf(doc, doc.mentions[index])) draft.aliases.add(form);
}

function countryDraft(iso: string, lookups: Lookups): Identity {
  return {
    key: `country:${iso}`,
    type: 'Country',
    name: lookups.countryNames.get(iso) ?? iso,
    named: true,
    country: iso,
  };
}

function describe(
  doc: Extracted,
  index: number,
  type: EntityType,
  named: readonly number[],
  lookups: Lookups,
  home: string | null,
): Identity {
  const chain = doc.chains[index];
  const name = stripArticle(chain?.name ?? '');
  const local = (kind: string): string => `${kind}:${normaliseName(name)}@${doc.article.storeId}#${index}`;
  if (type === 'Country' || type === 'Place') {
    const iso = named.map((m) => countryOf(doc, doc.mentions[m], lookups)).find((code) => code !== undefined);
    if (iso) return countryDraft(iso, lookups);
  }
  if (named.length === 0) return { key: local(type), type, name, named: false, country: null };
  const form = normaliseName(name);
  if (type === 'Person') {
    const person = normalisePerson(name);
    const full = person.includes(' ');
    return {
      key: full ? `person:${person}` : `person:${person}@${doc.article.storeId}`,
      type,
      name,
      named: true,
      country: null,
    };
  }
  if (type === 'Organization' || type === 'Group') {
    const row = lookups.organizations.get(form);
    if (isGeneric(form)) {
      const iso = row?.country && row.country === home ? row.country : null;
      return { key: `org:${form}@${iso ?? doc.article.storeId}`, type, name, named: true, country: iso };
    }
    if (row)
      return {
        key: `org:${normaliseName(row.name)}@${row.country}`,
        type,
        name,
        named: true,
        country: row.country || null,
      };
    // an acronym that no list knows may be two bodies in two articles
    const acronym = /^[\p{Lu}\d.&-]{1,6}$/u.test(name);
    return { key: `org:${form}@${acronym ? doc.article.storeId : ''}`, type, name, named: true, country: null };
  }
  const country = lookups.placeCountry.get(form) ?? null;
  return { key: `place:${form}@${country ?? ''}`, type: 'Place', name, named: true, country };
}

/** The country that the text names most: the one that "the Supreme Court" may belong to. */
function homeCountry(doc: Extracted, lookups: Lookups): string | null {
  const counts = new Map<string, number>();
  for (const mention of doc.mentions) {
    const iso = countryOf(doc, mention, lookups) ?? lookups.capitals.get(normaliseName(textOf(doc, mention)));
    if (iso) counts.set(iso, (counts.get(iso) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  return first && (!second || first[1] > second[1]) ? first[0] : null;
}

function countryOf(doc: Extracted, mention: Mention | undefined, lookups: Lookups): string | undefined {
  if (mention?.kind !== 'name') return undefined;
  return lookups.countryForms.get(normaliseName(nameText(doc, mention)));
}

/** A name of an actor or a place; a faith or a work is none. */
function isNaming(doc: Extracted, mention: Mention | undefined, lookups: Lookups): boolean {
  if (mention?.kind !== 'name') return false;
  const type = doc.names[mention.name]?.type;
  if (type === 'MISC') return false;
  return type !== 'NORP' || countryOf(doc, mention, lookups) !== undefined;
}

function textOf(doc: Extracted, span: { readonly start: number; readonly end: number }): string {
  const start = doc.tokens[span.start]?.start ?? 0;
  const end = doc.tokens[span.end - 1]?.end ?? start;
  return doc.article.text.slice(start, end).replace(/\s+/g, ' ');
}

/** The name inside a mention: "Mike Pompeo" of "Secretary of State Mike Pompeo". */
function nameText(doc: Extracted, mention: Mention): string {
  const name = doc.names[mention.name];
  return textOf(doc, name ?? mention);
}

/** What a mention adds to the aliases: the name, and its words up to the head ("Afghan refugees" of "Afghan refugees who"). */
function formsOf(doc: Extracted, mention: Mention | undefined): string[] {
  if (!mention || mention.kind === 'pronoun') return [];
  const forms = mention.name >= 0 ? [nameText(doc, mention)] : [];
  forms.push(textOf(doc, { start: mention.start, end: mention.head + 1 }));
  // a description of a dozen words is still one; a paragraph is not
  if (mention.end - mention.start <= 12) forms.push(textOf(doc, mention));
  return forms.map((form) => stripArticle(form.replace(/[,;:\s]+$/, '')).replace(/['’]s$/, ''));
}
