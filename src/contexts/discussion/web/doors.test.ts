import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageAnswer, PageRequest, Principal } from '#platform';
import { codeOf, openWorld, valueIn, type World } from '../testing/world.ts';
import { hinweisSection, rueckfragenHinweis } from './hinweis.ts';
import { discussionOperations } from './operations.ts';
import { discussionPages } from './pages.ts';

const lemgo = 'lemgo/koordination';
const lead = 'verbund/ozg-leitung';

function request(path: string, principal: Principal, change: Partial<PageRequest> = {}): PageRequest {
  const [address = '', query = ''] = path.split('?');
  return {
    method: 'GET',
    path: address,
    params: {},
    query: new URLSearchParams(query),
    form: new URLSearchParams(),
    uploads: new Map(),
    principal,
    csrfToken: 'token',
    clientAddress: '127.0.0.1',
    userAgent: 'test',
    cookies: new Map(),
    origin: 'http://verwaltung.localhost',
    ...change,
  };
}

/** Asks a page or sends its form, by the address of its route. */
async function page(
  world: World,
  key: string,
  route: string,
  {
    params = {},
    query = '',
    form,
  }: { params?: Record<string, string>; query?: string; form?: Record<string, string> } = {},
): Promise<PageAnswer> {
  const method = form === undefined ? 'GET' : 'POST';
  const found = discussionPages(world.deps).find((one) => one.path === route && one.method === method);
  assert.ok(found, `${method} ${route}`);
  const sent = new URLSearchParams(form ?? {});
  return found.handle(request(`${route}${query}`, world.as(key), { method, params, form: sent }));
}

async function htmlOf(answer: PageAnswer): Promise<string> {
  assert.equal(answer.kind, 'page');
  return String(await (answer.kind === 'page' ? answer.content.main : ''));
}

async function call(
  world: World,
  key: string,
  name: string,
  input: { params?: object; query?: object; body?: object },
) {
  const [method, path] = name.split(' ');
  const found = discussionOperations(world.deps).find((one) => one.method === method && one.path === path);
  assert.ok(found, name);
  const { params = {}, query = {}, body } = input;
  return found.invoke({ params, query, body, principal: world.as(key), clientAddress: '127.0.0.1' });
}

const filled = {
  zu: 'leistung:L1',
  adressat: 'dienstleister',
  betreff: 'Wer & wie?',
  text: 'Bitte <b>helfen</b>.',
};

async function asked(world: World): Promise<string> {
  const answer = await page(world, lemgo, '/rueckfragen/neu', { form: filled });
  assert.ok(answer.kind === 'redirect', JSON.stringify(answer));
  return answer.to.slice('/rueckfragen/'.length, '/rueckfragen/'.length + 36);
}

test('a form that lacks something says what, and keeps what was typed', async () => {
  await using world = await openWorld();
  const answer = await page(world, lemgo, '/rueckfragen/neu', {
    form: { ...filled, betreff: '', adressat: 'x' },
  });
  assert.ok(answer.kind === 'page' && answer.status === 422 && answer.content.error);
  const text = await htmlOf(answer);
  assert.match(text, /wählen Sie, wen Sie fragen/);
  assert.match(text, /Bitte &lt;b&gt;helfen/);
  assert.equal((await page(world, lemgo, '/rueckfragen')).kind, 'page');
});

test('from page to page: asked, unread, read, answered, opened again', async () => {
  await using world = await openWorld();
  const id = await asked(world);
  const params = { id };
  assert.match(await htmlOf(await page(world, lead, '/rueckfragen')), /neu<.*Wer &amp; wie\?/s);
  assert.match(
    await htmlOf(await page(world, lead, '/rueckfragen/:id', { params })),
    /Bitte &lt;b&gt;helfen/,
  );
  assert.doesNotMatch(await htmlOf(await page(world, lead, '/rueckfragen')), />neu</);
  const empty = await page(world, lead, '/rueckfragen/:id/beitraege', {
    params,
    form: { art: 'antwort', text: ' ' },
  });
  assert.ok(empty.kind === 'page' && empty.status === 422);
  const answer = { art: 'antwort', text: 'So geht das.' };
  const done = await page(world, lead, '/rueckfragen/:id/beitraege', { params, form: answer });
  assert.deepEqual(done, { kind: 'redirect', to: `/rueckfragen/${id}?getan=antwort` });
  const form = { art: 'wieder-offen', 'grund-wieder-offen': 'Es fehlt die Frist.' };
  await page(world, lemgo, '/rueckfragen/:id/beitraege', { params, form });
  assert.match(
    await htmlOf(await page(world, lead, '/rueckfragen', { query: '?zustand=wieder-offen' })),
    /Wer &amp; wie/,
  );
});

