import { performance } from 'node:perf_hooks';
import type pg from 'pg';

/** A question in plain SQL over normalised tables: statements, duties, bodies, Leistungen with their Themenfeld. */
export interface SqlQuestion {
  readonly kind: string;
  readonly text: string;
}

/** Makes the tables that the same questions need in SQL, with the indexes that help them. */
export async function normalise(
  superuser: pg.Pool,
  duties: readonly { readonly ags: string; readonly leistungen: readonly string[] }[],
  bodies: readonly { readonly ags: string; readonly einwohner: number | null }[],
  leistungen: readonly { readonly id: string; readonly themenfeldId: number | null }[],
): Promise<void> {
  await superuser.query(`create table public.bench_duty (ags text, leistung_id text)`);
  for (const { ags, leistungen: owed } of duties)
    await superuser.query('insert into public.bench_duty select $1, unnest($2::text[])', [ags, owed]);
  await superuser.query('create unique index on public.bench_duty (ags, leistung_id)');
  await superuser.query(
    'create table public.bench_body as select * from unnest($1::text[], $2::int[]) as given (ags, einwohner)',
    [bodies.map(({ ags }) => ags), bodies.map(({ einwohner }) => einwohner)],
  );
  await superuser.query(
    'create table public.bench_thema as select * from unnest($1::text[], $2::int[]) as given (id, thema)',
    [leistungen.map(({ id }) => id), leistungen.map(({ themenfeldId }) => themenfeldId)],
  );
  await superuser.query('create index on compass.stand (ags, leistung_id, gilt_ab desc, nummer desc)');
  for (const table of ['public.bench_duty', 'public.bench_body', 'public.bench_thema', 'compass.stand'])
    await superuser.query(`analyze ${table}`);
}

const latest = (
  day: string,
) => `latest as (select distinct on (ags, leistung_id) ags, leistung_id, zustand, reifegrad11,
    fallzahl from compass.stand where gilt_ab <= date '${day}' order by ags, leistung_id, gilt_ab desc, nummer desc)`;

const months = Array.from({ length: 25 }, (_, at) => {
  const end = new Date(Date.UTC(2026, 10 - (24 - at), 0)).toISOString().slice(0, 10);
  return at === 24 ? '2026-11-22' : end;
});

export const sqlQuestions: readonly SqlQuestion[] = [
  {
    kind: 'coverage of everything',
    text: `with ${latest('2026-11-22')} select count(*), count(*) filter (where zustand = 'online'), sum(einwohner),
      sum(einwohner) filter (where zustand = 'online'), sum(fallzahl),
      sum(fallzahl) filter (where zustand = 'online') from bench_duty d join bench_body using (ags)
      left join latest using (ags, leistung_id)`,
  },
  {
    kind: 'coverage by Themenfeld',
    text: `with ${latest('2026-11-22')} select thema, count(*), count(*) filter (where zustand = 'online'),
      sum(einwohner) filter (where zustand = 'online') from bench_duty d join bench_body using (ags)
      join bench_thema t on t.id = d.leistung_id left join latest using (ags, leistung_id) group by thema`,
  },
  {
    kind: 'coverage by Kommune',
    text: `with ${latest('2026-11-22')} select ags, count(*), count(*) filter (where zustand = 'online')
      from bench_duty d left join latest using (ags, leistung_id) group by ags`,
  },
  {
    kind: 'coverage of an earlier day',
    text: `with ${latest('2025-12-31')} select thema, count(*), count(*) filter (where zustand = 'online')
      from bench_duty d join bench_thema t on t.id = d.leistung_id left join latest using (ags, leistung_id) group by thema`,
  },
  {
    kind: 'pivot Themenfeld by Zustand',
    text: `with ${latest('2026-11-22')} select thema, zustand, count(*) from bench_duty d
      join bench_thema t on t.id = d.leistung_id left join latest using (ags, leistung_id) group by thema, zustand`,
  },
  {
    kind: 'progress of 24 months',
    text: months
      .map(
        (day) => `(with ${latest(day)} select '${day}', zustand, count(*) from bench_duty d
        left join latest using (ags, leistung_id) group by zustand)`,
      )
      .join(' union all '),
  },
];

/** How long each question takes in SQL, some times over; in ms. */
export async function timesInSql(
  pool: pg.Pool,
  samples: number,
): Promise<readonly { readonly kind: string; readonly ms: number }[]> {
  const times: { kind: string; ms: number }[] = [];
  for (const { kind, text } of sqlQuestions) {
    const tries = kind.startsWith('progress') ? 1 : samples;
    for (let one = 0; one < tries; one += 1) {
      const start = performance.now();
      await pool.query(text);
      times.push({ kind, ms: performance.now() - start });
    }
  }
  return times;
}
