import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, localDate } from '#kernel';
import { exportCsv, exportXlsx, listIndex, readListQuery } from '#ui';
import { leererInhalt } from '../domain/leerer-inhalt.ts';
import { type AllePhasen, abschlussArten, leerePhasen, phasen } from '../domain/phase.ts';
import {
  efaTypen,
  groessenklassen,
  ohneIntern,
  type Projektinhalt,
  type Projektintern,
} from '../domain/projekt.ts';
import { leseFelder } from '../felder/lesen.ts';
import { interneTexte, oeffentlicheTexte } from '../felder/schreiben.ts';
import { leseTabelle } from '../felder/tabelle.ts';
import {
  day,
  inputWith,
  leadPrincipal,
  openProjectsWorld,
  type ProjectsWorld,
  phasesWith,
  refusalIn,
  saved,
  theCatalogue,
  valueIn,
} from '../testing/projects-world.ts';
import { projektliste } from '../views/list-definition.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from './einlesen.ts';
import { nachschlagOf } from './nachschlag.ts';
import { readProjekte } from './read-projekte.ts';

const today = day('2026-11-22');

/** Plain objects, as code makes them. */
function record<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record<T>(model, { noNullPrototype: true });
}

const word = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom('=1+1', "'=x", '@da', '+49', '-', 'a;b', '"x"', '1,5', '2026-01-01'),
  )
  .map((text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Z}|]+/gu, ' ').trim())
  .filter((text) => text !== '');
const lines = fc.uniqueArray(word, { maxLength: 3 });
const when = fc.option(
  fc.integer({ min: 0, max: 300 }).map((days) => addDays(localDate('2025-06-01'), days)),
);
const planned = record({ from: when, to: when }).map(({ from, to }) =>
  from && to && from > to ? { from: to, to: from } : { from, to },
);

const allePhasen: fc.Arbitrary<AllePhasen> = fc
  .tuple(
    ...phasen.map(() => record({ plan: planned, ist: planned, bemerkung: fc.oneof(word, fc.constant('')) })),
  )
  .map((each) =>
    Object.assign(
      leerePhasen(),
      Object.fromEntries(
        each.map(({ plan, ist, bemerkung }, index) => [
          phasen[index],
          {
            planBeginn: plan.from,
            planEnde: plan.to,
            istBeginn: ist.from,
            istEnde: ist.from === null ? null : ist.to,
            bemerkung,
          },
        ]),
      ),
    ),
  );

const inhalte: fc.Arbitrary<Projektinhalt> = record({
  titel: word.map((text) => `Projekt ${text}`),
  kurz: lines.map((each) => each.join('\n')),
  themenfeldId: fc.option(fc.integer({ min: 1, max: 14 })),
  efaTyp: fc.option(fc.constantFrom(...efaTypen)),
  federfuehrung: word,
  postfach: fc.constantFrom(null, 'ozg@example.de'),
  kernteamFach: lines,
  kernteamIt: lines,
  leistungen: fc.uniqueArray(fc.constantFrom('L00001', 'L02950', 'L05034')),
  loesungen: fc.uniqueArray(fc.constantFrom('l-1', 'wohngeld.2', 'X_9')),
  groessenklassen: fc.uniqueArray(fc.constantFrom(...groessenklassen)),
  portale: lines,
  phasen: allePhasen,
  abschluss: fc.option(
    record({ art: fc.constantFrom(...abschlussArten), am: fc.constant(day('2026-01-01')), grund: word }),
  ),
  foerderprogramm: fc.oneof(word, fc.constant('')),
  foerderVon: fc.constantFrom(null, day('2024-01-01')),
  foerderBis: fc.constantFrom(null, day('2027-12-31')),
  antragsfrist: when,
  dokumente: fc.array(record({ titel: word, url: fc.constant('https://example.de/a?b=c') }), {
    maxLength: 2,
  }),
  notiz: lines.map((each) => each.join('\n')),
  herkunft: fc.constant(null),
  erfunden: fc.constant(false),
  felder: fc.constant({}),
});

const interne: fc.Arbitrary<Projektintern> = record({
  kontakt: fc.oneof(word, fc.constant('')),
  quoteBasispunkte: fc.option(fc.nat(10_000)),
  betragCent: fc.option(fc.nat(10_000_000_000)),
  nachweisFrist: when,
  nachweisAm: when,
  notiz: lines.map((each) => each.join('\n')),
});

