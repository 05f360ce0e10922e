import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '../../src/serve';
import type {
  ArticleAnswer,
  EdgeAnswer,
  EdgeColumns,
  GraphPayload,
  NodeAnswer,
  NodeColumns,
  Offsets,
  ProblemAnswer,
  StatusAnswer,
} from '../../src/serve/api';
import { listen } from '../../src/serve/listen';
import { seedDocuments } from '../support/seed';
import { memorySource } from '../support/served';

const REBUFFED = 'organization:state-department~REBUFFED~organization:iraqi-government';
const LOCAL = { headers: { host: '127.0.0.1:4747' } };

describe('the server of the page', () => {
  let folder: string;
  let viewerFolder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'dateline-serve-'));
    viewerFolder = path.join(folder, 'viewer');
    mkdirSync(path.join(viewerFolder, 'assets'), { recursive: true });
    writeFileSync(path.join(viewerFolder, 'index.html'), '<!doctype html><title>Dateline</title>');
    writeFileSync(path.join(viewerFolder, 'assets', 'page-1a2b.js'), 'export {};');
    writeFileSync(path.join(folder, 'secret.txt'), 'not for you');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const server = () => createServer({ source: memorySource(), viewerFolder });
  const get = (address: string) => server().request(address, LOCAL);
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    server().request('/api/cypher', {
      method: 'POST',
      headers: { ...LOCAL.headers, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('serves the page with headers that let nothing in from elsewhere', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>Dateline</title>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('lets a browser keep what has its hash in its name, and ask again for the rest', async () => {
    expect((await get('/assets/page-1a2b.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/api/graph')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%5c..%5csecret.txt', '/%00'])(
    'gives no file outside the page: %s',
    async (address) => {
      const running = await listen(server(), '127.0.0.1', 0);
      try {
        const answer = await rawGet(Number(new URL(running.url).port), address);
        expect(answer).not.toContain('not for you');
        expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/);
      } finally {
        await running.close();
      }
    },
  );

  it('answers this machine only: a foreign host name that points here gets nothing', async () => {
    for (const host of ['127.0.0.1:4747', 'localhost:4747', '[::1]:4747', 'localhost']) {
      expect((await server().request('/api/status', { headers: { host } })).status).toBe(200);
    }
    for (const host of ['evil.example', 'localhost.evil.example:4747', '127.0.0.1.evil.example', '192.168.1.5:4747']) {
      const response = await server().request('/api/graph', { headers: { host } });
      expect(response.status).toBe(403);
      expect(await response.text()).not.toContain('State Department');
    }
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'POST'])('takes no %s: the page only reads', async (method) => {
    const response = await server().request('/api/graph', { method, ...LOCAL });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('gives the graph as columns of equal length, with the strongest first', async () => {
    const graph = await read<GraphPayload>(await get('/api/graph'));
    const lengths = (columns: NodeColumns | EdgeColumns) => new Set(Object.values(columns).map((c) => c.length));
    expect(lengths(graph.nodes).size).toBe(1);
    expect(lengths(graph.edges).size).toBe(1);
    expect(graph.nodes.name.slice(0, 2)).toEqual(['United States', 'Iraq']);
    const row = graph.edges.id.indexOf(REBUFFED);
    expect(graph.nodes.name[graph.edges.source[row]!]).toBe('State Department');
    expect(graph.nodes.name[graph.edges.target[row]!]).toBe('Iraqi government');
    expect(graph.relations[graph.edges.type[row]!]).toMatchObject({ type: 'REBUFFED', family: 3, phrase: 'rebuffed' });
    expect([graph.edges.stated[row], graph.edges.reported[row]]).toEqual([1, 0]);
  });

  it('gives the evidence of a relation with offsets that are exact slices of the article', async () => {
    const { evidence } = await read<EdgeAnswer>(await get(`/api/edge/${encodeURIComponent(REBUFFED)}`));
    const one = evidence[0]!;
    const article = await read<ArticleAnswer>(await get(`/api/article/${one.article.id}`));
    const slice = ([start, end]: Offsets) => article.text.slice(start, end);
    expect(slice(one.trigger)).toBe('rebuffed');
    expect(slice(one.subject.at)).toContain('State Department');
    expect(slice(one.object.at)).toContain('Iraqi government');
    expect(slice(one.sentence)).toBe(one.text);
    expect(one.status).toBe('stated');
    expect(one.date).toBe('2020-01-10');
    expect(article.relations).toContainEqual(expect.objectContaining({ edge: REBUFFED, trigger: one.trigger }));
  });

  it('gives an entity with its names, offices and articles', async () => {
    const node = await read<NodeAnswer>(await get('/api/node/person:mike-pompeo'));
    expect(node).toMatchObject({ name: 'Mike Pompeo', type: 'Person' });
    expect(node.aliases).toContain('Pompeo');
    expect(node.roles).toContainEqual(expect.objectContaining({ title: 'secretary of state' }));
    expect(node.articles).toHaveLength(1);
  });

  it.each(['/api/edge/none', '/api/node/none', '/api/article/none', '/api/none', '/none.html'])(
    'says 404 in one line: %s',
    async (address) => {
      const response = await get(address);
      expect(response.status).toBe(404);
      expect((await read<ProblemAnswer>(response)).error).not.toContain('\n');
    },
  );

  it('answers a question in Cypher with columns, rows and the time it took', async () => {
    const response = await post({ query: 'MATCH (a) RETURN a', params: { name: 'Iraq' } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ columns: ['name', 'relation'], truncated: false });
  });

  it('refuses a query that writes, in the words of the store', async () => {
    const response = await post({ query: 'CREATE (n) RETURN n' });
    expect(response.status).toBe(400);
    expect((await read<ProblemAnswer>(response)).error).toContain('would change the graph');
  });

  it.each([
    ['no JSON', '{', 400],
    ['no query', { params: {} }, 400],
    ['an empty query', { query: ' ' }, 400],
    ['a query that is no text', { query: 7 }, 400],
    ['parameters that are a list', { query: 'RETURN 1', params: [1] }, 400],
    ['a query without end', { query: 'x'.repeat(70_000) }, 413],
  ] as const)('refuses %s', async (_, body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  it('takes queries from its own page only, and only as JSON', async () => {
    const query = { query: 'RETURN 1' };
    expect((await post(query, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await post(query, { origin: 'null' })).status).toBe(403);
    expect((await post(query, { origin: 'http://127.0.0.1:4747' })).status).toBe(200);
    expect((await post(query, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('goes on with the graph it has until a changed store has come to rest, then gives the new one', async () => {
    const source = memorySource();
    const app = createServer({ source, viewerFolder });
    const stamp = async () => (await read<StatusAnswer>(await app.request('/api/status', LOCAL))).stamp;
    const first = await stamp();
    source.replace([{ ...seedDocuments()[0]!, events: [], facts: [] }]);
    expect(await stamp()).toBe(first);
    expect(await stamp()).not.toBe(first);
    expect((await read<GraphPayload>(await app.request('/api/graph', LOCAL))).edges.id).toEqual([]);
  });

  it('keeps the old graph where the changed store cannot be read', async () => {
    const source = memorySource();
    const app = createServer({ source: { ...source, documents: fails(source.documents, 2) }, viewerFolder });
    const stamp = async () => (await read<StatusAnswer>(await app.request('/api/status', LOCAL))).stamp;
    const first = await stamp();
    source.replace([]);
    await stamp();
    expect(await stamp()).toBe(first);
    expect((await read<GraphPayload>(await app.request('/api/graph', LOCAL))).edges.id).toContain(REBUFFED);
  });

  it('says in one message that a port is taken, and which to try', async () => {
    const first = await listen(server(), '127.0.0.1', 0);
    const port = Number(new URL(first.url).port);
    await expect(listen(server(), '127.0.0.1', port)).rejects.toThrow(`--port ${port + 1}`);
    await first.close();
  });
});

async function read<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}

/** From its n-th call on it fails. */
function fails<T>(call: () => Promise<T>, from: number): () => Promise<T> {
  let calls = 0;
  return async () => {
    if (++calls >= from) throw new Error('half written');
    return call();
  };
}

/** A request that no client library has tidied up. */
function rawGet(port: number, address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
