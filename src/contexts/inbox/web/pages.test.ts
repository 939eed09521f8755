import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionOf } from '../../../../test/support/html-query.ts';
import { askerOf, downloadOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { need, openZustellpunkt } from '../../delivery/testing/world.ts';
import { arrived, openWorld, otherAuthority, principalOf, says } from '../testing/world.ts';
import { receive } from '../use-cases/receive.ts';
import { inboxPages } from './pages.ts';

const nummer = 'LEM-2026-000001';
const address = `/eingang/${nummer}`;

test('the list shows number, Leistung, state and office, nothing of the person; the search opens the cases', async () => {
  await using world = await openWorld();
  await arrived(world, { words: 'Sonderwort' });
  await arrived(world, { nummer: 'LEM-2026-000002', words: 'Anderes' });
  const asker = askerOf(inboxPages(world.deps));
  const worker = principalOf(world.anna);
  const list = await pageOf(await asker.get('/eingang', worker));
  assert.equal(list.query.get('link', nummer).attributes.href, address);
  assert.match(list.query.get('row', nummer).text, /Hund anmelden neu – .*Steueramt 21\.11\.2026, 09:00 Uhr/);
  assert.doesNotMatch(list.query.text, /Sonderwort/);
  const found = await pageOf(await asker.get('/eingang?suche=sonderwort', worker));
  assert.match(found.query.text, /1 Vorgang/);
  assert.ok(found.query.find('link', nummer));
  assert.equal(found.query.find('link', 'LEM-2026-000002'), undefined);
  const open = await pageOf(await asker.get('/eingang?stand=erledigt&bearbeiter=niemand', worker));
  assert.match(open.query.text, /0 Vorgänge/);
  const csv = (await downloadOf(await asker.get('/eingang.csv', worker))).toString();
  assert.match(csv, /LEM-2026-000002/);
  assert.doesNotMatch(csv, /Sonderwort/);
});

test('a case shows every answer with where it comes from, its files as unscanned, and what can be done', async () => {
  await using world = await openWorld();
  await arrived(world, { words: '<b>Bello</b>', file: 'Nachweis' });
  const asker = askerOf(inboxPages(world.deps));
  const shown = await pageOf(await asker.get(address, principalOf(world.anna)));
  assert.equal(shown.title, 'Hund anmelden');
  assert.equal(definitionOf(shown.query, 'Wie heißt der Hund?'), '<b>Bello</b> Angabe im Antrag');
  assert.equal(definitionOf(shown.query, 'Hundesteuer'), '96,00 € berechnet');
  assert.equal(definitionOf(shown.query, 'Rasse'), 'Pudel Angabe im Antrag');
  assert.equal(definitionOf(shown.query, 'Bearbeitet von'), 'noch niemandem');
  assert.match(shown.query.get('row', 'nachweis.pdf').text, /application\/pdf 1 kB nicht geprüft/);
  for (const name of ['Übernehmen', 'Notiz speichern', 'Abgeben', 'Als unzuständig abschließen'])
    shown.query.get('button', name);
  assert.equal(shown.query.find('button', 'Entscheiden'), undefined);
  const href = shown.query.get('link', 'nachweis.pdf').attributes.href ?? '';
  const file = await asker.get(href, principalOf(world.anna));
  assert.equal((await downloadOf(file)).toString(), 'Nachweis');
  assert.equal(file.kind === 'download' && file.fileName, 'ungeprueft-nachweis.pdf');
});

test('a worker takes, asks, reads the answer and decides on the page; the Bescheid comes by post', async () => {
  await using world = await openWorld();
  const submission = await arrived(world);
  const asker = askerOf(inboxPages(world.deps));
  const worker = principalOf(world.anna);
  const post = (aktion: string, form: Readonly<Record<string, string>>) =>
    asker.post(`${address}/${aktion}`, form, worker);
  assert.deepEqual(await post('uebernehmen', { version: '1' }), {
    kind: 'redirect',
    to: `${address}?getan=uebernehmen`,
  });
  const taken = await pageOf(await asker.get(`${address}?getan=uebernehmen`, worker));
  assert.equal(taken.flash?.title, 'Sie bearbeiten diesen Vorgang jetzt.');
  assert.equal(definitionOf(taken.query, 'Bearbeitet von'), 'Anna Amt');
  const empty = await asker.post(`${address}/rueckfragen`, { version: '2', text: ' ' }, worker);
  assert.equal(empty.kind === 'page' && empty.status, 422);
  const refused = await pageOf(empty);
  assert.equal(refused.error, true);
  const problem = refused.query.get('link', 'Bitte schreiben Sie die Frage');
  assert.equal(problem.attributes.href, '#feld-rueckfragen-text');
  assert.match(refused.html, /id="feld-rueckfragen-text"/);
  await post('rueckfragen', { version: '2', text: 'Wie groß?' });
  await says(world, submission, 'nachricht', '45 cm hoch');
  const late = await post('entscheiden', { version: '3', ergebnis: 'stattgegeben', text: 'mein Hinweis' });
  assert.equal(late.kind === 'page' && late.status, 409);
  const conflict = await pageOf(late);
  assert.match(
    conflict.query.text,
    /Inzwischen hat die antragstellende Person diesen Vorgang geändert: Antwort da/,
  );
  assert.match(conflict.query.text, /45 cm hoch/);
  assert.match(conflict.html, />mein Hinweis<\/textarea>/);
  const noChoice = await pageOf(await post('entscheiden', { version: '4', text: '' }));
  noChoice.query.get('link', 'Bitte wählen Sie, ob Sie dem Antrag stattgeben');
  await post('entscheiden', { version: '4', ergebnis: 'stattgegeben', text: 'passt' });
  const done = await pageOf(await asker.get(address, worker));
  assert.match(done.query.text, /Der Bescheid kommt per Post\./);
  assert.equal(definitionOf(done.query, 'Wird gelöscht am'), '21.11.2027');
  assert.deepEqual(
    done.query.all('button').map(({ text }) => text),
    ['Notiz speichern'],
  );
});

test('the print view holds answers and history, and no form', async () => {
  await using world = await openWorld();
  await arrived(world, { words: 'Bello' });
  const asker = askerOf(inboxPages(world.deps));
  const print = await pageOf(await asker.get(`${address}/druck`, principalOf(world.anna)));
  assert.match(print.query.text, /Bello/);
  assert.match(print.query.text, /Verlauf/);
  assert.deepEqual(print.query.all('form'), []);
});

test('a case is forwarded from the page to the body that is competent, which finds the note with it', async () => {
  await using world = await openWorld();
  const submission = await arrived(world);
  const { zustellpunkt, worker } = await otherAuthority(world);
  const asker = askerOf(inboxPages(world.deps));
  const shown = await pageOf(await asker.get(address, principalOf(world.anna)));
  assert.match(shown.query.text, /Kreis Lippe, Veterinäramt/);
  const form = { version: '1', ziel: zustellpunkt, text: 'Bitte übernehmen.' };
  await asker.post(`${address}/weiterleiten`, form, principalOf(world.anna));
  const { rows } = await world.delivery.t.superuser.query<{ id: string }>(
    'select id from delivery.submission where forwarded_from = $1',
    [submission],
  );
  need(await receive(world.deps, { submissionId: rows[0]?.id ?? '', tenant: worker.tenant }));
  const there = await pageOf(await asker.get(address, principalOf(worker)));
  assert.match(there.query.text, /Von einer anderen Stelle weitergeleitet Bitte übernehmen\./);
});

test('a case is given to another office on its page: it asks for the reason, and the list says that it is done', async () => {
  await using world = await openWorld();
  const other = await openZustellpunkt(world.delivery);
  await arrived(world);
  const asker = askerOf(inboxPages(world.deps));
  const worker = principalOf(world.anna);
  const empty = await asker.post(`${address}/zuleiten`, { version: '1', ziel: other, text: '' }, worker);
  const refused = await pageOf(empty);
  const problem = refused.query.get('link', 'Bitte schreiben Sie der anderen Stelle');
  assert.equal(problem.attributes.href, '#feld-zuleiten-text');
  assert.match(refused.html, new RegExp(`<option value="${other}" selected`));
  const given = await asker.post(
    `${address}/zuleiten`,
    { version: '1', ziel: other, text: 'Ordnungsrecht' },
    worker,
  );
  assert.deepEqual(given, { kind: 'redirect', to: '/eingang?getan=zuleiten' });
  const list = await pageOf(await asker.get('/eingang?getan=zuleiten', worker));
  assert.match(list.flash?.title ?? '', /liegt jetzt bei der anderen Stelle/);
  const shown = await pageOf(await asker.get(address, worker));
  assert.match(
    shown.query.text,
    /Von einer anderen Stelle im Haus Steueramt, Anna Amt: Ordnungsrecht.*An eine andere Stelle im Haus gegeben von Steueramt an Steueramt Ordnungsrecht/,
  );
});

test('a file that was scanned when somebody took it is shown as scanned, with the day and what was found', async () => {
  await using world = await openWorld({ scan: async () => 'clean' });
  await arrived(world, { file: 'Nachweis' });
  const asker = askerOf(inboxPages(world.deps));
  const worker = principalOf(world.anna);
  const before = await pageOf(await asker.get(address, worker));
  assert.match(before.query.get('row', 'nachweis.pdf').text, /noch nicht geprüft/);
  await downloadOf(await asker.get(before.query.get('link', 'nachweis.pdf').attributes.href ?? '', worker));
  for (const page of [address, `${address}/druck`]) {
    const after = await pageOf(await asker.get(page, worker));
    assert.match(
      after.query.get('row', 'nachweis.pdf').text,
      /geprüft, nichts gefunden am 21\.11\.2026, 09:00 Uhr/,
    );
  }
});

test('whoever may only read sees no forms; whoever may not, or is from elsewhere, sees nothing', async () => {
  await using world = await openWorld();
  await arrived(world);
  const asker = askerOf(inboxPages(world.deps));
  const reader = await pageOf(await asker.get(address, principalOf(world.anna, ['inbox.read'])));
  assert.deepEqual(reader.query.all('form'), []);
  const post = await asker.post(
    `${address}/uebernehmen`,
    { version: '1' },
    principalOf(world.anna, ['inbox.read']),
  );
  assert.equal(refusalOf(post).code, 'INBOX_NOT_ALLOWED');
  assert.equal(refusalOf(await asker.get(address, principalOf(world.anna, []))).code, 'INBOX_NOT_ALLOWED');
  assert.equal(refusalOf(await asker.get('/eingang')).code, 'INBOX_NOT_ALLOWED');
  const { worker } = await otherAuthority(world);
  assert.equal(refusalOf(await asker.get(address, principalOf(worker))).code, 'INBOX_UNKNOWN');
  // Checking a document of case data changes nothing either.
  for (const { method, path, access } of inboxPages(world.deps)) {
    const reads = method === 'GET' || path === '/fachdaten/pruefen';
    assert.deepEqual(access, { permission: reads ? 'inbox.read' : 'inbox.work' });
  }
});
