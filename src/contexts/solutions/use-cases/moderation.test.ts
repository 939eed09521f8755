import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import type { Principal } from '#platform';
import { beitragStand } from '../domain/beitrag.ts';
import { standOn } from '../domain/loesung.ts';
import { enthalten, inhalt, today } from '../testing/loesungen.ts';
import { refusedAs, type SolutionsWorld, solutionsWorld, unwrap } from '../testing/solutions-world.ts';
import { contributeChange, contributeNew, reviseContribution } from './contribute.ts';
import { contributeEnd, contributeMerge } from './end-or-merge.ts';
import { findLoesung } from './find-loesung.ts';
import { inputOf } from './input-of.ts';
import { refuseBeitrag, takeBeitrag, withdrawBeitrag } from './moderate.ts';
import { findBeitrag, ownBeitraege } from './read-beitraege.ts';
import { takeMany } from './take-many.ts';
import { answerQuestion, askBack } from './talk.ts';

const sent = { giltAb: '', begruendung: '', entwurf: false };
const dog = inputOf(
  inhalt({ name: 'Hundesteuer-Assistent', art: 'formularassistent', leistungen: [enthalten('L02950')] }),
);

function contribute(world: SolutionsWorld, who: Principal, notes = sent) {
  return contributeNew(world.deps, who, dog, notes);
}

async function taken(world: SolutionsWorld, who: Principal = world.lemgo) {
  const beitrag = unwrap(await contribute(world, who));
  return unwrap(await takeBeitrag(world.deps, world.leitung, beitrag));
}

test('was eine Kommune beiträgt, steht erst im Register, wenn die Moderation es übernommen hat', async () => {
  await using world = await solutionsWorld();
  const beitrag = unwrap(await contribute(world, world.lemgo));
  assert.equal(beitragStand(beitrag), 'wartet');
  assert.equal((await world.deps.register()).byId.has(beitrag.loesungId), false);
  unwrap(await takeBeitrag(world.deps, world.leitung, beitrag));
  const { stand } = unwrap(findLoesung(await world.deps.register(), beitrag.loesungId, today));
  assert.equal(stand.inhalt.name, 'Hundesteuer-Assistent');
  assert.equal(stand.fassung.haus, 'Stadt Lemgo');
  assert.equal(stand.fassung.uebernommenVon, 'Rechenzentrum');
});

test('über den eigenen Beitrag entscheidet eine zweite Person', async () => {
  await using world = await solutionsWorld();
  const beitrag = unwrap(await contribute(world, world.leitung));
  assert.equal(refusedAs(await takeBeitrag(world.deps, world.leitung, beitrag)), 'SOLUTIONS_FOUR_EYES');
  assert.equal(
    refusedAs(await refuseBeitrag(world.deps, world.leitung, beitrag, 'x')),
    'SOLUTIONS_FOUR_EYES',
  );
  unwrap(await takeBeitrag(world.deps, world.zweite, beitrag));
});

test('wer nicht moderiert, entscheidet nicht, und eine fremde Kommune sieht den Beitrag nicht', async () => {
  await using world = await solutionsWorld();
  const beitrag = unwrap(await contribute(world, world.lemgo));
  assert.equal(refusedAs(await takeBeitrag(world.deps, world.lemgo, beitrag)), 'SOLUTIONS_NOT_ALLOWED');
  assert.equal(
    refusedAs(await findBeitrag(world.deps, world.kalletal, beitrag.id)),
    'SOLUTIONS_BEITRAG_UNKNOWN',
  );
  assert.deepEqual(await ownBeitraege(world.deps, world.kalletal), []);
});

test('ein Entwurf bleibt bei der Kommune, bis sie ihn sendet', async () => {
  await using world = await solutionsWorld();
  const draft = unwrap(await contribute(world, world.lemgo, { ...sent, entwurf: true }));
  assert.equal(beitragStand(draft), 'entwurf');
  assert.equal(
    refusedAs(await findBeitrag(world.deps, world.leitung, draft.id)),
    'SOLUTIONS_BEITRAG_UNKNOWN',
  );
  assert.equal(refusedAs(await takeBeitrag(world.deps, world.leitung, draft)), 'SOLUTIONS_BEITRAG_UNKNOWN');
  const revised = unwrap(await reviseContribution(world.deps, world.lemgo, draft, dog, sent));
  assert.equal(beitragStand(revised), 'wartet');
  unwrap(await takeBeitrag(world.deps, world.leitung, revised));
});

