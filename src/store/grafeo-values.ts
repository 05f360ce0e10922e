/** Values of the embedded engine -> plain values: see JsonValue. Nodes come as {_id, _labels, ...properties}, relationships as {_id, _source, _target, _type, ...properties}, paths as {nodes, edges}. */
import type { JsonValue, NodeValue, RelationshipValue } from './store';

/** To find the `id` property of a node by the engine's own number. */
export interface GrafeoNodes {
  getNode(id: number): { get(key: string): unknown } | null;
}

export function fromGrafeo(value: unknown, nodes: GrafeoNodes): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map((item) => fromGrafeo(item, nodes));
  if (value instanceof Date) return value.toISOString().replace(/\.000Z$/, '');
  const map = value as Record<string, unknown>;
  if (isNode(map)) return nodeValue(map, nodes);
  if (isRelationship(map)) return relationshipValue(map, nodes);
  if (isPath(map)) {
    return {
      nodes: map['nodes'].map((node) => nodeValue(node, nodes)),
      relationships: map['edges'].map((edge) => relationshipValue(edge, nodes)),
    };
  }
  return sortedMap(map, nodes);
}

type Plain = Record<string, unknown>;
type GrafeoNode = Plain & { _labels: string[] };
type GrafeoRelationship = Plain & { _type: string; _source: number; _target: number };

function isNode(map: Plain): map is GrafeoNode {
  return '_id' in map && Array.isArray(map['_labels']);
}

function isRelationship(map: Plain): map is GrafeoRelationship {
  return '_id' in map && '_source' in map && '_target' in map && typeof map['_type'] === 'string';
}

function isPath(map: Plain): map is { nodes: GrafeoNode[]; edges: GrafeoRelationship[] } {
  const { nodes, edges } = map as { nodes?: unknown; edges?: unknown };
  return (
    Object.keys(map).length === 2 &&
    Array.isArray(nodes) &&
    Array.isArray(edges) &&
    nodes.length === edges.length + 1 &&
    nodes.every((node) => isNode(node as Plain)) &&
    edges.every((edge) => isRelationship(edge as Plain))
  );
}

function nodeValue({ _id, _labels, ...properties }: GrafeoNode, nodes: GrafeoNodes): NodeValue {
  return {
    id: fromGrafeo(properties['id'], nodes),
    labels: [..._labels].sort(),
    properties: sortedMap(properties, nodes),
  };
}

function relationshipValue(
  { _id, _type, _source, _target, ...properties }: GrafeoRelationship,
  nodes: GrafeoNodes,
): RelationshipValue {
  const end = (id: number): JsonValue => fromGrafeo(nodes.getNode(id)?.get('id'), nodes);
  return { type: _type, source: end(_source), target: end(_target), properties: sortedMap(properties, nodes) };
}

function sortedMap(map: Plain, nodes: GrafeoNodes): { [key: string]: JsonValue } {
  return Object.fromEntries(
    Object.keys(map)
      .sort()
      .map((key) => [key, fromGrafeo(map[key], nodes)]),
  );
}
