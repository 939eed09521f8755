import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a process counts of itself; the lead page `/metrics` prints it. */
export interface Metrics {
  /** `route` is the pattern (`/kommunen/:id`), never the address, which may hold a person's key. */
  readonly request: (route: string, method: string, status: number, seconds: number) => void;
  readonly job: (event: string, outcome: 'done' | 'failed', seconds: number) => void;
  /** Reads the pool's counts at every print. */
  readonly watchPool: (name: string, pool: PoolCounts) => void;
  readonly print: () => Promise<{ readonly contentType: string; readonly body: string }>;
}

/** The counts that a connection pool of the driver offers. */
export interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** Makes the metrics of one process, each in a registry of its own. */
export function createMetrics(processName: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ process: processName });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'leitwerk_http_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 5],
    registers,
  });
  const jobs = new Histogram({
    name: 'leitwerk_job_seconds',
    help: 'Time of a job.',
    labelNames: ['event'] as const,
    buckets: [0.01, 0.1, 1, 10, 60, 600],
    registers,
  });
  const outcomes = new Counter({
    name: 'leitwerk_jobs_total',
    help: 'Jobs by outcome.',
    labelNames: ['event', 'outcome'] as const,
    registers,
  });
  return {
    request: (route, method, status, seconds) =>
      requests.observe({ route, method, status: String(status) }, seconds),
    job: (event, outcome, seconds) => {
      jobs.observe({ event }, seconds);
      outcomes.inc({ event, outcome });
    },
    watchPool: (name, pool) => watchPool(registry, name, pool),
    print: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}

function watchPool(registry: Registry, name: string, pool: PoolCounts): void {
  new Gauge({
    name: `leitwerk_pool_${name}_connections`,
    help: `Connections of the pool ${name}.`,
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}
