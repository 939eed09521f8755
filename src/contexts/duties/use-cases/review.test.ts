import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { compileDuties } from '../domain/compiled-duties.ts';
import { verdictOf } from '../domain/verdict-of.ts';
import { rowOfRegel } from '../regelwerk-of-rows.ts';
import { atOnce } from '../testing/at-once.ts';
import { bodyNamed, leistungNamed, realFacts, today } from '../testing/real-duties.ts';
import { acceptVorschlag, rejectVorschlag } from './decide-vorschlag.ts';
import { loadRulesData } from './import-rules.ts';
import { loadRegelwerk } from './load-regelwerk.ts';
import { noteRule } from './note-rule.ts';
import { proposeRule, type ReviewHouse } from './propose-rule.ts';
import { readOwnVorschlaege } from './read-review.ts';

const shipped = join(import.meta.dirname, '../../../../data');

function tenantOf(text: string): TenantId {
  const tenant = parseTenantId(text);
  assert.ok(tenant);
  return tenant;
}

const provider = tenantOf('00000000-0000-4000-8000-000000000009');
const lemgo = tenantOf('00000000-0000-4000-8000-000000000001');
const detmold = tenantOf('00000000-0000-4000-8000-000000000002');

function house(tenant: TenantId, person: string, changes: Partial<ReviewHouse> = {}): ReviewHouse {
  return {
    actor: actorOf('mitglied', person),
    tenant,
    recipient: provider,
    name: person,
    mayPropose: true,
    mayDecide: tenant === provider,
    ...changes,
  };
}

function reader(tenant: TenantId): Principal {
  return { kind: 'mitglied', actor: actorOf('mitglied', 'leser'), tenant, permissions: new Set() };
}

