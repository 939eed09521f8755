import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import { textOfPdf } from '../../../../test/support/pdf-text.ts';
import { corrected, issued, kommune, lead, stelle2026 } from '../testing/bills.ts';
import { type CostsWorld, furnished, openCostsWorld, refusalIn, valueIn } from '../testing/costs-world.ts';
import { eigeneAnteile, eigenerAnteil } from './anteile.ts';
import { dokumentHier } from './dokumente.ts';
import { pdfWunsch, stornoPdfWunsch } from './dokumentwunsch.ts';
import { kontoFor } from './konto.ts';
import { planstand, savePlan } from './plan.ts';
import { rechnungsansicht } from './rechnungsbild.ts';
import { type Rueckzahlung, trageZahlungEin, zahleZurueck } from './zahlungen.ts';

const am = localDate('2026-11-20');
const [lemgo, detmold] = ['05766044', '05766020'];
const grund = 'Die Stadt im Süden nimmt erst 2027 teil.';

describe('a payer whose bill was cancelled gets back what it paid', () => {
  let world: CostsWorld;
  let old: string;
  let neu: string;
  before(async () => {
    world = await openCostsWorld();
    await furnished(world);
    old = await issued(world);
  });
  after(() => world[Symbol.asyncDispose]());

  const pays = (abrechnung: string, zahler: string, cent: bigint) =>
    trageZahlungEin(world.deps, world.manager, { abrechnung, zahler, cent, am, bemerkung: '' });
  const back = (more: Partial<Rueckzahlung> = {}) =>
    zahleZurueck(world.deps, world.manager, {
      ...{ abrechnung: old, zahler: detmold, cent: 500_000n, am, beleg: 'RÜ-2026-17', stand: null },
      ...more,
    });
  const konto = async (abrechnung = old, zahler = detmold) =>
    valueIn(await kontoFor(world.deps, lead(world), abrechnung, zahler));

  test('two payments that are entered at once both count', async () => {
    const both = await Promise.all([pays(old, detmold, 300_000n), pays(old, detmold, 200_000n)]);
    for (const one of both) valueIn(one);
    valueIn(await pays(old, lemgo, 421_053n));
    assert.equal((await konto()).anteil.bezahltCent, 500_000n);
  });

  test('while the share holds and is not overpaid there is nothing to give back', async () => {
    assert.match(refusalIn(await back({ cent: 1n })).message, /nichts zurückzuzahlen/);
    const stand = valueIn(await planstand(world.deps, world.manager, stelle2026));
    const inhalt = { ...stand.plan.inhalt, zahler: stand.plan.inhalt.zahler.slice(0, 1) };
    const wish = { ...stelle2026, grundlage: stand.plan.fassung, inhalt };
    valueIn(await savePlan(world.deps, world.manager, wish));
    neu = await corrected(world, old, grund);
  });

  test('the house sees to whom it owes what; more than was paid, no reference or a day to come is refused', async () => {
    const { guthaben } = valueIn(await rechnungsansicht(world.deps, world.manager, old));
    assert.deepEqual(guthaben, { zahl: 1, erste: [{ zahler: detmold, name: 'Detmold', cent: 500_000n }] });
    assert.match(refusalIn(await back({ cent: 500_001n })).message, /höchstens 5\.000,00/);
    assert.match(refusalIn(await back({ beleg: ' ' })).message, /Verwendungszweck oder Beleg/);
    assert.match(refusalIn(await back({ am: localDate('2026-11-23') })).message, /nicht in der Zukunft/);
    assert.match(refusalIn(await back({ cent: 0n })).message, /Betrag angeben/);
    assert.match(refusalIn(await back({ cent: -1n })).message, /höchstens, was zurückgezahlt ist/);
    assert.match(refusalIn(await back({ zahler: '05766008' })).message, /steht nicht in der Abrechnung/);
    assert.equal((await konto()).anteil.zurueckgezahltCent, 0n);
  });

  test('of two who read the same account one books; of two who did not read it neither books more than was paid', async () => {
    const stand = (await konto()).buchungen.length;
    const part = { cent: 100_000n, stand };
    const read = await Promise.all([back(part), back(part)]);
    assert.deepEqual(
      read.map((one) => (one.ok ? String(one.value.guthabenCent) : one.refusal.code)).toSorted(),
      ['400000', 'COSTS_CHANGED_MEANWHILE'],
    );
    const unread = await Promise.all([back({ cent: 400_000n }), back({ cent: 400_000n })]);
    assert.deepEqual(unread.map(({ ok }) => ok).toSorted(), [false, true]);
    const { anteil, stand: left } = await konto();
    assert.deepEqual([anteil.zurueckgezahltCent, left.guthabenCent], [500_000n, 0n]);
  });

  test('the Kommune reads each booking in its own account, and nobody else does', async () => {
    const own = valueIn(await kontoFor(world.deps, kommune(world.kommunen[1]), old, ''));
    assert.deepEqual(own.buchungen.map(({ art, cent, beleg }) => `${art} ${cent} ${beleg}`).toSorted(), [
      'rueckzahlung -100000 RÜ-2026-17',
      'rueckzahlung -400000 RÜ-2026-17',
      'zahlung 200000 ',
      'zahlung 300000 ',
    ]);
    const foreign = valueIn(await kontoFor(world.deps, kommune(world.kommunen[0]), old, detmold));
    assert.equal(foreign.anteil.zahler, lemgo);
    const none = await kontoFor(world.deps, kommune(world.kommunen[2]), old, detmold);
    assert.equal(refusalIn(none).code, 'COSTS_BILL_UNKNOWN');
  });

  test('a mistake is booked the other way round, and each booking stands in the audit', async () => {
    valueIn(await back({ cent: -150_000n, beleg: 'Irrtum' }));
    assert.equal((await konto()).stand.rueckzahlbarCent, 150_000n);
    valueIn(await back({ cent: 150_000n }));
    const { rows } = await world.t.superuser.query(
      `select summary from platform.audit where action = 'costs.repayment.entered' order by seq`,
    );
    assert.equal(rows.length, 4);
    assert.deepEqual(rows.at(-1)?.summary, { zahler: detmold, cent: 150_000 });
  });

  test('what is too much on a bill that holds can be given back; the payment under it then stays', async () => {
    const { anteil } = await konto(neu, lemgo);
    assert.equal(anteil.bezahltCent, 421_053n);
    valueIn(await pays(neu, lemgo, anteil.bruttoCent));
    valueIn(await back({ abrechnung: neu, zahler: lemgo, cent: 421_053n }));
    const refused = refusalIn(await pays(neu, lemgo, -anteil.bruttoCent - 1n));
    assert.match(refused.message, /zuerst die Rückzahlung/);
    assert.equal((await konto(neu, lemgo)).stand.offenCent, 0n);
  });

  test('those whose share changed or ended read why, on page and paper; who joined anew reads nothing of it', async () => {
    const left = (await eigeneAnteile(world.deps, world.kommunen[1]))[0];
    assert.deepEqual([left?.gilt, left?.ersetzungsgrund, left?.korrekturgrund], [false, grund, '']);
    const own = valueIn(await eigenerAnteil(world.deps, world.kommunen[0], neu));
    assert.equal(own.korrekturgrund, grund);
    const before = valueIn(await eigenerAnteil(world.deps, world.kommunen[0], old));
    assert.equal(before.ersetzungsgrund, grund);
    for (const wanted of [
      await pdfWunsch(world.deps, kommune(world.kommunen[0]), neu, ''),
      await stornoPdfWunsch(world.deps, kommune(world.kommunen[1]), old, ''),
    ])
      assert.match(await textOf(wanted), /Grund: „Die Stadt im Süden/);
    const stand = valueIn(await planstand(world.deps, world.manager, stelle2026));
    const [first] = stand.plan.inhalt.zahler;
    assert.ok(first);
    const inhalt = {
      ...stand.plan.inhalt,
      zahler: [first, { ...first, kennung: '05766008', name: 'Bad Salzuflen' }],
    };
    const wish = { ...stelle2026, grundlage: stand.plan.fassung, inhalt };
    valueIn(await savePlan(world.deps, world.manager, wish));
    await corrected(world, neu, 'Eine Stadt kam dazu.');
    const joined = (await eigeneAnteile(world.deps, world.kommunen[2]))[0];
    assert.deepEqual([joined?.gilt, joined?.korrekturgrund], [true, '']);
  });

  async function textOf(wanted: Awaited<ReturnType<typeof pdfWunsch>>): Promise<string> {
    return textOfPdf(valueIn(await dokumentHier(world.deps, valueIn(wanted))));
  }
});
