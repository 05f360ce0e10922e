/**
 * What people decided about entities; kept in a file beside the documents, one JSON object a line:
 *   {"same": ["person:mike-pompeo", "person:m-pompeo-1a2b3c4d"]}
 *   {"different": ["person:john-smith", "person:john-smith@ARTICLE"]}
 * An entity is named by its id, and `@ARTICLE` (the article's id or store id) means it in that article alone:
 * of "different" the second is taken out of the first.
 */

import { badDecision } from '../errors';

export type Decision =
  | { readonly kind: 'same'; readonly first: EntityReference; readonly second: EntityReference }
  | { readonly kind: 'different'; readonly first: EntityReference; readonly second: EntityReference };

export interface EntityReference {
  readonly id: string;
  /** The article's id or store id; null: in all articles. */
  readonly article: string | null;
}

/** Lines that are empty or begin with # are skipped; a line that says nothing of the two throws. */
export function readDecisions(text: string): Decision[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, i) => (line.trim() === '' || line.startsWith('#') ? [] : [readDecision(line, i + 1)]));
}

function readDecision(line: string, number: number): Decision {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = null;
  }
  if (typeof value === 'object' && value !== null) {
    for (const kind of ['same', 'different'] as const) {
      const pair: unknown = (value as Record<string, unknown>)[kind];
      const [first, second]: unknown[] = Array.isArray(pair) && pair.length === 2 ? pair : [];
      if (typeof first === 'string' && typeof second === 'string') {
        return { kind, first: reference(first), second: reference(second) };
      }
    }
  }
  throw badDecision(number, line.slice(0, 80));
}

function reference(text: string): EntityReference {
  const at = text.indexOf('@');
  return at < 0 ? { id: text, article: null } : { id: text.slice(0, at), article: text.slice(at + 1) };
}
