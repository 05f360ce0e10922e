/** Which mentions take part in a relation, and which act as a government would. */
import type { Extracted } from '../document';
import type { RelationType } from '../ontology';

/** Relations whose target is a place as such: "visited Paris", "shelled Donetsk". */
const PLACE_TARGETS: ReadonlySet<RelationType> = new Set<RelationType>([
  'VISITED',
  'WITHDREW_FROM',
  'DEPLOYED_TO',
  'SEIZED',
  'ATTACKED',
  'BOMBED',
  'KILLED',
  'INJURED',
  'LOCATED_IN',
  'CITIZEN_OF',
  'PART_OF',
  'OWNS',
  'DEPORTED',
  'RESIGNED_FROM',
  'PROTESTED_AGAINST',
  'LEADS',
  'HOLDS_POSITION',
]);

/** Ends of relations and those who are named as saying so. An event with one side only makes no relation. */
export function relatedMentions(doc: Extracted): Set<number> {
  const related = new Set<number>();
  const add = (mentions: readonly number[]) => {
    for (const m of mentions) if (m >= 0) related.add(m);
  };
  for (const event of doc.events) {
    if (event.sources.length > 0 && event.targets.length > 0)
      add([...event.sources, ...event.targets, event.attributedTo]);
  }
  for (const fact of doc.facts) add([fact.source, fact.target, fact.attributedTo]);
  return related;
}

/** Mentions that do something, or that something is said to: where they name a capital, its government is meant. */
export function actingMentions(doc: Extracted): Set<number> {
  const acting = new Set<number>();
  for (const event of doc.events) {
    for (const m of event.sources) acting.add(m);
    if (!PLACE_TARGETS.has(event.type)) for (const m of event.targets) acting.add(m);
    if (event.attributedTo >= 0) acting.add(event.attributedTo);
  }
  return acting;
}
