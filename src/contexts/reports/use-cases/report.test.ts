import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { alles, answerAbdeckung, visibleBodies } from '#compass';
import { localDate } from '#kernel';
import type { Principal } from '#platform';
import { refusalIn, stated, valueIn } from '../../compass/testing/compass-world.ts';
import { abschnittKeys } from '../domain/abschnitt.ts';
import { schrittArten, uebergaenge, zustaende } from '../domain/bericht.ts';
import { openReportsWorld, type ReportsWorld } from '../testing/reports-world.ts';
import { zahlenOf } from '../views/abschnitte.ts';
import { makePdf, pdfOf } from './make-pdf.ts';
import { berichtendeOf, type Recht } from './people.ts';
import { readBericht } from './read-reports.ts';
import { type SchrittWunsch, takeStep } from './steps.ts';
import { createBericht, reviseBericht } from './write-report.ts';

const alleAbschnitte = abschnittKeys.map((key) => ({ key, anmerkung: '' }));
const heute = localDate('2026-11-21');

describe('Sachstandsbericht', () => {
  let world: ReportsWorld;
  before(async () => {
    world = await openReportsWorld();
    const { compass } = world;
    await stated(compass, compass.lemgo, {
      leistungId: 'L02950',
      aenderung: {
        zustand: 'online',
        umgesetztAm: localDate('2026-05-01'),
        reifegrad11: 3,
        loesungId: 'hund-anmelden',
        fallzahl: 400,
        fallzahlJahr: 2025,
        fallzahlArt: 'gezaehlt',
      },
    });
    await stated(compass, compass.lemgo, {
      leistungId: 'L00003',
      aenderung: {
        zustand: 'geplant',
        geplantFuer: localDate('2026-11-01'),
        fallzahl: 100,
        fallzahlJahr: 2025,
        fallzahlArt: 'geschaetzt',
      },
    });
  });
  after(() => world[Symbol.asyncDispose]());

  const as = async (principal: Principal, recht: Recht) =>
    valueIn(await berichtendeOf(world.deps, principal, recht));
  const create = async (more = {}) => {
    const { reader } = await as(world.koordination, 'schreiben');
    const wunsch = { titel: 'Bericht für den Rat', stichtag: '', einleitung: '', abschnitte: alleAbschnitte };
    return createBericht(world.deps, reader, { ...wunsch, ...more });
  };
  const open = async (id: string, fassung?: number) =>
    valueIn(await readBericht(world.deps, (await as(world.koordination, 'lesen')).reader, id, fassung));
  const step = async (principal: Principal, recht: Recht, id: string, wunsch: Partial<SchrittWunsch>) =>
    takeStep(world.deps, await as(principal, recht), id, {
      art: 'vorgelegt',
      fassung: 1,
      begruendung: '',
      ...wunsch,
    });

  test('die Zahlen sind die der Abdeckung, und jede nennt Quelle und Stand', async () => {
    const { id } = valueIn(await create());
    const { bestand } = await open(id);
    const zahlen = new Map(zahlenOf(abschnittKeys, bestand).map((zahl) => [zahl.key, zahl]));
    const { kommune } = world.compass.lemgo;
    const figures = await world.deps.figures();
    const visible = visibleBodies(figures, kommune.tenant);
    const umfang = { ...alles(heute), kommunen: [kommune.ags] };
    const [found] = await answerAbdeckung({ figures, visible, umfang }, 'gesamt');
    assert.ok(found);
    const asShare = (key: string) => ({ part: zahlen.get(key)?.wert, whole: zahlen.get(key)?.von });
    assert.deepEqual(asShare('anteil-leistungen'), found.kommunen);
    assert.deepEqual(asShare('anteil-einwohner'), found.einwohner);
    assert.deepEqual(asShare('anteil-faelle'), found.faelle);
    assert.equal(zahlen.get('ohne-angabe')?.wert, found.ohneAngabe);
    assert.equal(zahlen.get('termine-verstrichen')?.wert, 1, 'a passed plan is told, and not as done');
    for (const zahl of zahlen.values()) assert.ok(zahl.quelle.length > 10 && zahl.stand === heute, zahl.key);
    assert.equal(bestand.verlauf.length, 25);
    assert.equal(bestand.verlauf.at(-1)?.gesamt, bestand.pflichten.length);
  });

  test('ein Stichtag in der Vergangenheit zählt, was damals galt; einer in der Zukunft wird abgelehnt', async () => {
    const earlier = valueIn(await create({ stichtag: '2026-11-20' }));
    const { bestand } = await open(earlier.id);
    assert.ok(bestand.pflichten.every(({ zustand }) => zustand === null));
    const future = refusalIn(await create({ stichtag: '2026-12-24' }));
    assert.deepEqual(
      future.fields?.map(({ field }) => field),
      ['stichtag'],
    );
    const empty = refusalIn(await create({ titel: ' ', abschnitte: [] }));
    assert.deepEqual(
      empty.fields?.map(({ field }) => field),
      ['titel', 'abschnitte'],
    );
  });

  test('die Zahlen bleiben, auch wenn sich der Stand ändert; neu gezogen wird eine neue Fassung', async () => {
    const { id } = valueIn(await create());
    const before = await open(id);
    await stated(world.compass, world.compass.lemgo, {
      leistungId: 'L00010',
      aenderung: { zustand: 'online' },
    });
    assert.deepEqual((await open(id)).bestand, before.bestand);
    const { reader } = await as(world.koordination, 'schreiben');
    const text = { grundlage: 1, einleitung: 'Anlass ist der Beschluss vom Mai.' };
    assert.equal(valueIn(await reviseBericht(world.deps, reader, id, text)).fassung, 2);
    assert.deepEqual((await open(id)).bestand, before.bestand, 'other words, same figures');
    const late = refusalIn(await reviseBericht(world.deps, reader, id, text));
    assert.equal(late.code, 'REPORTS_CHANGED_MEANWHILE');
    valueIn(await reviseBericht(world.deps, reader, id, { grundlage: 2, stichtag: '2026-11-21' }));
    assert.equal((await open(id)).gezeigt.einleitung, text.einleitung);
    assert.equal((await open(id, 1)).gezeigt.einleitung, '');
    assert.equal((await open(id)).fassungen.length, 3);
  });

  test('frei gibt eine zweite Person; zurückgezogen wird mit Begründung', async () => {
    const { id } = valueIn(await create());
    assert.equal(
      refusalIn(await step(world.leitung, 'freigeben', id, { art: 'freigegeben' })).code,
      'REPORTS_STATE',
    );
    valueIn(await step(world.koordination, 'schreiben', id, {}));
    const { reader } = await as(world.koordination, 'schreiben');
    const draft = refusalIn(await reviseBericht(world.deps, reader, id, { grundlage: 1, titel: 'Anders' }));
    assert.equal(draft.code, 'REPORTS_NOT_DRAFT');
    const both = { ...world.koordination, permissions: new Set(['compass.stand.read', 'reports.approve']) };
    const own = refusalIn(await step(both, 'freigeben', id, { art: 'freigegeben' }));
    assert.equal(own.code, 'REPORTS_SECOND_PERSON');
    const vertretung = `${world.leitung.actor}+vertretung:${world.compass.lemgo.personen[0]?.id}`;
    const deputy = { ...world.leitung, actor: vertretung as Principal['actor'] };
    const asDeputy = refusalIn(await step(deputy, 'freigeben', id, { art: 'freigegeben' }));
    assert.equal(
      asDeputy.code,
      'REPORTS_SECOND_PERSON',
      'whoever stands in for the author is no second person',
    );
    const noReason = refusalIn(await step(world.leitung, 'freigeben', id, { art: 'zurueckgegeben' }));
    assert.equal(noReason.fields?.[0]?.field, 'begruendung');
    valueIn(await step(world.leitung, 'freigeben', id, { art: 'freigegeben' }));
    assert.equal((await open(id)).zustand, 'freigegeben');
    const why = { art: 'zurueckgezogen', begruendung: 'Eine Zahl war falsch gemeldet.' } as const;
    valueIn(await step(world.koordination, 'zurueckziehen', id, why));
    const { zustand, schritte } = await open(id);
    assert.equal(zustand, 'zurueckgezogen');
    assert.equal(schritte.at(-1)?.begruendung, why.begruendung);
  });

  test('jedes Paar aus Zustand und Schritt führt, wohin die Tabelle sagt, oder wird abgelehnt', async () => {
    const way = {
      entwurf: [],
      vorgelegt: ['vorgelegt'],
      freigegeben: ['vorgelegt', 'freigegeben'],
      zurueckgezogen: ['zurueckgezogen'],
    } as const;
    const goes = (art: (typeof schrittArten)[number], id: string) =>
      art === 'vorgelegt'
        ? step(world.koordination, 'schreiben', id, { art })
        : step(world.leitung, 'freigeben', id, { art, begruendung: 'Grund' });
    const attempt = async (from: (typeof zustaende)[number], art: (typeof schrittArten)[number]) => {
      const { id } = valueIn(await create({ abschnitte: [{ key: 'fristen', anmerkung: '' }] }));
      for (const each of way[from]) valueIn(await goes(each, id));
      const result = await goes(art, id);
      return result.ok ? result.value.zustand : result.refusal.code;
    };
    for (const from of zustaende)
      for (const art of schrittArten)
        assert.equal(await attempt(from, art), uebergaenge[from][art] ?? 'REPORTS_STATE', `${from} ${art}`);
  });

  test('eine andere Kommune sieht den Bericht nicht', async () => {
    const { id } = valueIn(await create());
    const { reader } = await as(world.detmold, 'lesen');
    assert.equal(refusalIn(await readBericht(world.deps, reader, id)).code, 'REPORTS_UNKNOWN');
  });

  test('das PDF ist gültig, mit Überschriften, Tabellen und Bildern mit Text', async () => {
    const abschnitte = alleAbschnitte.map(({ key }) => ({
      key,
      anmerkung: 'Größere Maßnahmen folgen – „bald“.',
    }));
    const { id } = valueIn(await create({ abschnitte, einleitung: 'Erster Absatz.\n\nZweiter Absatz.' }));
    const { reader } = await as(world.koordination, 'lesen');
    assert.equal(valueIn(await pdfOf(world.deps, reader, id)).pdf, null, 'first it is ordered');
    await makePdf(world.deps, reader.kommune.tenant, { bericht: id, fassung: 1, schritte: 0 });
    const { pdf, fileName } = valueIn(await pdfOf(world.deps, reader, id));
    assert.match(fileName, /^sachstandsbericht-05766044-\d+-fassung-1\.pdf$/);
    const folder = mkdtempSync(join(tmpdir(), 'bericht-'));
    const file = join(folder, 'bericht.pdf');
    writeFileSync(file, pdf ?? '');
    const run = (tool: string, ...args: readonly string[]) =>
      execFileSync(tool, [...args, file], { encoding: 'utf8' });
    const check = run('qpdf', '--check');
    assert.match(check, /No syntax or stream encoding errors found/);
    const info = run('pdfinfo');
    assert.match(info, /Title:\s+Bericht für den Rat/);
    assert.match(info, /Tagged:\s+yes/);
    const structure = run('pdfinfo', '-struct-text');
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'Figure'])
      assert.match(structure, new RegExp(`^\\s*${tag}\\b`, 'm'), tag);
    const alternative = run('pdfinfo', '-struct');
    assert.match(structure + alternative, /Zweiter Absatz/);
    for (const { titel } of [
      { titel: 'Überblick' },
      { titel: 'Eingesetzte Lösungen' },
      { titel: 'Alle Zahlen mit Quelle und Stand' },
    ])
      assert.ok(structure.includes(titel), titel);
    rmSync(folder, { recursive: true });
  });
});
