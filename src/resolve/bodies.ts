/** Bodies that one article calls by a common noun alone and more fully elsewhere: "police" and "Kenyan police", "the supreme court" and "the Supreme Court". */

import { isGeneric } from './generic';
import type { LocalEntity } from './identity';
import type { Lookups } from './lookups';
import { normaliseName } from './names';

/** The entities of one document, those put together that are one body; the fuller name stands. */
export function joinBodies(entities: readonly LocalEntity[], lookups: Lookups): LocalEntity[] {
  const bodies = entities.filter(({ type }) => type === 'Organization');
  const into = new Map<LocalEntity, LocalEntity>();
  for (const body of bodies) {
    if (body.named && !isGeneric(normaliseName(body.name))) continue;
    const fuller = fullerOf(body, bodies, lookups);
    if (fuller !== undefined) into.set(body, fuller);
  }
  return entities.filter((entity) => !into.has(entity)).map((entity) => withAll(entity, into));
}

/** The only body of the same words, named; else the only one that has a country's adjective before them. */
function fullerOf(body: LocalEntity, bodies: readonly LocalEntity[], lookups: Lookups): LocalEntity | undefined {
  const form = normaliseName(body.name);
  const same = bodies.filter((other) => other !== body && other.named && normaliseName(other.name) === form);
  if (!body.named && same.length === 1) return same[0];
  if (same.length > 0 || !isGeneric(form)) return undefined;
  const national = bodies.filter((other) => {
    const name = normaliseName(other.name);
    return other !== body && name.endsWith(` ${form}`) && lookups.countryForms.has(name.slice(0, -form.length - 1));
  });
  return national.length === 1 ? national[0] : undefined;
}

function withAll(entity: LocalEntity, into: ReadonlyMap<LocalEntity, LocalEntity>): LocalEntity {
  const joined = [...into].flatMap(([body, fuller]) => (endOf(fuller, into) === entity ? [body] : []));
  if (joined.length === 0) return entity;
  return {
    ...entity,
    aliases: new Set([...entity.aliases, ...joined.flatMap(({ name, aliases }) => [name, ...aliases])]),
    mentions: [...entity.mentions, ...joined.flatMap(({ mentions }) => mentions)].sort((a, b) => a - b),
  };
}

/** "the supreme court" -> "Supreme Court" -> "Kenyan Supreme Court": names only grow, so that this ends. */
function endOf(entity: LocalEntity, into: ReadonlyMap<LocalEntity, LocalEntity>): LocalEntity {
  const next = into.get(entity);
  return next === undefined ? entity : endOf(next, into);
}
