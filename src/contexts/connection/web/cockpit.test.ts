import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Principal } from '#platform';
import { askerOf, downloadOf, pageOf } from '../../../../test/support/page-request.ts';
import { cockpitHandlers } from '../cockpit-handlers.ts';
import {
  type CockpitWorld,
  openCockpitWorld,
  previewed,
  werteFuerAlle,
  worked,
} from '../testing/cockpit-world.ts';
import { sammelEvent } from '../use-cases/sammel-steuern.ts';
import { cockpitPages } from './cockpit-doors.ts';
import { cockpitOperations } from './cockpit-operations.ts';

describe('das Cockpit in Seiten und Schnittstelle', () => {
  let world: CockpitWorld;
  let me: Principal;
  before(async () => {
    world = await openCockpitWorld();
    const { actor, anbieter } = world.leader;
    me = { kind: 'mitglied', actor, tenant: anbieter.tenant, permissions: new Set(['connection.manage']) };
    await worked(world, await previewed(world, ['05766044', '05766020', '05766008']));
  });
  after(() => world[Symbol.asyncDispose]());

  const ask = () => askerOf(cockpitPages(world.deps));
  const invoke = async (method: string, path: string, params: object, body: object = {}) => {
    const found = cockpitOperations(world.deps).find((each) => each.method === method && each.path === path);
    assert.ok(found, path);
    const raw = { params, query: {}, body, principal: me, clientAddress: '127.0.0.1' };
    const answer = await found.invoke(raw);
    assert.ok(answer.ok, JSON.stringify(answer));
    return found.schemas.response.parse(answer.value) as Record<string, unknown>;
  };

  /** Does what the worker does with the events that wait. */
  async function work(): Promise<void> {
    const { rows } = await world.t.superuser.query(
      `delete from platform.outbox where event = $1 returning id, payload, tenant_id`,
      [sammelEvent],
    );
    for (const { id, payload, tenant_id } of rows) {
      const context = { eventId: id, tenant: tenant_id, attempt: 1, lastAttempt: false };
      await cockpitHandlers(world.deps)[sammelEvent]?.(payload, context);
    }
  }

  test('die Seite zeigt Phasen, Uhren, Wärmebild, Liste und Karte mit Tabelle; die Datei jeden Punkt', async () => {
    const page = await pageOf(await ask().get('/cockpit/hund-anmelden', me));
    assert.ok(page.query.get('link', 'Viele Kommunen verbinden'));
    for (const part of [
      'Wer gerade am Zug ist',
      'Kommunen und Schritte',
      'Wo die Anbindungen stehen',
      'Karte als Tabelle anzeigen',
    ])
      assert.ok(page.html.includes(part), part);
    assert.match(page.html, /aria-label="Lemgo: Go-Live, Gruppe 4"/);
    const file = await downloadOf(await ask().get('/cockpit/hund-anmelden/liste.csv', me));
    assert.match(file.toString('utf8'), /Rahmenvereinbarung gezeichnet/);
  });

  test('angehakte Kommunen: Vorschau, beginnen, zusehen, zurücknehmen', async () => {
    const form = { auswahl: '05766044', was: 'schritt:aussetzen', angabe: 'Wartung' };
    const sent = await ask().post('/cockpit/hund-anmelden/vorschau', form, me);
    assert.equal(sent.kind, 'redirect');
    const zug = sent.kind === 'redirect' ? sent.to : '';
    const preview = await pageOf(await ask().get(zug, me));
    assert.equal(preview.lead, 'Vorschau: 1 Kommune an der Reihe, 0 ausgelassen. Noch ist nichts geändert.');
    assert.equal((await ask().post(`${zug}/beginnen`, {}, me)).kind, 'redirect');
    const running = await pageOf(await ask().get(zug, me));
    assert.match(running.html, /Wartet auf den nächsten freien Platz/);
    await work();
    const done = await pageOf(await ask().get(zug, me));
    assert.ok(done.query.get('button', 'Alles zurücknehmen (1)'));
    await ask().post(`${zug}/zuruecknehmen`, {}, me);
    await work();
    assert.match(String((await pageOf(await ask().get(zug, me))).lead), /^Zurückgenommen, soweit/);
  });

  test('das Formular nennt eine Zeile ohne Gleichheitszeichen, und was eingegeben war, steht noch da', async () => {
    const form = { land: '05', werte: 'stelleTelefon = 115 0\nUnsinn' };
    const page = await pageOf(await ask().post('/cockpit/hund-anmelden/verbinden', form, me));
    assert.match(page.html, /Zeile 2 hat nicht die Form „name = Wert“\./);
    assert.match(page.html, /stelleTelefon = 115 0\nUnsinn/);
    const wrong = await pageOf(await ask().post('/cockpit/hund-anmelden/verbinden', { land: '99' }, me));
    assert.match(wrong.html, /Bitte einen Länderschlüssel von 01 bis 16 angeben/);
  });

  test('die Schnittstelle legt einen Zug an, beginnt ihn und sagt, was daraus wurde', async () => {
    const wunsch = {
      auftrag: { art: 'verbinden', bis: 'test', werte: werteFuerAlle },
      auswahl: { kommunen: ['05766012'] },
    };
    const made = await invoke('post', '/cockpit/{dienst}/zuege', { dienst: 'hund-anmelden' }, wunsch);
    const id = String(made.id);
    await invoke('post', '/cockpit/zuege/{id}/beginnen', { id });
    await work();
    const stand = await invoke('get', '/cockpit/zuege/{id}', { id });
    assert.equal(stand.zustand, 'fertig');
    assert.match(JSON.stringify(stand.kommunen), /"ergebnis":"erledigt"/);
    const uebersicht = await invoke('get', '/cockpit', {});
    assert.match(JSON.stringify(uebersicht.dienste), /"angebunden":4,"test":1,"live":3/);
    await invoke('get', '/cockpit/{dienst}', { dienst: 'hund-anmelden' });
  });

  test('wer das Recht nicht hat, sieht nichts davon', async () => {
    const stranger = { ...me, permissions: new Set<string>() };
    const answer = await ask().get('/cockpit/hund-anmelden', stranger);
    assert.equal(answer.kind === 'refusal' && answer.refusal.code, 'COCKPIT_NOT_ALLOWED');
  });
});
