import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { DutiesDeps } from '#duties';
import { clockFrom, type Result } from '#kernel';
import { actorOf, type Principal, parseTenantId } from '#platform';
import { parseLeikaKey } from '#standards/leika';
import { fullConsent, orderOf, tableOf } from '../../contexts/catalogue/testing/table-of.ts';
import { applyTables } from '../../contexts/catalogue/use-cases/apply-tables.ts';
import { takeBackFassung } from '../../contexts/catalogue/use-cases/take-back.ts';
import { markNeuerungen } from '../../contexts/duties/use-cases/mark-neuerungen.ts';
import { type KommuneNews, ownNeuerungen } from '../../contexts/duties/use-cases/neuerungen.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/test-database.ts';
import { loadReferenceData } from '../load-reference-data.ts';
import { openWorlds } from '../worlds.ts';

const rekeyed = leikaKey('99083901011000');
const clock = clockFrom(() => new Date('2026-11-22T10:00:00Z'));
const operator = actorOf('betreiber', 'test');

function member(letter: 'a' | 'b' | 'c', ...permissions: string[]): Principal {
  const tenant = parseTenantId(`${letter.repeat(8)}-0000-4000-8000-000000000000`);
  return { kind: 'mitglied', actor: actorOf('mitglied', letter), tenant, permissions: new Set(permissions) };
}

const lemgo = member('a', 'duties.neuerung.mark');
const detmold = member('b', 'duties.neuerung.mark');
const lippe = member('c');
const reader = member('a');

describe('what a new Fassung of the catalogue means for a Kommune', () => {
  let t: TestDatabase;
  let deps: DutiesDeps;
  before(async () => {
    t = await testDatabase();
    await loadReferenceData(t.db);
    const worlds = openWorlds(t.db);
    const agsOf = new Map([
      [lemgo.tenant, '05766044'],
      [detmold.tenant, '05766020'],
      [lippe.tenant, '05766'],
    ]);
    deps = {
      db: t.db,
      clock,
      demo: false,
      versions: worlds.versions,
      world: worlds.duties,
      worldChanged: worlds.expire,
      circleOf: async () => null,
      ownAgs: async (principal) => agsOf.get(principal?.tenant ?? null) ?? null,
      houseOf: async () => null,
      wortlautOf: async () => [],
      providerOf: async () => null,
      rueckfragen: async () => '',
      actingFor: async (principal) => ({ ok: true, value: principal }),
    };
    const { catalogue } = await deps.world();
    const rows = catalogue.leistungen
      .filter(({ name }) => name !== 'Hundesteuer Anmeldung')
      .map((row) => (row.name === 'Hundesteuer' ? { ...row, name: 'Steuer auf Hunde' } : row))
      .map((row) => (row.name === 'Familienname Änderung' ? { ...row, leika: rekeyed } : row))
      .map((row) => (row.typ === '1' && row.leika !== null ? { ...row, name: `${row.name} (Bund)` } : row));
    const applied = await applyTables({ db: t.db, clock }, operator, orderOf(tableOf(rows)), fullConsent);
    assert.ok(applied.ok, JSON.stringify(applied).slice(0, 400));
    worlds.expire();
  });
  after(() => t[Symbol.asyncDispose]());

  const newsOf = async (principal: Principal): Promise<KommuneNews> =>
    value(await ownNeuerungen(deps, principal));

  test('holds what it owes or what is open, and not the thousand changes of others', async () => {
    const { neuerungen, name } = await newsOf(lemgo);
    const { entries } = value(await deps.versions.delta(1, 2));
    assert.equal(name, 'Lemgo');
    assert.ok(
      entries.length > 500 && neuerungen.length < entries.length / 4,
      `${entries.length} changes, ${neuerungen.length} for Lemgo`,
    );
    const steuer = neuerungen.find(({ entry }) => entry.name === 'Steuer auf Hunde');
    assert.deepEqual(
      [steuer?.wirkung, steuer?.before, steuer?.after, steuer?.stand],
      ['Pflicht bleibt, Angaben ändern sich', 'selbst', 'selbst', 'neu'],
    );
  });

  test('names the rules that moved along with a changed key, and the duty stays', async () => {
    const { neuerungen } = await newsOf(lippe);
    const changed = neuerungen.find(({ entry }) => entry.name === 'Familienname Änderung');
    assert.deepEqual([changed?.before, changed?.after], ['selbst', 'selbst']);
    assert.deepEqual(
      changed?.mitgezogen.map(({ regelId, frueher }) => [regelId, frueher.art, frueher.leika]),
      [['namensaenderung', 'schluessel', '99083001011000']],
    );
  });

  test('is ticked off by each Kommune for itself, once, and only by whoever may', async () => {
    const id = (await newsOf(lemgo)).neuerungen[0]?.entry.id ?? '';
    const mark = (
      principal: Principal,
      aktion: 'lesen' | 'erledigen' | 'zurueckstellen',
      leistungen: readonly string[] | 'alle' = [id],
    ) => markNeuerungen(deps, principal, { fassung: 2, leistungen, aktion });
    assert.equal(codeOf(await mark(reader, 'erledigen')), 'DUTIES_NOT_ALLOWED');
    assert.equal(codeOf(await mark(lemgo, 'erledigen', ['L99999'])), 'DUTIES_NEUERUNG_UNKNOWN');
    assert.deepEqual(value(await mark(lemgo, 'erledigen')), { anzahl: 1 });
    assert.equal(codeOf(await mark(lemgo, 'erledigen')), 'DUTIES_NEUERUNG_STATE');
    assert.equal((await newsOf(lemgo)).neuerungen[0]?.stand, 'erledigt');
    assert.equal((await newsOf(detmold)).neuerungen[0]?.stand, 'neu');
    const rest = value(await mark(lemgo, 'lesen', 'alle'));
    assert.equal(rest.anzahl, (await newsOf(lemgo)).neuerungen.length - 1);
    assert.deepEqual(value(await mark(lemgo, 'zurueckstellen')), { anzahl: 1 });
    assert.equal((await newsOf(lemgo)).neuerungen[0]?.stand, 'gelesen');
  });

  test('says of what was looked at already that its Fassung was taken back, and forgets the rest', async () => {
    const before = (await newsOf(lemgo)).neuerungen.length;
    value(await takeBackFassung(t.db, operator, 2, 'Probe'));
    const { neuerungen } = await newsOf(lemgo);
    assert.equal(neuerungen.length, before);
    assert.ok(neuerungen.every(({ zurueckgenommen }) => zurueckgenommen));
    assert.deepEqual((await newsOf(detmold)).neuerungen, []);
  });
});

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result).slice(0, 300));
  return result.value;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? 'done' : result.refusal.code;
}

function leikaKey(text: string) {
  const parsed = parseLeikaKey(text);
  assert.ok(parsed.ok);
  return parsed.value;
}
