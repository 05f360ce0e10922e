/** Starts a real Neo4j from the jars of Maven Central, kept under node_modules/.cache; or takes the one that NEO4J_URI names. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';

export interface Server {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly database: string | null;
  /** Ours to do anything with, its users too. */
  readonly own: boolean;
  stop(): Promise<void>;
}

const PASSWORD = 'only-for-tests';
/** On every node that marks a database in which tests may delete everything. */
export const TEST_LABEL = 'DatelineTestDatabase';

export async function startServer(): Promise<Server> {
  const given = process.env['NEO4J_URI'];
  return given ? await useServer(given) : await launchServer();
}

async function useServer(url: string): Promise<Server> {
  const user = process.env['NEO4J_USER'] ?? 'neo4j';
  const password = process.env['NEO4J_PASSWORD'] ?? '';
  const database = process.env['NEO4J_DATABASE'] || null;
  const server = { url, user, password, database, own: false };
  const marked = await withDriver(server, async (driver) => {
    const config = database === null ? {} : { database };
    const { records } = await driver.executeQuery(
      `MATCH (n) RETURN count(n) AS nodes, count(CASE WHEN n:${TEST_LABEL} THEN 1 END) AS marks`,
      {},
      config,
    );
    const [nodes, marks] = [Number(records[0]?.get('nodes')), Number(records[0]?.get('marks'))];
    if (nodes > 0 && marks === 0) {
      throw new Error(
        `the database at NEO4J_URI (${url}) holds data: tests run only in an empty one, or in one with a node (:${TEST_LABEL})`,
      );
    }
    if (marks === 0) await driver.executeQuery(`CREATE (:${TEST_LABEL})`, {}, config);
    return marks === 0;
  });
  const stop = async (): Promise<void> => {
    const left = marked ? 'MATCH (n) DETACH DELETE n' : `MATCH (n) WHERE NOT n:${TEST_LABEL} DETACH DELETE n`;
    await withDriver(server, (driver) => driver.executeQuery(left, {}, database === null ? {} : { database }));
  };
  return { ...server, stop };
}

async function launchServer(): Promise<Server> {
  const jars = fetchJars();
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'dateline-neo4j-'));
  const port = await freePort();
  const java = spawn(
    'java',
    ['-Xmx768m', '-cp', path.join(jars, '*'), path.join(__dirname, 'Neo4jForTests.java'), home, String(port)],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const stop = async (): Promise<void> => {
    const ended = java.exitCode === null ? new Promise((done) => java.once('exit', done)) : null;
    java.stdin.end();
    await ended;
    fs.rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', () => {
    java.kill('SIGKILL');
    fs.rmSync(home, { recursive: true, force: true });
  });
  await untilReady(java);
  const server = { url: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: PASSWORD, database: null, own: true };
  // the first password has to be changed before anything else is allowed
  await withDriver({ ...server, password: 'neo4j' }, (driver) =>
    driver.executeQuery(
      'ALTER CURRENT USER SET PASSWORD FROM $old TO $new',
      { old: 'neo4j', new: PASSWORD },
      { database: 'system' },
    ),
  );
  return { ...server, stop };
}

function untilReady(java: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    java.stderr?.on('data', (data: Buffer) => {
      said = `${said}${data}`.slice(-4_000);
    });
    java.stdout?.on('data', (data: Buffer) => {
      if (data.toString().includes('ready')) resolve();
    });
    java.once('exit', (code) => reject(new Error(`Neo4j ended with ${code}: ${said}`)));
    java.once('error', reject);
  });
}

/** About 118 MB, once. */
function fetchJars(): string {
  const pom = path.join(__dirname, 'pom.xml');
  const version = /<version>(5[\d.]+)<\/version>/.exec(fs.readFileSync(pom, 'utf8'))?.[1];
  const folder = path.join(__dirname, '..', '..', '..', 'node_modules', '.cache', `neo4j-${version}`);
  if (fs.existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}.new`;
  const { status, stderr, stdout } = spawnSync(
    'mvn',
    ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${fresh}`],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    fs.rmSync(fresh, { recursive: true, force: true });
    throw new Error(`Maven could not fetch Neo4j: ${stdout}${stderr}`);
  }
  fs.renameSync(fresh, folder);
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export async function withDriver<T>(
  { url, user, password }: Pick<Server, 'url' | 'user' | 'password'>,
  work: (driver: Driver) => Promise<T>,
): Promise<T> {
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password));
  try {
    return await work(driver);
  } finally {
    await driver.close();
  }
}
