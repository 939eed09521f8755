import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goodOnlyObjection, type PlannedRow, plannedRow, tablePreview } from './table-preview.ts';
import { uploadForm } from './upload-form.ts';

const row = (art: PlannedRow['art'], fehler: readonly string[] = []): PlannedRow => ({
  zeile: 7,
  art,
  aenderungen: [
    { feld: 'Titel', vorher: '', nachher: 'Neu' },
    { feld: 'Ort', vorher: '', nachher: '' },
  ],
  fehler,
});

test('a row tells what changes in it, and nothing of fields that were and stay empty', () => {
  assert.deepEqual(plannedRow(row('konflikt', ['Inzwischen geändert.']), 'Projekt'), {
    kind: 'refused',
    line: 7,
    entry: 'Projekt',
    changes: [{ field: 'Titel', before: '', after: 'Neu' }],
    problems: ['Inzwischen geändert.'],
  });
});

test('whoever takes a table over with refused rows must say so; with sound ones nothing is asked', () => {
  const agreed = new URLSearchParams({ nurgute: 'ja' });
  for (const art of ['fehler', 'konflikt'] as const) {
    assert.match(goodOnlyObjection([row('neu'), row(art)], new URLSearchParams()) ?? '', /nur die guten/);
    assert.equal(goodOnlyObjection([row('neu'), row(art)], agreed), null);
  }
  assert.equal(goodOnlyObjection([row('neu'), row('unveraendert')], new URLSearchParams()), null);
});

test('the preview names file and rows, and its form leads to where the table is taken over', async () => {
  const page = tablePreview(
    { query: new URLSearchParams('art=neu'), csrfToken: 'x' },
    {
      fileName: 'a.csv',
      rows: [plannedRow(row('neu'), 'Eins'), plannedRow(row('unveraendert'), 'Zwei')],
      breadcrumb: [{ label: 'Liste', href: '/liste' }],
      here: '/liste/einlesen/1',
      takeOver: '/liste/einlesen/1/uebernehmen',
      cancelHref: '/liste',
      objection: null,
    },
  );
  const main = String(await page.main);
  assert.deepEqual([page.title, page.preline], ['Was sich ändern würde', 'a.csv']);
  assert.match(main, /action="\/liste\/einlesen\/1\/uebernehmen"[^>]*aria-label="Tabelle übernehmen"/);
  assert.match(main, /href="\/liste\/einlesen\/1\?art=unveraendert#zeilen"/);
  assert.match(main, /Eins/);
  assert.doesNotMatch(main, /Zwei/);
});

test('the form for a file says at its field what was wrong with the last one', async () => {
  const reason = {
    kind: 'invalid',
    code: 'X',
    message: 'Bitte wählen Sie eine Tabelle aus.',
    fields: [{ field: 'datei', message: 'Bitte wählen Sie eine Tabelle aus.' }],
  } as const;
  const options = { action: '/e', csrfToken: 'x', cancelHref: '/liste' };
  const main = String(await uploadForm({ ...options, reason }));
  assert.match(main, /enctype="multipart\/form-data"/);
  assert.match(main, /aria-describedby="[^"]*fehler[^"]*"|aria-invalid="true"/);
  assert.match(main, /href="#feld-datei"/);
  assert.match(main, /accept="\.csv,\.txt,\.xlsx"/);
  const quiet = String(await uploadForm({ ...options, reason: null, intro: 'Die Vorlage' }));
  assert.match(quiet, /<p class="kern-body">Die Vorlage<\/p>/);
  assert.doesNotMatch(quiet, /Bitte wählen/);
});
