/** What a driver throws -> what a user can do about it. Anything else is handed on as it is. */
import type { Neo4jSettings } from '../config';
import {
  cypherMistake,
  isFailure,
  neo4jDown,
  neo4jNoDatabase,
  neo4jPasswordExpired,
  neo4jRefused,
  queryTooSlow,
  queryWrites,
  reasonOf,
} from '../errors';

export function serverFailure(error: unknown, url: string, settings: Neo4jSettings, timeoutMs?: number): unknown {
  if (isFailure(error)) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.endsWith('Security.CredentialsExpired')) return neo4jPasswordExpired(url);
  if (code.includes('.Security.')) return neo4jRefused(url, settings.user);
  if (code.endsWith('Database.DatabaseNotFound')) return neo4jNoDatabase(url, settings.database ?? '');
  if (code === 'ServiceUnavailable' || code === 'SessionExpired') return neo4jDown(url, firstSentence(reasonOf(error)));
  if (code.includes('TransactionTimedOut') || code.endsWith('Transaction.Terminated')) {
    return timeoutMs === undefined ? error : queryTooSlow(timeoutMs);
  }
  if (code.endsWith('Statement.AccessMode')) return queryWrites();
  if (code.startsWith('Neo.ClientError.')) return cypherMistake(firstLine(error));
  return error;
}

/** Neo4j's message without the query and the mark under it: "Variable `m` not defined (line 1, column 18)". */
function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.replace(/ \(offset: \d+\)/, '').replace(/: expected .{200,}? \(line/, ' (line');
}

function firstSentence(text: string): string {
  return text.split(/\.\s/)[0] ?? text;
}
