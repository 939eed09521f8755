import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { newId, newSecret, openInstance, readConfig, secretHash } from '../src/platform/index.ts';
import { figureOf } from './support/figure.ts';
import { loadAtFixedRate, type Shot } from './support/http-load.ts';
import { emptyPlace, type Installation, startedAt } from './support/installation.ts';
import { detailsOf, timesOf } from './support/load-figures.ts';
import { report } from './support/report.ts';

/**
 * 120 Kommunen answer 600 Leistungen each of one Bedarfsabfrage at the same time, each answer saved by itself as the
 * script of the form does, through the API; afterwards every answer is looked for.
 */

const kommunen = 120;
const leistungen = 600;
const perSecond = 100;
const warmUp = 300;

await report('surveys', 'Answers to a Bedarfsabfrage', async () => {
  await using place = emptyPlace();
  await using installation = await startedAt(place);
  const superuser = await superuserOf(installation);
  const { umfrage, tokens, ids } = await survey(superuser);
  const shot = (index: number): Shot => {
    const kommune = index % kommunen;
    const leistung = ids[Math.floor(index / kommunen) % leistungen] ?? '';
    const body = JSON.stringify({
      grundlage: 0,
      felder: {
        bedarf: 'ja',
        wunschquartal: '2099-Q1',
        fallzahl: String(index),
        bemerkung: `Antwort ${index}`,
      },
    });
    return {
      kind: 'save',
      body,
      options: {
        host: '127.0.0.1',
        port: installation.port,
        method: 'PUT',
        path: `/api/v1/bedarfsabfragen/${umfrage}/antworten/${leistung}`,
        headers: {
          host: `localhost:${installation.port}`,
          authorization: `Bearer ${tokens[kommune]}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
    };
  };
  const all = kommunen * leistungen;
  const load = await loadAtFixedRate({ perSecond, wanted: all - warmUp, warmUp, shot });
  const { rows } = await superuser.query<{ answers: number; counted: number; versions: number }>(
    `select (select count(distinct (tenant_id, leistung_id))::int from surveys.antwort where umfrage_id = $1) as answers,
      (select sum(beantwortet)::int from surveys.teilnahme where umfrage_id = $1) as counted,
      (select count(*)::int from surveys.antwort where umfrage_id = $1) as versions`,
    [umfrage],
  );
  await superuser.end();
  const [kept = { answers: 0, counted: 0, versions: 0 }] = rows;
  return {
    figures: [
      figureOf(
        {
          id: 'surveys.save',
          what: `An answer of one of ${kommunen} Kommunen that answer ${leistungen} Leistungen each, ${perSecond} a second`,
          unit: 'ms',
          shown: 'p95',
          limit: 80,
        },
        timesOf(load),
        load.errors.length + Math.abs(all - kept.answers) + Math.abs(all - kept.counted),
      ),
    ],
    details: { ...detailsOf(load), kept, wanted: all },
  };
});

async function superuserOf({ folder, port }: Installation): Promise<pg.Pool> {
  const config = readConfig({ LEITWERK_DATA: folder, PORT: String(port) }, folder);
  if (!config.ok) throw new Error(config.refusal.message);
  const instance = await openInstance(config.value, { role: 'command' });
  if (!instance.ok) throw new Error(instance.refusal.message);
  const pool = new pg.Pool({ connectionString: instance.value.ownerUrl, max: 2 });
  await instance.value.release();
  return pool;
}

/** An open survey that asks 120 Kommunen about 600 Leistungen, and a token of each Kommune. */
async function survey(superuser: pg.Pool) {
  const provider = randomUUID();
  const umfrage = randomUUID();
  const { rows: known } = await superuser.query<{ id: string }>(
    'select distinct id from catalogue.leistung order by id limit $1',
    [leistungen],
  );
  const ids = known.map(({ id }) => id);
  await superuser.query(
    `insert into identity.organisation (id, kind, name) values ($1, 'it-dienstleister', 'Messung')`,
    [provider],
  );
  const inhalt = {
    titel: 'Messung',
    beschreibung: '',
    umfang: { themenfelder: [], fokus: [], liste: [], nurPflichten: true, nurLuecken: false },
    zusatz: ['wunschquartal', 'fallzahl', 'vorarbeit', 'bemerkung'],
    fragen: [],
    quorum: 0,
    erinnerungen: [],
  };
  await superuser.query(
    `insert into surveys.umfrage (tenant_id, id, fassung, zustand, inhalt, frist, angelegt_am)
      values ($1, $2, 1, 'offen', $3, '2099-12-31', now())`,
    [provider, umfrage, JSON.stringify(inhalt)],
  );
  const tokens: string[] = [];
  for (let nr = 0; nr < kommunen; nr += 1) {
    const ags = `0999${String(nr).padStart(4, '0')}`;
    tokens.push(await kommune(superuser, { provider, umfrage, ags, ids }));
  }
  return { umfrage, tokens, ids };
}

interface Gefragt {
  readonly provider: string;
  readonly umfrage: string;
  readonly ags: string;
  readonly ids: readonly string[];
}

async function kommune(superuser: pg.Pool, { provider, umfrage, ags, ids }: Gefragt): Promise<string> {
  const tenant = randomUUID();
  const prefix = newId().slice(0, 8);
  const token = `lwt_${prefix}_${newSecret(32)}`;
  await superuser.query(
    `insert into identity.organisation (id, kind, name, body_key) values ($1, 'kommune', $2, $3)`,
    [tenant, `Kommune ${ags}`, ags],
  );
  await superuser.query(
    `insert into identity.betreuung (kommune_id, provider_id, valid_from) values ($1, $2, '2020-01-01')`,
    [tenant, provider],
  );
  await superuser.query(
    `insert into surveys.gefragt (tenant_id, umfrage_id, kommune_id, ags, name, leistungen)
      values ($1, $2, $3, $4, $5, $6)`,
    [provider, umfrage, tenant, ags, `Kommune ${ags}`, ids],
  );
  await superuser.query(
    `insert into identity.machine_token (tenant_id, id, key_hash, prefix, label, scopes, issued_by, created_at, expires_at)
      values ($1, $2, $3, $4, 'Messung', '{surveys.answer}', 'betreiber:bench', now(), now() + interval '1 day')`,
    [tenant, randomUUID(), secretHash(token), prefix],
  );
  return token;
}
