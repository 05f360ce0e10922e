/** One entity of the set: what the documents say of it, taken together. */
import type { Resolved } from '../document';
import type { EntityType } from '../ontology';
import { compareText, type NodeAttributes, properties } from './knowledge-graph';

interface Portrait {
  readonly id: string;
  readonly type: EntityType;
  /** Name -> mentions in the documents that call it so. */
  readonly names: Map<string, number>;
  readonly aliases: Set<string>;
  readonly articles: Set<string>;
  country: string | null;
  sector: string | null;
  wikidataId: string | null;
  mentions: number;
}

/** `acting`: ids of the entities that do something in some event. Sorted by id. */
export function entityNodes(
  documents: readonly Resolved[],
  acting: ReadonlySet<string>,
): { readonly id: string; readonly attributes: NodeAttributes }[] {
  const portraits = new Map<string, Portrait>();
  for (const doc of documents) {
    for (const entity of doc.entities) {
      const portrait = portraits.get(entity.id) ?? startPortrait(entity.id, entity.type);
      portraits.set(entity.id, portrait);
      portrait.names.set(entity.name, (portrait.names.get(entity.name) ?? 0) + 1 + entity.mentions.length);
      for (const alias of entity.aliases) portrait.aliases.add(alias);
      portrait.articles.add(doc.article.storeId);
      portrait.mentions += entity.mentions.length;
      portrait.country ??= entity.country;
      portrait.sector ??= entity.sector;
      portrait.wikidataId ??= entity.wikidataId;
    }
  }
  return [...portraits.values()]
    .sort((a, b) => compareText(a.id, b.id))
    .map((portrait) => ({ id: portrait.id, attributes: attributesOf(portrait, acting.has(portrait.id)) }));
}

function startPortrait(id: string, type: EntityType): Portrait {
  return {
    id,
    type,
    names: new Map(),
    aliases: new Set(),
    articles: new Set(),
    country: null,
    sector: null,
    wikidataId: null,
    mentions: 0,
  };
}

function attributesOf(portrait: Portrait, acts: boolean): NodeAttributes {
  const name = nameOf(portrait);
  const aliases = new Set([...portrait.aliases, ...portrait.names.keys()]);
  aliases.delete(name);
  return {
    labels: labelsOf(portrait.type, acts),
    properties: properties({
      id: portrait.id,
      name,
      aliases: [...aliases].sort(),
      country: portrait.country,
      sector: portrait.sector,
      wikidataId: portrait.wikidataId,
      mentions: portrait.mentions,
      articles: portrait.articles.size,
    }),
  };
}

/** The name most used; of those used as often the longest, then the first by code units. */
function nameOf(portrait: Portrait): string {
  const ranked = [...portrait.names].sort(
    (a, b) => b[1] - a[1] || b[0].length - a[0].length || compareText(a[0], b[0]),
  );
  return ranked[0]?.[0] ?? portrait.id;
}

/** Whatever may act is an Actor; a Place only where the text uses it for its government ("Brussels rejected ..."). Sorted. */
function labelsOf(type: EntityType, acts: boolean): string[] {
  return type !== 'Place' || acts ? ['Actor', 'Entity', type].sort() : ['Entity', type];
}
