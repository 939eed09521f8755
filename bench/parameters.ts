import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { openOffers } from '#applications';
import { readLive } from '#efa';
import { readParameterFacts } from '#efa/parameter';
import { loadOnlinedienste } from '#forms/onlinedienst';
import { clockFrom } from '#kernel';
import { createEffectives, openServing } from '#overlays';
import { openInForce } from '#parameters';
import { actorOf, type Database, parseTenantId, type TenantId } from '#platform';
import { siteBySlug } from '#portal';
import { parkValues } from '../src/contexts/forms/testing/kommune-values.ts';
import { stopTestServer, type TestDatabase, testDatabase } from '../src/platform/testing/test-database.ts';
import { figureOf } from './support/figure.ts';
import { memoryOfTree } from './support/process-memory.ts';
import { report } from './support/report.ts';

/** What tenant, layers and values of one of 11,000 Kommunen add to a request that reads a live service. */

const kommunen = 11_000;
const samples = 5_000;
const dienst = 'bewohnerparkausweis';
const actor = actorOf('system', 'bench');
const clock = clockFrom(() => new Date('2026-11-22T08:00:00Z'));

interface Site {
  readonly slug: string;
  readonly tenant: TenantId;
  readonly ags: string;
  readonly name: string;
}

await report('parameters', 'Values of many Kommunen', async () => {
  const t = await testDatabase();
  try {
    const sites = sitesOf();
    await fill(t, sites);
    const counting = openInForce(openServing(createEffectives()));
    const offers = openOffers(clock, undefined, counting);
    const read = async ({ slug, name }: Site) => {
      const site = await siteBySlug(t.db, slug);
      const tenant = parseTenantId(site?.tenant ?? '');
      if (!site || !tenant) throw new Error(`no site ${slug}`);
      return t.db.withTenant(tenant, actor, async (tx) => {
        const asked = { tenant, ags: site.ags, name, slug, origin: 'http://localhost' };
        const offer = await offers.read(tx, asked, dienst);
        if (!offer.ok) throw new Error(offer.refusal.message);
      });
    };
    global.gc?.();
    const before = process.memoryUsage().heapUsed;
    for (const site of sites) await read(site);
    global.gc?.();
    const memory = (process.memoryUsage().heapUsed - before) / 1_000_000;
    const { added, whole, plain } = await timesOf(t.db, sites, read);
    const words = `one of ${kommunen.toLocaleString('en')} Kommunen`;
    return {
      figures: [
        figureOf(
          {
            id: 'parameters.added',
            what: `Finding ${words}, its layers and values, added to a request`,
            unit: 'ms',
            shown: 'p95',
            limit: 1,
          },
          added,
        ),
        figureOf(
          {
            id: 'parameters.whole',
            what: 'The same, reading what is live included',
            unit: 'ms',
            shown: 'p95',
          },
          whole,
        ),
        figureOf(
          {
            id: 'parameters.plain',
            what: 'Plain SQL that reads what is live and all that was ever stated, in one transaction',
            unit: 'ms',
            shown: 'p95',
          },
          plain,
        ),
        figureOf(
          {
            id: 'parameters.memory',
            what: 'Memory that all of them keep once read',
            unit: 'MB',
            shown: 'max',
          },
          [memory],
        ),
      ],
      memory: memoryOfTree(process.pid),
      details: { ...counting.kept() },
    };
  } finally {
    await t[Symbol.asyncDispose]();
    await stopTestServer();
  }
});