async function exported(world: ProjectsWorld, format: 'csv' | 'xlsx'): Promise<Buffer> {
  const zeilen = await readProjekte(world.deps, leadPrincipal(world.lead), world.deps.clock.today());
  const definition = projektliste(nachschlagOf(await world.deps.catalogue()), today, {
    intern: true,
    felder: world.felder,
  });
  if (format === 'csv') {
    const parts: string[] = [];
    for await (const part of exportCsv(definition, zeilen)) parts.push(part);
    return Buffer.from(parts.join(''), 'utf8');
  }
  const notes = { title: 'P', source: 'T', state: 'S', filters: [], demo: false, createdAt: new Date() };
  return Buffer.from(await new Response(await exportXlsx(definition, zeilen, notes)).arrayBuffer());
}

async function preview(world: ProjectsWorld, bytes: Buffer | string) {
  const file = { name: 'projekte.csv', bytes: Buffer.from(bytes) };
  const id = valueIn(await beginEinlesung(world.deps, world.lead, file));
  return { id, ...valueIn(await previewEinlesung(world.deps, world.lead, id)) };
}

describe('Texte der Felder', () => {
  test('was ein Projekt sagt, kommt aus seinen Texten unverändert zurück', async () => {
    const nachschlag = { ...nachschlagOf(await theCatalogue()), felder: [], heute: today };
    fc.assert(
      fc.property(inhalte, interne, (inhalt, intern) => {
        const felder = { ...oeffentlicheTexte(inhalt, nachschlag), ...interneTexte(intern) };
        const read = valueIn(leseFelder(felder, { inhalt: leererInhalt, intern: ohneIntern }, nachschlag));
        assert.deepEqual(read, { inhalt, intern });
      }),
      { numRuns: 60 },
    );
  });

  test('ein Tag darf stehen, wie Menschen und Excel ihn schreiben', async () => {
    const nachschlag = { ...nachschlagOf(await theCatalogue()), felder: [], heute: today };
    const base = { inhalt: leererInhalt, intern: ohneIntern };
    for (const text of ['2027-02-01', '01.02.2027', '1.2.2027', '46419']) {
      const read = valueIn(leseFelder({ antragsfrist: text }, base, nachschlag));
      assert.equal(read.inhalt.antragsfrist, '2027-02-01', text);
    }
    for (const text of ['31.02.2027', 'bald', '2027', '2027-02-01x'])
      assert.equal(
        refusalIn(leseFelder({ antragsfrist: text }, base, nachschlag)).fields?.[0]?.field,
        'antragsfrist',
      );
  });
});