test('eine Rückfrage hält den Beitrag, bis sie beantwortet ist; Ablehnen braucht einen Grund', async () => {
  await using world = await solutionsWorld();
  const beitrag = unwrap(await contribute(world, world.lemgo));
  const asked = unwrap(await askBack(world.deps, world.leitung, beitrag.id, 'Welches Fachverfahren?'));
  assert.equal(beitragStand(asked), 'rueckfrage');
  const answered = unwrap(await answerQuestion(world.deps, world.lemgo, beitrag.id, 'Keines nötig.'));
  assert.equal(beitragStand(answered), 'wartet');
  assert.deepEqual(
    answered.nachrichten.map(({ haus, text }) => `${haus}: ${text}`),
    ['Rechenzentrum: Welches Fachverfahren?', 'Stadt Lemgo: Keines nötig.'],
  );
  assert.equal(refusedAs(await refuseBeitrag(world.deps, world.leitung, beitrag, ' ')), 'SOLUTIONS_INVALID');
  const refused = unwrap(await refuseBeitrag(world.deps, world.leitung, beitrag, 'Steht schon da.'));
  assert.equal(unwrap(await findBeitrag(world.deps, world.lemgo, refused.id)).antwort, 'Steht schon da.');
  assert.equal(refusedAs(await takeBeitrag(world.deps, world.zweite, beitrag)), 'SOLUTIONS_ALREADY_DECIDED');
});

test('niemand entscheidet über etwas anderes, als er gelesen hat', async () => {
  await using world = await solutionsWorld();
  const read = unwrap(await contribute(world, world.lemgo));
  unwrap(await reviseContribution(world.deps, world.lemgo, read, { ...dog, name: 'Anders' }, sent));
  assert.equal(refusedAs(await takeBeitrag(world.deps, world.leitung, read)), 'SOLUTIONS_BEITRAG_REVISED');
  const again = await reviseContribution(world.deps, world.lemgo, read, dog, sent);
  assert.equal(refusedAs(again), 'SOLUTIONS_BEITRAG_REVISED');
});

test('ein zurückgezogener Beitrag lässt sich nicht mehr übernehmen', async () => {
  await using world = await solutionsWorld();
  const beitrag = unwrap(await contribute(world, world.lemgo));
  assert.equal(
    refusedAs(await withdrawBeitrag(world.deps, world.leitung, beitrag)),
    'SOLUTIONS_BEITRAG_UNKNOWN',
  );
  unwrap(await withdrawBeitrag(world.deps, world.lemgo, beitrag));
  assert.equal(refusedAs(await takeBeitrag(world.deps, world.leitung, beitrag)), 'SOLUTIONS_ALREADY_DECIDED');
});

test('von zwei Änderungen auf demselben Stand wird die zweite nicht still überschrieben', async () => {
  await using world = await solutionsWorld();
  const { loesungId } = await taken(world);
  const { stand } = unwrap(findLoesung(await world.deps.register(), loesungId, today));
  const target = { id: loesungId, grundlage: stand.fassung.hash };
  const change = (who: Principal, anbieter: string) =>
    contributeChange(world.deps, who, target, inputOf({ ...stand.inhalt, anbieter }), sent);
  const first = unwrap(await change(world.lemgo, 'Erster'));
  const second = unwrap(await change(world.kalletal, 'Zweiter'));
  unwrap(await takeBeitrag(world.deps, world.leitung, first));
  assert.equal(
    refusedAs(await takeBeitrag(world.deps, world.leitung, second)),
    'SOLUTIONS_CHANGED_MEANWHILE',
  );
  assert.equal(refusedAs(await change(world.lemgo, 'Dritter')), 'SOLUTIONS_CHANGED_MEANWHILE');
  const loesung = unwrap(findLoesung(await world.deps.register(), loesungId, today)).loesung;
  assert.deepEqual(
    loesung.fassungen.map((each) => each.inhalt?.anbieter),
    [null, 'Erster'],
  );
});

test('eine Änderung auf eine Referenz lässt die alte Fassung an ihrem Tag stehen', async () => {
  await using world = await solutionsWorld();
  const { stand } = unwrap(findLoesung(await world.deps.register(), 'wohngeld-sh', today));
  const change = await contributeChange(
    world.deps,
    world.lemgo,
    { id: 'wohngeld-sh', grundlage: stand.fassung.hash },
    inputOf({ ...stand.inhalt, anbieter: 'd-NRW AöR' }),
    { ...sent, giltAb: '2027-01-01' },
  );
  unwrap(await takeBeitrag(world.deps, world.leitung, unwrap(change)));
  const register = await world.deps.register();
  const on = (day: string) =>
    unwrap(findLoesung(register, 'wohngeld-sh', localDate(day))).stand.inhalt.anbieter;
  assert.equal(on('2026-12-31'), 'Land Schleswig-Holstein');
  assert.equal(on('2027-01-01'), 'd-NRW AöR');
  const loesung = register.byId.get('wohngeld-sh');
  assert.ok(loesung && standOn(loesung, localDate('2026-11-21')) === null);
});

