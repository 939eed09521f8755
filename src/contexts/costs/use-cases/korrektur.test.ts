import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { corrected, haus, issued, kommune, lead, member, stelle2026, weights } from '../testing/bills.ts';
import { type CostsWorld, furnished, openCostsWorld, refusalIn, valueIn } from '../testing/costs-world.ts';
import { at, brokenRules, readXml, textAt } from '../testing/en16931.ts';
import { workOutbox } from '../testing/work-outbox.ts';
import type { Reader } from './actors.ts';
import { eigeneAnteile } from './anteile.ts';
import { dokumentHier } from './dokumente.ts';
import { archivWunsch, stornoWunsch, xrechnungWunsch } from './dokumentwunsch.ts';
import { neueAbrechnungen } from './melde.ts';
import { planstand, savePlan } from './plan.ts';
import { saveAngaben } from './rechnungsangaben.ts';
import { rechnungsansicht, zahleransicht } from './rechnungsbild.ts';

describe('a Kommune is told of its bill', () => {
  let world: CostsWorld;
  let id: string;
  before(async () => {
    world = await openCostsWorld();
    await furnished(world);
  });
  after(() => world[Symbol.asyncDispose]());

  test('who may see bills is mailed once, nobody else, and no amount stands in the mail', async () => {
    const [lemgo] = world.kommunen;
    await member(world, lemgo, 'kaemmerei', 'kasse@lemgo.example');
    await member(world, lemgo, 'fachbereich', 'amt@lemgo.example');
    id = await issued(world);
    assert.equal(await workOutbox(world, 2), 2);
    assert.deepEqual(
      world.mails.map(({ to, subject }) => [to, subject]),
      [['kasse@lemgo.example', 'Neue Abrechnung: Hund anmelden 2026']],
    );
    const text = world.mails[0]?.text ?? '';
    assert.match(text, /2026-0001\/05766044/);
    assert.ok(text.includes(`http://verwaltung.test/abrechnungen/${id}`));
    assert.doesNotMatch(text, /€|4\.210,53/);
  });

  test('a corrected bill is told to those in it; who is left out hears that nothing is due, and sees it', async () => {
    const [lemgo, detmold] = world.kommunen;
    await member(world, detmold, 'koordination', 'ozg@detmold.example');
    const stand = valueIn(await planstand(world.deps, world.manager, stelle2026));
    const inhalt = { ...stand.plan.inhalt, zahler: stand.plan.inhalt.zahler.slice(0, 1) };
    valueIn(
      await savePlan(world.deps, world.manager, { ...stelle2026, grundlage: stand.plan.fassung, inhalt }),
    );
    await corrected(world, id, 'Detmold nimmt nicht teil.');
    await workOutbox(world);
    assert.deepEqual(
      world.mails
        .slice(1)
        .map(({ to, subject }) => `${to}: ${subject}`)
        .toSorted(),
      [
        'kasse@lemgo.example: Korrigierte Abrechnung: Hund anmelden 2026',
        'ozg@detmold.example: Abrechnung aufgehoben: Hund anmelden 2026',
      ],
    );
    const [left] = await eigeneAnteile(world.deps, detmold);
    assert.deepEqual([left?.gilt, left?.ersetztDurch], [false, null]);
    const since = new Date('2026-11-22T11:00:00Z');
    assert.deepEqual(await neueAbrechnungen(world.deps, detmold, since), [
      'Hund anmelden 2026: aufgehobene Abrechnung 2026-0001/05766020',
      'Hund anmelden 2026: neue Abrechnung 2026-0001/05766020',
    ]);
    assert.equal((await neueAbrechnungen(world.deps, lemgo, since)).length, 2);
    assert.deepEqual(await neueAbrechnungen(world.deps, lemgo, new Date('2026-11-23T00:00:00Z')), []);
  });

  test('who is left out gets a cancellation over its share, as PDF and as credit note; nobody else has one', async () => {
    const [lemgo, detmold] = world.kommunen;
    const [left] = await eigeneAnteile(world.deps, detmold);
    assert.equal(left?.storno?.nummer, '2026-0002/05766020-S');
    const mail = world.mails.find(({ to }) => to === 'ozg@detmold.example');
    assert.match(mail?.text ?? '', /Stornorechnung 2026-0002\/05766020-S/);
    for (const [kennung, angaben] of [
      ['HAUS', haus],
      ['05766020', { ...haus, leitwegId: '991-33333TEST-33' }],
    ] as const)
      valueIn(await saveAngaben(world.deps, world.manager, { kennung, grundlage: 0, angaben }));
    const storno = (reader: Reader, format: 'pdf' | 'xml', zahler = '') =>
      stornoWunsch(world.deps, reader, id, { zahler, teil: 1, format });
    const wanted = valueIn(await storno(kommune(detmold), 'xml'));
    assert.equal(wanted.dateiname, 'xrechnung-2026-0002-05766020-S.xml');
    const made = valueIn(await dokumentHier(world.deps, wanted));
    const note = readXml(made.toString('utf8'));
    assert.deepEqual(brokenRules(note), []);
    assert.equal(textAt(note, 'BillingReference/InvoiceDocumentReference/ID'), left?.rechnungsnummer);
    const cents = BigInt(textAt(note, 'LegalMonetaryTotal/PayableAmount').replace('.', ''));
    assert.equal(cents, left?.bruttoCent);
    const byHouse = valueIn(await storno(lead(world), 'xml', '05766020'));
    assert.deepEqual(valueIn(await dokumentHier(world.deps, byHouse)), made);
    const pdf = valueIn(await storno(kommune(detmold), 'pdf'));
    assert.equal(pdf.dateiname, 'storno-2026-0002-05766020-S.pdf');
    assert.equal(
      valueIn(await dokumentHier(world.deps, pdf))
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    );
    for (const format of ['pdf', 'xml'] as const)
      assert.equal(refusalIn(await storno(kommune(lemgo), format)).code, 'COSTS_NOT_CANCELLED');
    assert.equal(refusalIn(await storno(lead(world), 'xml', '05766008')).code, 'COSTS_NOT_CANCELLED');
  });

  test('the house sees what its correction took back, and its archive has the credit notes', async () => {
    const newest = (await eigeneAnteile(world.deps, world.kommunen[0])).find(({ gilt }) => gilt);
    const bill = newest?.abrechnung ?? '';
    const { storniert } = valueIn(await rechnungsansicht(world.deps, world.manager, bill));
    assert.deepEqual(
      [storniert.zahl, storniert.erste.map(({ name, nummer }) => [name, nummer])],
      [1, [['Detmold', '2026-0002/05766020-S']]],
    );
    const archive = valueIn(await archivWunsch(world.deps, world.manager, bill));
    const zip = valueIn(await dokumentHier(world.deps, archive));
    assert.ok(zip.includes('xrechnung-2026-0002-05766020-S.xml'));
    const before = valueIn(await zahleransicht(world.deps, world.manager, id, '05766020'));
    assert.equal(before.anteil?.storno?.nummer, '2026-0002/05766020-S');
    const corrected = valueIn(await zahleransicht(world.deps, world.manager, bill, '05766044'));
    assert.equal(corrected.anteil?.vorher?.nummer, '2026-0001/05766044');
  });

  test('the electronic bill of the corrected share names the one before', async () => {
    const [lemgo] = world.kommunen;
    const [share] = await eigeneAnteile(world.deps, lemgo);
    assert.ok(share);
    const angaben = { ...haus, leitwegId: '991-33333TEST-33' };
    valueIn(await saveAngaben(world.deps, world.manager, { kennung: '05766044', grundlage: 0, angaben }));
    const newest = (await eigeneAnteile(world.deps, lemgo)).find(({ gilt }) => gilt);
    const wanted = await xrechnungWunsch(world.deps, kommune(lemgo), newest?.abrechnung ?? '', {
      zahler: '',
      teil: 1,
    });
    const bill = readXml(valueIn(await dokumentHier(world.deps, valueIn(wanted))).toString('utf8'));
    assert.deepEqual(
      at(bill, 'BillingReference/InvoiceDocumentReference/ID').map(({ text }) => text),
      ['2026-0001/05766044'],
    );
  });

  test('who stands in the corrected bill with nothing to pay gets the cancellation too, and one mail that says so', async () => {
    const [lemgo] = world.kommunen;
    const newest = (await eigeneAnteile(world.deps, lemgo)).find(({ gilt }) => gilt);
    await weights(world, { '05766044': '0', '05766008': '54000' });
    const stand = valueIn(await planstand(world.deps, world.manager, stelle2026));
    const zahler = stand.plan.inhalt.zahler.flatMap((one) => [
      one,
      { ...one, kennung: '05766008', name: 'Bad Salzuflen' },
    ]);
    const inhalt = { ...stand.plan.inhalt, zahler };
    valueIn(
      await savePlan(world.deps, world.manager, { ...stelle2026, grundlage: stand.plan.fassung, inhalt }),
    );
    const sent = world.mails.length;
    await corrected(world, newest?.abrechnung ?? '', 'Lemgo zahlt nichts.');
    await workOutbox(world);
    assert.deepEqual(
      world.mails.slice(sent).map(({ to, subject }) => [to, subject]),
      [['kasse@lemgo.example', 'Abrechnung aufgehoben: Hund anmelden 2026']],
    );
    const all = await eigeneAnteile(world.deps, lemgo);
    assert.deepEqual(
      all.map(({ rechnungsnummer, bruttoCent, gilt, storno }) => [
        ...[rechnungsnummer, bruttoCent > 0n, gilt],
        storno?.nummer ?? null,
      ]),
      [
        ['2026-0003/05766044', false, true, null],
        ['2026-0002/05766044', true, false, '2026-0003/05766044-S'],
        ['2026-0001/05766044', true, false, null],
      ],
    );
  });
});
