/** The graph as rows, for whatever loads it: by kind of node and type of relationship, sorted by id. */
import {
  compareText,
  type EdgeAttributes,
  type KnowledgeGraph,
  type NodeAttributes,
  type PropertyValue,
  type RelationshipType,
} from './knowledge-graph';

const ENTITY_KEYS: readonly string[] = 'aliases articles country id mentions name sector wikidataId'.split(' ');

/** A place that acts for its government is a kind of its own: it has one more label. */
export const NODE_KINDS = [
  'article',
  'sentence',
  'mention',
  'person',
  'organization',
  'country',
  'group',
  'place',
  'acting-place',
  'event',
  'claim',
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** A null takes a property away that was there. */
export type RowProperties = Readonly<Record<string, PropertyValue | null>>;

/** `dates`: ISO days or null, for the properties that are dates in a store. All others stand in `properties`. */
export interface NodeRow {
  readonly id: string;
  readonly properties: RowProperties;
  readonly dates: Readonly<Record<string, string | null>>;
}

export interface EdgeRow {
  readonly source: string;
  readonly target: string;
  readonly properties: RowProperties;
  readonly dates: Readonly<Record<string, string | null>>;
}

/** All properties that a build may give a node of a kind; others on it are somebody else's and stay. */
const NODE_KEYS: Readonly<Record<NodeKind, readonly string[]>> = {
  article: 'byline contributors dateline id name published section source text title url'.split(' '),
  sentence: 'end id index start text'.split(' '),
  mention: 'end id kind start text'.split(' '),
  person: ENTITY_KEYS,
  organization: ENTITY_KEYS,
  country: ENTITY_KEYS,
  group: ENTITY_KEYS,
  place: ENTITY_KEYS,
  'acting-place': ENTITY_KEYS,
  event: (
    'arrested cameo end factuality granularity id injured instrument killed plover quadClass start theme timeSource ' +
    'type votesAgainst votesFor'
  ).split(' '),
  claim: (
    'arrested attributedTo confidence cue date end extractor extractorVersion factuality id injured killed modality ' +
    'mutual polarity start tense theme timeSource title trigger type votesAgainst votesFor'
  ).split(' '),
};
const FACT_KEYS = 'articles attributedTo claims confidence eventIds evidence factuality firstDate lastDate title'.split(
  ' ',
);
/** Of SOURCE and TARGET. */
const ROLE_KEYS = ['end', 'start'];

const NODE_DATES: Readonly<Partial<Record<NodeKind, readonly string[]>>> = {
  article: ['published'],
  event: ['start', 'end'],
};
const FACT_DATES: readonly string[] = ['firstDate', 'lastDate'];

export function kindOf(labels: readonly string[]): NodeKind {
  const names = labels.map((label) => label.toLowerCase());
  if (names.includes('place')) return names.includes('actor') ? 'acting-place' : 'place';
  const kind = NODE_KINDS.find((name) => names.includes(name));
  if (!kind) throw new Error(`no kind of node has the labels ${labels.join(', ')}`);
  return kind;
}

export function nodeKeys(kind: NodeKind): readonly string[] {
  return NODE_KEYS[kind];
}

export function edgeKeys(structure: boolean): readonly string[] {
  return structure ? ROLE_KEYS : FACT_KEYS;
}

export function nodeDates(kind: NodeKind): readonly string[] {
  return NODE_DATES[kind] ?? [];
}

/** Only facts have dates: the relationships that are written in verbs. */
export function edgeDates(structure: boolean): readonly string[] {
  return structure ? [] : FACT_DATES;
}

export function nodeRow(attributes: NodeAttributes): NodeRow {
  const [properties, dates] = partition(attributes.properties, nodeDates(kindOf(attributes.labels)));
  return { id: String(attributes.properties['id']), properties, dates };
}

export function edgeRow(source: string, target: string, attributes: EdgeAttributes, structure: boolean): EdgeRow {
  const [properties, dates] = partition(attributes.properties, edgeDates(structure));
  return { source, target, properties, dates };
}

function partition(
  properties: RowProperties,
  dateKeys: readonly string[],
): [RowProperties, Record<string, string | null>] {
  const rest: Record<string, PropertyValue | null> = {};
  for (const [key, value] of Object.entries(properties)) if (!dateKeys.includes(key)) rest[key] = value;
  const dates = dateKeys.map((key) => [key, properties[key] === undefined ? null : String(properties[key])]);
  return [rest, Object.fromEntries(dates)];
}

/** Node ids by kind, in the order of NODE_KINDS; ids sorted. Kinds without a node are left out. */
export function nodesByKind(graph: KnowledgeGraph): Map<NodeKind, string[]> {
  const groups = new Map<NodeKind, string[]>(NODE_KINDS.map((kind) => [kind, []]));
  graph.forEachNode((id, { labels }) => groups.get(kindOf(labels))?.push(id));
  return sortedGroups(groups);
}

/** Edge keys by type, types and keys sorted. */
export function edgesByType(graph: KnowledgeGraph): Map<RelationshipType, string[]> {
  const groups = new Map<RelationshipType, string[]>();
  graph.forEachEdge((key, { type }) => {
    const group = groups.get(type);
    if (group) group.push(key);
    else groups.set(type, [key]);
  });
  return sortedGroups(new Map([...groups].sort((a, b) => compareText(a[0], b[0]))));
}

function sortedGroups<K>(groups: ReadonlyMap<K, string[]>): Map<K, string[]> {
  return new Map([...groups].filter(([, ids]) => ids.length > 0).map(([key, ids]) => [key, ids.sort()]));
}
