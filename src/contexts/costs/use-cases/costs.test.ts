import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import { monat } from '../domain/monat.ts';
import {
  type CostsWorld,
  dienst,
  furnished,
  openCostsWorld,
  planWith,
  refusalIn,
  valueIn,
} from '../testing/costs-world.ts';
import { entwerfe, gehe, korrigiere, stelle } from './abrechnen.ts';
import { abrechnungenOf, abrechnungsstand, eigeneAnteile, eigenerAnteil } from './anteile.ts';
import { budgetFor } from './budget.ts';
import { beginEinlesen, uebernehmeSchluessel, vorschauOf } from './einlesen.ts';
import { uebernimmFertigen } from './fertige-schluessel.ts';
import { jahresabschluss, trageVor } from './jahresabschluss.ts';
import { planstand, savePlan } from './plan.ts';
import { schaetzung, veroeffentlichePreis } from './preis.ts';
import { rechnungsansicht } from './rechnungsbild.ts';
import { schluesselOf } from './schluessel.ts';
import { simuliere } from './simuliere.ts';
import { nutzungFor, zaehleNutzung } from './zaehle-nutzung.ts';
import { trageZahlungEin } from './zahlungen.ts';

let world: CostsWorld;

const stelle2026 = { dienst, jahr: 2026, art: 'plan' } as const;

/** A checked draft of a plan. */
async function checked(where: Parameters<typeof entwerfe>[2] = stelle2026): Promise<string> {
  const id = valueIn(await entwerfe(world.deps, world.manager, where));
  valueIn(await gehe(world.deps, world.manager, id, 'pruefen', ''));
  return id;
}

