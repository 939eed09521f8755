import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import type { SammelZeile } from '../domain/sammel.ts';
import type { StandAenderung } from '../domain/stand.ts';
import {
  type CompassWorld,
  editorFor,
  openCompassWorld,
  refusalIn,
  stated,
  valueIn,
} from '../testing/compass-world.ts';
import { changeStand } from './change-stand.ts';
import { digestFor, markiereGesehen, meineNeuigkeiten } from './digest.ts';
import { changeWahl, sammelOfTabelle } from './einlesen.ts';
import { addPerson } from './fachbereich-personen.ts';
import { assignLeistungen, createFachbereich } from './fachbereiche.ts';
import { staendeOf, standOf, verlaufOf } from './read-stand.ts';
import { readEingefuegt, readTabelle } from './read-tabelle.ts';
import { applySammel, createSammel, sammelOf } from './sammel.ts';
import { takeBack } from './take-back.ts';
import { undoSammel } from './undo-sammel.ts';

describe('many cells at once', () => {
  let world: CompassWorld;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  let used = 100;
  const fresh = (count: number) => Array.from({ length: count }, () => `L${String(++used).padStart(5, '0')}`);
  const wish = (leistungId: string, aenderung: StandAenderung) => ({
    leistungId,
    aenderung,
    name: leistungId,
    zeile: null,
    grundlage: null,
    probleme: [],
    hinweise: [],
    zellen: [],
  });
  const bulk = (ids: readonly string[], aenderung: StandAenderung) =>
    createSammel(world.deps, world.lemgo.koordination, {
      art: 'auswahl',
      titel: 'Auswahl',
      wuensche: ids.map((id) => wish(id, aenderung)),
    });
  const zustandOf = async (id: string) => (await standOf(world.deps, world.lemgo.koordination, id))?.zustand;
  const kinds = (zeilen: readonly SammelZeile[] | null) => zeilen?.map(({ art }) => art);

  test('the preview says for each row what changes, what stays and what is refused; applying it is one step', async () => {
    const { deps, lemgo } = world;
    const [a = '', b = '', c = ''] = fresh(3);
    await stated(world, lemgo, { leistungId: a, aenderung: { zustand: 'geplant' } });
    await stated(world, lemgo, { leistungId: b, aenderung: { zustand: 'online' } });
    const { id, zeilen } = await bulk([a, b, c, 'L99999'], { zustand: 'online' });
    assert.deepEqual(kinds(zeilen), ['changed', 'unchanged', 'added', 'refused']);
    assert.deepEqual(zeilen[0]?.unterschiede, [{ feld: 'zustand', vorher: 'geplant', nachher: 'online' }]);
    assert.equal(await zustandOf(a), 'geplant', 'a preview writes nothing');
    assert.equal(
      refusalIn(await applySammel(deps, lemgo.koordination, id, false)).code,
      'COMPASS_BULK_REFUSED_ROWS',
    );
    const done = valueIn(await applySammel(deps, lemgo.koordination, id, true));
    assert.deepEqual(
      done.geschrieben.map(({ leistungId }) => leistungId),
      [a, c],
    );
    assert.deepEqual(valueIn(await applySammel(deps, lemgo.koordination, id, true)), done, 'a second press');
    assert.equal((await verlaufOf(deps, lemgo.koordination, a)).length, 2);
  });

  test('a row that somebody changed after the preview is left and told', async () => {
    const { deps, lemgo } = world;
    const [a = '', b = ''] = fresh(2);
    for (const leistungId of [a, b])
      await stated(world, lemgo, { leistungId, aenderung: { zustand: 'geplant' } });
    const { id } = await bulk([a, b], { zustand: 'online' });
    const other = editorFor(lemgo.kommune, lemgo.personen[1]?.id ?? '');
    valueIn(
      await changeStand(deps, other, { leistungId: a, grundlage: 1, aenderung: { zustand: 'in-umsetzung' } }),
    );
    const { geschrieben, gelassen } = valueIn(await applySammel(deps, lemgo.koordination, id, false));
    assert.deepEqual([geschrieben.length, gelassen.length], [1, 1]);
    assert.match(gelassen[0]?.grund ?? '', /Oke Sandgrund .* geändert/);
    assert.equal(await zustandOf(a), 'in-umsetzung');
  });

  test('„Rückgängig“ states the former values again and takes first statements back; what others changed since stays and is told', async () => {
    const { deps, lemgo } = world;
    const [a = '', b = '', c = ''] = fresh(3);
    const former = {
      zustand: 'geplant',
      prioritaet: 2,
      kriterien20: { formular: 1 },
      geplantFuer: localDate('2027-01-01'),
      zustaendig: lemgo.personen[2]?.id ?? '',
    } as const;
    for (const leistungId of [a, b]) await stated(world, lemgo, { leistungId, aenderung: former });
    const before = await standOf(deps, lemgo.koordination, a);
    const { id } = await bulk([a, b, c], {
      zustand: 'online',
      prioritaet: 1,
      geplantFuer: null,
      reifegrad20: 5,
    });
    valueIn(await applySammel(deps, lemgo.koordination, id, false));
    valueIn(
      await changeStand(deps, lemgo.koordination, {
        leistungId: b,
        grundlage: 2,
        aenderung: { prioritaet: 3 },
      }),
    );
    const { geschrieben, gelassen } = valueIn(await undoSammel(deps, lemgo.koordination, id));
    assert.deepEqual(
      geschrieben.map(({ leistungId }) => leistungId),
      [a, c],
    );
    assert.deepEqual(
      gelassen.map(({ leistungId }) => leistungId),
      [b],
    );
    assert.equal(await standOf(deps, lemgo.koordination, c), null);
    assert.deepEqual(
      (await verlaufOf(deps, lemgo.koordination, c)).map(({ zustand, bemerkung }) => [zustand, bemerkung]),
      [
        [null, 'Rückgängig gemacht: Auswahl'],
        ['online', null],
      ],
    );
    const after = await standOf(deps, lemgo.koordination, a);
    assert.deepEqual(
      { ...after, fassung: 1, giltAb: before?.giltAb, angegebenAm: before?.angegebenAm },
      before,
    );
    assert.equal((await standOf(deps, lemgo.koordination, b))?.prioritaet, 3);
    assert.equal(
      refusalIn(await undoSammel(deps, lemgo.koordination, id)).code,
      'COMPASS_BULK_ALREADY_UNDONE',
    );
  });

  test('200 first statements by mistake are gone with one „Rückgängig“, but for the one that somebody has worked on', async () => {
    const { deps, lemgo } = world;
    const ids = Array.from({ length: 200 }, (_, index) => `L0${4000 + index}`);
    const { id, zeilen } = await bulk(ids, { zustand: 'online' });
    const meant = zeilen.flatMap(({ art, leistungId }) => (art === 'added' ? (leistungId ?? []) : []));
    assert.equal(meant.length, 200);
    valueIn(await applySammel(deps, lemgo.koordination, id, false));
    const [kept = '', other = ''] = meant;
    await stated(world, lemgo, { leistungId: kept, grundlage: 1, aenderung: { prioritaet: 1 } });
    valueIn(await takeBack(deps, lemgo.koordination, { leistungId: other, grundlage: 1, grund: '' }));
    const { geschrieben, gelassen } = valueIn(await undoSammel(deps, lemgo.koordination, id));
    assert.equal(geschrieben.length, 198);
    assert.deepEqual(
      gelassen.map(({ leistungId, grund }) => [leistungId, /Fassung 2|keine eigene Angabe/.test(grund)]),
      [
        [kept, true],
        [other, true],
      ],
    );
    const holding = await staendeOf(deps, lemgo.koordination);
    assert.deepEqual(
      holding.filter(({ leistungId }) => meant.includes(leistungId)).map(({ leistungId }) => leistungId),
      [kept],
    );
  });

  test('„keine Angabe“ in a file takes the whole statement back, after a preview; „Rückgängig“ brings it again', async () => {
    const { deps, lemgo } = world;
    const [a = '', b = '', c = '', d = ''] = fresh(4);
    const aenderung = { zustand: 'online', prioritaet: 2, felder: { 'kommune-aemter': 'x' } } as const;
    for (const leistungId of [a, b, d]) await stated(world, lemgo, { leistungId, aenderung });
    await stated(world, lemgo, { leistungId: b, grundlage: 1, aenderung: { prioritaet: 1 } });
    const sammel = await read(
      `Nummer;Fassung;Zustand;Priorität\r\n${a};1;Keine Angabe;unsinn\r\n${b};1;keine-angabe;\r\n${c};;keine Angabe;\r\n${d};1;;2\r\n`,
    );
    assert.deepEqual(kinds(sammel.zeilen), ['changed', 'refused', 'unchanged', 'unchanged']);
    const [row, late] = sammel.zeilen ?? [];
    assert.deepEqual(row?.unterschiede, [{ feld: 'zustand', vorher: 'online', nachher: 'keine Angabe' }]);
    assert.match(row?.hinweise.join() ?? '', /ganze Angabe wird zurückgenommen/);
    assert.match(late?.probleme.join() ?? '', /Mara Feldweg .* geändert \(jetzt Fassung 2\)\.$/);
    assert.equal(await zustandOf(a), 'online', 'a preview writes nothing');
    valueIn(await applySammel(deps, lemgo.koordination, sammel.id, true));
    assert.equal(await zustandOf(a), undefined);
    assert.deepEqual([await zustandOf(b), await zustandOf(d)], ['online', 'online']);
    const stale = await read(`Nummer;Fassung;Zustand;Priorität\r\n${a};1;geplant;2\r\n`);
    assert.match(stale.zeilen?.[0]?.probleme.join() ?? '', /zurückgenommen \(Fassung 2\)/);
    valueIn(await undoSammel(deps, lemgo.koordination, sammel.id));
    const again = await standOf(deps, lemgo.koordination, a);
    assert.deepEqual(
      [again?.fassung, again?.zustand, again?.prioritaet, again?.felder],
      [3, 'online', 2, { 'kommune-aemter': 'x' }],
    );
  });

  const read = async (text: string, encoding: BufferEncoding = 'utf8') => {
    const gelesen = valueIn(readTabelle(Buffer.from(text, encoding)));
    const id = await sammelOfTabelle(
      world.deps,
      world.lemgo.koordination,
      { art: 'datei', titel: 'x.csv' },
      gelesen,
    );
    return valueIn(await sammelOf(world.deps, world.lemgo.koordination, id));
  };

  test('a file with faults: each row says what is wrong or what to look at, and the good ones are offered', async () => {
    const { deps, lemgo, enden } = world;
    const [a = '', b = '', c = '', d = ''] = fresh(4);
    enden.set(d, {
      leistungId: d,
      leika: '99000000000000',
      name: 'Beendet',
      endetAm: localDate('2020-01-01'),
      grund: 'aufgehoben',
      quelle: 'Amtsblatt',
      quelleUrl: null,
      gelesenAm: localDate('2026-01-01'),
      evidenz: 'norm-gelesen',
      hinweis: null,
    });
    const sammel = await read(
      [
        'Bericht zum Stand',
        '',
        'Leistungsnummer;AGS;Status;geplant;umgesetzt;Fälle;Jahr;Zuständig',
        `${a};05766044;Online;;01.02.2026;1.234;2025;oke sandgrund`,
        `${b};05766020;online;;;;;`,
        `${c};Lemgo;fertig;31.02.2026;;viele;;Niemand Bekanntes`,
        `${d};;online;01.01.2020;;;;`,
        `${a};;geplant;;;;;`,
        'L99999;;online;;;;;',
        `${c};;geplant;01.01.2026;;=1+1;2025;`,
      ].join('\r\n'),
      'latin1',
    );
    assert.deepEqual(kinds(sammel.zeilen), [
      'added',
      'refused',
      'refused',
      'added',
      'refused',
      'refused',
      'refused',
    ]);
    const [good, foreign, broken, ended, twice, unknown, formula] = sammel.zeilen ?? [];
    assert.deepEqual(
      [good?.aenderung.fallzahl, good?.aenderung.umgesetztAm, good?.aenderung.zustaendig],
      [1234, '2026-02-01', lemgo.personen[1]?.id],
    );
    assert.match(good?.hinweise.join() ?? '', /gilt als gezählt/);
    assert.match(foreign?.probleme.join() ?? '', /gehört zu „05766020“ und nicht zu Lemgo/);
    const all = broken?.probleme.join(' ') ?? '';
    for (const part of [
      /„fertig“ ist kein Zustand/,
      /geplant für: /,
      /Fallzahl: /,
      /gehört nicht zu Ihrer Kommune/,
    ])
      assert.match(all, part);
    assert.match(ended?.hinweise.join() ?? '', /beendet.*behalten.*nur ein geplanter Termin/);
    assert.match(twice?.probleme.join() ?? '', /mehrfach/);
    assert.match(unknown?.probleme.join() ?? '', /steht nicht im Katalog/);
    assert.match(formula?.probleme.join() ?? '', /Formel/);
    assert.deepEqual(twice?.zellen.slice(0, 3), [a, '', 'geplant'], 'a refused row can be given back');
    assert.equal(valueIn(await applySammel(deps, lemgo.koordination, sammel.id, true)).geschrieben.length, 2);
    assert.equal(await zustandOf(d), 'online');
  });

  test('a file that was made before somebody else changed a cell overwrites nothing: other fields are joined, the same one is shown twice', async () => {
    const { lemgo } = world;
    const [a = '', b = ''] = fresh(2);
    for (const leistungId of [a, b]) {
      await stated(world, lemgo, { leistungId, aenderung: { zustand: 'geplant', prioritaet: 3 } });
      await stated(world, lemgo, { leistungId, grundlage: 1, aenderung: { prioritaet: 1 } });
    }
    const sammel = await read(`Nummer;Fassung;Zustand;Priorität\r\n${a};1;online;3\r\n${b};1;geplant;2\r\n`);
    const [joined, both] = sammel.zeilen ?? [];
    assert.deepEqual([joined?.art, joined?.aenderung], ['changed', { zustand: 'online' }]);
    assert.equal(both?.art, 'refused');
    assert.match(both?.probleme.join(' ') ?? '', /Mara Feldweg.*Priorität: dort „1“, hier „2“/);
  });

  test('a file in which a Leistung had no statement takes nothing away from the first one that came since', async () => {
    const { lemgo } = world;
    const [a = '', b = ''] = fresh(2);
    for (const leistungId of [a, b])
      await stated(world, lemgo, { leistungId, aenderung: { zustand: 'geplant', prioritaet: 3 } });
    const sammel = await read(`Nummer;Fassung;Zustand;Priorität\r\n${a};;;\r\n${b};;online;\r\n`);
    assert.deepEqual(kinds(sammel.zeilen), ['unchanged', 'refused']);
    assert.match(sammel.zeilen?.[1]?.probleme.join(' ') ?? '', /Zustand: dort „geplant“, hier „online“/);
  });

  test('a table whose headings say nothing asks for its columns; then it is read', async () => {
    const { deps, lemgo } = world;
    const [a = ''] = fresh(1);
    const sammel = await read(`Was;Wie weit\r\n${a};in Umsetzung\r\n`);
    assert.equal(sammel.zeilen, null);
    const wahl = { spalten: { nummer: 0, zustand: 1 }, leeren: false };
    valueIn(await changeWahl(deps, lemgo.koordination, sammel.id, wahl));
    assert.equal(
      refusalIn(await changeWahl(deps, lemgo.koordination, sammel.id, { ...wahl, spalten: { zustand: 1 } }))
        .code,
      'COMPASS_TABLE_COLUMNS',
    );
  });

  test('pasted rows without headings go by the order that the page names; quoted cells may hold lines', () => {
    const { tabelle, wahl } = valueIn(
      readEingefuegt(
        'L00001\tonline\t\t01.02.2026\t12\t2025\t1\t"zwei\nZeilen mit ""Anführung"""\nL00002\tgeplant\n',
      ),
    );
    assert.equal(tabelle.zeilen.length, 2);
    assert.equal(tabelle.zeilen[0]?.zellen[wahl.spalten.bemerkung ?? -1], 'zwei\nZeilen mit "Anführung"');
    assert.equal(wahl.leeren, false);
    assert.equal(refusalIn(readEingefuegt(' \n\t\n')).code, 'COMPASS_TABLE_EMPTY');
  });

  test('a member is told what others changed in the own cells, why, and not again once it was seen', async () => {
    const { deps, lemgo } = world;
    const [a = '', b = '', c = ''] = fresh(3);
    const oke = lemgo.personen[1]?.id ?? '';
    const me = editorFor(lemgo.kommune, oke);
    const { id } = valueIn(await createFachbereich(deps, lemgo.koordination, 'Neuigkeiten'));
    valueIn(
      await assignLeistungen(deps, lemgo.koordination, { art: 'leistung', ziel: b, fachbereichId: id }),
    );
    const person = { fachbereichId: id, mitgliedId: oke, rolle: 'leitung', von: '', bis: null };
    valueIn(await addPerson(deps, lemgo.koordination, person));
    const before = valueIn(await meineNeuigkeiten(deps, me)).length;
    world.turnClock(1);
    const since = deps.clock.now();
    world.turnClock(1);
    await stated(world, lemgo, { leistungId: a, aenderung: { zustand: 'geplant', zustaendig: oke } });
    await stated(world, lemgo, { leistungId: b, aenderung: { zustand: 'online' } });
    await stated(world, lemgo, { leistungId: c, aenderung: { zustand: 'online' } });
    valueIn(await changeStand(deps, me, { leistungId: a, grundlage: 1, aenderung: { prioritaet: 1 } }));
    await stated(world, lemgo, { leistungId: a, grundlage: 2, aenderung: { zustaendig: null } });
    const news = valueIn(await digestFor(deps, { kommune: lemgo.kommune, mitglied: oke }, since));
    assert.deepEqual(
      news.map(({ leistungId, bezug, wer }) => [leistungId, bezug, wer]).sort(),
      [
        [a, 'abgegeben', 'Mara Feldweg'],
        [a, 'zustaendig', 'Mara Feldweg'],
        [b, 'fachbereich', 'Mara Feldweg'],
      ].sort(),
    );
    const mine = valueIn(await meineNeuigkeiten(deps, me));
    assert.equal(mine.length, before + 3);
    valueIn(await markiereGesehen(deps, me, mine));
    assert.deepEqual(valueIn(await meineNeuigkeiten(deps, me)), []);
    await stated(world, lemgo, { leistungId: b, grundlage: 1, aenderung: { prioritaet: 1 } });
    assert.deepEqual(
      valueIn(await meineNeuigkeiten(deps, me)).map(({ leistungId, unterschiede }) => [
        leistungId,
        unterschiede,
      ]),
      [[b, [{ feld: 'prioritaet', vorher: 'leer', nachher: '1' }]]],
    );
    world.turnClock(-2);
  });
});
