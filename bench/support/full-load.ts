import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

interface FullLoad {
  readonly port: number;
  readonly host: string;
  readonly path: (index: number) => string;
  readonly seconds: number;
}

const connections = 32;

/** Asks as fast as answers come; the answers of each second, and how many were none. Each request has another address. */
export async function loadToTheFull({ port, host, path, seconds }: FullLoad) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const begun = performance.now();
  const counts = Array.from({ length: seconds + 1 }, () => 0);
  let index = 0;
  let errors = 0;
  const ask = async (): Promise<void> => {
    while (performance.now() - begun < (seconds + 1) * 1000) {
      index += 1;
      const status = await statusOf(agent, port, host, path(index), index).catch(() => 0);
      const second = Math.floor((performance.now() - begun) / 1000);
      if (status !== 200) errors += 1;
      else if (second <= seconds) counts[second] = (counts[second] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  agent.destroy();
  // The first second warms up.
  return { perSecond: counts.slice(1), errors };
}

function statusOf(agent: Agent, port: number, host: string, path: string, index: number): Promise<number> {
  const address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
  const headers = { host: `${host}:${port}`, 'x-forwarded-for': address };
  return new Promise((resolve, reject) => {
    const outgoing = request({ agent, host: '127.0.0.1', port, path, headers }, (incoming) => {
      incoming.resume();
      incoming.on('end', () => resolve(incoming.statusCode ?? 0));
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}
