import { randomInt, randomUUID } from 'node:crypto';
import { apportion } from '../src/contexts/costs/domain/apportion.ts';
import { anteilPdf } from '../src/contexts/costs/share-pdf.ts';
import { insertAbrechnung } from '../src/contexts/costs/store-abrechnung.ts';
import {
  type CostsWorld,
  dienst,
  furnished,
  managerPrincipal,
  openCostsWorld,
  valueIn,
} from '../src/contexts/costs/testing/costs-world.ts';
import { gehe, stelle } from '../src/contexts/costs/use-cases/abrechnen.ts';
import { eigenerAnteil } from '../src/contexts/costs/use-cases/anteile.ts';
import { haltBildFest } from '../src/contexts/costs/use-cases/rechnungsbild.ts';
import { costsPages } from '../src/contexts/costs/web/pages.ts';
import { stopTestServer } from '../src/platform/testing/test-database.ts';
import { askerOf, pageOf } from '../test/support/page-request.ts';
import { wholeCountry } from './support/country-bill.ts';
import { figureOf } from './support/figure.ts';
import { report } from './support/report.ts';

/**
 * The pages of a bill over 10,796 payers and more, from the request to the HTML, over PostgreSQL: one payer with every step and
 * the house's page with fifty of them, as draft and issued; each look at another payer, so that nothing is warm but the program.
 */

const looks = 60;
const limit = 100;

await report('costs-pages', 'Pages of a bill', async () => {
  const world = await openCostsWorld();
  const payers = wholeCountry().zahler.map(({ kennung }) => kennung);
  const drafted = await timedOf(() => draft(world));
  const id = drafted.value;
  const before = await seen(world, id, payers);
  const issued = await timedOf(async () => {
    valueIn(await gehe(world.deps, world.manager, id, 'pruefen', ''));
    valueIn(await stelle(world.deps, world.manager, id));
  });
  const after = await seen(world, id, payers);
  const pdf = await pdfs(world, id);
  await world[Symbol.asyncDispose]();
  await stopTestServer();
  const page = (name: string, what: string, samples: readonly number[]) =>
    figureOf({ id: name, what, unit: 'ms', shown: 'p95', limit }, samples);
  return {
    figures: [
      page('costs.payer.draft', 'One payer with every step, of a draft', before.payer),
      page('costs.payer', `One payer with every step, of ${payers.length} in an issued bill`, after.payer),
      page('costs.house.draft', 'The house’s page of a draft, fifty payers', before.house),
      page('costs.house', 'The house’s page of an issued bill, fifty payers', after.house),
      page('costs.search', 'The same, searched by name', after.search),
      page('costs.share.pdf', 'The PDF of one share', pdf),
      figureOf({ id: 'costs.draft', what: 'Drafting it', unit: 'ms', shown: 'max' }, [drafted.ms]),
      figureOf({ id: 'costs.issue', what: 'Issuing it', unit: 'ms', shown: 'max' }, [issued.ms]),
    ],
    details: { payers: payers.length, looks },
  };
});

async function timedOf<T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const begin = performance.now();
  const value = await run();
  return { value, ms: performance.now() - begin };
}

/** The bill as `entwerfe` keeps it, from a plan that needs no tables. */
async function draft(world: CostsWorld): Promise<string> {
  const { deps, manager } = world;
  const jahr = 2027;
  await furnished(world, jahr);
  const { tenant } = manager.anbieter;
  const plan = wholeCountry();
  const id = randomUUID();
  await deps.db.withTenant(tenant, manager.actor, async (tx) => {
    const bill = valueIn(apportion(plan));
    const kopf = { id, dienst, jahr, art: 'plan' as const, planFassung: 1, titel: plan.titel };
    await insertAbrechnung(
      tx,
      tenant,
      { ...kopf, korrigiert: null, grund: '', erstelltAm: deps.clock.now() },
      plan,
    );
    await haltBildFest(tx, tenant, id, bill);
  });
  return id;
}

async function seen(world: CostsWorld, id: string, payers: readonly string[]) {
  const ask = askerOf(costsPages(world.deps));
  const lead = managerPrincipal(world);
  const look = async (address: () => string) => {
    const samples: number[] = [];
    for (let at = 0; at < looks + 5; at += 1) {
      const path = address();
      const { ms } = await timedOf(async () => pageOf(await ask.get(path, lead)));
      if (at >= 5) samples.push(ms);
    }
    return samples;
  };
  const bill = `/abrechnungen/${id}`;
  return {
    payer: await look(() => `${bill}/zahler/${payers[randomInt(payers.length)]}`),
    house: await look(() => `${bill}?seite=${randomInt(1, 217)}`),
    search: await look(() => `${bill}?suche=${payers[randomInt(payers.length)]?.slice(0, 5)}`),
  };
}

async function pdfs({ deps, kommunen: [lemgo] }: CostsWorld, id: string): Promise<readonly number[]> {
  const share = valueIn(await eigenerAnteil(deps, lemgo, id));
  const samples: number[] = [];
  for (let at = 0; at < 20; at += 1) samples.push((await timedOf(() => anteilPdf(share))).ms);
  return samples.slice(2);
}
