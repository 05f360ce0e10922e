/**
 * The graph as a script that cypher-shell and Neo4j Browser run into an empty database or again into the same one:
 * the statements of `cypher/schema` and `cypher/load` with their rows written out. Same graph, same bytes.
 */
import {
  edgeRow,
  edgesByType,
  type KnowledgeGraph,
  type NodeKind,
  nodeRow,
  nodesByKind,
  type RelationshipType,
  STRUCTURE_TYPES,
} from '../graph';
import { type Literal, literal } from './literal';

/** The text of the statements; `store` has them. */
export interface LoadStatements {
  readonly schema: readonly string[];
  node(kind: NodeKind): string;
  relationship(type: RelationshipType): string;
}

/** Statements stay short enough for a person to scroll past. */
const ROWS_PER_STATEMENT = 100;
const STRUCTURE: readonly string[] = STRUCTURE_TYPES;

/** One statement after the other, each with `;` and the end of its line. */
export function* cypherScript(graph: KnowledgeGraph, statements: LoadStatements): Generator<string> {
  yield `// The graph of Dateline: ${graph.order} nodes, ${graph.size} relationships. Safe to run twice.\n`;
  for (const text of statements.schema) yield finish(withoutComments(text));
  for (const [kind, ids] of nodesByKind(graph)) {
    const rows = ids.map((id) => {
      const { dates, properties } = nodeRow(graph.getNodeAttributes(id));
      return { id, ...dates, properties };
    });
    yield* fill(statements.node(kind), rows);
  }
  for (const [type, keys] of edgesByType(graph)) {
    const rows = keys.map((key) => {
      const attributes = graph.getEdgeAttributes(key);
      const { source, target, dates, properties } = edgeRow(
        graph.source(key),
        graph.target(key),
        attributes,
        STRUCTURE.includes(type),
      );
      return { source, target, ...dates, properties };
    });
    yield* fill(statements.relationship(type), rows);
  }
}

function* fill(text: string, rows: readonly Literal[]): Generator<string> {
  const statement = withoutComments(text);
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const lines = rows.slice(start, start + ROWS_PER_STATEMENT).map((row) => `  ${literal(row)}`);
    // a function, so that a `$` in the text of an article is not taken for a reference
    yield finish(statement.replace('$rows', () => `[\n${lines.join(',\n')}\n]`));
  }
}

/** Only whole lines are comments in our files. */
function withoutComments(text: string): string {
  return text.replace(/^\/\/.*\n/gm, '').trim();
}

function finish(statement: string): string {
  return `${statement};\n`;
}
