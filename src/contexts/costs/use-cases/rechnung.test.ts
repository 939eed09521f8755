import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { haus, issued, kommune, lead, stelle2026 } from '../testing/bills.ts';
import {
  type CostsWorld,
  furnished,
  openCostsWorld,
  planWith,
  refusalIn,
  valueIn,
} from '../testing/costs-world.ts';
import { brokenRules, readXml, textAt } from '../testing/en16931.ts';
import { workOutbox } from '../testing/work-outbox.ts';
import { entwerfe } from './abrechnen.ts';
import type { Reader } from './actors.ts';
import { angabenvorschau, beginAngaben, uebernehmeAngaben } from './angaben-einlesen.ts';
import { abrechnungsstand, eigeneAnteile } from './anteile.ts';
import { bestelle, dokumentHier, dokumentJetzt, dokumentstand } from './dokumente.ts';
import { archivWunsch, pdfWunsch, xrechnungWunsch } from './dokumentwunsch.ts';
import { angabenverlauf, saveAngaben } from './rechnungsangaben.ts';
import { rechnungsansicht, zahleransicht } from './rechnungsbild.ts';
import { bereit } from './xrechnung.ts';

const mixed = () => {
  const [betrieb] = planWith().positionen;
  assert.ok(betrieb);
  const support = { ...betrieb, id: 'support', titel: 'Support', steuer: [{ ab: null, regel: 'regelsatz' }] };
  return [betrieb, { ...support, betrag: { art: 'fest' as const, cent: 100_001n } }];
};

describe('a bill is looked at payer by payer', () => {
  let world: CostsWorld;
  let id: string;
  before(async () => {
    world = await openCostsWorld();
    await furnished(world, 2026, { positionen: mixed() });
    id = await issued(world);
  });
  after(() => world[Symbol.asyncDispose]());

  test('what the pages show is what the frozen plan gives, line by line', async () => {
    const { abrechnung } = valueIn(await abrechnungsstand(world.deps, world.manager, id));
    const { bild, zeilen } = valueIn(await rechnungsansicht(world.deps, world.manager, id));
    assert.deepEqual(bild.summe, abrechnung.summe);
    for (const { zahler, netto, steuer, brutto } of zeilen) {
      const computed = abrechnung.zahlungen.find(({ kennung }) => kennung === zahler);
      assert.deepEqual([netto, steuer, brutto], [computed?.netto, computed?.steuer, computed?.brutto]);
    }
    assert.deepEqual(
      zeilen.map(({ name }) => name),
      ['Detmold', 'Lemgo'],
    );
  });

  test('a payer is found by part of its name or the beginning of its key, page by page', async () => {
    const find = async (suche: string, seite = 1) =>
      valueIn(await rechnungsansicht(world.deps, world.manager, id, { suche, seite, jeSeite: 1 }));
    assert.deepEqual([(await find('emg')).gefunden, (await find('emg')).zeilen[0]?.name], [1, 'Lemgo']);
    assert.equal((await find('05766')).gefunden, 2);
    assert.equal((await find('', 2)).zeilen[0]?.name, 'Lemgo');
    assert.equal((await find('', 99)).wahl.seite, 2);
    assert.equal((await find('%')).gefunden, 0);
  });

  test('every step of one payer is read, before and after the bill is issued', async () => {
    const after = valueIn(await zahleransicht(world.deps, world.manager, id, '05766044'));
    assert.equal(after.blatt.schritte.length, 2);
    const draft = valueIn(await entwerfe(world.deps, world.manager, stelle2026));
    const before = valueIn(await zahleransicht(world.deps, world.manager, draft, '05766044'));
    assert.deepEqual(before.blatt, after.blatt);
    const nobody = await zahleransicht(world.deps, world.manager, id, '05766008');
    assert.equal(refusalIn(nobody).code, 'COSTS_BILL_UNKNOWN');
  });

  test('a bill of an earlier version of Leitwerk is shown too', async () => {
    const [before] = [valueIn(await rechnungsansicht(world.deps, world.manager, id))];
    await world.t.superuser.query('delete from costs.rechnungszeile where abrechnung_id = $1', [id]);
    await world.t.superuser.query('delete from costs.rechnungsbild where abrechnung_id = $1', [id]);
    assert.deepEqual(valueIn(await rechnungsansicht(world.deps, world.manager, id)), before);
  });
});

