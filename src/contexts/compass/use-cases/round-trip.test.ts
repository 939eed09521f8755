import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { exportCsv, exportXlsx } from '#ui';
import { parseAenderung } from '../domain/parse-aenderung.ts';
import type { StandWerte } from '../domain/stand.ts';
import { werteOf } from '../domain/unterschied.ts';
import { zustaende } from '../domain/zustand.ts';
import { type CompassWorld, openCompassWorld, valueIn } from '../testing/compass-world.ts';
import { transferColumns } from '../views/transfer-columns.ts';
import { changeStaende } from './change-stand.ts';
import type { Editor } from './editor.ts';
import { sammelOfTabelle } from './einlesen.ts';
import { staendeOf, standOf } from './read-stand.ts';
import { readTabelle } from './read-tabelle.ts';
import { applySammel, sammelOf } from './sammel.ts';
import { standListe } from './stand-liste.ts';
import { takeBack } from './take-back.ts';

const notes = {
  title: 'Stand',
  source: 'Test',
  state: 'heute',
  filters: [],
  demo: true,
  createdAt: new Date('2026-11-21T09:00:00Z'),
};

describe('a file that goes out and comes in again', () => {
  let world: CompassWorld;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '=1+1',
      "'=SUMME(A1)",
      '@x',
      '-5',
      '+49 5261',
      'a;b"c\td',
      'Zeile 1\r\nZeile 2',
      '  zwei Leerzeichen',
      '0123',
      'WAHR',
      'Größe „Ω“',
      '1.234',
    ),
  );
  const fallzahl = fc.record({
    fallzahl: fc.nat(5_000_000),
    fallzahlJahr: fc.integer({ min: 1990, max: 2026 }),
    fallzahlArt: fc.constantFrom('gezaehlt', 'geschaetzt'),
  });
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
    .map((each) => each.toISOString().slice(0, 10));
  const person = fc.constantFrom(0, 1, 2, null);
  const angabe = fc.record({
    zustand: fc.constantFrom(...zustaende),
    grund: texts.map((text) => text.trim() || 'Kommt nicht vor'),
    giltAb: day,
    geplantFuer: fc.option(day),
    umgesetztAm: fc.option(day),
    reifegrad: fc.constantFrom(
      {},
      { reifegrad11: 3 },
      { kriterien20: { formular: 1 } },
      { reifegrad20: 4, reifegrad11: 0 },
    ),
    faelle: fc.option(fallzahl, { nil: {} }),
    loesungId: fc.constantFrom('hund-anmelden', 'eigene-loesung', null),
    prioritaet: fc.constantFrom(1, 2, 3, null),
    personen: fc.tuple(person, person).filter(([a, b]) => a === null || a !== b),
    nachweis: fc.constantFrom(
      null,
      { art: 'link', link: 'https://www.lemgo.de/a?b=c&d', text: null },
      { art: 'link', link: 'https://www.lemgo.de', text: 'Seite "A"' },
      { art: 'notiz', link: null, text: 'mündlich; am Telefon' },
    ),
    bemerkung: fc.option(texts),
    felder: fc.dictionary(
      fc.constantFrom('eigen-kostenstelle', 'eigen-aktenzeichen-2', 'kommune-aemter'),
      texts,
      { maxKeys: 3 },
    ),
  });
  type Angabe = typeof angabe extends fc.Arbitrary<infer T> ? T : never;

  const idOf = (editor: Editor, index: number | null) => {
    const kommunen = [world.lemgo, world.detmold];
    const own = kommunen.find(({ kommune }) => kommune.tenant === editor.kommune.tenant);
    return index === null ? null : (own?.personen[index]?.id ?? null);
  };

  async function state(editor: Editor, angaben: ReadonlyMap<string, Angabe>): Promise<void> {
    const held = new Map(
      (await staendeOf(world.deps, editor)).map((each) => [each.leistungId, each.fassung]),
    );
    const wuensche = [...angaben].map(([leistungId, { reifegrad, faelle, personen, ...rest }]) => {
      const [zustaendig, vertretung] = personen.map((each) => idOf(editor, each));
      const aenderung = parseAenderung({ ...rest, ...reifegrad, ...faelle, zustaendig, vertretung });
      assert.ok(aenderung.ok, JSON.stringify(aenderung));
      return { leistungId, grundlage: held.get(leistungId) ?? 0, aenderung: aenderung.value };
    });
    for (const answer of await changeStaende(world.deps, editor, wuensche)) valueIn(answer);
  }

  async function fileOf(editor: Editor, format: 'csv' | 'xlsx'): Promise<Buffer> {
    const liste = valueIn(await standListe(world.deps, editor));
    const columns = transferColumns(
      editor.kommune.ags,
      { ...liste, loesungen: await world.deps.loesungen() },
      liste.zeilen,
    );
    const rows = liste.zeilen.filter(({ stand, ort }) => stand !== null || ort.id < 'L00030');
    const parts: Buffer[] = [];
    const pieces =
      format === 'csv' ? exportCsv({ columns }, rows) : exportXlsx({ id: 'stand', columns }, rows, notes);
    for await (const piece of pieces) parts.push(Buffer.from(piece));
    return Buffer.concat(parts);
  }

  /** Elsewhere the numbers of the Fassungen mean nothing, so they are left aside. */
  async function read(editor: Editor, file: Buffer, elsewhere = false) {
    const { tabelle, wahl } = valueIn(readTabelle(file));
    const { fassung, ...others } = wahl.spalten;
    assert.ok(wahl.leeren && fassung !== undefined);
    const gelesen = { tabelle, wahl: { leeren: true, spalten: elsewhere ? others : wahl.spalten } };
    const id = await sammelOfTabelle(world.deps, editor, { art: 'datei', titel: 'Datei' }, gelesen);
    return valueIn(await sammelOf(world.deps, editor, id));
  }

  /** What is stated, people by name, without what a statement has of its own time. */
  async function stated(editor: Editor) {
    const names = new Map(
      (await world.deps.personen(editor.actor, editor.kommune)).map(({ id, name }) => [id, name]),
    );
    const plain = ({ giltAb, ...werte }: StandWerte) => ({
      ...werte,
      zustaendig: names.get(werte.zustaendig ?? '') ?? null,
      vertretung: names.get(werte.vertretung ?? '') ?? null,
      grund: lines(werte.grund),
      bemerkung: lines(werte.bemerkung),
      felder: Object.fromEntries(Object.entries(werte.felder).map(([key, text]) => [key, lines(text)])),
    });
    return new Map(
      (await staendeOf(world.deps, editor)).map((stand) => [stand.leistungId, plain(werteOf(stand))]),
    );
  }

  // The only thing that a spreadsheet may change: how a line ends.
  const lines = (text: string | null) => text?.replaceAll(/\r\n?/g, '\n') ?? null;

  const ids = fc.uniqueArray(
    fc.integer({ min: 1, max: 60 }).map((n) => `L${String(n).padStart(5, '0')}`),
    { minLength: 1, maxLength: 12 },
  );

  test('read again at home it changes nothing, also what was taken back; read where nothing is stated it says everything', async () => {
    const { lemgo, detmold, deps } = world;
    const twin: Editor = {
      ...detmold.koordination,
      kommune: { ...lemgo.kommune, tenant: detmold.kommune.tenant },
    };
    await fc.assert(
      fc.asyncProperty(
        ids.chain((keys) => fc.tuple(...keys.map((key) => angabe.map((each) => [key, each] as const)))),
        fc.constantFrom('csv' as const, 'xlsx' as const),
        fc.nat(11),
        async (angaben, format, taken) => {
          await state(lemgo.koordination, new Map(angaben));
          const [gone] = angaben[taken % angaben.length] ?? assert.fail();
          for (const editor of [lemgo.koordination, twin]) {
            const held = await standOf(deps, editor, gone);
            const wunsch = { leistungId: gone, grundlage: held?.fassung ?? 0, grund: '' };
            if (held) valueIn(await takeBack(deps, editor, wunsch));
          }
          const file = await fileOf(lemgo.koordination, format);
          const home = await read(lemgo.koordination, file);
          assert.deepEqual(
            home.zeilen?.filter(({ art }) => art !== 'unchanged'),
            [],
          );
          const away = await read(twin, file, true);
          assert.deepEqual(
            away.zeilen?.filter(({ art }) => art === 'refused').map(({ probleme }) => probleme),
            [],
          );
          valueIn(await applySammel(deps, twin, away.id, false));
          const [here, there] = [await stated(lemgo.koordination), await stated(twin)];
          for (const [id, werte] of here) assert.deepEqual(there.get(id), werte, id);
          assert.deepEqual([here.has(gone), there.has(gone)], [false, false]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
