import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import {
  askerOf,
  downloadOf,
  type PageAsker,
  pageOf,
  refusalOf,
} from '../../../../test/support/page-request.ts';
import { costsCommands } from '../cli.ts';
import { corrected, issued, stelle2026 } from '../testing/bills.ts';
import {
  type CostsWorld,
  furnished,
  managerPrincipal,
  openCostsWorld,
  payerPrincipal,
  refusalIn,
  valueIn,
} from '../testing/costs-world.ts';
import { planstand, savePlan } from '../use-cases/plan.ts';
import { trageZahlungEin } from '../use-cases/zahlungen.ts';
import { costsOperations } from './operations.ts';
import { costsPages } from './pages.ts';

const detmold = '05766020';
const grund = 'Ihre Stadt nimmt erst 2027 teil.';

describe('what was paid on a cancelled bill goes back, by each door', () => {
  let world: CostsWorld;
  let ask: PageAsker;
  let id: string;
  before(async () => {
    world = await openCostsWorld();
    await furnished(world);
    ask = askerOf(costsPages(world.deps));
    id = await issued(world);
    const paid = {
      abrechnung: id,
      zahler: detmold,
      cent: 778_947n,
      am: localDate('2026-11-20'),
      bemerkung: '',
    };
    valueIn(await trageZahlungEin(world.deps, world.manager, paid));
    const { plan } = valueIn(await planstand(world.deps, world.manager, stelle2026));
    const inhalt = { ...plan.inhalt, zahler: plan.inhalt.zahler.slice(0, 1) };
    valueIn(await savePlan(world.deps, world.manager, { ...stelle2026, grundlage: plan.fassung, inhalt }));
    await corrected(world, id, grund);
  });
  after(() => world[Symbol.asyncDispose]());

  const house = () => managerPrincipal(world);
  const own = () => payerPrincipal(world.kommunen[1]);
  const payer = () => `/abrechnungen/${id}/zahler/${detmold}`;

  test('the Kommune reads its credit and why its bill was cancelled, and can book nothing', async () => {
    const { html } = await pageOf(await ask.get(`/abrechnungen/${id}`, own()));
    for (const words of ['Ihr Guthaben', '7.789,47', `Grund: „${grund}“`])
      assert.ok(html.includes(words), words);
    assert.doesNotMatch(html, /Rückzahlung eintragen/);
    const tried = await ask.post(`${payer()}/rueckzahlung`, {}, own());
    assert.equal(refusalOf(tried).code, 'COSTS_NOT_ALLOWED');
  });

  test('the house is led from the bill to the payer; what does not fit is told at its field and stands again', async () => {
    const bill = await pageOf(await ask.get(`/abrechnungen/${id}`, house()));
    assert.ok(bill.html.includes(`${payer()}#rueckzahlung`));
    assert.match(bill.html, /Noch zurückzuzahlen/);
    assert.doesNotMatch(bill.html, /Davon offen/);
    const page = await pageOf(await ask.get(payer(), house()));
    assert.match(page.html, /name="betrag"[^>]*value="7\.789,47"|value="7\.789,47"[^>]*name="betrag"/);
    const typed = { betrag: '7.789,48', am: '2026-11-21', beleg: 'RÜ 17', stand: '1' };
    const refused = await pageOf(await ask.post(`${payer()}/rueckzahlung`, typed, house()));
    assert.match(refused.html, /höchstens 7\.789,47/);
    assert.match(refused.html, /value="RÜ 17"/);
    const undated = await pageOf(await ask.post(`${payer()}/rueckzahlung`, { ...typed, am: '' }, house()));
    assert.match(undated.html, /Tag angeben, an dem zurückgezahlt wurde/);
  });

  test('it is booked once; the second of two is told, and both sides see it', async () => {
    const typed = { betrag: '7.000,00', am: '2026-11-21', beleg: 'RÜ 17', stand: '1' };
    assert.deepEqual(await ask.post(`${payer()}/rueckzahlung`, typed, house()), {
      kind: 'redirect',
      to: `${payer()}?getan=rueckzahlung`,
    });
    const late = await pageOf(await ask.post(`${payer()}/rueckzahlung`, typed, house()));
    assert.match(late.html, /Inzwischen hat jemand anderes das geändert/);
    for (const [address, who] of [
      [payer(), house()],
      [`/abrechnungen/${id}`, own()],
    ] as const) {
      const { html } = await pageOf(await ask.get(address, who));
      assert.ok(html.includes('Rückzahlung: RÜ 17') && html.includes('789,47'), address);
    }
  });

  test('API and command line book and read the same account', async () => {
    const invoke = async (method: 'get' | 'post', path: string, more: object) => {
      const operation = costsOperations(world.deps).find((one) => one.method === method && one.path === path);
      assert.ok(operation);
      const raw = {
        params: { id },
        query: {},
        body: undefined,
        principal: house(),
        clientAddress: '',
        ...more,
      };
      return operation.invoke(raw);
    };
    const post = (stand: number) =>
      invoke('post', '/abrechnungen/{id}/rueckzahlungen', {
        body: { zahler: detmold, cent: 80_000, am: '2026-11-21', beleg: 'RÜ 18', stand },
      });
    assert.equal(refusalIn(await post(1)).code, 'COSTS_CHANGED_MEANWHILE');
    const tooMuch = refusalIn(await post(2));
    assert.deepEqual(
      tooMuch.fields?.map(({ field }) => field),
      ['betrag'],
    );
    const command = (
      name: string,
      positionals: readonly string[],
      values: Readonly<Record<string, string>>,
    ) =>
      costsCommands(world.deps)
        .find((one) => one.name === name)
        ?.run({
          ...{ positionals, principal: house(), say: () => {} },
          values: { organisation: world.manager.anbieter.name, ...values },
        });
    const args = [id, detmold, '789,47', '2026-11-21'];
    const done = await command('abrechnung rueckzahlung', args, { beleg: 'RÜ 18', stand: '2' });
    assert.deepEqual(valueIn(done ?? assert.fail()).json, { guthabenCent: '0' });
    const read = valueIn(await invoke('get', '/abrechnungen/{id}/konto', { query: { zahler: detmold } }));
    const told = valueIn((await command('abrechnung konto', [id], { zahler: detmold })) ?? assert.fail());
    assert.deepEqual(read, told.json);
    assert.match(told.text, /21\.11\.2026 {2}−789,47 € {2}Rückzahlung: RÜ 18/);
    const share = valueIn(await invoke('get', '/abrechnungen/{id}', { principal: own() })) as {
      readonly anteil: Readonly<Record<string, unknown>>;
    };
    const { zurueckgezahltCent, guthabenCent, ersetzungsgrund } = share.anteil;
    assert.deepEqual([zurueckgezahltCent, guthabenCent, ersetzungsgrund], ['778947', '0', grund]);
  });

  test('the bookings leave as tables for both sides, and the shares say what went back', async () => {
    const csv = async (address: string, who: ReturnType<typeof own>) =>
      (await downloadOf(await ask.get(address, who))).toString('utf8');
    const account = await csv(`/abrechnungen/${id}/konto.csv`, own());
    assert.match(account, /Rückzahlung.*-7000.*RÜ 17/);
    assert.equal(await csv(`/abrechnungen/${id}/konto.csv?zahler=${detmold}`, house()), account);
    assert.match(
      await csv(`/abrechnungen/${id}/anteile.csv`, house()),
      /Zurückgezahlt in Euro.*Guthaben in Euro/,
    );
    assert.match(await csv(`/abrechnungen/${id}/anteile.csv`, own()), /7789,47.*7789,47/);
  });
});
