import pg from 'pg';

const clients = 8;
const seconds = 10;

/** What a PostgreSQL commits at most: inserts of one small row, each a transaction; how many in each of ten seconds. */
export async function rawCommits(url: string): Promise<readonly number[]> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  await pool.query('create table public.bench_raw (id bigint generated always as identity, text text)');
  const perSecond = Array.from({ length: seconds }, () => 0);
  const started = performance.now();
  const insert = async () => {
    const client = await pool.connect();
    for (;;) {
      await client.query('insert into public.bench_raw (text) values ($1)', ['x'.repeat(200)]);
      const second = Math.floor((performance.now() - started) / 1000);
      if (second >= seconds) break;
      perSecond[second] = (perSecond[second] ?? 0) + 1;
    }
    client.release();
  };
  await Promise.all(Array.from({ length: clients }, insert));
  await pool.query('drop table public.bench_raw');
  await pool.end();
  return perSecond;
}
