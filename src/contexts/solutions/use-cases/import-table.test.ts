import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exportCsv, exportXlsx, type ListDefinition } from '#ui';
import { fieldsOf, ownFeld } from '../../fields/testing/fields-of.ts';
import { standOn } from '../domain/loesung.ts';
import { hashOfInhalt } from '../inhalt-schema.ts';
import { loesungArt } from '../loesung-art.ts';
import { arbitraryInhalt, fassung, today } from '../testing/loesungen.ts';
import { refusedAs, type SolutionsWorld, solutionsWorld, unwrap } from '../testing/solutions-world.ts';
import { inputOfCells, tableFields } from '../views/loesung-table.ts';
import { registerDefinition } from '../views/register-definition.ts';
import type { RegisterRow } from '../views/register-row.ts';
import { registerRows } from '../views/register-row.ts';
import { findTable, keepTable, previewTable, takeTable } from './import-table.ts';
import { inputOf } from './input-of.ts';
import { ownBeitraege } from './read-beitraege.ts';
import { readInput } from './read-input.ts';

const definition: ListDefinition<RegisterRow> = registerDefinition(today, fieldsOf(loesungArt));

async function csvOf(rows: readonly RegisterRow[]): Promise<Buffer> {
  let text = '';
  for await (const chunk of exportCsv(definition, rows)) text += chunk;
  return Buffer.from(text);
}

const against = ({ catalogue, felder }: SolutionsWorld) => ({ catalogue, felder, today, before: null });

const notes = {
  title: 'Lösungen',
  source: 'Probe',
  state: 'heute',
  filters: [],
  demo: false,
  createdAt: new Date(0),
};