describe('billing particulars and electronic bills', () => {
  let world: CostsWorld;
  let id: string;
  before(async () => {
    world = await openCostsWorld();
    await furnished(world, 2026, { positionen: mixed() });
    id = await issued(world);
  });
  after(() => world[Symbol.asyncDispose]());
  const wish = (reader: Reader, teil = 1, zahler = '05766044') =>
    xrechnungWunsch(world.deps, reader, id, { zahler, teil });

  test('while particulars are missing, the refusal names each of them and whose they are', async () => {
    const refusal = refusalIn(await wish(lead(world)));
    assert.equal(refusal.code, 'COSTS_PARTICULARS_MISSING');
    assert.match(
      refusal.message,
      /Bei Rechenzentrum Lippe: Name, .*IBAN, USt-IdNr. oder Steuernummer, Register- oder/,
    );
    assert.match(refusal.message, /Bei Lemgo: Name, .*Leitweg-ID/);
    const archive = refusalIn(await archivWunsch(world.deps, world.manager, id));
    assert.match(archive.message, /noch keine Rechnungsangaben/);
  });

  test('wrong check digits are told at their field, nothing is kept; two people do not overwrite each other', async () => {
    const save = (angaben: object, kennung = 'HAUS', grundlage = 0) =>
      saveAngaben(world.deps, world.manager, { kennung, grundlage, angaben });
    const wrong = refusalIn(await save({ ...haus, iban: 'DE00 3704 0044 0532 0130 00', ustId: 'DE1' }));
    assert.deepEqual(
      wrong.fields?.map(({ field }) => field),
      ['iban', 'ustId'],
    );
    assert.equal(valueIn(await save(haus)).fassung, 1);
    assert.equal(refusalIn(await save(haus)).code, 'COSTS_CHANGED_MEANWHILE');
    assert.equal(valueIn(await save({ ...haus, telefon: '05261 999' }, 'HAUS', 1)).fassung, 2);
    const all = valueIn(await angabenverlauf(world.deps, world.manager, 'HAUS'));
    assert.deepEqual(
      all.map(({ angaben }) => angaben.telefon),
      ['05261 999', '05261 1230'],
    );
    assert.equal(refusalIn(await save({}, 'lemgo')).code, 'COSTS_PAYER_UNKNOWN');
  });

  test('particulars come in by a table; a row with a wrong Leitweg-ID is told, and what a table does not name stays', async () => {
    const table =
      'AGS;Name;Straße;PLZ;Ort;E-Mail;Leitweg-ID\n05766044;Alte Hansestadt Lemgo;Marktplatz 1;32657;Lemgo;rechnung@lemgo.example;991-33333TEST-33\n05766020;Stadt Detmold;Markt 5;32756;Detmold;rechnung@detmold.example;991-33333TEST-34\n05766044;Lemgo;;;;;\n';
    const read = async (text: string) =>
      valueIn(await beginAngaben(world.deps, world.manager, { name: 'a.csv', bytes: Buffer.from(text) }));
    const waiting = await read(table);
    const { zeilen } = valueIn(await angabenvorschau(world.deps, world.manager, waiting));
    assert.deepEqual(
      zeilen.map(({ fehler }) => fehler.length),
      [0, 1, 1],
    );
    const take = (nurGute: boolean, which = waiting) =>
      uebernehmeAngaben(world.deps, world.manager, which, nurGute);
    assert.match(refusalIn(await take(false)).message, /2 Zeilen sind fehlerhaft/);
    assert.equal(valueIn(await take(true)).uebernommen, 1);
    assert.equal(valueIn(await take(false, await read('AGS;Ort\n05766044;Lemgo (Lippe)\n'))).uebernommen, 1);
    const [newest] = valueIn(await angabenverlauf(world.deps, world.manager, '05766044'));
    assert.deepEqual([newest?.angaben.ort, newest?.angaben.leitwegId], ['Lemgo (Lippe)', '991-33333TEST-33']);
  });

  test('a table of particulars is taken over as a whole or not at all', async () => {
    const before = valueIn(await angabenverlauf(world.deps, world.manager, '05766044')).length;
    const table = 'AGS;Ort\n05766044;Lemgo, neu\n05766020;Detmold, neu\n';
    const waiting = valueIn(
      await beginAngaben(world.deps, world.manager, { name: 'a.csv', bytes: Buffer.from(table) }),
    );
    const take = () => uebernehmeAngaben(world.deps, world.manager, waiting, false);
    await world.t.superuser.query(`create function public.fails() returns trigger language plpgsql as
        $$ begin if new.kennung = '05766020' then raise exception 'no'; end if; return new; end $$;
      create trigger fails before insert on costs.rechnungsangaben for each row execute function public.fails()`);
    await assert.rejects(take());
    await world.t.superuser.query('drop function public.fails() cascade');
    assert.equal(valueIn(await angabenverlauf(world.deps, world.manager, '05766044')).length, before);
    assert.equal(valueIn(await take()).uebernommen, 2);
  });

  test('the Kommune and the house get the same electronic bills, which are its share to the cent', async () => {
    const [lemgo, detmold] = world.kommunen;
    const [share] = await eigeneAnteile(world.deps, lemgo);
    let cents = 0n;
    for (const teil of [1, 2]) {
      const wanted = valueIn(await wish(kommune(lemgo), teil, ''));
      const made = valueIn(await dokumentHier(world.deps, wanted));
      assert.deepEqual(
        valueIn(await dokumentJetzt(world.deps, valueIn(await wish(lead(world), teil)))),
        made,
      );
      const bill = readXml(made.toString('utf8'));
      assert.deepEqual(brokenRules(bill), []);
      assert.match(wanted.dateiname, new RegExp(`^xrechnung-2026-0001-05766044-${teil}\\.xml$`));
      cents += BigInt(textAt(bill, 'LegalMonetaryTotal/PayableAmount').replace('.', ''));
    }
    assert.equal(cents, share?.bruttoCent);
    assert.equal(refusalIn(await wish(kommune(lemgo), 3, '')).code, 'COSTS_BILL_UNKNOWN');
    const other = refusalIn(await wish(kommune(detmold), 1, '05766044'));
    assert.match(other.message, /Bei Detmold: Name/);
  });

  test('all of them come as one archive by the worker, with a table of those for whom something is missing', async () => {
    const wanted = valueIn(await archivWunsch(world.deps, world.manager, id));
    const vorgang = await bestelle(world.deps, wanted);
    await workOutbox(world, 2);
    const { inhalt, vorgang: done } = await dokumentstand(world.deps, wanted, vorgang);
    assert.equal(done?.state, 'done');
    assert.ok(inhalt);
    for (const name of ['xrechnung-2026-0001-05766044-1.xml', 'ohne-xrechnung.csv'])
      assert.ok(inhalt.includes(name), name);
    assert.ok(!inhalt.includes('05766020-1.xml'));
  });

  test('the PDF of a whole bill is made by the worker, and read again without being made again', async () => {
    const wanted = valueIn(await pdfWunsch(world.deps, lead(world), id, ''));
    assert.equal((await dokumentstand(world.deps, wanted, null)).inhalt, null);
    await bestelle(world.deps, wanted);
    await workOutbox(world);
    const first = (await dokumentstand(world.deps, wanted, null)).inhalt;
    assert.equal(first?.subarray(0, 5).toString(), '%PDF-');
    assert.deepEqual(valueIn(await dokumentHier(world.deps, wanted)), first);
  });

  test('a draft is no electronic bill', async () => {
    const draft = valueIn(await entwerfe(world.deps, world.manager, stelle2026));
    const ort = { haus: world.manager.anbieter.tenant, abrechnung: draft, zahler: '05766044' };
    assert.equal(refusalIn(await bereit(world.deps, ort)).code, 'COSTS_NOT_ISSUED');
  });
});