describe('Einlesen von Projekten', () => {
  test('die eigene Liste kommt als CSV und XLSX ohne Verlust zurück', async () => {
    await using world = await openProjectsWorld();
    const samples = fc.sample(record({ inhalt: inhalte, intern: interne }), { numRuns: 12, seed: 7 });
    for (const { inhalt, intern } of samples) {
      const noFuture = { ...intern, nachweisAm: null };
      await saved(world, inputWith(inhalt, { intern: noFuture }));
    }
    for (const format of ['csv', 'xlsx'] as const) {
      const { zeilen } = await preview(world, await exported(world, format));
      assert.equal(zeilen.length, 12);
      assert.deepEqual(
        zeilen
          .filter(({ art }) => art !== 'unveraendert')
          .map(({ aenderungen, fehler }) => ({ aenderungen, fehler })),
        [],
        format,
      );
    }
  });

  test('eine geänderte und eine neue Zeile werden übernommen, der Rest bleibt, wie er ist', async () => {
    await using world = await openProjectsWorld();
    const { id } = await saved(world, inputWith({ kurz: 'bleibt' }));
    const table = `Projekt;Kennung;Federführung;EfA-Typ;Start Roll-out NRW: geplant von\r\nWohngeld neu;${id};Land NRW;Kein EfA;01.03.2027\r\nZweites;;KDN;;\r\n`;
    const shown = await preview(world, table);
    assert.deepEqual(
      shown.zeilen.map(({ art }) => art),
      ['geaendert', 'neu'],
    );
    valueIn(await applyEinlesung(world.deps, world.lead, shown.id));
    const projekte = await readProjekte(world.deps, null, today);
    const changed = projekte.find(({ projekt }) => projekt.id === id)?.projekt;
    assert.deepEqual(
      [changed?.fassung, changed?.inhalt.titel, changed?.inhalt.kurz, changed?.inhalt.efaTyp],
      [2, 'Wohngeld neu', 'bleibt', 'kein-efa'],
    );
    assert.equal(projekte.length, 2);
    assert.equal(
      refusalIn(await applyEinlesung(world.deps, world.lead, shown.id)).code,
      'PROJECTS_IMPORT_GONE',
    );
  });

  test('was nicht stimmt, wird Zeile für Zeile gesagt und ausgelassen; das Gute wird übernommen', async () => {
    await using world = await openProjectsWorld();
    const { id } = await saved(world, inputWith());
    await saved(world, inputWith({ kurz: 'neuer' }, { id, grundlage: 1 }));
    const table = [
      'Projekt;Kennung;Federführung;Fassung;Leistungen;Umsetzung: tatsächlich von',
      `Wohngeld alt;${id};Land;1;;`,
      'Unbekannt;;Land;;L99999;',
      'Zukunft;;Land;;;01.01.2999',
      'Gut;gut;Land;;L02950 Hundesteuer;',
      'Gut doppelt;gut;Land;;;',
      'Wohngeld online;;Land;;;',
      'Böse;../../x;Land;;;',
    ].join('\n');
    const { id: kept, zeilen } = await preview(world, table);
    assert.deepEqual(
      zeilen.map(({ zeile, art }) => [zeile, art]),
      [
        [2, 'konflikt'],
        [3, 'fehler'],
        [4, 'fehler'],
        [5, 'neu'],
        [6, 'fehler'],
        [7, 'fehler'],
        [8, 'fehler'],
      ],
    );
    assert.match(zeilen[1]?.fehler.join() ?? '', /Leistungen: Die Leistung „L99999“ kennt der Katalog nicht/);
    valueIn(await applyEinlesung(world.deps, world.lead, kept));
    assert.deepEqual(
      (await readProjekte(world.deps, null, today)).map(({ projekt }) => projekt.id).toSorted(),
      ['gut', id],
    );
  });

  test('eine Tabelle ändert kein Projekt eines anderen Hauses, und fremde Einlesungen sieht niemand', async () => {
    await using world = await openProjectsWorld();
    const { id } = await saved(world, inputWith());
    const foreign = { ...world, lead: world.other };
    const { zeilen, id: kept } = await preview(foreign, `Projekt;Kennung\nAnders;${id}\n`);
    assert.equal(zeilen[0]?.art, 'fehler');
    assert.match(zeilen[0]?.fehler[0] ?? '', /führt Rechenzentrum Lippe/);
    assert.equal(
      refusalIn(await previewEinlesung(world.deps, world.lead, kept)).code,
      'PROJECTS_IMPORT_GONE',
    );
    assert.equal(refusalIn(await previewEinlesung(world.deps, world.lead, 'x')).code, 'PROJECTS_IMPORT_GONE');
  });

  test('nach einem Tag gilt eine Vorschau nicht mehr', async () => {
    await using world = await openProjectsWorld();
    const { id } = await preview(world, 'Projekt;Federführung\nNeues;Land\n');
    world.turnClock(2);
    assert.equal(refusalIn(await applyEinlesung(world.deps, world.lead, id)).code, 'PROJECTS_IMPORT_GONE');
  });

  test('eine Datei, die keine Tabelle von Projekten ist, wird mit dem Weg zur Vorlage zurückgewiesen', () => {
    for (const text of ['', 'a;b\n1;2\n', 'Projekt;Projekt\nx;y\n', 'Projekt\n'])
      assert.equal(leseTabelle(Buffer.from(text)).ok, false, JSON.stringify(text));
  });
});

test('der Filter nach einer Größenklasse, der niemand hilft, zeigt nichts statt alles (Fehler 6 der OZG-Datenbank)', async () => {
  await using world = await openProjectsWorld();
  await saved(world, inputWith({ groessenklassen: ['kreis'], phasen: phasesWith({}) }));
  const zeilen = await readProjekte(world.deps, null, today);
  const definition = projektliste(nachschlagOf(await theCatalogue()), today, {
    intern: false,
    felder: world.felder,
  });
  const found = (query: string) => {
    const read = readListQuery(definition, new URLSearchParams(query));
    return listIndex(definition, zeilen).run(read.query).total;
  };
  assert.equal(found('groessenklasse=kreis'), 1);
  assert.equal(found('groessenklasse=kreisfreie-stadt'), 0);
  assert.equal(found('groessenklasse=gibt-es-nicht'), 0);
  assert.equal(found('jahr=1999'), 0);
});
