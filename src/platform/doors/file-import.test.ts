import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ok, type Refusal, refuse } from '#kernel';
import { askerOf, pageOf, refusalOf } from '../../../test/support/page-request.ts';
import { actorOf } from '../database/tx.ts';
import { fileImportRoutes, type ImportAct } from './file-import.ts';
import type { Upload } from './page-route.ts';
import type { Principal } from './principal.ts';

const principal: Principal = {
  kind: 'mitglied',
  actor: actorOf('mitglied', 'a'),
  tenant: null,
  permissions: new Set(),
};
const gone: Refusal = { kind: 'not-found', code: 'TEST_GONE', message: 'Die Datei liegt nicht mehr vor.' };
const unreadable: Refusal = { kind: 'too-large', code: 'TEST_BIG', message: 'Die Datei ist zu groß.' };

const crooked: Refusal = { kind: 'invalid', code: 'TEST_CROOKED', message: 'Die Summe stimmt nicht.' };

/** A house that takes texts over: „schlecht“ cannot be read, „halb“ has parts that one must agree to leave out. */
function house() {
  const kept = new Map<string, string>();
  const taken: string[] = [];
  const routes = fileImportRoutes({
    address: '/haus/:haus/einlesen',
    uploadLimit: 1_000,
    route: (step, act: ImportAct<string>) => ({
      ...step,
      capability: 'test.import',
      access: 'signed-in',
      handle: (request) => act('Anna', request),
    }),
    missing: { kind: 'invalid', code: 'TEST_FILE', message: 'Bitte wählen Sie eine Datei aus.' },
    form: async ({ params }, reason) =>
      params.haus === 'keins'
        ? refuse(gone)
        : ok({ title: 'Einlesen', main: reason?.fields?.[0]?.message ?? 'leer' }),
    begin: async (who, { name, bytes }, { params }) => {
      if (bytes.toString() === 'schlecht') return refuse(unreadable);
      kept.set('1', `${who} ${params.haus} ${name} ${bytes}`);
      return ok('1');
    },
    find: async (_, id) => (kept.has(id) ? ok(kept.get(id) ?? '') : refuse(gone)),
    preview: (_, found, { here, takeOver, objection, reason }) => ({
      title: found,
      main: `${here} ${takeOver} ${reason?.message ?? objection}`,
    }),
    objection: (found, form) =>
      found.endsWith('halb') && form.get('halb') !== 'ja' ? 'Bitte zustimmen.' : null,
    mendable: ({ kind }) => kind === 'invalid',
    take: async (_, id, { form }) => {
      const found = kept.get(id);
      if (found === undefined) return refuse(gone);
      if (found.endsWith('schief') && form.get('trotzdem') !== 'ja') return refuse(crooked);
      taken.push(found);
      kept.delete(id);
      return ok(id);
    },
    taken: (id, { params }) => ({ kind: 'redirect', to: `/haus/${params.haus}?getan=${id}` }),
  });
  return { ask: askerOf(routes), routes, taken };
}

function uploads(text: string, scanned: Upload['scanned'] = null) {
  const bytes = Buffer.from(text);
  async function* open() {
    yield bytes.subarray(0, 3);
    yield bytes.subarray(3);
  }
  return new Map([['datei', [{ fileName: 'a.txt', bytes: bytes.length, scanned, open }]]]);
}

const form = '/haus/rot/einlesen';

test('a file is sent, looked at and taken over, each at its own address', async () => {
  const { ask, routes, taken } = house();
  assert.deepEqual(
    routes.map(({ method, path, uploadLimit }) => [method, path, uploadLimit]),
    [
      ['GET', '/haus/:haus/einlesen', undefined],
      ['POST', '/haus/:haus/einlesen', 1_000],
      ['GET', '/haus/:haus/einlesen/:einlesung', undefined],
      ['POST', '/haus/:haus/einlesen/:einlesung/uebernehmen', undefined],
    ],
  );
  assert.equal((await pageOf(await ask.get(form, principal))).html, 'leer');
  const sent = await ask.post(form, {}, principal, uploads('ganz'));
  assert.deepEqual(sent, { kind: 'redirect', to: `${form}/1` });
  const shown = await pageOf(await ask.get(`${form}/1`, principal));
  assert.deepEqual(
    [shown.title, shown.html],
    ['Anna rot a.txt ganz', `${form}/1 ${form}/1/uebernehmen null`],
  );
  assert.deepEqual(taken, []);
  const done = await ask.post(`${form}/1/uebernehmen`, {}, principal);
  assert.deepEqual(done, { kind: 'redirect', to: '/haus/rot?getan=1' });
  assert.deepEqual(taken, ['Anna rot a.txt ganz']);
  assert.equal(refusalOf(await ask.post(`${form}/1/uebernehmen`, {}, principal)).code, 'TEST_GONE');
  assert.equal(refusalOf(await ask.get(`${form}/2`, principal)).code, 'TEST_GONE');
});

test('what is wrong with a file stands at its field, and nothing is kept', async () => {
  const { ask } = house();
  for (const [sent, status, message] of [
    [new Map(), 422, 'Bitte wählen Sie eine Datei aus.'],
    [uploads(''), 422, 'Bitte wählen Sie eine Datei aus.'],
    [uploads('schlecht'), 413, 'Die Datei ist zu groß.'],
    [
      uploads('ganz', 'infected'),
      422,
      'In der Datei „a.txt“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.',
    ],
  ] as const) {
    const answer = await ask.post(form, {}, principal, sent);
    const { html, error } = await pageOf(answer);
    assert.deepEqual([answer.kind === 'page' && answer.status, html, error], [status, message, true]);
  }
  assert.equal(refusalOf(await ask.get(`${form}/1`, principal)).code, 'TEST_GONE');
});

test('what somebody must agree to first is asked on the preview, and nothing is taken before', async () => {
  const { ask, taken } = house();
  await ask.post(form, {}, principal, uploads('halb'));
  const asked = await ask.post(`${form}/1/uebernehmen`, {}, principal);
  const { html, error } = await pageOf(asked);
  assert.deepEqual(
    [asked.kind === 'page' && asked.status, html, error],
    [422, `${form}/1 ${form}/1/uebernehmen Bitte zustimmen.`, true],
  );
  assert.deepEqual(taken, []);
  await ask.post(`${form}/1/uebernehmen`, { halb: 'ja' }, principal);
  assert.equal(taken.length, 1);
});

test('what the taking over refuses and somebody can mend is said on the preview; nothing is taken', async () => {
  const { ask, taken } = house();
  await ask.post(form, {}, principal, uploads('schief'));
  const refused = await ask.post(`${form}/1/uebernehmen`, {}, principal);
  const { html, error } = await pageOf(refused);
  assert.deepEqual(
    [refused.kind === 'page' && refused.status, html, error],
    [422, `${form}/1 ${form}/1/uebernehmen Die Summe stimmt nicht.`, true],
  );
  assert.deepEqual(taken, []);
  await ask.post(`${form}/1/uebernehmen`, { trotzdem: 'ja' }, principal);
  assert.equal(taken.length, 1);
});

test('a form for what is not there is refused, before and after a file was sent', async () => {
  const { ask } = house();
  assert.equal(refusalOf(await ask.get('/haus/keins/einlesen', principal)).code, 'TEST_GONE');
  const sent = await ask.post('/haus/keins/einlesen', {}, principal, uploads('schlecht'));
  assert.equal(refusalOf(sent).code, 'TEST_GONE');
});
