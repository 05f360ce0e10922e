import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const SELF = ["'self'"];
const NONE = ["'none'"];

/** No inline script or style, nothing from elsewhere. Pictures of the graph are saved through blob: and data:. */
export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: NONE,
    scriptSrc: SELF,
    styleSrc: SELF,
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: SELF,
    fontSrc: SELF,
    workerSrc: SELF,
    manifestSrc: SELF,
    objectSrc: NONE,
    baseUri: NONE,
    formAction: NONE,
    frameAncestors: NONE,
  },
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
});

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * A page elsewhere can point its own host name at 127.0.0.1 and read what we serve (DNS rebinding):
 * only requests that name this machine are answered.
 */
export function onlyLoopbackNames(allowed: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    if (!LOOPBACK.test(host) && !allowed.includes(host.replace(/:\d+$/, ''))) {
      return c.json({ error: `This page answers on this machine only, not as ${host}.` }, 403);
    }
    return next();
  };
}

/** The API reads; a query is asked by POST from the page itself, as JSON. */
export const onlyReads: MiddlewareHandler = async (c, next) => {
  const { method } = c.req;
  if (method === 'GET' || method === 'HEAD') return next();
  if (method !== 'POST' || c.req.path !== '/api/cypher') {
    return c.json({ error: `${method} ${c.req.path}: the page only reads.` }, 405, { Allow: 'GET, HEAD' });
  }
  const origin = c.req.header('origin');
  if (origin !== undefined && new URL(origin, 'http://none.invalid').host !== c.req.header('host')) {
    return c.json({ error: 'Queries are taken from this page only.' }, 403);
  }
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    return c.json({ error: 'A query is sent as application/json.' }, 415);
  }
  return next();
};