describe('a bill is drafted, checked, issued once and paid', () => {
  let id: string;
  before(async () => {
    world = await openCostsWorld();
    await furnished(world);
  });
  after(() => world[Symbol.asyncDispose]());

  test('what nobody checked is not issued, and the refusal says which step it is', async () => {
    const draft = valueIn(await entwerfe(world.deps, world.manager, stelle2026));
    const refusal = refusalIn(await stelle(world.deps, world.manager, draft));
    assert.equal(refusal.code, 'COSTS_STEP_IMPOSSIBLE');
    assert.match(refusal.message, /Zustand „Entwurf“/);
    valueIn(await gehe(world.deps, world.manager, draft, 'verworfen', ''));
  });

  test('pressed twice at once, or again later, there is one bill with one number', async () => {
    id = await checked();
    const both = await Promise.all([
      stelle(world.deps, world.manager, id),
      stelle(world.deps, world.manager, id),
    ]);
    const again = await stelle(world.deps, world.manager, id);
    const numbers = [...both, again].map((one) => valueIn(one).nummer);
    assert.deepEqual(new Set(numbers), new Set(['2026-0001']));
    assert.equal(both.filter((one) => !valueIn(one).schonGestellt).length, 1);
    const { rows } = await world.t.superuser.query('select count(*)::int as zahl from costs.rechnung');
    assert.equal(rows[0].zahl, 1);
  });

  test('the process ends between number and shares: nothing is kept, and the next press issues it whole', async () => {
    const next = { ...stelle2026, jahr: 2027 };
    await savePlan(world.deps, world.manager, {
      ...next,
      grundlage: 0,
      inhalt: planWith({ von: monat('2027-01'), bis: monat('2027-12') }),
    });
    const waiting = await checked(next);
    await world.t.superuser.query(
      `create function pg_temp_fail() returns trigger language plpgsql as $$ begin raise 'the process ends here'; end $$`,
    );
    await world.t.superuser.query(
      'create trigger ends before insert on costs.anteil for each statement execute function pg_temp_fail()',
    );
    await assert.rejects(stelle(world.deps, world.manager, waiting), /the process ends here/);
    await world.t.superuser.query('drop trigger ends on costs.anteil');
    const kept = valueIn(await abrechnungsstand(world.deps, world.manager, waiting));
    assert.equal(kept.kopf.zustand, 'geprueft');
    assert.equal(valueIn(await stelle(world.deps, world.manager, waiting)).nummer, '2026-0002');
  });

  test('the shares sum to the bill, each Kommune reads its own with every step and nobody else’s', async () => {
    const { bild, zeilen } = valueIn(await rechnungsansicht(world.deps, world.manager, id));
    assert.equal(
      zeilen.reduce((sum, one) => sum + one.brutto, 0n),
      1_200_000n,
    );
    assert.equal(bild.summe.brutto, 1_200_000n);
    const [lemgo, detmold, salzuflen] = world.kommunen;
    const own = valueIn(await eigenerAnteil(world.deps, lemgo, id));
    assert.equal(own.bruttoCent, 421_053n);
    assert.equal(own.rechnungsnummer, '2026-0001/05766044');
    const [schritt] = own.blatt.schritte;
    assert.equal(schritt?.gewicht, '480000');
    assert.equal(schritt?.summe, '1368000');
    assert.doesNotMatch(JSON.stringify(own.blatt), /Detmold|05766020/);
    assert.equal(valueIn(await eigenerAnteil(world.deps, detmold, id)).bruttoCent, 778_947n);
    assert.equal(refusalIn(await eigenerAnteil(world.deps, salzuflen, id)).code, 'COSTS_BILL_UNKNOWN');
    assert.deepEqual(await eigeneAnteile(world.deps, salzuflen), []);
  });

  test('an issued bill cannot be changed, not even by a statement of the application', async () => {
    const { tenant } = world.manager.anbieter;
    for (const table of ['abrechnung', 'rechnung', 'anteil'])
      await assert.rejects(
        world.t.superuser.query(`delete from costs.${table} where tenant_id = $1`, [tenant]),
        /append-only/,
      );
  });

  test('whoever paid has paid; a second bill for the year is refused; a new one corrects it and takes the payment over', async () => {
    const entry = {
      abrechnung: id,
      zahler: '05766044',
      cent: 421_053n,
      am: localDate('2026-11-20'),
      bemerkung: '',
    };
    assert.equal(valueIn(await trageZahlungEin(world.deps, world.manager, entry)).offenCent, 0n);
    const second = await checked();
    assert.equal(refusalIn(await stelle(world.deps, world.manager, second)).code, 'COSTS_OTHER_BILL_ISSUED');
    assert.equal(refusalIn(await korrigiere(world.deps, world.manager, id, '')).code, 'COSTS_INVALID');
    const better = valueIn(await korrigiere(world.deps, world.manager, id, 'Eine Position fehlte.'));
    valueIn(await gehe(world.deps, world.manager, better, 'pruefen', ''));
    valueIn(await stelle(world.deps, world.manager, better));
    const bills = await abrechnungenOf(world.deps, world.manager);
    assert.equal(bills.find((one) => one.id === id)?.zustand, 'korrigiert');
    const [lemgo] = world.kommunen;
    const own = await eigeneAnteile(world.deps, lemgo);
    assert.equal(own.find((one) => one.abrechnung === better)?.bezahltCent, 421_053n);
    assert.equal(own.find((one) => one.abrechnung === id)?.bezahltCent, 0n);
    assert.equal(own.find((one) => one.abrechnung === id)?.ersetztDurch, better);
  });

  test('a plan that changed after the draft is not billed by the old one', async () => {
    const stand = valueIn(await planstand(world.deps, world.manager, { ...stelle2026, jahr: 2027 }));
    const draft = await checked({ ...stelle2026, jahr: 2027 });
    const { plan } = stand;
    valueIn(
      await savePlan(world.deps, world.manager, {
        ...{ dienst, jahr: 2027, art: 'plan' as const },
        grundlage: plan.fassung,
        inhalt: plan.inhalt,
      }),
    );
    assert.equal(refusalIn(await stelle(world.deps, world.manager, draft)).code, 'COSTS_BASIS_CHANGED');
  });
});

