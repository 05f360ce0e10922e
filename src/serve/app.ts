import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { isFailure } from '../errors';
import { createKeeper, type Keeper } from './keeper';
import { apiRoutes } from './routes';
import { headers, onlyLoopbackNames, onlyReads } from './security';
import type { GraphSource } from './source';

export interface ServerOptions {
  readonly source: GraphSource;
  /** Absolute path of the built page. */
  readonly viewerFolder: string;
  /** Of this source, where it has been read already. */
  readonly keeper?: Keeper;
  /** Host names answered besides those of this machine. */
  readonly hostNames?: readonly string[];
}

/** The whole server without its socket: `app.request('/api/graph')` works in a test. */
export function createServer(options: ServerOptions): Hono {
  const { source, viewerFolder, keeper = createKeeper(source), hostNames = [] } = options;
  const app = new Hono();
  app.use(headers, onlyLoopbackNames(hostNames), onlyReads, compress());
  app.use('*', async (c, next) => {
    await next();
    // Vite puts a hash of the content into the names under assets/.
    const forever = c.res.ok && c.req.path.startsWith('/assets/');
    c.header('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use('/api/*', etag());
  app.route('/api', apiRoutes(source, keeper));

  app.use('*', serveStatic({ root: viewerFolder }));
  app.notFound((c) => c.json({ error: `${c.req.path}: there is nothing here.` }, 404));
  app.onError((error, c) => {
    if (isFailure(error)) return c.json({ error: error.message }, 500);
    console.error(error);
    return c.json({ error: 'The server failed on this request; its terminal says why.' }, 500);
  });
  return app;
}
