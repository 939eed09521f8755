import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import { readFreigaben } from '../store-public.ts';
import {
  coordinator,
  dutiesWorlds,
  type EfaWorld,
  lead,
  offered,
  openEfaWorld,
  prepared,
  refusalIn,
  valueIn,
} from '../testing/efa-world.ts';
import { changeState } from './change-state.ts';
import { countRollout } from './count-rollout.ts';
import { findLuecken, schliessende } from './find-gaps.ts';
import { releasedTexts, releaseText, withdrawText } from './release-text.ts';

async function goLive(world: EfaWorld, editor: EfaWorld['lemgo']): Promise<number> {
  let version = await prepared(world, editor);
  for (const schritt of ['testen', 'live-schalten'] as const)
    version = valueIn(
      await changeState(world.deps, editor, { dienst: 'hund-anmelden', version, schritt }),
    ).version;
  return version;
}

describe('Lücken, Zahlen, Freigaben', () => {
  let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
  before(async () => {
    duties = await dutiesWorlds();
  });

  test('ein Onlinedienst schließt beide Lücken, und live sind sie zu', async () => {
    await using world = await openEfaWorld(duties.shipped);
    await offered(world);
    const before = valueIn(await findLuecken(world.deps, 'Lemgo'));
    const [closing] = schliessende(before.luecken, []);
    assert.deepEqual(closing?.luecken.map(({ leistung, verdict }) => [leistung.name, verdict]).toSorted(), [
      ['Hundehaltung Anmeldung', 'selbst'],
      ['Hundesteuer Festsetzung', 'selbst'],
    ]);
    assert.equal(before.luecken.length + before.online, before.pflichten);
    const version = await goLive(world, world.lemgo);
    const after = valueIn(await findLuecken(world.deps, 'Lemgo'));
    assert.deepEqual([after.online, after.luecken.length], [2, before.luecken.length - 2]);
    assert.equal(valueIn(await findLuecken(world.deps, 'Detmold')).online, 0);
    const pause = { dienst: 'hund-anmelden', version, schritt: 'aussetzen', grund: 'Pause' } as const;
    valueIn(await changeState(world.deps, world.lemgo, pause));
    const paused = valueIn(await findLuecken(world.deps, 'Lemgo'));
    assert.equal(paused.luecken.filter(({ ausgesetzt }) => ausgesetzt === 'Hund anmelden').length, 2);
  });

  test('ist die Zuständigkeit einer Leistung offen, steht das dabei, statt sie als Pflicht zu zählen', async () => {
    await using world = await openEfaWorld(duties.withoutDogs);
    await offered(world);
    const { luecken, pflichten, online } = valueIn(await findLuecken(world.deps, 'Lemgo'));
    const open = luecken.filter(({ verdict }) => verdict === 'offen');
    assert.deepEqual(
      open.map(({ leistung }) => leistung.name),
      ['Hundehaltung Anmeldung'],
    );
    assert.match(open[0]?.offen ?? '', /keine belegte Regel/);
    assert.equal(luecken.length - 1 + online, pflichten);
  });

  test('eine beendete Leistung ist keine Lücke', async () => {
    await using world = await openEfaWorld(duties.shipped);
    const before = valueIn(await findLuecken(world.deps, '05766044'));
    const [first] = before.luecken;
    assert.ok(first);
    world.ended.set(first.leistung.id, localDate('2023-12-31'));
    const after = valueIn(await findLuecken(world.deps, '05766044'));
    assert.equal(after.pflichten, before.pflichten - 1);
    assert.equal(refusalIn(await findLuecken(world.deps, 'Lemgoo')).kind, 'not-found');
  });

  test('der IT-Dienstleister sieht Zahlen, sonst niemand', async () => {
    await using world = await openEfaWorld(duties.shipped);
    await offered(world);
    await goLive(world, world.lemgo);
    assert.deepEqual(valueIn(await countRollout(world.deps, lead(world.provider))), [
      {
        dienst: 'hund-anmelden',
        titel: 'Hund anmelden',
        fassung: '1',
        live: 1,
        ausgesetzt: 0,
        aeltereFassung: 0,
        mitglieder: 2,
        antraege: 7,
      },
    ]);
    const refused = await countRollout(world.deps, coordinator(world.lemgo));
    assert.equal(refusalIn(refused).code, 'EFA_NOT_PROVIDER');
  });

  test('Bürgerinnen lesen nur, was freigegeben ist und nicht geendet hat', async () => {
    await using world = await openEfaWorld(duties.shipped);
    const read = async () =>
      (await releasedTexts(world.deps, '05766044')).map(({ leistungId, text }) => [leistungId, text.was]);
    const text = { was: 'Wer einen Hund hält, zahlt Hundesteuer.', kosten: '90 Euro im Jahr' };
    const input = { leistung: '99102013002000', nummer: 0, text };
    assert.deepEqual(valueIn(await releaseText(world.deps, world.lemgo, input)), {
      leistungId: 'L02950',
      nummer: 1,
    });
    assert.deepEqual(await read(), [['L02950', text.was]]);
    assert.deepEqual(await releasedTexts(world.deps, '05766020'), []);
    assert.equal(refusalIn(await releaseText(world.deps, world.lemgo, input)).code, 'EFA_CHANGED_MEANWHILE');
    const empty = await releaseText(world.deps, world.lemgo, { ...input, nummer: 1, text: { was: ' ' } });
    assert.equal(refusalIn(empty).fields?.[0]?.field, 'was');
    world.ended.set('L02950', localDate('2026-06-30'));
    assert.deepEqual(await read(), []);
    const ended = await releaseText(world.deps, world.lemgo, { ...input, nummer: 1 });
    assert.equal(refusalIn(ended).code, 'EFA_LEISTUNG_ENDED');
    world.ended.clear();
    valueIn(await withdrawText(world.deps, world.lemgo, { leistung: 'L02950', nummer: 1 }));
    assert.deepEqual(await read(), []);
    const [newest] = await world.deps.db.withPublic((tx) => readFreigaben(tx, '05766044'));
    assert.deepEqual([newest?.nummer, newest?.text], [2, null]);
  });
});
