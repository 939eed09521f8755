import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { localDate } from '#kernel';
import type { PageAnswer, PageRequest, Principal } from '#platform';
import { askerOf, downloadOf, pageOf } from '../../../../test/support/page-request.ts';
import { ownFeld } from '../../fields/testing/fields-of.ts';
import { projectsCommands } from '../cli.ts';
import {
  coordinatorPrincipal,
  inputWith,
  leadPrincipal,
  openProjectsWorld,
  operator,
  type ProjectsWorld,
  phasesWith,
  projektWith,
  refusalIn,
  saved,
  valueIn,
} from '../testing/projects-world.ts';
import { beginEinlesung, previewEinlesung } from '../use-cases/einlesen.ts';
import { readProjektdetail } from '../use-cases/read-projekt.ts';
import { projektliste } from '../views/list-definition.ts';
import { projectsOperations } from './operations.ts';
import { projectsPages } from './pages.ts';

interface Asked {
  readonly principal?: Principal | null;
  readonly params?: Record<string, string>;
  readonly query?: string;
  readonly form?: Record<string, string> | URLSearchParams;
}

async function open(world: ProjectsWorld, route: string, asked: Asked = {}): Promise<PageAnswer> {
  const [method = '', path = ''] = route.split(' ');
  const found = projectsPages(world.deps).find((each) => each.method === method && each.path === path);
  assert.ok(found, route);
  const request: PageRequest = {
    method: method === 'GET' ? 'GET' : 'POST',
    path,
    params: asked.params ?? {},
    query: new URLSearchParams(asked.query ?? ''),
    form: new URLSearchParams(asked.form ?? {}),
    uploads: new Map(),
    principal: asked.principal ?? null,
    csrfToken: 'token',
    clientAddress: '127.0.0.1',
    userAgent: 'test',
    cookies: new Map(),
    origin: 'http://verwaltung.localhost',
  };
  return found.handle(request);
}

async function textOf(answer: PageAnswer): Promise<string> {
  assert.equal(answer.kind, 'page', JSON.stringify(answer));
  if (answer.kind !== 'page') return '';
  const { title, lead, main } = answer.content;
  return `${title} ${await lead} ${await main}`;
}

