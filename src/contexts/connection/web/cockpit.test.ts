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

  test('wird eine Auswahl abgewiesen, stehen Liste, Haken und Eingabe noch da, mit dem, was fehlt', async () => {
    const send = async (form: Readonly<Record<string, string>>) => {
      const abfrage = 'suche=lemgo';
      return pageOf(await ask().post('/cockpit/hund-anmelden/vorschau', { abfrage, ...form }, me));
    };
    const nobody = await send({ was: 'schritt:testen', angabe: 'Wartung' });
    assert.match(nobody.html, /Bitte haken Sie in der Liste mindestens eine Kommune an\./);
    assert.match(nobody.html, /value="schritt:testen" selected/);
    assert.match(nobody.html, /value="Wartung"/);
    const noReason = await send({ auswahl: '05766044', was: 'schritt:aussetzen' });
    assert.match(
      noReason.html,
      /href="#feld-angabe"[^>]*>Bitte sagen Sie den Bürgerinnen und Bürgern, warum/,
    );
    assert.match(noReason.html, /value="05766044" checked/);
    assert.doesNotMatch(noReason.html, /value="05766020"/);
    const nothing = await send({ auswahl: '05766044' });
    assert.match(nothing.html, /Bitte wählen Sie, was mit den Kommunen geschehen soll\./);
    const all = await send({ alle: 'ja', was: 'schritt:aussetzen', abfrage: 'anzahl=50' });
    assert.match(all.html, /Bitte sagen Sie den Bürgerinnen und Bürgern, warum/);
  });

  test('Werte, die es nicht gibt oder die nicht passen, und ein Kreis, den es nicht gibt, werden genannt', async () => {
    const send = async (form: Readonly<Record<string, string>>) =>
      pageOf(await ask().post('/cockpit/hund-anmelden/verbinden', form, me));
    const unknown = await send({ kreis: '05766', werte: 'hintertuer = ja\ngebuehr = viel' });
    assert.match(unknown.html, /Die Angabe „hintertuer“ gibt es bei diesem Onlinedienst nicht\./);
    assert.match(unknown.html, /„Gebühr der Anzeige“: /);
    const nowhere = await send({ kreis: '99999' });
    assert.match(nowhere.html, /„99999“ ist kein Kreis/);
    const named = await ask().post('/cockpit/hund-anmelden/verbinden', { kreis: 'kreis lippe' }, me);
    assert.equal(named.kind, 'redirect');
  });

  test('Zug und Liste nennen Punkt, Dienst, Zustände und Werte beim Namen', async () => {
    const punkt = { auswahl: '05766044', was: 'punkt:ansprechpersonen' };
    const sent = await ask().post('/cockpit/hund-anmelden/vorschau', punkt, me);
    const zug = await pageOf(await ask().get(sent.kind === 'redirect' ? sent.to : '', me));
    assert.equal(zug.title, 'Punkt „Ansprechpersonen benannt“ abhaken: Hund anmelden');
    assert.equal(zug.breadcrumb?.[1]?.label, 'Hund anmelden');
    const many = { land: '05', kreis: '05770', bis: 'parameter', werte: 'gebuehr = 25,00' };
    const made = await ask().post('/cockpit/hund-anmelden/verbinden', many, me);
    const page = await pageOf(await ask().get(made.kind === 'redirect' ? made.to : '', me));
    assert.match(page.html, /Gebühr der Anzeige/);
    assert.match(page.html, />\s*Parameter\s*</);
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
    await invoke('post', '/cockpit/zuege/{id}/zuruecknehmen', { id });
    await work();
    const page = await pageOf(await ask().get('/cockpit/hund-anmelden', me));
    assert.match(page.query.text, /Angebunden 3 0 noch nicht, 1 beendet/);
  });

  test('wer das Recht nicht hat, sieht nichts davon', async () => {
    const stranger = { ...me, permissions: new Set<string>() };
    const answer = await ask().get('/cockpit/hund-anmelden', stranger);
    assert.equal(answer.kind === 'refusal' && answer.refusal.code, 'COCKPIT_NOT_ALLOWED');
  });
});