test('somebody who was overtaken finds what they typed on the page that says so', async () => {
  await using world = await openWorld();
  const params = { id: await asked(world) };
  await page(world, lemgo, '/rueckfragen/:id/beitraege', {
    params,
    form: { art: 'zurueckgezogen', 'grund-zurueckgezogen': 'Erledigt.' },
  });
  const late = await page(world, lead, '/rueckfragen/:id/beitraege', {
    params,
    form: { art: 'antwort', text: 'Mühsam getippt' },
  });
  assert.ok(late.kind === 'page' && late.status === 409);
  assert.match(await htmlOf(late), /Mühsam getippt/);
});

test('the record’s page counts its questions and shows the published answer to other Kommunen', async () => {
  await using world = await openWorld();
  const id = await asked(world);
  const hinweis = (key: string) =>
    rueckfragenHinweis(world.deps, world.as(key), { art: 'leistung', id: 'L1' });
  assert.deepEqual(
    { ...(await hinweis(lead)), antworten: [] },
    {
      anzahl: 1,
      offen: 1,
      ungelesen: 1,
      antworten: [],
      href: '/rueckfragen?zu=leistung%3AL1',
      neu: '/rueckfragen/neu?zu=leistung%3AL1',
    },
  );
  assert.equal((await hinweis('lemgo/lesen'))?.neu, null);
  assert.equal((await hinweis('detmold/lesen'))?.anzahl, 0);
  assert.equal(await rueckfragenHinweis(world.deps, null, { art: 'leistung', id: 'L1' }), null);
  valueIn(
    await call(world, lead, 'post /rueckfragen/{id}/beitraege', {
      params: { id },
      body: { art: 'antwort', text: 'Ja.' },
    }),
  );
  const body = { frage: 'Geht das?', antwort: 'Ja, so.' };
  valueIn(await call(world, lead, 'post /rueckfragen/{id}/antwort', { params: { id }, body }));
  const shown = String(await hinweisSection(await hinweis('detmold/lesen')));
  assert.match(shown, /Schon beantwortet: Geht das\?/);
  assert.match(shown, /Ja, so\./);
});

test('the API does what the pages do, and tells by field what it cannot take', async () => {
  await using world = await openWorld();
  const wahl = valueIn(
    await call(world, lemgo, 'get /rueckfragen-adressaten', { query: { zu: 'leistung:L1' } }),
  );
  assert.deepEqual(
    (wahl as { adressaten: { adressat: string }[] }).adressaten.map(({ adressat }) => adressat),
    ['dienstleister', 'verbund', 'eigene'],
  );
  const { id } = valueIn(await call(world, lemgo, 'post /rueckfragen', { body: filled })) as { id: string };
  const list = async (query: object) =>
    valueIn(await call(world, lead, 'get /rueckfragen', { query })) as {
      ungelesen: number;
      rueckfragen: unknown[];
    };
  assert.equal((await list({ zu: 'leistung:L1', ungelesen: 'ja' })).rueckfragen.length, 1);
  assert.equal((await list({ zustand: 'beantwortet' })).rueckfragen.length, 0);
  valueIn(await call(world, lead, 'get /rueckfragen/{id}', { params: { id } }));
  assert.equal((await list({})).ungelesen, 1, 'the API reads without marking as read');
  valueIn(await call(world, lead, 'post /rueckfragen/gelesen', { body: { ids: [id] } }));
  assert.equal((await list({})).ungelesen, 0);
  assert.equal(
    codeOf(await call(world, lead, 'post /rueckfragen/gelesen', { body: { ids: ['x'] } })),
    'DISCUSSION_UNKNOWN',
  );
  const nothing = await call(world, lemgo, 'post /rueckfragen', { body: { ...filled, zu: 'mond:1' } });
  assert.equal(codeOf(nothing), 'DISCUSSION_RECORD_UNKNOWN');
});

test('an exported list holds the whole rows, and a formula in a question stays text', async () => {
  await using world = await openWorld();
  await page(world, lemgo, '/rueckfragen/neu', { form: { ...filled, betreff: '=cmd|calc' } });
  const answer = await page(world, lead, '/rueckfragen.csv');
  assert.ok(answer.kind === 'download' && answer.body instanceof ReadableStream);
  const text = await new Response(answer.body).text();
  assert.match(text, /leistung:L1/);
  assert.doesNotMatch(text, /(^|;)=cmd/m);
});