const table = (lines: readonly string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`);
const head = 'Kennung;Name;Art;Status;Leistungen;Quelle;Stand der Quelle;Beleg';
const good =
  ';Neuer Dienst;Onlinedienst;verfügbar;L02950; 3; 4;Seite des Anbieters;2026-11-01;Sekundärquelle';

async function workbookOf(rows: Awaited<ReturnType<typeof shippedRows>>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportXlsx(definition, rows, notes)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function shippedRows(world: SolutionsWorld) {
  return registerRows(world.deps, today, null);
}

test('das eigene Register, als CSV oder Excel heruntergeladen, ändert beim Einlesen nichts', async () => {
  await using world = await solutionsWorld();
  const rows = await shippedRows(world);
  assert.ok(rows.length >= 25);
  for (const bytes of [await csvOf(rows), await workbookOf(rows)]) {
    const { plan } = unwrap(await previewTable(world.deps, world.lemgo, bytes));
    assert.deepEqual(plan.problems, []);
    assert.deepEqual(plan.planned, []);
    assert.equal(plan.unchanged, rows.length);
  }
});

test('jede Lösung kommt aus ihren Zellen zurück, wie sie war', async () => {
  await using world = await solutionsWorld();
  fc.assert(
    fc.property(arbitraryInhalt, (content) => {
      const cells = new Map(tableFields.map(({ field, write }) => [field, write(content)]));
      const read = readInput(
        inputOfCells((field) => cells.get(field) ?? ''),
        against(world),
      );
      assert.deepEqual(read.problems, []);
      assert.equal(read.inhalt && hashOfInhalt(read.inhalt), hashOfInhalt(content));
      const again = readInput(inputOf(content), against(world));
      assert.equal(again.inhalt && hashOfInhalt(again.inhalt), hashOfInhalt(content));
    }),
  );
});

test('gute Zeilen werden angeboten, fehlerhafte mit Zeile, Spalte und Abhilfe genannt', async () => {
  await using world = await solutionsWorld();
  const lines = [
    head,
    ';Guter Dienst;Onlinedienst;verfügbar;L02950;Seite;2026-11-01;Sekundärquelle',
    ';;Onlinedienst;verfügbar;L99999;Seite;2026-11-01;Sekundärquelle',
    ';Guter Dienst;Onlinedienst;verfügbar;;Seite;2026-11-01;Sekundärquelle',
    ';Formel;Onlinedienst;=1+1;;Seite;2026-11-01;Sekundärquelle',
    'gibt-es-nicht;Irgendwas;Onlinedienst;verfügbar;;Seite;2026-11-01;Sekundärquelle',
    ';Wohngeld online;EfA-Dienst;verfügbar;;Seite;2026-11-01;Sekundärquelle',
  ];
  const kept = unwrap(await keepTable(world.deps, world.lemgo, 'loesungen.csv', table(lines)));
  assert.deepEqual(
    kept.plan.planned.map(({ line, kind }) => [line, kind]),
    [[2, 'neu']],
  );
  assert.equal(kept.plan.brokenRows, 5);
  const said = kept.plan.problems.map(({ line, column, message }) => `${line} ${column}: ${message}`);
  assert.ok(said.some((each) => each.startsWith('3 Name: Bitte nennen Sie')));
  assert.ok(said.some((each) => each.startsWith('3 Leistungen:')));
  assert.ok(said.some((each) => each.startsWith('4 Name: Diese Lösung steht schon in Zeile 2')));
  assert.ok(said.some((each) => each.startsWith('5 Status: Hier steht eine Formel')));
  assert.ok(said.some((each) => each.startsWith('6 Kennung: Die Lösung „gibt-es-nicht“')));
  assert.ok(said.some((each) => each.includes('Kennung „wohngeld-sh“')));
  assert.equal(refusedAs(await takeTable(world.deps, world.lemgo, kept.id, false)), 'SOLUTIONS_INVALID');
  assert.deepEqual(await ownBeitraege(world.deps, world.lemgo), []);
  assert.equal(unwrap(await takeTable(world.deps, world.lemgo, kept.id, true)).beitraege.length, 1);
  assert.equal(refusedAs(await findTable(world.deps, world.lemgo, kept.id)), 'SOLUTIONS_IMPORT_GONE');
  const [beitrag] = await ownBeitraege(world.deps, world.lemgo);
  assert.equal(beitrag?.begruendung, 'Aus der Tabelle „loesungen.csv“, Zeile 2.');
});

test('eine Tabelle, die nur Name und Preis hat, ändert nur den Preis', async () => {
  await using world = await solutionsWorld();
  const lines = ['Kennung;Name;Preis jährlich (Euro)', 'wohngeld-sh;Wohngeld online;1.200,50'];
  const { plan } = unwrap(await previewTable(world.deps, world.lemgo, table(lines)));
  assert.deepEqual(plan.planned[0]?.changes, [
    { field: 'Preis jährlich (Euro)', before: '', after: '1200,50' },
  ]);
});

test('eigene Felder gehen in die Datei und kommen zurück; ein Pflichtfeld fehlt nur, wo sich etwas ändert', async () => {
  await using world = await solutionsWorld();
  world.felder.push(ownFeld('eigen-vertrag', { label: 'Vertrag', pflicht: true }));
  const own = registerDefinition(today, world.felder);
  let file = '';
  for await (const chunk of exportCsv(own, await shippedRows(world))) file += chunk;
  assert.match(file, /Eigenes Feld: Vertrag \(eigen-vertrag\)/);
  const same = unwrap(await previewTable(world.deps, world.lemgo, Buffer.from(file)));
  assert.deepEqual([same.plan.problems, same.plan.planned], [[], []]);
  const changing = ['Kennung;Name;Preis;Eigenes Feld: Vertrag (eigen-vertrag)'];
  const bad = table([...changing, 'wohngeld-sh;Wohngeld online;neu;']);
  const missing = unwrap(await previewTable(world.deps, world.lemgo, bad));
  assert.deepEqual(
    missing.plan.problems.map(({ column, message }) => [column, message]),
    [['Eigenes Feld: Vertrag (eigen-vertrag)', 'Bitte füllen Sie „Vertrag“ aus.']],
  );
  const fine = table([...changing, 'wohngeld-sh;Wohngeld online;neu;V-17']);
  const { plan } = unwrap(await previewTable(world.deps, world.lemgo, fine));
  assert.deepEqual(plan.planned[0]?.inhalt.felder, { 'eigen-vertrag': 'V-17' });
  assert.deepEqual(
    plan.planned[0]?.changes.map(({ field }) => field),
    ['Preis', 'Vertrag'],
  );
});

test('eine hochgeladene Tabelle sieht nur, wer sie hochgeladen hat, und ohne Kopfzeile keiner', async () => {
  await using world = await solutionsWorld();
  const kept = unwrap(await keepTable(world.deps, world.lemgo, 'a.csv', table([head, good])));
  assert.equal(refusedAs(await findTable(world.deps, world.kalletal, kept.id)), 'SOLUTIONS_IMPORT_GONE');
  const none = await previewTable(world.deps, world.lemgo, table(['Farbe;Form', 'rot;rund']));
  assert.equal(refusedAs(none), 'SOLUTIONS_IMPORT_HEAD');
});

test('jede mitgelieferte Lösung nennt Quelle und Tag, ihre Leistungen stehen im Katalog, und sie liest sich unverändert', async () => {
  await using world = await solutionsWorld();
  for (const loesung of (await world.deps.register()).loesungen) {
    const stand = standOn(loesung, today);
    assert.ok(stand, loesung.id);
    assert.match(stand.inhalt.quelle.url ?? '', /^https:\/\//, loesung.id);
    const read = readInput(inputOf(stand.inhalt), against(world));
    assert.deepEqual(read.problems, [], loesung.id);
    assert.equal(read.inhalt && hashOfInhalt(read.inhalt), stand.fassung.hash, loesung.id);
  }
});

test('eine Fassung ohne Inhalt hat auch einen Hash', () => {
  assert.equal(fassung({ inhalt: null, aufgegangenIn: 'x' }).hash, hashOfInhalt(null));
});
