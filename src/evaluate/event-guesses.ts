/**
 * An article graph read as coders of political events read it: one event for each pair of actors, with its PLOVER class.
 * A vote for counts as SUPPORT, one against as REJECT; an event of no class counts for the pair alone; facts are none.
 */
import { PLOVER_CLASSES, type PloverClass } from '../ontology';
import type { GuessActor } from './actors';

interface GraphEntity {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: readonly { readonly text: string }[];
}

interface GraphEvent {
  readonly type: string;
  readonly plover: string | null;
  readonly factuality: string;
}

export interface EventGraph {
  readonly article: { readonly id: string };
  readonly entities: readonly GraphEntity[];
  readonly events: readonly (GraphEvent & {
    readonly sources: readonly string[];
    readonly targets: readonly string[];
  })[];
  readonly relations: readonly (GraphEvent & {
    readonly source: string;
    readonly target: string;
    readonly event: string | null;
  })[];
}

export interface EventGuess {
  readonly source: GuessActor | null;
  /** null: the event has no target. */
  readonly target: GuessActor | null;
  readonly class: PloverClass | null;
  readonly negated: boolean;
}

const VOTES: Readonly<Record<string, PloverClass>> = { VOTED_FOR: 'SUPPORT', VOTED_AGAINST: 'REJECT' };

function classOf(event: GraphEvent): PloverClass | null {
  return VOTES[event.type] ?? PLOVER_CLASSES.find((name) => name === event.plover) ?? null;
}

export function eventGuesses(graph: EventGraph): EventGuess[] {
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const actor = (id: string): GuessActor | null => {
    const entity = entities.get(id);
    if (!entity) return null;
    const forms = [...new Set([entity.name, ...entity.aliases, ...entity.mentions.map((mention) => mention.text)])];
    return { text: entity.mentions[0]?.text ?? entity.name, name: entity.name, forms };
  };
  const guess = (event: GraphEvent, source: string, target: string | null): EventGuess => ({
    source: actor(source),
    target: target === null ? null : actor(target),
    class: classOf(event),
    negated: event.factuality === 'negated',
  });
  const pairs = new Map<string, EventGuess>();
  for (const relation of graph.relations.filter((r) => r.event !== null)) {
    const key = [relation.source, relation.type, relation.target].join('|');
    if (!pairs.has(key)) pairs.set(key, guess(relation, relation.source, relation.target));
  }
  const lone = graph.events.filter((event) => event.targets.length === 0);
  return [...pairs.values(), ...lone.flatMap((event) => event.sources.map((source) => guess(event, source, null)))];
}