describe('Seiten', () => {
  test('die Liste zeigt Phase, Verzug und Interesse; ein verstrichener Plan steht als überfällig da', async () => {
    await using world = await openProjectsWorld();
    const phasen = phasesWith({ umsetzung: { planEnde: '2026-11-12', istBeginn: '2026-01-01' } });
    await saved(world, inputWith({ phasen }));
    const list = await textOf(await open(world, 'GET /projekte'));
    assert.match(list, /Wohngeld online/);
    assert.match(list, /Umsetzung, Ende: 10 Tage überfällig/);
    const none = await textOf(await open(world, 'GET /projekte', { query: 'groessenklasse=kreis' }));
    assert.match(none, /0 Projekte/);
    const earlier = await textOf(await open(world, 'GET /projekte', { query: 'datum=2020-01-01' }));
    assert.ok(!earlier.includes('Wohngeld online'));
  });

  test('im Zeitplan steht beim Roll-out der Tag des Roll-outs', async () => {
    await using world = await openProjectsWorld();
    const phasen = phasesWith({
      'pilotierung-nrw': { planBeginn: '2026-12-24' },
      'rollout-nrw': { planBeginn: '2027-05-17' },
    });
    await saved(world, inputWith({ phasen, themenfeldId: 1 }));
    const only = await textOf(await open(world, 'GET /projekte/zeitplan', { query: 'phase=rollout-nrw' }));
    assert.match(only, /17\.05\.2027/);
    assert.ok(!only.includes('24.12.2026'));
    assert.match(only, /Arbeit &amp; Ruhestand/);
    const bauen = await textOf(await open(world, 'GET /projekte/zeitplan', { query: 'themenfeld=2' }));
    assert.match(bauen, /nichts geplant/);
    const later = await textOf(await open(world, 'GET /projekte/zeitplan', { query: 'von=2029-06-01' }));
    assert.match(later, /nichts geplant/);
  });

  test('wer ein Projekt führt, legt es an und ändert es; ein Fehler behält, was getippt wurde', async () => {
    await using world = await openProjectsWorld();
    const principal = leadPrincipal(world.lead);
    const wrong = {
      titel: 'Mein Projekt',
      federfuehrung: 'Land',
      betrag: 'viel',
      'umsetzung.istBeginn': '2999-01-01',
    };
    const refused = await open(world, 'POST /projekte/neu', { principal, form: wrong });
    assert.equal(refused.kind === 'page' && refused.status, 422);
    const again = await textOf(refused);
    assert.match(again, /href="#feld-betrag"/);
    assert.match(again, /value="viel"/);
    const form = new URLSearchParams({ titel: 'Mein Projekt', federfuehrung: 'Land', betrag: '1.000,50' });
    form.append('groessenklassen', 'Kreis');
    form.append('groessenklassen', 'Städteregion');
    const created = await open(world, 'POST /projekte/neu', { principal, form });
    assert.deepEqual(created, { kind: 'redirect', to: '/projekte/mein-projekt?getan=angelegt' });
    const params = { id: 'mein-projekt' };
    const edit = await textOf(await open(world, 'GET /projekte/:id/aendern', { principal, params }));
    assert.match(edit, /value="1\.000,50 €"/);
    assert.equal(edit.match(/type="checkbox"[^>]* checked/g)?.length, 2);
  });

  test('kam jemand zuvor, stehen beide Fassungen da: eigene Eingaben bleiben, der Rest zeigt den neuen Stand', async () => {
    await using world = await openProjectsWorld();
    const principal = leadPrincipal(world.lead);
    const { id } = await saved(world, inputWith());
    await saved(world, inputWith({ kurz: 'Von der Kollegin' }, { id, grundlage: 1 }));
    const read = { 'gelesen.titel': 'Wohngeld online', 'gelesen.federfuehrung': 'Land NRW' };
    const form = { ...read, titel: 'Wohngeld, mein Titel', federfuehrung: 'Land NRW', grundlage: '1' };
    const answer = await open(world, 'POST /projekte/:id/aendern', { principal, params: { id }, form });
    assert.equal(answer.kind === 'page' && answer.status, 409);
    const shown = await textOf(answer);
    assert.match(shown, /Kurzbeschreibung ist jetzt „Von der Kollegin“/);
    assert.match(shown, /value="Wohngeld, mein Titel"/);
    assert.match(shown, />Von der Kollegin<\/textarea>/);
    assert.match(shown, /name="grundlage" value="2"/);
  });

  test('eine Kommune zeigt ihr Interesse auf der Seite; wer das Recht nicht hat, sieht kein Formular', async () => {
    await using world = await openProjectsWorld();
    const { id } = await saved(world, inputWith());
    const principal = coordinatorPrincipal(world.lemgo);
    const params = { id };
    assert.match(
      await textOf(await open(world, 'GET /projekte/:id', { principal, params })),
      /Interesse zeigen/,
    );
    assert.ok(
      !(await textOf(await open(world, 'GET /projekte/:id', { params }))).includes(
        '<form action="/projekte/',
      ),
    );
    const form = { interessiert: 'ja', genannt: 'ja', bemerkung: 'Gern.' };
    const done = await open(world, 'POST /projekte/:id/interesse', { principal, params, form });
    assert.deepEqual(done, { kind: 'redirect', to: `/projekte/${id}?getan=interesse` });
    assert.match(await textOf(await open(world, 'GET /projekte/:id', { params })), /1 Kommune hat Interesse/);
    const told = await textOf(
      await open(world, 'GET /projekte/:id', { principal: leadPrincipal(world.lead), params }),
    );
    assert.match(told, /Gern\./);
  });

  test('weiß niemand, wessen Lücken ein Projekt schließt, sagt die Seite „keine Angabe“', async () => {
    await using world = await openProjectsWorld();
    const { id } = await saved(world, inputWith({ loesungen: ['l-1'] }));
    const shown = await textOf(await open(world, 'GET /projekte/:id', { params: { id } }));
    assert.match(shown, /keine Angabe: Das sehen Kommunen und ihre IT-Dienstleister/);
  });
});

