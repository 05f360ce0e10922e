/** Values of the Neo4j driver <-> plain values: see JsonValue. */
import neo4j, {
  type Record as DriverRecord,
  type Integer,
  type ManagedTransaction,
  type Node,
  type Path,
  type Relationship,
} from 'neo4j-driver';
import type { JsonValue, NodeValue, RelationshipValue, Row } from './store';

/** The driver's own key of a node -> its `id` property. */
export type Ends = ReadonlyMap<string, JsonValue>;

/** Whole numbers go as integers, since the driver sends every number as a float; but a confidence of 1 stays a float. */
export function toNeo4j(value: unknown, key = ''): unknown {
  if (typeof value === 'number' && Number.isSafeInteger(value) && key !== 'confidence') return neo4j.int(value);
  if (Array.isArray(value)) return value.map((item) => toNeo4j(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toNeo4j(item, name)]));
}

export function fromNeo4j(value: unknown, ends: Ends = new Map()): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return wholeNumber(value);
  if (neo4j.isInt(value)) return wholeNumber(value.toBigInt());
  if (Array.isArray(value)) return value.map((item) => fromNeo4j(item, ends));
  if (neo4j.isNode(value)) return nodeValue(value, ends);
  if (neo4j.isRelationship(value)) return relationshipValue(value, ends);
  if (neo4j.isPath(value)) return pathValue(value, ends);
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value); // a date, a time, a point
  return sortedMap(value as Record<string, unknown>, ends);
}

/** Columns in the order of the query. */
export function rowFromNeo4j(record: DriverRecord, ends: Ends = new Map()): Row {
  return Object.fromEntries(record.keys.map((key) => [String(key), fromNeo4j(record.get(key), ends)]));
}

/** Relationships come with the driver's keys of their ends: what no row names as a node is asked for. */
export async function resolveEnds(
  records: readonly DriverRecord[],
  transaction: Pick<ManagedTransaction, 'run'>,
): Promise<Ends> {
  const ends = new Map<string, JsonValue>();
  const missing = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || neo4j.isInt(value)) return;
    if (neo4j.isNode(value)) ends.set(value.elementId, fromNeo4j(value.properties['id']));
    else if (neo4j.isRelationship(value)) for (const end of endsOf(value)) missing.add(end);
    else if (neo4j.isPath(value)) for (const part of partsOf(value)) visit(part);
    else for (const item of Array.isArray(value) ? value : Object.values(value)) visit(item);
  };
  for (const record of records) record.forEach(visit);
  const keys = [...missing].filter((key) => !ends.has(key));
  if (keys.length > 0) {
    const found = await transaction.run(
      'MATCH (n) WHERE elementId(n) IN $keys RETURN elementId(n) AS key, n.id AS id',
      { keys },
    );
    for (const record of found.records) ends.set(String(record.get('key')), fromNeo4j(record.get('id')));
  }
  return ends;
}

function wholeNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function nodeValue(node: Node<Integer>, ends: Ends): NodeValue {
  return {
    id: fromNeo4j(node.properties['id']),
    labels: [...node.labels].sort(),
    properties: sortedMap(node.properties, ends),
  };
}

function relationshipValue(relationship: Relationship<Integer>, ends: Ends): RelationshipValue {
  const [source, target] = endsOf(relationship);
  return {
    type: relationship.type,
    source: ends.get(source) ?? null,
    target: ends.get(target) ?? null,
    properties: sortedMap(relationship.properties, ends),
  };
}

function pathValue(path: Path<Integer>, ends: Ends): JsonValue {
  const parts = partsOf(path);
  return {
    nodes: parts.filter((part) => neo4j.isNode(part)).map((node) => nodeValue(node, ends)),
    relationships: path.segments.map(({ relationship }) => relationshipValue(relationship, ends)),
  };
}

function partsOf(path: Path<Integer>): (Node<Integer> | Relationship<Integer>)[] {
  return [path.start, ...path.segments.flatMap(({ relationship, end }) => [relationship, end])];
}

function endsOf(relationship: Relationship<Integer>): [string, string] {
  return [relationship.startNodeElementId, relationship.endNodeElementId];
}

function sortedMap(map: Readonly<Record<string, unknown>>, ends: Ends): { [key: string]: JsonValue } {
  return Object.fromEntries(
    Object.keys(map)
      .sort()
      .map((key) => [key, fromNeo4j(map[key], ends)]),
  );
}
