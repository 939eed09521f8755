import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addDays, localDate } from '#kernel';
import type { PageRequest } from '#platform';
import { lawCommands } from './cli.ts';
import { wortlautOf } from './domain/wortlaut.ts';
import type { LawWorld } from './law-world.ts';
import { depsOf, realLawWorld, shippedData } from './testing/real-law.ts';
import { radarOfBody } from './use-cases/answer-radar.ts';
import { findEintrag, foundEintragJson, registerDeckung } from './use-cases/find-eintrag.ts';
import { werMachtLeistung, werMachtOzg } from './use-cases/wer-macht-was.ts';
import { lawOperations } from './web/operations.ts';
import { lawPages } from './web/pages.ts';

/** Read when the first test asks, and shared by the others. */
const held: { world?: Promise<LawWorld> } = {};
function theWorld(): Promise<LawWorld> {
  held.world ??= realLawWorld();
  return held.world;
}

const today = localDate('2026-11-22');

function request(path: string, params: Record<string, string>, query = ''): PageRequest {
  return {
    method: 'GET',
    path,
    params,
    query: new URLSearchParams(query),
    form: new URLSearchParams(),
    uploads: new Map(),
    principal: null,
    csrfToken: '',
    clientAddress: '127.0.0.1',
    userAgent: 'test',
    cookies: new Map(),
    origin: 'http://verwaltung.localhost',
  };
}

async function page(path: string, params: Record<string, string>, query = ''): Promise<string> {
  const world = await theWorld();
  const route = lawPages(depsOf(world)).find((one) => one.path === path);
  assert.ok(route, path);
  const answer = await route.handle(request(path, params, query));
  if (answer.kind === 'refusal') return `refused ${answer.refusal.code}`;
  assert.equal(answer.kind, 'page');
  return answer.kind === 'page'
    ? `${answer.content.title} ${String(answer.content.lead ?? '')} ${String(await answer.content.main)}`
    : '';
}

async function run(name: string, positionals: readonly string[], values = {}) {
  const world = await theWorld();
  const command = lawCommands(depsOf(world)).find((one) => one.name === name);
  assert.ok(command, name);
  return command.run({ positionals: [...positionals], values, principal: null } as never);
}

