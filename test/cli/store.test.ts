import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateline, FROM_SOURCE, fileWith, newFolder, SEED } from '../support/command';

const root = path.join(__dirname, '../..');
const GOLD = path.join(root, 'test/quality/gold');

function newStore(): string {
  return path.join(newFolder(), 'graph');
}

function query(store: string, cypher: string): unknown[] {
  const { status, stdout, stderr } = dateline(['query', cypher, '--store', store, '--format', 'json']);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as unknown[];
}

/** At most a few lines, no stack. */
function expectShort(stderr: string): void {
  expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(4);
  expect(stderr).not.toMatch(/\n\s+at |Error:/);
}

describe('build and query', () => {
  const store = newStore();

  beforeAll(() => {
    const { status, stdout } = dateline(['build', SEED, '--store', store]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^1 article added\n/);
    expect(stdout).toMatch(/\n\d+ relations between entities \+ \d+ planned or denied \(claims only\)\n/);
  });

  it('answers who rebuffed whom, with the sentence', () => {
    const rows = query(
      store,
      'MATCH (a)-[r:REBUFFED]->(b) RETURN a.name AS a, b.name AS b, r.evidence AS evidence',
    ) as {
      a: string;
      b: string;
      evidence: string[];
    }[];
    const row = rows.find((found) => found.a.includes('State Department'));
    expect(row?.b).toMatch(/Iraqi government/i);
    expect(readFileSync(SEED, 'utf8')).toContain(row?.evidence[0]);
  });

  it('takes an article that is there already as done', () => {
    const before = query(store, 'MATCH (n) RETURN count(n) AS n');
    const { status, stdout } = dateline(['build', SEED, '--store', store]);
    expect(status).toBe(0);
    expect(stdout).toContain('0 articles added');
    expect(stdout).toContain('1 article already there');
    expect(query(store, 'MATCH (n) RETURN count(n) AS n')).toEqual(before);
  });

  it('prints nodes, relationships and dates by their own ids, whatever the engine', () => {
    const [row] = query(
      store,
      "MATCH (a:Entity {id: 'country:irq'})<-[r:PART_OF]-(b) RETURN a, r, b.name AS name LIMIT 1",
    ) as [{ a: { id: string; labels: string[]; properties: Record<string, unknown> }; r: Record<string, unknown> }];
    expect(row.a).toMatchObject({
      id: 'country:irq',
      labels: ['Actor', 'Country', 'Dateline', 'Entity'],
      properties: { name: 'Iraq' },
    });
    expect(row.r).toMatchObject({ type: 'PART_OF', target: 'country:irq' });
    expect(Object.keys(row.r)).toEqual(['type', 'source', 'target', 'properties']);
  });

  it('prints CSV and a table, takes parameters and files', () => {
    const file = fileWith('MATCH (e:Entity) WHERE e.id = $id RETURN e.name AS name, $limit + 1 AS next', 'q.cypher');
    const args = ['query', '--file', file, '--store', store, '--param', 'id=country:irq', '--param', 'limit=4'];
    expect(dateline([...args, '--format', 'csv']).stdout).toBe('name,next\r\nIraq,5\r\n');
    expect(dateline([...args, '--format', 'table']).stdout).toBe('name  next\n----  ----\nIraq     5\n');
  });

  it('refuses a query that writes, and says what is wrong with a mistaken one', () => {
    for (const cypher of [
      'CREATE (n:Person) RETURN n',
      'MATCH (n) DETACH DELETE n',
      'MATCH (n) SET n.x = 1 RETURN n',
    ]) {
      const { status, stderr } = dateline(['query', cypher, '--store', store]);
      expect([status, stderr.includes('queries only read')]).toEqual([1, true]);
      expectShort(stderr);
    }
    const { status, stderr } = dateline(['query', 'MATCH (n RETURN n', '--store', store]);
    expect(status).toBe(1);
    expectShort(stderr);
  });

  it('exports a script that names every entity', () => {
    const { status, stdout } = dateline(['export', '--format', 'cypher', '--store', store]);
    expect(status).toBe(0);
    const names = query(store, 'MATCH (e:Entity) RETURN e.id AS id') as { id: string }[];
    expect(names.filter(({ id }) => !stdout.includes(id))).toEqual([]);
  });
});

describe('the same articles', () => {
  it('give the same export whatever the order, the time zone and the number of builds', () => {
    const files = readdirSync(GOLD)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => path.join(GOLD, name));
    const [one, two] = [newStore(), newStore()];
    dateline(['build', ...files, '--store', one]);
    dateline(['build', ...files.slice(2).reverse(), '--store', two], {
      env: { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' },
    });
    dateline(['build', ...files.slice(0, 2).reverse(), '--store', two], { env: { TZ: 'America/St_Johns' } });
    const script = (store: string) => dateline(['export', '--store', store]).stdout;
    expect(script(one).length).toBeGreaterThan(10_000);
    expect(script(two)).toBe(script(one));
  });
});

