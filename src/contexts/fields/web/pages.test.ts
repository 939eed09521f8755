import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import type { PageRequest, Principal, Upload } from '#platform';
import { askerOf, downloadOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { fieldsCommands } from '../cli.ts';
import { type FieldsWorld, openFieldsWorld } from '../testing/fields-world.ts';
import { fieldForm, fieldTexts, fieldValues } from './field-form.ts';
import { fieldsOperations } from './operations.ts';
import { fieldsPages } from './pages.ts';

const day = localDate('2026-11-22');
const channel = {
  grundlage: '0',
  label: 'Kanal',
  tooltip: 'Der übliche Weg.',
  hilfe: 'Erster Absatz.\n\nZweiter <b>Absatz</b>.',
  typ: 'auswahl',
  optionen: 'Online\r\nSchalter\r\n',
  zaehlt: 'ja',
};

function siteOf({ deps }: FieldsWorld) {
  const ask = askerOf(fieldsPages(deps));
  const show = async (path: string, who: Principal) => pageOf(await ask.get(path, who));
  return { ask, show };
}

function fileOf(content: string, scanned: Upload['scanned'] = null): PageRequest['uploads'] {
  const bytes = Buffer.from(content);
  const open = async function* () {
    yield bytes;
  };
  return new Map([['datei', [{ fileName: 'felder.json', bytes: bytes.length, scanned, open }]]]);
}

test('die OZG-Leitung ergänzt ein Feld, und die Vorschau der Kommune zeigt es mit Hinweis, Hilfe und Vollständigkeit', async () => {
  await using world = await openFieldsWorld();
  const { ask, show } = siteOf(world);
  assert.deepEqual(await ask.post('/felder/stand/neu', channel, world.lead), {
    kind: 'redirect',
    to: '/felder/stand?getan=neu',
  });
  const list = await show('/felder/stand', world.lead);
  assert.match(list.query.get('row', 'Kanal').text, /Auswahl.*ja.*IT-Dienstleister/);
  const preview = await show('/felder/stand/vorschau', world.lemgo);
  assert.match(preview.query.text, /Hilfe zu „Kanal“/);
  assert.match(preview.html, /Zweiter &lt;b&gt;Absatz/);
  assert.match(preview.html, /aria-describedby="feld-feld-eigen-kanal-hinweis"/);
  const tried = { 'feld.zustand': 'online', 'feld.eigen-kanal': 'Online', 'feld.geplantFuer': '2027-02-30' };
  const answer = await ask.post('/felder/stand/vorschau', tried, world.lemgo);
  assert.equal(answer.kind === 'page' && answer.status, 422);
  const { query } = await pageOf(answer);
  assert.match(query.text, /Vollständigkeit: 66 % \(2 von 3 Feldern\)/);
  assert.match(query.text, /Es fehlt: Geplant für oder Umgesetzt am/);
  assert.match(query.text, /Den Tag 2027-02-30 gibt es im Kalender nicht/);
});

test('ein Formular mit Fehlern kommt wieder, mit dem, was man schrieb; wer zu spät kommt, überschreibt nichts', async () => {
  await using world = await openFieldsWorld();
  const { ask } = siteOf(world);
  const wrong = await pageOf(
    await ask.post('/felder/stand/neu', { ...channel, optionen: 'nur eine' }, world.lead),
  );
  assert.match(wrong.query.text, /mindestens zwei Möglichkeiten/);
  assert.match(wrong.html, /value="Der übliche Weg\."/);
  await ask.post('/felder/stand/neu', channel, world.lead);
  const late = await ask.post(
    '/felder/stand/feld/zustand',
    { grundlage: '0', label: 'Status', typ: 'text' },
    world.lead,
  );
  assert.equal(late.kind === 'page' && late.status, 409);
  assert.match((await pageOf(late)).html, /value="Status"/);
});

test('eine Kommune sieht, was fest ist, und ändert nur eigene Felder; wer kein Recht hat, liest', async () => {
  await using world = await openFieldsWorld();
  const { ask, show } = siteOf(world);
  assert.equal(refusalOf(await ask.get('/felder/stand/feld/zustand', world.lemgo)).code, 'FIELDS_NOT_YOURS');
  await ask.post('/felder/stand/neu', { grundlage: '0', label: 'Amt', typ: 'text' }, world.lemgo);
  const links = (await show('/felder/stand', world.lemgo)).query.all('link').map(({ text }) => text);
  assert.ok(links.includes('Amt') && !links.includes('Zustand'));
  const reading = await show('/felder/stand', world.reading);
  assert.doesNotMatch(reading.query.text, /Feld ergänzen|Einlesen/);
  assert.equal(refusalOf(await ask.get('/felder/mond', world.lead)).code, 'FIELDS_KIND_UNKNOWN');
});

test('die Definition geht als Datei hinaus und hinein; eine falsche Datei sagt, was nicht passt', async () => {
  await using world = await openFieldsWorld();
  const { ask } = siteOf(world);
  await ask.post('/felder/stand/neu', channel, world.lead);
  const file = (await downloadOf(await ask.get('/felder/stand/definition', world.lead))).toString('utf8');
  const send = (content: string, grundlage: string) =>
    ask.post('/felder/stand/definition', { grundlage }, world.lead, fileOf(content));
  assert.deepEqual(await send(`\uFEFF${file}`, '1'), { kind: 'redirect', to: '/felder/stand?getan=datei' });
  for (const [content, said] of [
    ['{', /kein JSON/],
    ['', /wählen Sie eine Datei/],
    [file.replace('"stand"', '"loesung"'), /nicht für „stand“/],
    [file.replace('eigen-kanal', 'zustand2'), /beginnt hier mit/],
  ] as const)
    assert.match((await pageOf(await send(content, '2'))).query.text, said);
});

test('eine Definition, in der Schadsoftware gefunden wurde, wird nicht gelesen', async () => {
  await using world = await openFieldsWorld();
  const { ask } = siteOf(world);
  const file = (await downloadOf(await ask.get('/felder/stand/definition', world.lead))).toString('utf8');
  const uploads = fileOf(file, 'infected');
  const answer = await ask.post('/felder/stand/definition', { grundlage: '0' }, world.lead, uploads);
  assert.match((await pageOf(answer)).query.text, /„felder\.json“ wurde Schadsoftware gefunden/);
});

test('andere Kontexte zeichnen Felder jeder Art, beendete nur zum Lesen', async () => {
  await using world = await openFieldsWorld();
  assert.ok(world.lead.tenant);
  const [first] = await world.deps.reader.fieldsFor(world.lead.tenant, 'stand');
  assert.ok(first);
  const field = (key: string, typ: typeof first.typ) => ({
    ...first,
    key,
    label: `Feld ${key}`,
    typ,
    pflicht: false,
  });
  const ended = { ...field('alt', 'zahl'), gueltigBis: localDate('2020-12-31') };
  const all = [field('a', 'link'), field('b', 'ja-nein'), field('c', 'zahl'), field('d', 'datum'), ended];
  const werte = { a: 'https://example.org/?a=1&b=2', b: 'ja', c: '1250.5', d: '2026-01-31', alt: '-4711.5' };
  const html = String(await fieldForm(all, { werte, day }));
  assert.match(html, /type="url"/);
  assert.match(html, /value="1250,5"/);
  assert.match(html, /Nicht mehr erfasst/);
  assert.match(html, /-4\.711,5/);
  assert.doesNotMatch(html, /name="feld\.alt"/);
  assert.deepEqual(
    fieldValues(all, werte, day).map(([label, value]) => [label, String(value).replace(/<[^>]+>/g, '')]),
    [
      ['Feld a', 'https://example.org/?a=1&amp;b=2'],
      ['Feld b', 'ja'],
      ['Feld c', '1.250,5'],
      ['Feld d', '31.01.2026'],
      ['Feld alt (nicht mehr erfasst)', '-4.711,5'],
    ],
  );
  assert.deepEqual(fieldTexts(first), { label: 'Zustand', hint: '', optional: false });
});

test('API und Befehlszeile tun dasselbe', async () => {
  await using world = await openFieldsWorld();
  const { deps, lead } = world;
  const invoke = async (method: string, path: string, params: object, body: unknown = {}) => {
    const found = fieldsOperations(deps).find((one) => one.method === method && one.path === path);
    assert.ok(found);
    const input = { params, query: {}, body, principal: lead, clientAddress: '127.0.0.1' };
    const result = await found.invoke(input);
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  };
  const art = { art: 'stand' };
  const added = { grundlage: 0, label: 'Kosten', typ: 'zahl', zaehlt: true };
  assert.deepEqual(await invoke('post', '/felder/{art}', art, added), { key: 'eigen-kosten', fassung: 1 });
  const key = { ...art, key: 'eigen-kosten' };
  await invoke('patch', '/felder/{art}/{key}', key, { grundlage: 1, tooltip: 'In Euro.' });
  const tried = await invoke('post', '/felder/{art}/pruefung', art, {
    werte: { 'eigen-kosten': '1.250,50' },
  });
  assert.partialDeepStrictEqual(tried, {
    werte: { 'eigen-kosten': '1250.50' },
    vollstaendigkeit: { teil: 1, ganzes: 3, prozent: 33 },
  });
  const run = async (name: string, positionals: readonly string[], values: Record<string, string> = {}) => {
    const command = fieldsCommands(deps).find((one) => one.name === name);
    assert.ok(command);
    const principal = { ...lead, kind: 'betreiber', tenant: null } as const;
    const said = { organisation: 'Rechenzentrum', ...values };
    const result = await command.run({ positionals, values: said, principal, say: () => {} });
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  };
  await run('felder change', ['stand', 'eigen-kosten'], { to: '2020-12-31', zaehlt: 'nein' });
  assert.match((await run('felder show', ['stand'])).text, /eigen-kosten +Zahl +Kosten/);
  assert.equal(
    (await run('felder check', ['stand', 'zustand=online', 'umgesetztAm=2026-01-01'])).text,
    '100 % (2 von 2 Feldern)',
  );
  assert.deepEqual(
    (await run('felder export', ['stand'])).json,
    await invoke('get', '/felder/{art}/definition', art),
  );
});
