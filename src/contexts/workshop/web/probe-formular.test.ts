import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { actorOf, type Principal } from '#platform';
import { askerOf, type PageAsker, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { dutiesWorlds, type EfaWorld, offered, openEfaWorld } from '../../efa/testing/efa-world.ts';
import { probeRoutes } from './probe-formular.ts';
import { felder } from './vorschau-felder.ts';

const address = '/marktplatz/hund-anmelden/formular';

describe('a form is tried from its offer', () => {
  let efa: EfaWorld;
  let ask: PageAsker;
  let who: Principal;
  before(async () => {
    efa = await openEfaWorld((await dutiesWorlds()).shipped);
    const { db, clock, onlinedienste } = efa.deps;
    ask = askerOf(probeRoutes({ db, clock, onlinedienste, probe: async () => null }));
    const { tenant } = efa.detmold.kommune;
    who = { kind: 'mitglied', actor: actorOf('mitglied', tenant), tenant, permissions: new Set() };
  });
  after(() => efa[Symbol.asyncDispose]());

  test('a service that nobody offers is not shown', async () => {
    assert.equal(refusalOf(await ask.get(address, who)).code, 'WORKSHOP_NOT_TO_BE_TRIED');
  });

  test('the offered version is shown page by page with made-up values, says so, and keeps nothing', async () => {
    await offered(efa);
    const count = async () => {
      const { rows } = await efa.t.superuser.query(
        `select (select count(*) from applications.antrag) + (select count(*) from platform.audit) as all`,
      );
      return String(rows[0]?.all);
    };
    const before = await count();
    const first = await pageOf(await ask.get(address, who));
    assert.match(String(first.preline), /Musterstadt: Hund anmelden/);
    assert.match(String(first.lead), /mit Beispielwerten.*Nichts wird gespeichert oder abgeschickt/);
    assert.ok(first.html.includes(`action="${address}"`));
    assert.ok(first.html.includes('Zurück zum Angebot'));
    const seite = /name="~seite" value="([^"]+)"/.exec(first.html)?.[1] ?? assert.fail();
    const empty = { [felder.antworten]: '{}', [felder.seite]: seite, [felder.sprache]: 'de' };
    const refused = await pageOf(await ask.post(address, empty, who));
    assert.equal(refused.error, true, 'what is missing is told as citizens are told');
    const end = await pageOf(await ask.post(address, { ...empty, [felder.gehe]: 'pruefen' }, who));
    assert.match(end.html, /Hier würde der Antrag abgeschickt/);
    assert.match(end.html, /Es wurde nichts gespeichert/);
    assert.doesNotMatch(end.html, /Testfall/);
    assert.equal(await count(), before);
  });
});
