import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FinderWorld, finderWorld, refusedAs, unwrap } from '../testing/finder-world.ts';
import { acceptVorschlag, rejectVorschlag, withdrawVorschlag } from './decide-vorschlag.ts';
import { findLeistungen } from './find-leistungen.ts';
import { findVorschlag } from './find-vorschlag.ts';
import { previewWort } from './preview-wort.ts';
import { proposeWort, type VorschlagInput, vorschlaegeFor } from './propose-wort.ts';

const neu: VorschlagInput = {
  aktion: 'dazu',
  ziel: '10160',
  art: 'alltag',
  sprache: 'de',
  wort: 'Wauwauschein',
  begruendung: 'wird oft gesucht',
};

async function firstFor(world: FinderWorld, text: string) {
  return unwrap(await findLeistungen(world.deps, { text })).treffer[0]?.ozgId ?? null;
}

test('ein Wort gilt, sobald eine zweite Person es annimmt, und nicht vorher', async () => {
  await using world = await finderWorld();
  const { deps, lemgo, leitung } = world;
  const made = unwrap(await proposeWort(deps, lemgo, neu));
  assert.notEqual(await firstFor(world, 'wauwauschein'), 10160);
  assert.deepEqual(
    unwrap(await vorschlaegeFor(deps, leitung)).map(({ id }) => id),
    [made.id],
  );
  const accepted = unwrap(await acceptVorschlag(deps, leitung, made.id));
  assert.equal(accepted.entscheidung, 'angenommen');
  assert.equal(await firstFor(world, 'wauwauschein'), 10160);
  const { woerter } = await deps.words();
  assert.equal(woerter.find(({ wort }) => wort === 'Wauwauschein')?.herkunft, 'redaktion');
});

test('ein mitgeliefertes Wort kann wegfallen und bleibt nach einem neuen Einlesen weg', async () => {
  await using world = await finderWorld();
  const { deps, leitung, zweite } = world;
  const [held] = (await deps.words()).woerter.filter(({ ozgId, art }) => ozgId === 10160 && art === 'alltag');
  assert.ok(held);
  const weg = { ...neu, aktion: 'weg', wort: held.wort };
  const made = unwrap(await proposeWort(deps, leitung, weg));
  unwrap(await acceptVorschlag(deps, zweite, made.id));
  const left = (await deps.words()).woerter.filter(
    ({ ozgId, wort }) => ozgId === 10160 && wort === held.wort,
  );
  assert.deepEqual(left, []);
});

test('wer vorschlägt, entscheidet nicht; die Kommune entscheidet nie; entschieden wird einmal', async () => {
  await using world = await finderWorld();
  const { deps, lemgo, leitung, zweite, leser } = world;
  const own = unwrap(await proposeWort(deps, leitung, neu));
  assert.equal(refusedAs(await acceptVorschlag(deps, leitung, own.id)), 'FINDER_FOUR_EYES');
  assert.equal(refusedAs(await rejectVorschlag(deps, lemgo, own.id)), 'FINDER_VORSCHLAG_UNKNOWN');
  assert.equal(refusedAs(await acceptVorschlag(deps, leser, own.id)), 'FINDER_NOT_AN_EDITOR');
  assert.equal(refusedAs(await findVorschlag(deps, lemgo, own.id)), 'FINDER_VORSCHLAG_UNKNOWN');
  unwrap(await rejectVorschlag(deps, zweite, own.id));
  assert.equal(refusedAs(await acceptVorschlag(deps, zweite, own.id)), 'FINDER_VORSCHLAG_DECIDED');
  const other = unwrap(await proposeWort(deps, lemgo, neu));
  unwrap(await withdrawVorschlag(deps, lemgo, other.id));
  assert.equal(refusedAs(await acceptVorschlag(deps, leitung, other.id)), 'FINDER_VORSCHLAG_DECIDED');
  assert.equal(refusedAs(await acceptVorschlag(deps, leitung, 'kein-uuid')), 'FINDER_VORSCHLAG_UNKNOWN');
});

test('was nicht geht, wird mit Feld und Abhilfe gesagt', async () => {
  await using world = await finderWorld();
  const { deps, lemgo } = world;
  const [held] = (await deps.words()).woerter.filter(({ ozgId }) => ozgId === 10160);
  const broken: readonly Partial<VorschlagInput>[] = [
    { ziel: '99999' },
    { ziel: 'L99999' },
    { wort: '' },
    { wort: 'ein Satz der viel zu viele Wörter hat' },
    { wort: 'x'.repeat(61) },
    { art: 'quatsch' },
    { art: 'fremd', sprache: 'klingonisch' },
    { aktion: 'anders' },
    { wort: held?.wort ?? '' },
    { aktion: 'weg', wort: 'steht nirgends' },
  ];
  for (const part of broken) {
    const code = refusedAs(await proposeWort(deps, lemgo, { ...neu, ...part }));
    assert.equal(code, 'FINDER_VORSCHLAG_INVALID', JSON.stringify(part));
  }
  assert.deepEqual(unwrap(await vorschlaegeFor(deps, lemgo)), []);
});

test('die Vorschau zeigt, was vorher und nachher gefunden wird, und ändert nichts', async () => {
  await using world = await finderWorld();
  const made = unwrap(await proposeWort(world.deps, world.lemgo, { ...neu, wort: 'Quaxelblubb Zettel' }));
  const vergleich = await previewWort(world.deps, made);
  assert.deepEqual(
    vergleich.map(({ woerter }) => woerter),
    ['Quaxelblubb Zettel', 'Quaxelblubb', 'Zettel'],
  );
  const [whole] = vergleich;
  assert.notEqual(whole?.vorher[0]?.ozgId, 10160);
  assert.equal(whole?.nachher[0]?.ozgId, 10160);
  assert.notEqual(await firstFor(world, 'quaxelblubb'), 10160);
});