test('das Ende einer Lösung hat einen Tag und eine Quelle', async () => {
  await using world = await solutionsWorld();
  const { loesungId } = await taken(world);
  const nothing = await contributeEnd(world.deps, world.lemgo, {
    id: loesungId,
    letzterTag: '',
    begruendung: '',
  });
  assert.ok(!nothing.ok);
  assert.deepEqual(
    nothing.refusal.fields?.map(({ field }) => field),
    ['letzterTag', 'begruendung'],
  );
  const end = { id: loesungId, letzterTag: '2026-12-31', begruendung: 'Kündigung des Anbieters' };
  const beitrag = unwrap(await contributeEnd(world.deps, world.lemgo, end));
  unwrap(await takeBeitrag(world.deps, world.leitung, beitrag));
  const register = await world.deps.register();
  assert.equal(unwrap(findLoesung(register, loesungId, localDate('2026-12-31'))).stand.status, 'verfuegbar');
  assert.equal(unwrap(findLoesung(register, loesungId, localDate('2027-01-01'))).stand.status, 'ausgelaufen');
});

test('ein Doppel geht auf, ohne dass eine Leistung verloren geht, und seine Adresse führt weiter', async () => {
  await using world = await solutionsWorld();
  const { loesungId } = await taken(world);
  const merge = { id: loesungId, inId: 'wohngeld-sh', begruendung: 'Dieselbe Adresse' };
  const itself = await contributeMerge(world.deps, world.lemgo, { ...merge, inId: loesungId });
  assert.equal(refusedAs(itself), 'SOLUTIONS_INVALID');
  const beitrag = unwrap(await contributeMerge(world.deps, world.lemgo, merge));
  unwrap(await takeBeitrag(world.deps, world.leitung, beitrag));
  const found = unwrap(findLoesung(await world.deps.register(), loesungId, today));
  assert.equal(found.stand.id, 'wohngeld-sh');
  assert.equal(found.aufgegangen, loesungId);
  assert.deepEqual(
    found.stand.inhalt.leistungen.map(({ leistungId }) => leistungId),
    ['L05037', 'L02950'],
  );
  const gone = await contributeEnd(world.deps, world.lemgo, {
    id: loesungId,
    letzterTag: '2026-12-31',
    begruendung: 'x',
  });
  assert.equal(refusedAs(gone), 'SOLUTIONS_UNKNOWN');
});

test('mehrere Beiträge werden auf einmal übernommen, und einer, der nicht geht, hält die anderen nicht auf', async () => {
  await using world = await solutionsWorld();
  const first = unwrap(await contribute(world, world.lemgo));
  const own = unwrap(await contribute(world, world.leitung));
  const third = unwrap(await contribute(world, world.kalletal));
  const { taken: done, refused } = unwrap(
    await takeMany(world.deps, world.leitung, [first.id, own.id, third.id, 'kein-beitrag']),
  );
  assert.deepEqual(
    done.map(({ id }) => id),
    [first.id, third.id],
  );
  assert.deepEqual(
    refused.map(({ refusal }) => refusal.code),
    ['SOLUTIONS_FOUR_EYES', 'SOLUTIONS_BEITRAG_UNKNOWN'],
  );
});

test('eine Angabe, die nicht passt, sagt welche und wie man sie berichtigt', async () => {
  await using world = await solutionsWorld();
  const wrong = await contributeNew(
    world.deps,
    world.lemgo,
    {
      ...dog,
      name: '',
      url: 'javascript:alert(1)',
      preisEinmalig: '12.00',
      verfuegbarAb: '2026-02-30',
      leistungen: [{ leistung: 'Wohngelt', status: '', reifegrad11: '5', reifegrad20: '', kommentar: '' }],
    },
    sent,
  );
  assert.ok(!wrong.ok);
  assert.deepEqual(wrong.refusal.fields?.map(({ field }) => field).toSorted(), [
    'leistung-1',
    'name',
    'preisEinmalig',
    'url',
    'verfuegbarAb',
  ]);
  assert.deepEqual(await ownBeitraege(world.deps, world.lemgo), []);
});