/** Sentences of what people read here: pages of Kommunen of each class, registers, Akteure, and the data itself. */
async function everythingSaid(): Promise<readonly string[]> {
  const world = await theWorld();
  const pages = [
    await page('/ozg2', {}),
    await page('/akteure', {}),
    await page('/wer-macht-was/ozg/:id', { id: '10294' }),
  ];
  for (const ags of ['05766044', '05766', '05315000', '05334002'])
    pages.push(await page('/kommunen/:ags/radar', { ags }));
  for (const { id } of radarOfBody(world, bodyOf(world, '05766044'), today).zeilen)
    pages.push(await page('/kommunen/:ags/radar/:zeile', { ags: '05766044', zeile: id }));
  const data = ['akteure', 'ozg2'].flatMap((folder) =>
    readdirSync(join(shippedData, folder)).map((name) =>
      readFileSync(join(shippedData, folder, name), 'utf8'),
    ),
  );
  return [...pages, ...data].flatMap((text) => text.replace(/<[^>]+>/g, ' ').split(/[.!?"\n]/));
}

function bodyOf(world: LawWorld, ags: string) {
  const body = world.territory.bodyByAgs.get(ags);
  assert.ok(body);
  return body;
}

test('niemand liest hier, Bürger könnten die Kommune verklagen: der Anspruch richtet sich gegen den Bund', async () => {
  const said = await everythingSaid();
  assert.ok(said.length > 1000);
  assert.deepEqual(
    said.filter((sentence) => /verklag|einklag|\bklag|Klage|gerichtlich/i.test(sentence)),
    [],
  );
  const claims = said.filter((sentence) => /Anspr[uü]ch/.test(sentence));
  assert.ok(claims.length > 0);
  assert.deepEqual(
    claims.filter((sentence) => !/Bund/.test(sentence)),
    [],
  );
});

test('die Frist des Anspruchs verpflichtet nur den Bund und betrifft keine Leistung einer Kommune', async () => {
  const world = await theWorld();
  for (const body of world.duties.facts.bodies) {
    const zeile = radarOfBody(world, bodyOf(world, body.ags), today).zeilen.find(
      ({ id }) => id === 'anspruch-bund',
    );
    assert.equal(zeile?.verpflichtet, 'bund');
    assert.deepEqual(zeile?.leistungen, []);
  }
});

test('Seite, API und Befehl sagen über Lemgos Radar dasselbe', async () => {
  const world = await theWorld();
  const operation = lawOperations(depsOf(world)).find(({ path }) => path === '/kommunen/{body}/radar');
  assert.ok(operation);
  const command = await run('radar', ['Lemgo']);
  assert.ok(command.ok);
  const { zeilen } = radarOfBody(world, bodyOf(world, '05766044'), today);
  const json = command.value.json as { zeilen: readonly { id: string; betroffen: number }[] };
  assert.deepEqual(
    json.zeilen.map(({ id, betroffen }) => [id, betroffen]),
    zeilen.map(({ id, leistungen }) => [id, leistungen.length]),
  );
  const pages = Array.from({ length: Math.ceil(zeilen.length / 25) }, (_, index) => `seite=${index + 1}`);
  const shown = await Promise.all(pages.map((one) => page('/kommunen/:ags/radar', { ags: '05766044' }, one)));
  for (const { titel } of zeilen)
    assert.ok(
      shown.some((one) => one.includes(titel)),
      titel,
    );
});

test('nur elektronisch: allein Leistungen nach Bundesrecht, die ein Eintrag nur Unternehmen zuordnet', async () => {
  const world = await theWorld();
  const zeile = radarOfBody(world, bodyOf(world, '05766044'), today).zeilen.find(
    ({ id }) => id === 'digital-only-2029',
  );
  assert.equal(zeile?.bindung, 'soll');
  assert.ok(zeile && zeile.leistungen.length > 0);
  for (const id of zeile.leistungen) {
    const leistung = world.catalogue.leistungById.get(id);
    assert.ok(leistung?.typ && /^[12]/.test(leistung.typ), id);
  }
});

test('wer macht was: regelt folgt aus der Typisierung, vollzieht aus den Regeln, der Rest nennt seine Quelle', async () => {
  const world = await theWorld();
  const hund = werMachtLeistung(world, 'L02950', today);
  assert.ok(hund.ok);
  const { beitraege, nichtBelegt } = hund.value;
  assert.equal(
    beitraege.find(({ herkunft, schritt }) => herkunft === 'berechnet' && schritt === 'regelt')?.wer,
    'Land',
  );
  assert.match(beitraege.find(({ schritt }) => schritt === 'vollzieht')?.was ?? '', /^396 von 427/);
  assert.ok(nichtBelegt.includes('entwickelt'));
  for (const { herkunft, quelle } of beitraege) if (herkunft === 'erfasst') assert.ok(quelle?.title);
});

test('die Antworten einer OZG-Leistung zählen jede Leistung und jede Körperschaft genau einmal', async () => {
  const world = await theWorld();
  for (const ozgId of ['10035', '10160', '10294']) {
    const answer = werMachtOzg(world, ozgId, today);
    assert.ok(answer.ok);
    const { leistungen, beitraege } = answer.value;
    const counted = beitraege
      .filter(({ schritt }) => schritt === 'vollzieht')
      .reduce((sum, { was }) => sum + Number(was.split(' ')[0]), 0);
    assert.ok(counted <= leistungen * world.duties.facts.bodies.length, ozgId);
    const regulated = beitraege
      .filter(({ schritt, herkunft }) => schritt === 'regelt' && herkunft === 'berechnet')
      .reduce((sum, { was }) => sum + Number(/(\d+) von/.exec(was)?.[1] ?? 1), 0);
    assert.ok(regulated <= leistungen, ozgId);
  }
});

test('jeder Eintrag mit Reichweite nennt mindestens eine Leistung des Katalogs', async () => {
  const world = await theWorld();
  for (const eintrag of world.law.eintraege) {
    if (eintrag.reichweite === null) continue;
    const { ozgIds, objekte } = eintrag.reichweite;
    for (const ozgId of ozgIds) assert.ok(world.catalogue.ozgById.has(ozgId), `${eintrag.id}: ${ozgId}`);
    for (const objekt of objekte)
      assert.ok(
        world.catalogue.leistungen.some((leistung) => leistung.objekt === objekt),
        `${eintrag.id}: ${objekt}`,
      );
  }
});

test('die Deckung sagt, für wie viele kommunale Leistungen eine Angabe fehlt', async () => {
  const world = await theWorld();
  const { benannt, kommunal, eintraege } = registerDeckung(world, 'schriftform', today);
  assert.equal(kommunal, 4272);
  assert.ok(benannt > 0 && benannt < kommunal && eintraege > 0);
  assert.match(await page('/ozg2', {}), new RegExp(new Intl.NumberFormat('de').format(kommunal - benannt)));
});

test('Unbekanntes wird mit dem, was nahe kommt, zurückgewiesen', async () => {
  assert.equal(await page('/akteure/:id', { id: 'd-nwr' }), 'refused LAW_AKTEUR_UNKNOWN');
  assert.equal(await page('/ozg2/:id', { id: 'gibt-es-nicht' }), 'refused LAW_EINTRAG_UNKNOWN');
  assert.equal(
    await page('/kommunen/:ags/radar/:zeile', { ags: '05766044', zeile: 'nichts' }),
    'refused LAW_RADAR_ZEILE_UNKNOWN',
  );
  const register = await run('ozg2', [], { register: 'stempel' });
  assert.equal(!register.ok && register.refusal.code, 'LAW_REGISTER_UNKNOWN');
});

test('der Radar vor dem OZG 2.0 kennt dessen Fristen nicht', async () => {
  const world = await theWorld();
  const { zeilen } = radarOfBody(world, bodyOf(world, '05766044'), localDate('2024-07-23'));
  assert.ok(!zeilen.some(({ id }) => id === 'digital-only-2029' || id === 'anspruch-bund'));
});

test('eine beendete Leistung vollzieht niemand mehr, mit Quelle; in ihrer OZG-Leistung zählt sie nicht mit', async () => {
  const world = await theWorld();
  const vollzug = (day: string) => {
    const answer = werMachtLeistung(world, 'L03075', localDate(day));
    assert.ok(answer.ok);
    const [first] = answer.value.beitraege.filter(({ schritt }) => schritt === 'vollzieht');
    return [
      first?.wer,
      first?.quelle?.url?.startsWith('https://'),
      answer.value.nichtBelegt.includes('vollzieht'),
    ];
  };
  assert.deepEqual(vollzug('2024-01-01'), ['niemand mehr', true, false]);
  assert.equal(vollzug('2023-12-31')[0], 'die Kommune selbst');
  const count = (day: string) => {
    const answer = werMachtOzg(world, '10177', localDate(day));
    return answer.ok ? answer.value.leistungen : 0;
  };
  assert.equal(count('2023-12-31') - count('2024-01-01'), 10);
});

test('ein Eintrag sagt, ob er am Stichtag gilt', async () => {
  const world = await theWorld();
  const eintrag = world.law.eintraege.find(({ validFrom }) => validFrom !== null);
  assert.ok(eintrag?.validFrom);
  for (const [date, gilt] of [
    [eintrag.validFrom, true],
    [addDays(eintrag.validFrom, -1), false],
  ] as const) {
    const found = findEintrag(world, eintrag.id);
    assert.ok(found.ok);
    assert.equal(foundEintragJson(found.value, date).gilt, gilt);
  }
});

test('jeder hinterlegte Wortlaut steht neben mindestens einer Regel, und mindestens 250 Regeln zeigen einen', async () => {
  const world = await theWorld();
  const { wortlaute } = world.law;
  const shown = world.duties.facts.regelwerk.regeln.map(({ norm }) =>
    wortlautOf(wortlaute, norm).flatMap(({ saetze }) => saetze.map(({ fundstelle }) => fundstelle)),
  );
  assert.ok(shown.filter((saetze) => saetze.length > 0).length >= 250);
  assert.ok(new Set(wortlaute.map(({ gesetz, paragraf }) => `${gesetz} ${paragraf}`)).size >= 80);
  assert.equal(new Set(shown.flat()).size, wortlaute.length);
});
