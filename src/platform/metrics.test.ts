import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMetrics } from './metrics.ts';

test('the metrics of two processes in one do not mix, and name routes, jobs and pools', async () => {
  const web = createMetrics('web');
  const worker = createMetrics('worker');
  web.request('/kommunen/:id', 'GET', 200, 0.03);
  web.watchPool('app', { totalCount: 5, idleCount: 3, waitingCount: 1 });
  worker.job('catalogue.imported', 'failed', 2);
  const [ofWeb, ofWorker] = await Promise.all([web.print(), worker.print()]);
  assert.match(
    ofWeb.body,
    /leitwerk_http_request_seconds_bucket\{le="0\.04",process="web",route="\/kommunen\/:id",method="GET",status="200"\} 1/,
  );
  assert.match(ofWeb.body, /leitwerk_pool_app_connections\{state="busy",process="web"\} 2/);
  assert.match(ofWeb.body, /process_resident_memory_bytes/);
  assert.match(
    ofWorker.body,
    /leitwerk_jobs_total\{event="catalogue.imported",outcome="failed",process="worker"\} 1/,
  );
  assert.doesNotMatch(ofWorker.body, /kommunen/);
});
