/**
 * The failures a user can meet, one small function a message: what was asked, what was found, what to do.
 * Everything else that is thrown is a defect of ours and shows its stack only with DATELINE_DEBUG set.
 *
 * Exit status: 0 all done; 1 nothing done; 2 wrong usage; 3 some articles refused and the rest done.
 */

export type FailureKind = 'usage' | 'input' | 'store' | 'query' | 'server';

export const EXIT = { done: 0, nothingDone: 1, usage: 2, partlyDone: 3 } as const;

export class Failure extends Error {
  readonly kind: FailureKind;

  /** `found` completes "asked: found"; `remedy` is a sentence, '' where nothing can be done. */
  constructor(kind: FailureKind, asked: string, found: string, remedy = '', cause?: unknown) {
    super(`${asked}: ${found}${remedy === '' ? '' : `\n  ${remedy}`}`, cause === undefined ? undefined : { cause });
    this.name = 'Failure';
    this.kind = kind;
  }

  get exitCode(): number {
    return this.kind === 'usage' ? EXIT.usage : EXIT.nothingDone;
  }
}

export function isFailure(error: unknown): error is Failure {
  return error instanceof Failure;
}

/** The message of anything thrown, on one line: drivers' messages have several. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** The code of a Node error ("ENOENT"), or ''. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

// usage

export function noInput(command: string): Failure {
  return new Failure(
    'usage',
    command,
    'no article was named',
    `Give files or folders, or - for standard input: dateline ${command} article.txt`,
  );
}

export function badSetting(name: string, given: string, wanted: string): Failure {
  return new Failure('usage', `${name} ${given}`, `${wanted} was expected`);
}

export function badParameter(given: string): Failure {
  return new Failure(
    'usage',
    `--param ${given}`,
    'this is not key=value',
    "For example: --param name='Iraq' --param limit=10",
  );
}

export function flagNeedsOneText(flags: readonly string[], found: number): Failure {
  return new Failure(
    'usage',
    flags.join(' '),
    `these describe a single text, and ${found} were given`,
    'Give one text, or put title, date, source and url into JSON Lines (--from jsonl).',
  );
}

export function noCorpora(): Failure {
  return new Failure(
    'usage',
    'train',
    'no folder of corpora was named',
    'Give --corpora DIR, or set DATELINE_CORPORA.',
  );
}

export function badPlace(place: string): Failure {
  return new Failure('usage', `explain ${place}`, 'lines are counted from 1', 'Give FILE or FILE:LINE.');
}

export function noSentence(file: string, line: number): Failure {
  return new Failure('input', `explain ${file}:${line}`, 'no sentence of the story stands on that line');
}

export function noQuery(): Failure {
  return new Failure(
    'usage',
    'query',
    'no Cypher was given',
    "For example: dateline query 'MATCH (a)-[r:REBUFFED]->(b) RETURN a.name, b.name'",
  );
}

export function twoQueries(): Failure {
  return new Failure('usage', 'query', 'Cypher was given both as text and by --file', 'Give one of the two.');
}

// input

export function missingFile(path: string): Failure {
  return new Failure('input', path, 'there is no such file or folder', 'Check the path.');
}

export function unreadableFile(path: string, reason: string): Failure {
  return new Failure('input', path, `it cannot be read (${reason})`);
}

export function emptyFile(path: string): Failure {
  return new Failure('input', path, 'it is empty', 'Give a file with the text of an article.');
}

export function binaryFile(path: string, what: string): Failure {
  return new Failure(
    'input',
    path,
    `it is ${what}, not a text`,
    'Save the article as plain text (UTF-8) and give that file.',
  );
}

export function notUtf8(where: string): Failure {
  return new Failure('input', where, 'it is not UTF-8', 'Save it as UTF-8.');
}

export function notJsonLines(path: string, lines: number): Failure {
  return new Failure(
    'input',
    path,
    `it is no JSON Lines: none of its first ${lines} lines is an object`,
    'Leave --from jsonl out for plain text.',
  );
}

export function noText(path: string): Failure {
  return new Failure('input', path, 'there is no text in it');
}

export function noArticles(folder: string, wanted: string): Failure {
  return new Failure(
    'input',
    folder,
    `there is no ${wanted} file in this folder`,
    'Give a folder that holds some, or name the files.',
  );
}

export function badRecord(where: string, found: string, remedy = ''): Failure {
  return new Failure('input', where, found, remedy);
}

export function badDecision(line: number, found: string): Failure {
  return new Failure(
    'input',
    `decisions, line ${line}`,
    `${found} is no decision`,
    'Write {"same": [id, id]} or {"different": [id, id@article]}.',
  );
}

// store

export function storeNotWritable(folder: string, reason: string): Failure {
  return new Failure(
    'store',
    `store ${folder}`,
    `it cannot be written (${reason})`,
    'Choose another folder with --store.',
  );
}

/** `holder` says who: "process 4711 since 2026-01-31T12:00:00Z". */
export function storeHeld(folder: string, holder = 'another process'): Failure {
  return new Failure(
    'store',
    `store ${folder}`,
    `${holder} holds it`,
    'Wait until that one has ended, or choose another folder with --store.',
  );
}

