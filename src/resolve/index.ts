/**
 * Chains of all documents -> entities that they share.
 * A function of the set of documents and of people's decisions: neither ids nor names depend on the order.
 */
import type { Entity, Extracted, Resolved } from '../document';
import { clusterEntities, type Placed } from './cluster';
import type { Decision } from './decisions';
import { localEntities } from './locals';
import { createLookups, type ResolveLexicons } from './lookups';
import { byCodeUnits, normaliseName } from './names';
import { sectorOf } from './sector';

export { type Decision, readDecisions } from './decisions';
export type { ResolveLexicons } from './lookups';

/** The documents in the order given, each with its entities. */
export function resolve(
  documents: readonly Extracted[],
  lexicons: ResolveLexicons,
  decisions: readonly Decision[] = [],
): Resolved[] {
  const lookups = createLookups(lexicons);
  const locals = documents.map((doc) => localEntities(doc, lookups));
  const placed: Placed[] = documents.flatMap((doc, d) =>
    (locals[d] ?? []).map((entity) => ({ storeId: doc.article.storeId, articleId: doc.article.id, entity })),
  );
  const clusters = clusterEntities(placed, decisions);
  let next = 0;
  return documents.map((doc, d) => {
    const entities = new Map<string, Entity>();
    for (const local of locals[d] ?? []) {
      const cluster = clusters[next++];
      if (!cluster) continue;
      const known = entities.get(cluster.id);
      const mentions = [...(known?.mentions ?? []), ...local.mentions].sort((a, b) => a - b);
      const aliases = [...(known?.aliases ?? []), local.name, ...local.aliases];
      const { id, name, type, country } = cluster;
      entities.set(id, { id, name, type, aliases, country, sector: null, wikidataId: null, mentions });
    }
    return withEntities(doc, [...entities.values()], lookups);
  });
}

function withEntities(doc: Extracted, drafts: readonly Entity[], lookups: ReturnType<typeof createLookups>): Resolved {
  const ordered = [...drafts].sort((a, b) => (a.mentions[0] ?? 0) - (b.mentions[0] ?? 0) || byCodeUnits(a.id, b.id));
  const entityOf = new Array<number>(doc.mentions.length).fill(-1);
  ordered.forEach((entity, index) => {
    for (const mention of entity.mentions) entityOf[mention] = index;
  });
  const entities = ordered.map((entity) => ({
    ...entity,
    aliases: aliasList(entity.name, entity.aliases),
    sector: sectorOf(doc, entity, entityOf, lookups),
  }));
  return { ...doc, entities, entityOf };
}

/** Each form once, sorted, the name itself left out; forms that differ in case or article alone are one. */
function aliasList(name: string, forms: readonly string[]): string[] {
  const seen = new Set([normaliseName(name)]);
  return [...new Set(forms)].sort(byCodeUnits).filter((form) => {
    const key = normaliseName(form);
    if (!key || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