describe('API und Befehle', () => {
  async function ask(
    world: ProjectsWorld,
    route: string,
    {
      principal = null,
      params = {},
      query = {},
      body,
    }: {
      principal?: Principal | null;
      params?: Record<string, string>;
      query?: Record<string, string>;
      body?: unknown;
    } = {},
  ) {
    const [method, path] = route.split(' ');
    const found = projectsOperations(world.deps).find((each) => each.method === method && each.path === path);
    assert.ok(found, route);
    const result = await found.invoke({ params, query, body, principal, clientAddress: '127.0.0.1' });
    if (result.ok) found.schemas.response.parse(result.value);
    return result;
  }

  test('API und Befehl suchen, filtern und ordnen wie die Seite, unter denselben Namen', async () => {
    await using world = await openProjectsWorld();
    await saved(world, inputWith());
    const titel = async (query: Record<string, string>) => {
      const answer = valueIn(await ask(world, 'get /projekte', { query }));
      return (answer as { projekte: { inhalt: { titel: string } }[] }).projekte.map(
        ({ inhalt }) => inhalt.titel,
      );
    };
    assert.deepEqual(await titel({ suche: 'wohngeld' }), ['Wohngeld online']);
    assert.deepEqual(await titel({ suche: 'wohngeld', groessenklasse: 'kreis' }), []);
    assert.deepEqual(await titel({ fuehrung: 'eigene' }), []);
    const wrong = refusalIn(await ask(world, 'get /projekte', { query: { phase: 'bald' } }));
    assert.equal(wrong.code, 'LIST_QUERY_INVALID');
    assert.match(
      wrong.message,
      /„bald“ gibt es bei „Phase heute“ nicht\. Möglich ist: keine-angabe, nicht-begonnen, /,
    );
    const { filters = [] } = projektliste(
      { themenfeld: () => null, leistung: () => null },
      localDate('2026-11-21'),
      {
        intern: true,
        felder: [],
      },
    );
    const asked = projectsOperations(world.deps).find(({ capability }) => capability === 'projects.list');
    const known = Object.keys(asked?.schemas.query?.shape ?? {});
    assert.deepEqual(known.sort(), ['date', 'sortierung', 'suche', ...filters.map(({ key }) => key)].sort());
    const command = projectsCommands(world.deps).find(({ name }) => name === 'projekte');
    assert.ok(command);
    const input = { positionals: [], values: { suche: 'gibt es nicht' }, principal: operator, say: () => {} };
    assert.equal(valueIn(await command.run(input)).text, 'Keine Projekte.');
  });

  test('die API geht denselben Weg; jede Antwort passt zu ihrem Schema', async () => {
    await using world = await openProjectsWorld();
    const [lead, lemgo] = [leadPrincipal(world.lead), coordinatorPrincipal(world.lemgo)];
    const params = { id: 'wohngeld' };
    const body = { inhalt: projektWith({ antragsfrist: null }), intern: { betragCent: 5 } };
    valueIn(await ask(world, 'put /projekte/{id}', { principal: lead, params, body }));
    const twice = refusalIn(await ask(world, 'put /projekte/{id}', { principal: lead, params, body }));
    assert.equal(twice.code, 'PROJECTS_ID_TAKEN');
    valueIn(
      await ask(world, 'put /projekte/{id}', { principal: lead, params, body: { ...body, grundlage: 1 } }),
    );
    valueIn(
      await ask(world, 'put /projekte/{id}/interesse', {
        principal: lemgo,
        params,
        body: { interessiert: true },
      }),
    );
    for (const principal of [null, lead, lemgo]) {
      valueIn(await ask(world, 'get /projekte', { principal }));
      valueIn(await ask(world, 'get /projekte/{id}', { principal, params }));
      valueIn(await ask(world, 'get /projekte/zeitplan', { principal, query: { phase: 'rollout-nrw' } }));
      valueIn(await ask(world, 'get /projekte/fristen', { principal }));
    }
    const base64 = Buffer.from('Projekt;Federführung\nAus der API;Land\n').toString('base64');
    const table = { name: 'p.csv', base64, uebernehmen: true };
    valueIn(await ask(world, 'post /projekte/einlesen', { principal: lead, body: table }));
    const denied = await ask(world, 'put /projekte/{id}', { principal: lemgo, params, body });
    assert.equal(refusalIn(denied).code, 'PROJECTS_NOT_LEAD');
    const fixed = await ask(world, 'put /projekte/{id}', {
      principal: lead,
      params: { id: 'zeitplan' },
      body,
    });
    assert.equal(refusalIn(fixed).code, 'PROJECTS_INVALID');
  });

  test('der Betrieb handelt auf der Befehlszeile für ein benanntes Haus oder eine benannte Kommune', async () => {
    await using world = await openProjectsWorld();
    const folder = mkdtempSync(join(tmpdir(), 'leitwerk-projekte-'));
    const run = async (
      name: string,
      positionals: readonly string[],
      values: Record<string, string | boolean> = {},
    ) => {
      const command = projectsCommands(world.deps).find((each) => each.name === name);
      assert.ok(command, name);
      return command.run({ positionals, values, principal: operator, say: () => {} });
    };
    try {
      const file = join(folder, 'projekt.json');
      writeFileSync(
        file,
        JSON.stringify({
          inhalt: projektWith({ phasen: phasesWith({ 'rollout-nrw': { planBeginn: '2027-03-01' } }) }),
        }),
      );
      const anbieter = 'Rechenzentrum Lippe';
      valueIn(await run('projekt save', ['wohngeld', file], { anbieter }));
      assert.equal(refusalIn(await run('projekt save', ['wohngeld', file])).code, 'PROJECTS_NOT_LEAD');
      valueIn(await run('projekt join', ['wohngeld'], { kommune: 'Lemgo', public: true }));
      assert.match(valueIn(await run('projekte', [])).text, /wohngeld .*Noch nicht begonnen.*1 interessiert/);
      assert.match(valueIn(await run('projekt', ['wohngeld'], { anbieter })).text, /Beginn: 2027-03-01/);
      assert.match(valueIn(await run('projekte timetable', [])).text, /geplant 2027-03-01/);
      assert.match(valueIn(await run('projekte deadlines', [])).text, /Keine Frist/);
      const table = join(folder, 'p.csv');
      writeFileSync(table, 'Projekt;Federführung\nNeues;Land\n');
      assert.match(
        valueIn(await run('projekte import', [table], { anbieter })).text,
        /neu.*\nEs wurde nichts geändert/,
      );
      valueIn(await run('projekte import', [table], { anbieter, yes: true }));
      valueIn(await run('projekt join', ['wohngeld'], { kommune: 'Lemgo', withdraw: true }));
      assert.equal(refusalIn(await run('projekte timetable', [], { phase: 'x' })).code, 'COMMAND_USAGE');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test('ein Projekt trägt eigene Felder, ihre Worte und Pflichten im Formular, in der Datei und in der Schnittstelle', async () => {
  await using world = await openProjectsWorld();
  const kurz = world.felder.findIndex(({ key }) => key === 'kurz');
  const declared = world.felder[kurz];
  assert.ok(declared);
  world.felder[kurz] = { ...declared, label: 'Worum geht es?', hilfe: 'Zwei Sätze.', pflicht: true };
  world.felder.push(ownFeld('eigen-kosten', { label: 'Kosten im Jahr', typ: 'zahl', zaehlt: true }));
  const me = leadPrincipal(world.lead);
  const ask = askerOf(projectsPages(world.deps));
  const empty = await pageOf(await ask.get('/projekte/neu', me));
  for (const words of ['Worum geht es?', 'Hilfe zu „Worum geht es?“', 'Kosten im Jahr'])
    assert.ok(empty.html.includes(words), words);
  const form = { titel: 'Kita online', federfuehrung: 'Rechenzentrum', 'feld.eigen-kosten': 'viel' };
  const wrong = await pageOf(await ask.post('/projekte/neu', form, me));
  assert.ok(wrong.html.includes('Kosten im Jahr: Bitte geben Sie eine Zahl an'));
  const missing = await pageOf(
    await ask.post('/projekte/neu', { ...form, 'feld.eigen-kosten': '1,125' }, me),
  );
  assert.ok(missing.html.includes('Bitte füllen Sie „Worum geht es?“ aus.'));
  const good = { ...form, kurz: 'Plätze', 'feld.eigen-kosten': '1,125' };
  assert.equal((await ask.post('/projekte/neu', good, me)).kind, 'redirect');
  const page = await pageOf(await ask.get('/projekte/kita-online', me));
  assert.match(page.query.text, /Kosten im Jahr.*1,1250/s);
  const stored = valueIn(
    await readProjektdetail(world.deps, me, 'kita-online', world.deps.clock.today()),
  ).projekt;
  assert.deepEqual(stored.inhalt.felder, { 'eigen-kosten': '1.1250' });
  const file = await downloadOf(await ask.get('/projekte.csv', me));
  assert.match(file.toString(), /Eigenes Feld: Kosten im Jahr \(eigen-kosten\)/);
  const id = valueIn(
    await beginEinlesung(world.deps, world.lead, { name: 'p.csv', bytes: Buffer.from(file) }),
  );
  const again = valueIn(await previewEinlesung(world.deps, world.lead, id));
  assert.deepEqual(
    again.zeilen.map(({ art }) => art),
    ['unveraendert'],
  );
  const cleared = { ...good, 'feld.eigen-kosten': '', grundlage: '1' };
  assert.equal((await ask.post('/projekte/kita-online/aendern', cleared, me)).kind, 'redirect');
  const after = valueIn(await readProjektdetail(world.deps, me, 'kita-online', world.deps.clock.today()));
  assert.deepEqual(after.projekt.inhalt.felder, {});
});
