import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

/** A listening web server. */
export interface Listening {
  readonly port: number;
  /** Takes no new requests and waits for those under way. */
  readonly close: () => Promise<void>;
}

const drainMs = 6_000;

/** Listens on an address; fails where the port is taken. */
export function listen(app: Hono, hostname: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port }, (info: AddressInfo) =>
      resolve({ port: info.port, close }),
    );
    server.once('error', reject);
    const close = () =>
      new Promise<void>((done) => {
        const force = setTimeout(
          () => 'closeAllConnections' in server && server.closeAllConnections(),
          drainMs,
        );
        server.close(() => {
          clearTimeout(force);
          done();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      });
  });
}