/** Each read beside one that reads only what is live, and one in plain SQL, in turn, so that all meet the same moment. */
async function timesOf(db: Database, sites: readonly Site[], read: (site: Site) => Promise<void>) {
  const [added, whole, plain]: [number[], number[], number[]] = [[], [], []];
  for (let turn = 0; turn < samples; turn += 1) {
    const site = sites[(turn * 7_919) % sites.length];
    if (!site) throw new Error('no Kommune');
    const bare = await timed(() => db.withPublic((tx) => readLive(tx, site.ags)));
    const full = await timed(() => read(site));
    const sql = await timed(() =>
      db.withTenant(site.tenant, actor, async (tx) => {
        await readLive(tx, site.ags);
        await readParameterFacts(tx, dienst);
      }),
    );
    added.push(Math.max(0, full - bare));
    whole.push(full);
    plain.push(sql);
  }
  return { added, whole, plain };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function sitesOf(): readonly Site[] {
  return Array.from({ length: kommunen }, (_, index) => {
    const tenant = parseTenantId(randomUUID());
    if (!tenant) throw new Error('no id');
    const land = String((index % 16) + 1).padStart(2, '0');
    return {
      tenant,
      ags: `${land}${String(100_000 + Math.floor(index / 16)).padStart(6, '0')}`,
      name: `Kommune ${index}`,
      slug: `kommune-${index}`,
    };
  });
}

/** Every Kommune live with values of its own; every Land with a layer and a value for all. */
async function fill({ superuser }: TestDatabase, sites: readonly Site[]): Promise<void> {
  const loaded = await loadOnlinedienste(new URL('../data/onlinedienste', import.meta.url).pathname);
  const found = loaded.ok ? loaded.value.find(({ id }) => id === dienst) : undefined;
  if (!found) throw new Error(`no ${dienst}`);
  const open = [{ path: 'formular.pages.*.lead', levels: ['land'], change: ['set'] }];
  const put = (statement: string, ...values: readonly unknown[]) => superuser.query(statement, [...values]);
  const [first] = sites;
  await put(
    `insert into efa.angebot (dienst, fassung, anbieter_id, anbieter, inhalt, definition, formular, hash, angeboten_am)
      values ($1, '1', $2, 'Rechenzentrum', '{}', $3, $4, 'hash', now())`,
    dienst,
    first?.tenant,
    JSON.stringify({ ...found.definition, land: null, open }),
    JSON.stringify(found.form.definition),
  );
  const columns = [
    sites.map(({ tenant }) => tenant),
    sites.map(({ ags }) => ags),
    sites.map(({ name }) => name),
  ];
  const each = 'from unnest($2::uuid[], $3::text[], $4::text[]) as k (tenant, ags, name)';
  await put(
    `insert into efa.anbindung (tenant_id, dienst, ags, fassung, zustand, version, geaendert_am, geaendert_von)
      select tenant, $1, ags, '1', 'live', 1, now(), 'bench' ${each}`,
    dienst,
    ...columns,
  );
  await put(
    `insert into efa.live_dienst (tenant_id, dienst, ags, kommune, fassung, titel, leika, seit, stellen)
      select tenant, $1, ags, name, '1', 'Parken', '{}', '2026-01-01', '[]' ${each}`,
    dienst,
    ...columns,
  );
  await put(
    `insert into portal.site (tenant_id, slug, ags, name, anschrift, telefon, email, vertretung, datenschutz_email, oeffnungszeiten, version)
      select tenant, slug, ags, name, 'Markt 1', '0000 1', 'post@example.org', 'Leitung', 'schutz@example.org', '[]', 1
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as k (tenant, ags, name, slug)`,
    ...columns,
    sites.map(({ slug }) => slug),
  );
  for (const [name, value] of Object.entries(parkValues))
    await put(
      `insert into efa.parameter (tenant_id, dienst, name, wert, gilt_ab, erfasst_am, erfasst_von)
        select tenant, $1, $5, case when $5 = 'kommuneName' then to_jsonb(name) else $6::jsonb end, '2026-01-01', '2026-01-01', 'bench' ${each}`,
      dienst,
      ...columns,
      name,
      JSON.stringify(value),
    );
  for (let land = 1; land <= 16; land += 1) {
    const gebiet = String(land).padStart(2, '0');
    await layLand(put, gebiet, first?.tenant);
  }
  await put('analyze');
}

async function layLand(
  put: (statement: string, ...values: readonly unknown[]) => Promise<unknown>,
  gebiet: string,
  tenant: TenantId | undefined,
): Promise<void> {
  const change = { do: 'set', path: 'formular.pages.wohnung.lead', value: `Das Land ${gebiet} fragt hier.` };
  const layer = {
    format: 'leitwerk/overlay@1',
    dienst,
    level: 'land',
    gebiet,
    name: `Land ${gebiet}`,
    version: 1,
  };
  await put(
    `insert into overlays.schicht (tenant_id, dienst, ebene, gebiet, version, inhalt, veroeffentlicht_am, veroeffentlicht_von)
      values ($1, $2, 'land', $3, 1, $4, '2026-01-01', 'bench')`,
    tenant,
    dienst,
    gebiet,
    JSON.stringify({ ...layer, basis: { from: 1 }, changes: [change] }),
  );
  await put(
    `insert into efa.vorgabe (tenant_id, dienst, gebiet, name, wert, verbindlich, grundlage, sagt, gilt_ab, erfasst_am, erfasst_von)
      values ($1, $2, $3, 'bearbeitungszeit', '"Zwei Wochen."', false, 'Norm', 'Land', '2026-01-01', '2026-01-01', 'bench')`,
    tenant,
    dienst,
    gebiet,
  );
}
