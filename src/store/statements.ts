/** The statements under `cypher/`: one a file, its path without the ending is its name ("load/nodes/person"). */
import fs from 'node:fs';
import path from 'node:path';
import { type NodeKind, type RelationshipType, STRUCTURE_TYPES, type StructureType } from '../graph';
import { RELATIONS } from '../ontology';

/** RELATION stands for a type in a statement that is written for many: Cypher takes no type as a parameter. */
const TYPE = /:RELATION\b/g;
const NAME = /'RELATION'/g;

const texts = new Map<string, string>();

/** Beside `src` in a checkout, beside `dist` in the package. */
export function cypherFolder(): string {
  let folder = __dirname;
  while (!fs.existsSync(path.join(folder, 'cypher', 'schema'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the cypher folder of Dateline is missing: reinstall the package');
    folder = parent;
  }
  return path.join(folder, 'cypher');
}

export function statement(name: string): string {
  let text = texts.get(name);
  if (text === undefined) {
    text = fs.readFileSync(path.join(cypherFolder(), `${name}.cypher`), 'utf8');
    texts.set(name, text);
  }
  return text;
}

/** A statement with a type in the place of RELATION; only types of the ontology and of the structure come in. */
export function statementFor(name: string, type: RelationshipType): string {
  if (!(type in RELATIONS) && !isStructure(type)) throw new Error(`${type} is no relationship type of the graph`);
  // in backticks, since IN is a word of the language
  return statement(name).replace(TYPE, `:\`${type}\``).replace(NAME, `'${type}'`);
}

/** The statement that loads relationships of a type: "load/relationships/has-sentence", or that of the facts. */
export function relationshipStatement(type: RelationshipType): string {
  if (!isStructure(type)) return statementFor('load/relationships/fact', type);
  return statement(`load/relationships/${type.toLowerCase().replaceAll('_', '-')}`);
}

export function isStructure(type: RelationshipType): type is StructureType {
  return (STRUCTURE_TYPES as readonly string[]).includes(type);
}

/** The statements of a folder in the order of their names. */
export function statementsIn(folder: string): string[] {
  return fs
    .readdirSync(path.join(cypherFolder(), folder))
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .map((file) => statement(`${folder}/${file.replace(/\.cypher$/, '')}`));
}

/** The statements that build a graph from nothing, for a script. */
export function loadStatements(): {
  readonly schema: readonly string[];
  node(kind: NodeKind): string;
  relationship(type: RelationshipType): string;
} {
  return {
    schema: statementsIn('schema'),
    node: (kind) => statement(`load/nodes/${kind}`),
    relationship: relationshipStatement,
  };
}
