import { figureOf } from './support/figure.ts';
import { loadAtFixedRate } from './support/http-load.ts';
import { emptyPlace, startedAt } from './support/installation.ts';
import { allBodies } from './support/page-mix.ts';
import { watchMemory } from './support/process-memory.ts';
import { report } from './support/report.ts';

/** `GET /api/v1/kommunen/{body}/duties` at 50 a second: each answer holds all 5,249 Leistungen of one body. */

const perSecond = 50;
const samples = 5_000;
// A machine may ask twenty times a second, so several share the load.
const machines = 4;

await report('api', 'API', async () => {
  await using place = emptyPlace();
  await using installation = await startedAt(place);
  const tokens: string[] = [];
  for (let number = 1; number <= machines; number += 1) {
    const words = ['token', 'issue', `Messung ${number}`, '--organisation', 'Lemgo', '--json'];
    tokens.push((JSON.parse(await installation.command(...words)) as { token: string }).token);
  }
  const memory = watchMemory(installation.pid, 5_000);
  const bodies = allBodies();
  const { times, errors, lateness } = await loadAtFixedRate({
    perSecond,
    wanted: samples,
    warmUp: perSecond * 5,
    shot: (index) => {
      const path = `/api/v1/kommunen/${bodies[index % bodies.length]}/duties`;
      const headers = {
        host: `localhost:${installation.port}`,
        authorization: `Bearer ${tokens[index % machines]}`,
        'accept-encoding': 'gzip',
      };
      return { kind: 'duties', options: { host: '127.0.0.1', port: installation.port, path, headers } };
    },
  });
  const took = times.map(({ ms }) => ms);
  const head = {
    id: 'api.duties',
    what: `API: duties of a body at ${perSecond} a second`,
    unit: 'ms',
    shown: 'p95',
  } as const;
  return {
    figures: [figureOf(head, took, errors.length)],
    memory: memory.stop(),
    details: {
      generatorLateness: figureOf(
        { id: 'lateness', what: 'Requests left late by', unit: 'ms', shown: 'p95' },
        lateness,
      ),
      firstErrors: errors.slice(0, 5),
    },
  };
});
