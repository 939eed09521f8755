import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { ok, refuse } from '#kernel';
import type { PageRoute } from '../../doors/page-route.ts';
import { createCsrf } from '../csrf.ts';
import { pageServer } from '../page-server.ts';

// A process that takes uploads into the folder that it is given, and says its port: to be killed by a test.

const [, , folder = ''] = process.argv;

const upload: PageRoute = {
  capability: 'test.upload',
  method: 'POST',
  path: '/datei',
  access: 'public',
  uploadLimit: 100_000_000,
  admitUpload: async ({ query }) => (query.has('nein') ? refuse(notYou) : ok(null)),
  handle: async () => ({ kind: 'page', content: { title: 'Angekommen', main: '' } }),
};

const notYou = { kind: 'forbidden', code: 'NOT_YOU', message: 'Sie nicht.' } as const;

const app = pageServer<null>([upload], {
  origin: 'http://localhost',
  csrf: createCsrf('a key of thirty-two bytes, or so', 'test'),
  uploadPlace: { folder, scanner: null },
  identify: async () => ({ principal: null, session: null }),
  clientAddressOf: () => '127.0.0.1',
  frame: (content) => String(content.title),
  refusalPage: ({ code }) => ({ title: code, main: '' }),
  signInPath: '/',
});

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) => {
  process.stdout.write(`${port}\n`);
});
