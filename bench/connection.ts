import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { type Kommune, readAnbindungenOf } from '#efa';
import { reachableMembers } from '#identity';
import { parseTenantId } from '#platform';
import { punkteFor } from '../src/contexts/connection/domain/katalog.ts';
import {
  type ConnectionWorld,
  connected,
  dienst,
  openConnectionWorld,
  ticked,
} from '../src/contexts/connection/testing/connection-world.ts';
import { within } from '../src/contexts/connection/use-cases/begleiter.ts';
import { readGates } from '../src/contexts/connection/use-cases/gate.ts';
import { punkteErledigen } from '../src/contexts/connection/use-cases/punkte-erledigen.ts';
import { readAnbindungsstand } from '../src/contexts/connection/use-cases/read-stand.ts';
import { dutiesWorlds } from '../src/contexts/efa/testing/efa-world.ts';
import { stopTestServer } from '../src/platform/testing/test-database.ts';
import { type FigureHead, figureOf } from './support/figure.ts';
import { report } from './support/report.ts';

/** How long the go-live gate, the state and one step take for 400 Kommunen that are connected to one service. */

const wanted = 400;
const { shipped } = await dutiesWorlds();
const world = await openConnectionWorld(shipped, {
  // As the application asks: each Kommune's members in its own transaction.
  bearbeitung: async ({ tenant }) => {
    const { deps, lemgo } = world;
    const members = await deps.db.withTenant(tenant, lemgo.actor, (tx) => reachableMembers(tx, deps, tenant));
    return members.map(({ stellen }) => ({ stellen }));
  },
});
await connected(world);
await ticked(world, ['testantrag']);
const kommunen = await copied(world);

await report('connection', 'Anbindungen', async () => ({
  figures: [
    await measured(
      { ...head('gate', `The go-live gate for ${wanted} Kommunen`), unit: 's', limit: 5 },
      10,
      async () => {
        const gates = await readGates(world.deps, world.lead, dienst, kommunen);
        return gates.size === wanted && [...gates.values()].every(({ gruppen }) => gruppen.length >= 9);
      },
    ),
    await measured(head('stand', `Phase, progress and clocks of ${wanted} Anbindungen`), 20, async () => {
      const staende = await within(world.deps, world.lead, (tx) =>
        readAnbindungsstand(tx, world.deps, { dienst, kommunen }),
      );
      return staende.length === wanted && staende.every(({ fortschritt }) => fortschritt.erledigt > 10);
    }),
    await measured(head('step', `One step for ${wanted} Kommunen`), 5, async (index) => {
      const eingabe = {
        art: index % 2 === 0 ? 'wieder-offen' : 'erledigt',
        nachweis: '',
        grund: 'Messung',
        gueltigBis: '',
      } as const;
      const gelesen = kommunen.map((kommune) => ({ kommune, nummer: index + 1 }));
      const step = { dienst, punkt: 'support', eingabe };
      const done = await within(world.deps, world.lead, (tx) =>
        punkteErledigen(tx, world.deps, world.lead, step, gelesen),
      );
      return done.ok && done.value.erledigt.length === wanted;
    }),
  ],
  details: { kommunen: wanted, punkte: punkteFor(world.deps.katalog, dienst).length },
}));
await world[Symbol.asyncDispose]();
await stopTestServer();

function head(id: string, what: string): FigureHead {
  return { id: `connection.${id}`, what, unit: 'ms', shown: 'p95' };
}

async function measured(figure: FigureHead, samples: number, run: (index: number) => Promise<boolean>) {
  const times: number[] = [];
  let errors = 0;
  for (let index = 0; index < samples; index += 1) {
    const start = performance.now();
    const good = await run(index);
    const took = performance.now() - start;
    if (good) times.push(figure.unit === 's' ? took / 1000 : took);
    else errors += 1;
  }
  return figureOf(figure, times, errors);
}

