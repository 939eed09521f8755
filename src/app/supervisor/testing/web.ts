// A small web process for the supervisor's tests: one row for each POST, acknowledged after its commit.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { actorOf, createLogger, openDatabase, publish } from '#platform';
import { closeServer } from '../close-server.ts';
import { runChild } from '../run-child.ts';

const somebody = actorOf('system', 'test');

await runChild(
  async ({ config, urls }) => {
    const db = openDatabase(urls.app, { max: 4 });
    const server = createServer((request, response) => {
      const answer = (status: number, text = '') => {
        response.statusCode = status;
        response.end(text);
      };
      if (request.url === '/die') process.exit(3);
      if (request.url === '/pid') return answer(200, String(process.pid));
      if (request.url === '/slow') return void setTimeout(() => answer(200, 'late'), 800);
      if (request.method === 'POST') {
        const key = request.url ?? '';
        db.withReference(somebody, (tx) => publish(tx, 'written', { key })).then(
          () => answer(201),
          () => answer(503),
        );
        return;
      }
      db.withPublic((tx) => sql`select 1`.execute(tx.as<object>())).then(
        () => answer(200, 'ok'),
        () => answer(503),
      );
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(config.port, config.host, resolve);
    });
    const { port } = server.address() as AddressInfo;
    return {
      address: `http://${config.host}:${port}`,
      stop: async () => {
        await closeServer(server);
        await db.close();
      },
    };
  },
  createLogger('silent', 'web'),
);
