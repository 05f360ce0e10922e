/**
 * What a query that a person typed may not do. Writes are refused by the engines (read-only file, READ transaction);
 * here is what they let through: LOAD CSV reads files of the machine, even in a read-only query, and a procedure may do
 * anything. The text is read without strings, comments and quoted names, so that 'LOAD CSV' in quotes is no offence.
 */
import { procedureRefused, queryExplains, queryReadsFiles } from '../errors';

/** They list what the database holds and run on both engines. */
const ALLOWED_PROCEDURES = ['db.labels', 'db.propertyKeys', 'db.relationshipTypes'];

export function checkQuery(text: string): void {
  // Neo4j reads \u004c as L wherever it stands: a text is looked at as it is, and as it is meant
  const decoded = text.replace(/\\u+([0-9a-fA-F]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  for (const version of new Set([text, decoded])) checkCode(codeOf(version));
}

function checkCode(code: string): void {
  if (/\bLOAD\s+CSV\b/i.test(code)) throw queryReadsFiles();
  if (/^\s*(?:EXPLAIN|PROFILE)\b/i.test(code)) throw queryExplains();
  // CALL { ... } and CALL (x) { ... } are subqueries, [:CALL] is a type
  for (const [, name = ''] of code.matchAll(/(?<!:\s*)\bCALL\b\s*(?![\s{(])([\w.]*(?:\s*\.\s*\w+)*)/gi)) {
    const plain = name.replace(/\s/g, '');
    if (!ALLOWED_PROCEDURES.includes(plain)) throw procedureRefused(plain, ALLOWED_PROCEDURES);
  }
}

/** The text with strings emptied, comments blanked, and a plain name for each name in backticks. */
export function codeOf(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|'(?:[^'\\]|\\[\s\S])*(?:'|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$)|`(?:[^`]|``)*(?:`|$)/g,
    (piece) => (piece.startsWith('`') ? 'quoted' : piece.startsWith('/') ? ' ' : "''"),
  );
}