describe('plans in special years', () => {
  before(async () => {
    world = await openCostsWorld();
    await furnished(world);
  });
  after(() => world[Symbol.asyncDispose]());

  const bill = async (more: Parameters<typeof planWith>[0], jahr = 2026) => {
    const before = await planstand(world.deps, world.manager, { ...stelle2026, jahr });
    valueIn(
      await savePlan(world.deps, world.manager, {
        ...{ dienst, jahr, art: 'plan' as const },
        grundlage: before.ok ? before.value.plan.fassung : 0,
        inhalt: planWith(more),
      }),
    );
    return valueIn(await planstand(world.deps, world.manager, { ...stelle2026, jahr })).rechnung;
  };

  test('a Kommune that leaves in mid-year pays by its months; the others carry the rest, and the sum stays', async () => {
    const [lemgo, detmold] = planWith().zahler;
    assert.ok(lemgo && detmold);
    const { zahlungen, summe, hinweise } = valueIn(
      await bill({ zahler: [{ ...lemgo, bis: localDate('2026-06-15') }, detmold] }),
    );
    assert.equal(summe.brutto, 1_200_000n);
    assert.deepEqual(
      zahlungen.map(({ brutto }) => brutto),
      [255_319n, 944_681n],
    );
    assert.ok(hinweise.some(({ text }) => text.includes('Lemgo')));
  });

  test('a bill across 2026 and 2027 taxes each part by the law of its months', async () => {
    const [position] = planWith().positionen;
    assert.ok(position);
    const steuer = [
      { ab: null, regel: 'altes-recht' },
      { ab: localDate('2027-01-01'), regel: 'regelsatz' },
    ];
    const { summe, gruppen } = valueIn(
      await bill({ von: monat('2026-07'), bis: monat('2027-06'), positionen: [{ ...position, steuer }] }),
    );
    assert.equal(gruppen.length, 2);
    assert.equal(summe.netto, 1_200_000n);
    assert.equal(summe.steuer, 114_000n);
    const old = await bill({
      von: monat('2026-07'),
      bis: monat('2027-06'),
      positionen: [{ ...position, steuer: [{ ab: null, regel: 'altes-recht' }] }],
    });
    assert.equal(refusalIn(old).code, 'COSTS_TAX_NOT_IN_FORCE');
  });

  test('a negative position is refused with words that say what to do', async () => {
    const [position] = planWith().positionen;
    assert.ok(position);
    const wrong = await bill({ positionen: [{ ...position, betrag: { art: 'fest', cent: -5n } }] });
    assert.match(refusalIn(wrong).message, /Gutschrift tragen Sie als Übertrag ein/);
  });

  test('another key, a joiner, a leaver: before and after, and nothing is kept', async () => {
    await bill({});
    const joined = valueIn(
      await simuliere(world.deps, world.manager, stelle2026, {
        art: 'beitritt',
        kennung: '05766008',
        ab: localDate('2026-01-01'),
      }),
    );
    assert.equal(joined.after.summe.brutto, 1_200_000n);
    assert.equal(joined.unterschiede.length, 3);
    const left = await simuliere(world.deps, world.manager, stelle2026, {
      art: 'austritt',
      kennung: '05766044',
      bis: localDate('2026-06-30'),
    });
    assert.equal(valueIn(left).after.summe.brutto, 1_200_000n);
    const stand = valueIn(await planstand(world.deps, world.manager, stelle2026));
    assert.equal(stand.plan.inhalt.zahler.length, 2);
  });

  test('planned against actual goes into the next year’s plan, once', async () => {
    await bill({ uebertraege: [] });
    await bill({ von: monat('2027-01'), bis: monat('2027-12') }, 2027);
    const [position] = planWith().positionen;
    assert.ok(position);
    valueIn(
      await savePlan(world.deps, world.manager, {
        ...{ dienst, jahr: 2026, art: 'ist' as const, grundlage: 0 },
        inhalt: planWith({ positionen: [{ ...position, betrag: { art: 'fest', cent: 1_000_000n } }] }),
      }),
    );
    const closed = valueIn(await jahresabschluss(world.deps, world.manager, { dienst, jahr: 2026 }));
    assert.equal(
      closed.zeilen.reduce((sum, one) => sum + one.unterschied, 0n),
      -200_000n,
    );
    valueIn(await trageVor(world.deps, world.manager, { dienst, jahr: 2026 }));
    const twice = valueIn(await trageVor(world.deps, world.manager, { dienst, jahr: 2026 }));
    assert.equal(
      twice.inhalt.uebertraege.reduce((sum, one) => sum + one.cent, 0n),
      -200_000n,
    );
    const next = valueIn(await planstand(world.deps, world.manager, { ...stelle2026, jahr: 2027 }));
    assert.equal(valueIn(next.rechnung).summe.netto, 1_000_000n);
  });
});

