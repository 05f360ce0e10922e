import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { errorCode, portTaken } from '../errors';

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on one address; a taken port is a Failure that says so. Port 0 takes any free one. */
export function listen(app: Hono, host: string, port: number): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }) as Server;
    server.once('error', (error) => reject(errorCode(error) === 'EADDRINUSE' ? portTaken(port) : error));
    server.once('listening', () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({ url: `http://${name}:${taken}`, close: () => closeAll(server) });
    });
  });
}

/** Browsers keep connections open; they are ended, not waited for. */
function closeAll(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
