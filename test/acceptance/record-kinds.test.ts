import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { permissionsOf, type Role } from '#identity';
import { actorOf, type Principal, parseTenantId } from '#platform';
import { recordKinds } from '../../src/app/records/record-kinds.ts';
import { autorVon } from '../../src/contexts/workshop/use-cases/autor.ts';
import { beginneMit } from '../../src/contexts/workshop/use-cases/beginne.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { signedIn } from '../support/visitor.ts';

// In the OZG database every record of the „Untere Denkmalbehörde“ was born as a „Bauaufsichtsbehörde“: its class had been
// copied, and the kind in it with it. Here each kind is found in earnest.
describe('a record is found as what it is (Fehler 11 der OZG-Datenbank)', () => {
  let app: RunningApp;
  before(async () => {
    app = await runningApp();
  });
  after(() => app[Symbol.asyncDispose]());

  const one = async (query: string): Promise<Record<string, string>> =>
    (await app.database.superuser.query(query)).rows[0] ?? assert.fail(query);

  async function personOf(role: Role, house: string): Promise<Principal> {
    const { tenant_id = '', id = '' } = await one(
      `select m.tenant_id, m.id from identity.member m join identity.organisation o on o.id = m.tenant_id
        where '${role}' = any(m.roles) and ${house} limit 1`,
    );
    const tenant = parseTenantId(tenant_id) ?? assert.fail();
    return { kind: 'mitglied', tenant, actor: actorOf('mitglied', id), permissions: permissionsOf([role]) };
  }

  test('each kind gives records of its own name, and each of these opens at its address', async () => {
    const lemgo = await personOf('koordination', `o.body_key = '05766044'`);
    const author = await personOf('dienste-autor', `o.kind = 'it-dienstleister'`);
    const { workshop } = app.contexts;
    const autor = await autorVon(workshop, author);
    assert.ok(autor.ok);
    assert.ok((await beginneMit(workshop, autor.value, 'hund-anmelden')).ok);
    const { duties } = await app.services.worlds.duties();
    const known: Readonly<Record<string, string | undefined>> = {
      leistung: 'L02950',
      pflicht: '05766044/L02950',
      regel: duties.facts.regelwerk.regeln.find(({ aufgabe }) => /^Untere Denkmalbehörde/.test(aufgabe))?.id,
      kommune: 'Detmold',
      stand: '05766044/L02950',
      loesung: 'adoption-hb',
      projekt: 'efa-wohngeld',
      'onlinedienst-entwurf': 'hund-anmelden/bereich/dienst',
      onlinedienst: 'hund-anmelden',
      sitzung: (await one('select id from workgroup.sitzung order by id limit 1')).id,
    };
    const kinds = recordKinds(app.services);
    assert.deepEqual(
      kinds.map(({ art }) => art).toSorted(),
      Object.keys(known).toSorted(),
      'one example for each kind',
    );
    const [coordinator, builder] = [await signedIn(app, 'lemgo'), await signedIn(app, 'dienste-autor')];
    for (const { art, find } of kinds) {
      const builds = art === 'onlinedienst-entwurf';
      const found = await find(builds ? author : lemgo, known[art] ?? '');
      assert.ok(found.ok, `${art} ${known[art]}: ${found.ok ? '' : found.refusal.message}`);
      assert.equal(found.value.art, art);
      const { status } = await (builds ? builder : coordinator).get(found.value.href);
      assert.equal(status, 200, found.value.href);
    }
  });
});