describe('die Werkbank der Regeln', () => {
  let t: TestDatabase;
  const lead = house(provider, 'leitung');
  const coordinator = house(lemgo, 'koordination');

  before(async () => {
    t = await testDatabase();
    await loadRulesData(t.db, actorOf('system', 'test'), shipped);
  });
  after(() => t[Symbol.asyncDispose]());

  async function duties() {
    const regelwerk = await t.db.withPublic(loadRegelwerk);
    return compileDuties({ ...realFacts(), regelwerk });
  }

  async function wohngeld() {
    const regel = (await duties()).facts.regelwerk.regeln.find(({ id }) => id === 'wohngeld');
    assert.ok(regel);
    return regel;
  }

  async function proposed(by: ReviewHouse, regel: unknown): Promise<string> {
    const input = { regelId: 'wohngeld', art: 'aendern', begruendung: 'WoGG gelesen', regel };
    const result = await proposeRule(t.db, await duties(), by, input);
    assert.ok(result.ok, JSON.stringify(result));
    return result.value.id;
  }

  test('ein Vorschlag ändert nichts, bis eine zweite Person ihn annimmt; dann gilt er für alle', async () => {
    const row = rowOfRegel(await wohngeld());
    const kreis = {
      ...row.verteilung,
      'mittlere-kreisangehoerige-stadt': 'K',
      kreis: 'S',
      staedteregion: 'S',
    };
    const id = await proposed(coordinator, { ...row, verteilung: kreis });
    const verdict = async () => {
      const now = await duties();
      const facts = { ...now.facts, bodies: realFacts().bodies };
      const real = compileDuties({ ...facts, leistungen: realFacts().leistungen });
      return verdictOf(real, leistungNamed(real, 'Wohngeld'), bodyNamed(real, 'Lemgo'), today).verdict;
    };
    assert.equal(await verdict(), 'selbst');
    const own = await acceptVorschlag(t.db, { ...coordinator, mayDecide: true }, id);
    assert.equal(own.ok, false);
    const accepted = await acceptVorschlag(t.db, lead, id);
    assert.ok(accepted.ok, JSON.stringify(accepted));
    assert.equal(await verdict(), 'Kreis');
    const again = await acceptVorschlag(t.db, lead, id);
    assert.equal(!again.ok && again.refusal.code, 'DUTIES_PROPOSAL_DECIDED');
  });

  test('wer vorschlägt, entscheidet nicht, auch nicht beim IT-Dienstleister', async () => {
    const row = rowOfRegel(await wohngeld());
    const id = await proposed(lead, { ...row, bemerkung: 'geprüft' });
    const same = await acceptVorschlag(t.db, lead, id);
    assert.equal(!same.ok && same.refusal.code, 'DUTIES_FOUR_EYES');
    const rejected = await rejectVorschlag(t.db, house(provider, 'zweite'), id, 'Bemerkung unnötig');
    assert.ok(rejected.ok);
    assert.equal(rejected.value.antwort, 'Bemerkung unnötig');
  });

  test('ein Vorschlag über einen älteren Stand der Regel wird nicht angenommen', async () => {
    const row = rowOfRegel(await wohngeld());
    const first = await proposed(coordinator, { ...row, bemerkung: 'eins' });
    const second = await proposed(coordinator, { ...row, bemerkung: 'zwei' });
    assert.ok((await acceptVorschlag(t.db, lead, first)).ok);
    const stale = await acceptVorschlag(t.db, lead, second);
    assert.equal(!stale.ok && stale.refusal.code, 'DUTIES_PROPOSAL_STALE');
  });

  test('zwei Vorschläge zu derselben Regel, im selben Augenblick angenommen: einer gilt, der andere ist überholt', async () => {
    const row = rowOfRegel(await wohngeld());
    const ids = [
      await proposed(coordinator, { ...row, bemerkung: 'links' }),
      await proposed(coordinator, { ...row, bemerkung: 'rechts' }),
    ];
    const two = house(provider, 'zweite');
    const both = await atOnce(t, [
      () => acceptVorschlag(t.db, lead, ids[0] ?? ''),
      () => acceptVorschlag(t.db, two, ids[1] ?? ''),
    ]);
    assert.deepEqual(both.toSorted(), ['DUTIES_PROPOSAL_STALE', 'ok']);
    const bemerkung = (await wohngeld()).bemerkung;
    assert.equal(bemerkung, both[0] === 'ok' ? 'links' : 'rechts');
  });

  test('derselbe Vorschlag, im selben Augenblick angenommen und abgelehnt: einmal entschieden, der andere erfährt es', async () => {
    const id = await proposed(coordinator, { ...rowOfRegel(await wohngeld()), bemerkung: 'eilig' });
    const both = await atOnce(t, [
      () => acceptVorschlag(t.db, lead, id),
      () => rejectVorschlag(t.db, house(provider, 'zweite'), id, 'nein'),
    ]);
    assert.deepEqual(both.toSorted(), ['DUTIES_PROPOSAL_DECIDED', 'ok']);
  });

  test('was fehlt oder falsch ist, wird Feld für Feld genannt, und nichts wird gespeichert', async () => {
    const row = rowOfRegel(await wohngeld());
    const before = (await readOwnVorschlaege(t.db, reader(lemgo))).length;
    const broken: readonly (readonly [object, string])[] = [
      [{ ...row, norm: ' ' }, 'norm'],
      [{ ...row, gueltigVon: '2026-02-30' }, 'gueltigVon'],
      [{ ...row, verteilung: { ...row.verteilung, kreis: 'K' } }, 'verteilung'],
      [{ ...row, reichweite: { ...row.reichweite, ozgIds: [99999] } }, 'reichweite'],
      [{ ...row, id: 'anders' }, 'id'],
      [row, 'regel'],
    ];
    for (const [regel, field] of broken) {
      const input = { regelId: 'wohngeld', art: 'aendern', begruendung: 'Quelle', regel };
      const refused = await proposeRule(t.db, await duties(), coordinator, input);
      assert.ok(!refused.ok, field);
      assert.ok(
        refused.refusal.fields?.some((each) => each.field.startsWith(field)),
        `${field}: ${JSON.stringify(refused.refusal.fields)}`,
      );
    }
    assert.equal((await readOwnVorschlaege(t.db, reader(lemgo))).length, before);
  });

  test('den Vorschlag sehen nur das eigene Haus und der IT-Dienstleister; die Nachbarstadt nicht', async () => {
    assert.ok((await readOwnVorschlaege(t.db, reader(lemgo))).length > 0);
    assert.ok((await readOwnVorschlaege(t.db, reader(provider))).length > 0);
    assert.deepEqual(await readOwnVorschlaege(t.db, reader(detmold)), []);
    const noted = await noteRule(t.db, await duties(), coordinator, 'wohngeld', 'Wer prüft das?');
    assert.ok(noted.ok);
    const foreign = await noteRule(t.db, await duties(), coordinator, 'gibt-es-nicht', 'Hallo');
    assert.equal(!foreign.ok && foreign.refusal.code, 'DUTIES_RULE_UNKNOWN');
  });

  test('eine Entscheidung bleibt, wenn das Regelwerk neu eingelesen wird', async () => {
    const held = await wohngeld();
    await loadRulesData(t.db, actorOf('system', 'test'), shipped);
    assert.deepEqual(await wohngeld(), held);
    assert.notEqual(held.verteilung['mittlere-kreisangehoerige-stadt'], 'S');
  });
});
