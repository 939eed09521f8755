import { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { closeServer } from '../supervisor/index.ts';

/** A listening web server. */
export interface Listening {
  readonly port: number;
  /** Takes no new requests and waits for those under way, but not for ever. */
  readonly close: () => Promise<void>;
}

const drainMs = 4_000;
// 200 MB over a line of 1 Mbit/s.
const requestTimeout = 30 * 60_000;
// Ten thousand letters of a search, each written as six in an address, still get a page.
const maxHeaderSize = 64 * 1024;

/** Listens on an address; fails where the port is taken. */
export function listen(app: Hono, hostname: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, hostname, port, serverOptions: { requestTimeout, maxHeaderSize } },
      (info: AddressInfo) => resolve({ port: info.port, close }),
    );
    server.once('error', reject);
    const close = async () => {
      if (!(server instanceof Server)) return;
      const force = setTimeout(() => server.closeAllConnections(), drainMs);
      await closeServer(server);
      clearTimeout(force);
    };
  });
}
