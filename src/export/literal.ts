/** A value as a Cypher literal: the one place where a value becomes part of a statement's text. */

export type Literal = null | boolean | number | string | readonly Literal[] | { readonly [key: string]: Literal };

/** Properties that are floats even where they are whole: a confidence of 1. */
const FLOATS = ['confidence'];

/** "it's" -> 'it\'s'; [1, null] -> [1, null]; {a: 1} -> {a: 1}. `key` is the name of the property, where it is one. */
export function literal(value: Literal, key = ''): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberLiteral(value, FLOATS.includes(key));
  if (isList(value)) return `[${value.map((item) => literal(item, key)).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([name, item]) => `${nameLiteral(name)}: ${literal(item, name)}`)
    .join(', ')}}`;
}

function isList(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}

function numberLiteral(value: number, float: boolean): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number of a graph`);
  return Number.isInteger(value) && float ? value.toFixed(1) : String(value);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Quotes and backslashes are escaped; so is every control character and line separator, so that a statement stays on its line. */
function stringLiteral(text: string): string {
  const escaped = text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\\'\u0000-\u001f\u007f-\u009f\u2028\u2029]/g,
    (character) => ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `'${escaped}'`;
}

/** A property's name. Only plain words: inside backticks Neo4j reads \u as an escape and the embedded engine does not. */
function nameLiteral(name: string): string {
  if (!/^[A-Za-z]\w*$/.test(name)) throw new RangeError(`${JSON.stringify(name)} is no name of a property`);
  return name;
}