export function storeMissing(folder: string): Failure {
  return new Failure(
    'store',
    `store ${folder}`,
    'there is no graph there',
    `Build one first: dateline build article.txt --store ${folder}`,
  );
}

export function storeDamaged(folder: string, reason: string): Failure {
  return new Failure(
    'store',
    `store ${folder}`,
    `it cannot be opened (${reason})`,
    'The documents in it are the truth: remove graph.grafeo there and build again.',
  );
}

export function engineMissing(reason: string): Failure {
  return new Failure(
    'store',
    'the embedded store',
    `its engine has no binary for this machine (${reason})`,
    'Use a Neo4j server instead: --store bolt://localhost:7687',
  );
}

export function neo4jDown(url: string, reason: string): Failure {
  return new Failure(
    'server',
    `store ${url}`,
    `no Neo4j answers there (${reason})`,
    'Start it (docker compose up -d) or correct the URL.',
  );
}

export function neo4jRefused(url: string, user: string): Failure {
  return new Failure(
    'server',
    `store ${url}`,
    `Neo4j does not accept the password of user ${user}`,
    'Set NEO4J_USER and NEO4J_PASSWORD.',
  );
}

export function neo4jPasswordExpired(url: string): Failure {
  return new Failure(
    'server',
    `store ${url}`,
    'the first password has not been changed yet',
    "Change it once: ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new' in the system database.",
  );
}

export function neo4jNoDatabase(url: string, database: string): Failure {
  return new Failure(
    'server',
    `store ${url}`,
    `it has no database named ${database}`,
    'Set NEO4J_DATABASE, or leave it unset.',
  );
}

// query

export function cypherMistake(reason: string): Failure {
  return new Failure('query', 'the query', reason, 'See cypher/query for examples.');
}

export function queryWrites(): Failure {
  return new Failure(
    'query',
    'the query',
    'it would change the graph, and queries only read',
    'Change the graph with dateline build.',
  );
}

export function queryReadsFiles(): Failure {
  return new Failure('query', 'the query', 'LOAD CSV reads files of the machine, and queries only read the graph');
}

export function queryExplains(): Failure {
  return new Failure('query', 'the query', 'EXPLAIN and PROFILE give no rows of the graph', 'Leave the word out.');
}

export function procedureRefused(name: string, allowed: readonly string[]): Failure {
  return new Failure(
    'query',
    'the query',
    `it calls ${name === '' ? 'a procedure' : `the procedure ${name}`}, which is not on the list of those that only read`,
    `These may be called: ${allowed.join(', ')}.`,
  );
}

export function queryTooSlow(timeoutMs: number): Failure {
  return new Failure(
    'query',
    'the query',
    `it was not done after ${timeoutMs / 1000} s and was stopped`,
    'Ask for less: more labels and types in the pattern, shorter paths, a LIMIT.',
  );
}

// serve

export function portTaken(port: number): Failure {
  return new Failure(
    'server',
    `http://127.0.0.1:${port}`,
    'another program listens there',
    `Stop it, or choose another port: --port ${port + 1}`,
  );
}

export function viewerMissing(reason: string): Failure {
  return new Failure('server', 'the page', `it is not built (${reason})`, 'Build it: npm run build:viewer');
}