describe('keys, prices, budget, use', () => {
  before(async () => {
    world = await openCostsWorld();
    await furnished(world);
  });
  after(() => world[Symbol.asyncDispose]());

  const kopf = {
    id: 'ks-2014',
    name: 'Königsteiner Schlüssel 2014',
    art: 'koenigsteiner' as const,
    jahr: 2014,
    stand: null,
    quelle: { title: 'gedruckte Tabelle', url: null },
    annahme: false,
  };

  test('shares that sum to 99,97961 are refused with their sum, unless they shall be related to 100', async () => {
    const table = 'Land;Anteil\r\nNordrhein-Westfalen;96,91908\r\nBrandenburg;3,06053\r\n';
    const file = { name: 'ks.csv', bytes: Buffer.from(table) };
    const id = valueIn(await beginEinlesen(world.deps, world.manager, file, kopf));
    const looked = valueIn(await vorschauOf(world.deps, world.manager, id));
    assert.equal(looked.summe, '99,97961');
    const take = (renormieren: boolean) =>
      uebernehmeSchluessel(world.deps, world.manager, id, { nurGute: false, renormieren });
    assert.match(refusalIn(await take(false)).message, /99,97961 statt genau 100 Prozent/);
    assert.equal(valueIn(await take(true)).fassung, 1);
    const kept = (await schluesselOf(world.deps, world.manager)).find((one) => one.id === 'ks-2014');
    assert.equal(kept?.renormiert, true);
    assert.deepEqual(kept?.gewichte, { '05': '96.91908', '12': '3.06053' });
  });

  test('a broken row is told, and taken only the others where somebody says so', async () => {
    const table = 'AGS;Einwohner\n05766044;40.123\n05766020;-5\n05766020;viele\n99999999;5\n05766008;54000\n';
    const file = { name: 'zahlen.csv', bytes: Buffer.from(table) };
    const head = { ...kopf, id: 'zahlen', name: 'Zahlen', art: 'einwohner' as const };
    const id = valueIn(await beginEinlesen(world.deps, world.manager, file, head));
    const { zeilen } = valueIn(await vorschauOf(world.deps, world.manager, id));
    assert.deepEqual(
      zeilen.map(({ fehler }) => fehler.length > 0),
      [true, true, true, true, false],
    );
    assert.match(zeilen[0]?.fehler[0] ?? '', /ohne Tausenderpunkt/);
    assert.match(zeilen[1]?.fehler[0] ?? '', /negativ/);
  });

  test('shipped keys and the inhabitants known here are taken over with their source', async () => {
    for (const id of ['koenigsteiner-2016', 'einwohner-05'])
      assert.equal(valueIn(await uebernimmFertigen(world.deps, world.manager, id)).fassung, 1);
    const all = await schluesselOf(world.deps, world.manager);
    assert.equal(all.find((one) => one.id === 'einwohner-05')?.gewichte['05766020'], '74000');
    assert.ok(all.every((one) => one.quelle.title !== ''));
  });

  test('a Kommune learns before it joins what a service would cost it, without what others use or pay', async () => {
    const [lemgo, , salzuflen] = world.kommunen;
    const ask = (payer: typeof lemgo) =>
      world.deps.db.withTenant(payer.kommune.tenant, payer.actor, (tx) =>
        schaetzung(tx, { dienst, kommune: payer.kommune, jahr: 2027 }),
      );
    assert.equal(await ask(salzuflen), null);
    valueIn(await veroeffentlichePreis(world.deps, world.manager, stelle2026));
    const found = await ask(salzuflen);
    assert.equal(found?.proJahrCent, 385_714n);
    assert.equal(found?.einmaligCent, 150_000n);
    assert.match(found?.erlaeuterung ?? '', /bisher 2 Zahlern/);
    const { rows } = await world.t.superuser.query('select inhalt::text from costs.preis');
    assert.doesNotMatch(rows[0].inhalt, /Lemgo|Detmold/);
  });

  test('five years for the Kämmerei: what is billed goes on, what would come is added with its connection', async () => {
    const [lemgo, , salzuflen] = world.kommunen;
    const id = await checked();
    valueIn(await stelle(world.deps, world.manager, id));
    const frage = {
      abJahr: 2027,
      jahre: 5,
      satz: { niedrig: '0', erwartet: '0.02', hoch: '0.04' },
      dazu: [dienst],
    };
    const own = valueIn(await budgetFor(world.deps, lemgo, frage));
    assert.equal(own.posten[0]?.vorhanden, true);
    assert.equal(own.summen[0]?.summe.niedrig, 421_053n);
    assert.equal(own.summen.length, 5);
    const other = valueIn(await budgetFor(world.deps, salzuflen, frage));
    assert.equal(other.posten[0]?.budget.jahre[0]?.einmalig.erwartet, 150_000n);
    assert.equal(other.posten[0]?.budget.jahre[0]?.laufend.niedrig, 385_714n);
    assert.ok(other.posten[0]?.budget.annahmen.some((text) => text.startsWith('Annahme')));
  });

  test('use is counted from the ledger: a case once, where and when it came first; a Kommune sees its own', async () => {
    const [lemgo, detmold] = world.kommunen;
    await ledger(lemgo.kommune.tenant, [
      ['2026-03-01', 1, false, dienst],
      ['2026-04-02', 1, false, dienst],
      ['2026-03-31', 2, false, '99102013002000'],
      ['2026-03-05', 3, true, dienst],
      ['2026-03-06', 4, false, 'unbekannt'],
    ]);
    assert.equal(await zaehleNutzung(world.deps), 1);
    assert.equal(await zaehleNutzung(world.deps), 0);
    const seen = await nutzungFor(world.deps, { art: 'kommune', payer: lemgo }, 2026, null);
    assert.deepEqual(seen, [{ ags: '05766044', dienst, monat: '2026-03-01', anzahl: 2 }]);
    assert.deepEqual(await nutzungFor(world.deps, { art: 'kommune', payer: detmold }, 2026, null), []);
    const house = await nutzungFor(world.deps, { art: 'dienstleister', manager: world.manager }, 2026, null);
    assert.equal(house.length, 1);
  });
});