/** The same Anbindung, with Zustellpunkt, key, values and facts, for as many bodies of the Land as are wanted. */
async function copied({ efa, lead, lemgo }: ConnectionWorld): Promise<readonly Kommune[]> {
  const own = new Set([efa.lemgo.kommune.ags, efa.detmold.kommune.ags]);
  const others = shipped.territory.bodies
    .filter(({ ags, land }) => land === '05' && !own.has(ags))
    .slice(0, wanted - 1)
    .map(({ ags, name }) => ({ tenant: parseTenantId(randomUUID()) ?? lemgo.kommune.tenant, ags, name }));
  const columns = [
    others.map((each) => each.tenant),
    others.map((each) => each.ags),
    others.map((each) => each.name),
  ];
  const run = (statement: string, values: readonly unknown[]) =>
    efa.t.superuser.query(statement, [...values]);
  const from = 'unnest($1::uuid[], $2::text[], $3::text[]) as n (id, ags, name)';
  await run(
    `insert into identity.organisation (id, kind, name, body_key) select n.id, 'kommune', n.name, n.ags from ${from}`,
    columns,
  );
  await run(
    `insert into identity.betreuung (kommune_id, provider_id, valid_from) select id, $2, '2026-01-01' from unnest($1::uuid[]) as n (id)`,
    [columns[0], lead.haus.tenant],
  );
  // Nine of ten share their values; the others are looked at one by one.
  await run(
    `insert into identity.einwilligung (tenant_id, provider_id, valid_from, stated_by)
      select id, $2, '2026-01-01', 'system:messung' from unnest($1::uuid[]) with ordinality as n (id, nr) where nr % 10 > 0`,
    [columns[0], lead.haus.tenant],
  );
  const source = lemgo.kommune.tenant;
  await run(
    `insert into efa.anbindung (tenant_id, dienst, ags, fassung, zustand, version, geaendert_am, geaendert_von)
      select n.id, dienst, n.ags, fassung, zustand, version, geaendert_am, geaendert_von
      from efa.anbindung s cross join ${from} where s.tenant_id = $4`,
    [...columns, source],
  );
  // A Zustellpunkt's id is its own in the whole installation: each Kommune's bears that of its organisation.
  await run(
    `insert into efa.parameter (tenant_id, dienst, name, wert, gilt_ab, erfasst_am, erfasst_von)
      select n.tenant, dienst, name, case when name like 'zustellpunkt%' then to_jsonb(n.tenant::text) else wert end,
        gilt_ab, erfasst_am, erfasst_von
      from efa.parameter s cross join unnest($1::uuid[]) as n (tenant) where s.tenant_id = $2`,
    [columns[0], source],
  );
  await run(
    `insert into delivery.zustellpunkt (tenant_id, id, name, state, postfach, created_at, changed_at)
      select n.tenant, n.tenant, name, state, postfach, created_at, changed_at
      from delivery.zustellpunkt s cross join unnest($1::uuid[]) as n (tenant) where s.tenant_id = $2`,
    [columns[0], source],
  );
  await run(
    `insert into delivery.zustellpunkt_key (tenant_id, zustellpunkt_id, kid, public_jwk, valid_from, valid_to)
      select n.tenant, n.tenant, 'kid-' || n.tenant, public_jwk, valid_from, valid_to
      from delivery.zustellpunkt_key s cross join unnest($1::uuid[]) as n (tenant) where s.tenant_id = $2`,
    [columns[0], source],
  );
  await run(
    `insert into connection.fakt (tenant_id, dienst, punkt, nummer, art, nachweis, grund, gueltig_bis, am, von, haus)
      select n.tenant, dienst, punkt, nummer, art, nachweis, grund, gueltig_bis, am, von, haus
      from connection.fakt s cross join unnest($1::uuid[]) as n (tenant) where s.tenant_id = $2`,
    [columns[0], source],
  );
  const known = await within(world.deps, lead, (tx) => readAnbindungenOf(tx, dienst));
  if (known.length !== wanted) throw new Error(`${known.length} Anbindungen instead of ${wanted}`);
  return [lemgo.kommune, ...others];
}