describe('bad input', () => {
  it.each([
    ['a missing file', () => [path.join(newFolder(), 'no.txt')], 'there is no such file or folder'],
    ['an empty file', () => [fileWith('')], 'it is empty'],
    ['a binary file', () => [fileWith(Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]))], 'it is a ZIP archive'],
    ['a folder without articles', () => [newFolder()], 'there is no .txt file in this folder'],
    [
      'a broken line',
      () => [fileWith('{"text": "cut', 'a.jsonl'), '--from', 'jsonl'],
      'line 1: this is not a JSON object',
    ],
  ])('%s is named and leaves no store behind', (_, args, message) => {
    const store = newStore();
    const { status, stdout, stderr } = dateline(['build', ...args(), '--store', store]);
    expect(stderr).toContain(message);
    expectShort(stderr);
    expect([status, stdout, existsSync(store)]).toEqual([1, '', false]);
  });

  it('leaves a store that is there untouched', () => {
    const store = newStore();
    dateline(['build', SEED, '--store', store]);
    const before = dateline(['export', '--store', store]).stdout;
    expect(dateline(['build', fileWith(''), '--store', store]).status).toBe(1);
    expect(dateline(['export', '--store', store]).stdout).toBe(before);
  });

  it('names a store that cannot be written', () => {
    const store = path.join(fileWith('a file'), 'graph');
    const { status, stderr } = dateline(['build', SEED, '--store', store]);
    expect(stderr).toContain(`store ${store}: it cannot be written`);
    expectShort(stderr);
    expect(status).toBe(1);
  });

  it('names a store that is not there, and makes none', () => {
    const store = newStore();
    for (const command of [['query', 'RETURN 1'], ['export']]) {
      const { status, stderr } = dateline([...command, '--store', store]);
      expect(stderr).toContain(`store ${store}: there is no graph there`);
      expectShort(stderr);
      expect([status, existsSync(store)]).toEqual([1, false]);
    }
  });

  it('says that no Neo4j answers', () => {
    const { status, stderr } = dateline(['query', 'RETURN 1', '--store', 'bolt://127.0.0.1:9']);
    expect(stderr).toContain('no Neo4j answers there');
    expectShort(stderr);
    expect(status).toBe(1);
  });

  it('sets bad records of a batch aside, keeps the rest, and ends with status 3', () => {
    const story = (place: string) => `Police arrested the mayor of ${place} on Monday, officials said.`;
    const lines = [
      JSON.stringify({ id: 1, text: story('Lyon') }),
      'broken',
      JSON.stringify({ id: 3, text: 'PK\u0003\u0004\u0000' }),
      JSON.stringify({ id: 4, text: story('Turin') }),
    ];
    const store = newStore();
    const { status, stdout, stderr } = dateline(['build', '-', '--from', 'jsonl', '--store', store], {
      input: lines.join('\n'),
    });
    expect(stderr).toContain('standard input, line 2: this is not a JSON object');
    expect(stderr).toContain('standard input, line 3: it is a ZIP archive');
    expect(stdout).toContain('2 articles added');
    expect(stdout).toContain('2 records refused');
    expect(status).toBe(3);
  });

  it('says when another process holds the store', async () => {
    const store = newStore();
    mkdirSync(path.dirname(store), { recursive: true });
    // a build that waits for more of its input holds the store
    const holder = spawn(process.execPath, [...FROM_SOURCE, 'build', '-', '--store', store], {
      cwd: root,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    try {
      await waitFor(() => existsSync(store) || readdirSync(path.dirname(store)).length > 0);
      const { status, stderr } = dateline(['build', SEED, '--store', store]);
      expect(stderr).toContain('holds it');
      expectShort(stderr);
      expect(status).toBe(1);
    } finally {
      await ended(holder, () => holder.kill());
    }
  });
});

describe('serve', () => {
  let page: ChildProcess;
  let printed = '';
  const store = newStore();

  beforeAll(async () => {
    dateline(['build', SEED, '--store', store]);
    page = spawn(process.execPath, [...FROM_SOURCE, 'serve', '--store', store, '--port', '0'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    page.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
    });
    await waitFor(() => printed.includes('Stop it with'));
  }, 120_000);

  afterAll(() => ended(page, () => page.kill('SIGINT')));

  it('answers with no terminal and a closed standard input, and says how to stop it', async () => {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)![0];
    const answer = await fetch(url);
    expect([answer.status, (await answer.text()).includes('<script')]).toEqual([200, true]);
    expect(printed).toContain('Ctrl+C');
  });

  it('lets go of the store: build and query work beside it', () => {
    const more = fileWith('Police arrested the mayor of Lyon on Monday, officials said.', 'mayor.txt');
    expect(dateline(['build', more, '--store', store]).status).toBe(0);
    expect(query(store, 'MATCH (a:Article) RETURN count(a) AS n')).toEqual([{ n: 2 }]);
  });

  it('says when the port is taken, and which flag helps', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as net.AddressInfo;
    const { status, stderr } = dateline(['serve', '--store', store, '--port', String(port)]);
    other.close();
    expect(stderr).toContain(`another program listens there`);
    expect(stderr).toContain('--port');
    expectShort(stderr);
    expect(status).toBe(1);
  });
});

async function waitFor(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 600) throw new Error('waited a minute in vain');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = new Promise((resolve) => child.once('exit', resolve));
  end();
  await closed;
}