/** Puts submissions into a Kommune's ledger: day, case, handed on, what for. */
async function ledger(
  tenant: string,
  rows: readonly (readonly [day: string, fall: number, forwarded: boolean, leistung: string])[],
): Promise<void> {
  const { superuser } = world.t;
  const [zustellpunkt, kid] = ['aaaaaaaa-0000-4000-8000-000000000001', 'kid-12345678'];
  await superuser.query(
    `insert into delivery.zustellpunkt (tenant_id, id, name, state, created_at, changed_at)
      values ($1, $2, 'Steueramt', 'active', now(), now())`,
    [tenant, zustellpunkt],
  );
  await superuser.query(
    `insert into delivery.zustellpunkt_key (tenant_id, zustellpunkt_id, kid, public_jwk, valid_from, valid_to)
      values ($1, $2, $3, '{}', now(), now())`,
    [tenant, zustellpunkt, kid],
  );
  for (const [index, [day, fall, forwarded, leistung]] of rows.entries())
    await superuser.query(
      `insert into delivery.submission (tenant_id, id, absender, idempotency_hash, zustellpunkt_id, kid, case_id, leistung,
          metadata, data, content_hash, forwarded_from, created_at, changed_at)
        values ($1, gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'x', 'x', 'x', $7, $8, $8)`,
      [
        tenant,
        Buffer.from([index]),
        zustellpunkt,
        kid,
        `bbbbbbbb-0000-4000-8000-00000000000${fall}`,
        leistung,
        forwarded ? 'cccccccc-0000-4000-8000-000000000001' : null,
        `${day}T12:00:00Z`,
      ],
    );
}
