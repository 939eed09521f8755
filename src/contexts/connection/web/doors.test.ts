import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askerOf, downloadOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { dutiesWorlds, operator, refusalIn, valueIn } from '../../efa/testing/efa-world.ts';
import { connectionCommands } from '../cli.ts';
import {
  type ConnectionWorld,
  connected,
  dienst,
  openConnectionWorld,
  personOf,
  tick,
} from '../testing/connection-world.ts';
import { connectionOperations } from './operations.ts';
import { connectionPages } from './pages.ts';

const base = `/anbindungen/${dienst}/checkliste`;

describe('the doors of an Anbindung', () => {
  let world: ConnectionWorld;
  before(async () => {
    world = await openConnectionWorld((await dutiesWorlds()).shipped);
    await connected(world);
    await tick(world, 'rahmenvereinbarung', '2026-12-10');
  });
  after(() => world[Symbol.asyncDispose]());
  const asker = () => askerOf(connectionPages(world.deps));
  const lemgo = () => personOf(world.lemgo);
  const lead = () => personOf(world.lead);
  const titleOf = async (address: string, who = lemgo()) => pageOf(await asker().get(address, who));

  test('the checklist says in whole numbers how far it is, in which phase, and who has the ball', async () => {
    const { html } = await titleOf(base);
    assert.match(html, /1 von \d\d/);
    assert.match(html, /Interesse/);
    assert.match(html, /Wer den Ball hat/);
    assert.match(html, /Rahmenvereinbarung gezeichnet/);
    const operators = await titleOf(`${base}?wer=betreiber`);
    assert.match(operators.html, /2 Punkte/);
  });

  test('a line says for which line it waits, and each party finds what it can do now with one link', async () => {
    const { html } = await titleOf(base);
    assert.match(html, /wartet<.*auf „Einzelabruf für diesen Onlinedienst erteilt“/s);
    const [, count] =
      /stand=offen&amp;stand=abgelaufen&amp;noetig=ja#liste">(\d+) Punkte: Kommune</.exec(html) ?? [];
    const mine = await titleOf(`${base}?wer=kommune&stand=offen&stand=abgelaufen&noetig=ja`);
    assert.match(mine.html, new RegExp(`${count} Punkte`));
    assert.match(html, /Noch vor dem Start/);
    const { html: avv } = await titleOf(`${base}/avv`);
    assert.match(avv, /Rahmenvereinbarung gezeichnet \(erledigt\)/);
  });

  test('deadlines name a service as people know it', async () => {
    const { html } = await titleOf('/fristen');
    assert.match(html, />Bewohnerparkausweis</);
  });

  test('the IT-Dienstleister sees the same of a Kommune in its circle, and of no other', async () => {
    const { preline } = await titleOf(`${base}?kommune=05766044`, lead());
    assert.equal(preline, 'Lemgo');
    assert.equal(refusalOf(await asker().get(base, lead())).code, 'CONNECTION_KOMMUNE_MISSING');
    const strange = await asker().get(`${base}?kommune=05334002`, lead());
    assert.equal(refusalOf(strange).code, 'CONNECTION_KOMMUNE_UNKNOWN');
    const without = await asker().get(`${base}?kommune=05766020`, lead());
    assert.equal(refusalOf(without).code, 'CONNECTION_ANBINDUNG_UNKNOWN');
  });

  test('all open lines are declared on a page of their own: what would be ticked, what stays open and why, and the form', async () => {
    const address = `/anbindungen/${dienst}/erklaerung`;
    const { html } = await titleOf(address);
    assert.match(html, /Das wird abgehakt \(\d+\)/);
    assert.match(html, /Das bleibt offen \(\d+\).*bis wann es gilt/s);
    const refused = await pageOf(await asker().post(address, { grund: 'kurz' }, lemgo()));
    assert.match(refused.html, /in 10 bis 1\.000 Zeichen/);
    const strange = await asker().get('/anbindungen/gibt-es-nicht/erklaerung', lemgo());
    assert.equal(refusalOf(strange).code, 'CONNECTION_ANBINDUNG_UNKNOWN');
  });

  test('a line says what, who, how and where; a refused entry stands in the form again', async () => {
    const { html } = await titleOf(`${base}/avv`);
    for (const word of ['Kommune', 'Datenschutzbeauftragten', 'Anbindung', 'Rahmenvereinbarung', 'Dataport'])
      assert.ok(html.includes(word), word);
    const refused = await pageOf(
      await asker().post(
        `${base}/avv`,
        { art: 'erledigt', nachweis: '', gueltigBis: '2020-01-01', nummer: '0' },
        lemgo(),
      ),
    );
    assert.match(refused.html, /schon abgelaufen/);
    assert.match(refused.html, /value="2020-01-01"/);
    const done = await asker().post(
      `${base}/avv`,
      { art: 'erledigt', nachweis: 'Az. 7', nummer: '0' },
      lemgo(),
    );
    assert.equal(done.kind === 'redirect' && done.to, `${base}?getan=punkt`);
    const late = await pageOf(
      await asker().post(`${base}/avv`, { art: 'wieder-offen', grund: 'zu früh', nummer: '0' }, lemgo()),
    );
    assert.match(late.html, /Inzwischen hat jemand anderes diesen Punkt geändert/);
    assert.equal(refusalOf(await asker().get(`${base}/afv`, lemgo())).code, 'CONNECTION_PUNKT_UNKNOWN');
  });

  test('what was typed as a proof is never read as HTML', async () => {
    const nachweis = '<script>alert(1)</script>';
    await asker().post(`${base}/ansprechpersonen`, { art: 'erledigt', nachweis, nummer: '0' }, lemgo());
    const { html } = await titleOf(`${base}/ansprechpersonen`);
    assert.ok(!html.includes(nachweis));
    assert.ok(html.includes('&lt;script&gt;'));
  });

  test('the page before the start groups what holds it up, and shows the last rehearsal', async () => {
    const address = `/anbindungen/${dienst}/probelauf`;
    const before = await titleOf(address);
    assert.match(before.html, /Noch kein Probelauf/);
    assert.match(before.html, /halten den Start auf/);
    const run = await asker().post(`${address}?kommune=05766044`, {}, lead());
    assert.equal(run.kind === 'redirect' && run.to, `${address}?kommune=05766044&getan=bestanden`);
    assert.match((await titleOf(address)).html, /Probelauf 1 vom .*: bestanden/);
  });

  test('expiries come as list, month, file and calendar', async () => {
    const { html } = await titleOf('/fristen?monat=2026-12');
    assert.match(html, /Dezember 2026/);
    assert.match(html, /10\.12\.2026/);
    assert.equal(
      refusalOf(await asker().get('/fristen?monat=2026-13', lemgo())).code,
      'CONNECTION_MONTH_INVALID',
    );
    const csv = (await downloadOf(await asker().get('/fristen.csv', lemgo()))).toString('utf8');
    assert.match(csv, /Rahmenvereinbarung gezeichnet/);
    const ics = (await downloadOf(await asker().get('/fristen.ics', lemgo()))).toString('utf8');
    assert.match(ics, /DTSTART;VALUE=DATE:20261210/);
  });

  test('API and command give the same as the page', async () => {
    const operation = connectionOperations(world.deps).find(
      ({ path }) => path === '/anbindungen/{dienst}/checkliste',
    );
    const raw = { params: { dienst }, query: {}, body: undefined, principal: lemgo(), clientAddress: '' };
    const answered = valueIn(
      (await operation?.invoke(raw)) ?? { ok: false, refusal: refusalIn({ ok: true, value: 0 }) },
    );
    const command = connectionCommands(world.deps).find(({ name }) => name === 'anbindung checkliste');
    const values = { organisation: 'Lemgo' };
    const output = await command?.run({ positionals: [dienst], values, principal: operator, say: () => {} });
    assert.ok(output?.ok);
    assert.deepEqual(output.value.json, answered);
    assert.match(output.value.text, /^Lemgo: Interesse, \d+ von \d+ erledigt/);
    const gate = connectionCommands(world.deps).find(({ name }) => name === 'anbindung pruefung');
    const held = await gate?.run({ positionals: [dienst], values, principal: operator, say: () => {} });
    assert.ok(held?.ok && held.value.found);
  });

  test('whoever has no part in it sees nothing', async () => {
    const nobody = { ...lemgo(), tenant: null };
    for (const address of [base, `${base}/avv`, `/anbindungen/${dienst}/probelauf`, '/fristen'])
      assert.equal(refusalOf(await asker().get(address, nobody)).code, 'CONNECTION_NOT_ALLOWED', address);
    const reader = { ...lemgo(), permissions: new Set<string>() };
    const refused = await asker().post(`${base}/finanzierung`, { art: 'erledigt', nummer: '0' }, reader);
    assert.equal(refusalOf(refused).code, 'CONNECTION_NOT_ALLOWED');
  });
});
