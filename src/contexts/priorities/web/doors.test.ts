import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Principal } from '#platform';
import { askerOf, downloadOf, pageOf } from '../../../../test/support/page-request.ts';
import { prioritiesCommands } from '../cli.ts';
import { kriterien } from '../domain/kriterium.ts';
import {
  openPrioritiesWorld,
  type PrioritiesWorld,
  refusalIn,
  valueIn,
} from '../testing/priorities-world.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from '../use-cases/einlesen.ts';
import { prioritiesOperations } from './operations.ts';
import { prioritiesPages } from './pages.ts';

describe('Seiten, API und Befehle der Prioritäten', () => {
  let world: PrioritiesWorld;
  before(async () => {
    world = await openPrioritiesWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const asker = () => askerOf(prioritiesPages(world.deps));
  const show = async (address: string, who: Principal = world.lead) =>
    pageOf(await asker().get(address, who));
  const post = (address: string, form: Record<string, string>, who: Principal = world.lead) =>
    asker().post(address, form, who);

  const call = async (
    method: string,
    path: string,
    more: { readonly params?: object; readonly query?: object; readonly body?: object } = {},
    principal: Principal = world.lead,
  ) => {
    const found = prioritiesOperations(world.deps).find(
      (each) => each.method === method && each.path === path,
    );
    assert.ok(found, path);
    return found.invoke({ params: {}, query: {}, body: {}, ...more, principal, clientAddress: '127.0.0.1' });
  };

  const run = async (
    name: string,
    positionals: readonly string[] = [],
    values: Record<string, string | boolean> = {},
  ) => {
    const command = prioritiesCommands(world.deps).find((each) => each.name === name);
    assert.ok(command, name);
    const given = { organisation: 'Rechenzentrum', ...values };
    return command.run({ positionals, values: given, principal: world.operator, say: () => {} });
  };

  const zero = kriterien.map((kriterium) => `gewicht-${kriterium}=0`).join('&');

  test('die Rangfolge zeigt Regler als Zahlenfelder, ihre Grundlage und alle Leistungen', async () => {
    const page = await show('/prioritaeten');
    assert.match(page.query.text, /Noch ist kein Schema beschlossen/);
    assert.match(page.query.text, /5\.248 Leistungen/);
    assert.match(page.html, /name="gewicht-fallzahlen"[^>]*value="20"/);
    assert.match(page.query.text, /Diese Gewichte als Schema speichern/);
    const kommune = await show('/prioritaeten', world.lemgo);
    assert.ok(!kommune.query.text.includes('als Schema speichern'));
  });

  test('jeder Link der Liste behält die Gewichte, und das Formular behält Suche und Filter', async () => {
    const { html } = await show('/prioritaeten?gewicht-frist=70&suche=hund');
    assert.match(html, /name="gewicht-frist" value="70"/);
    assert.match(html, /prioritaeten\.csv\?[^"]*gewicht-frist=70/);
    assert.match(html, /<input type="hidden" name="suche" value="hund">/);
  });

  test('alle Gewichte 0 oder ein Wort statt einer Zahl: die Seite sagt es, und das Getippte bleibt', async () => {
    const none = await asker().get(`/prioritaeten?${zero}`, world.lead);
    assert.equal(none.kind === 'page' && none.status, 422);
    assert.match((await pageOf(none)).query.text, /Alle Gewichte sind 0/);
    const word = await asker().get('/prioritaeten?gewicht-frist=viel', world.lead);
    assert.equal(word.kind === 'page' && word.status, 422);
    assert.match((await pageOf(word)).html, /value="viel"/);
  });

  test('Seite, API und Befehl geben dieselbe Reihenfolge', async () => {
    const api = valueIn(await call('get', '/prioritaeten', { query: { gewichte: 'frist=0', anzahl: '3' } }));
    const cli = valueIn(await run('prioritaeten', [], { gewichte: 'frist=0', anzahl: '3' }));
    assert.deepEqual(cli.json, api);
    const csv = (
      await downloadOf(await asker().get('/prioritaeten.csv?gewicht-frist=0', world.lead))
    ).toString();
    const { leistungen } = api as { readonly leistungen: readonly { readonly name: string }[] };
    assert.ok(csv.split('\r\n').some((line) => line.includes(leistungen[0]?.name ?? '?')));
    assert.equal(csv.split('\r\n').filter(Boolean).length >= 5248, true);
  });

  test('die Seite einer Leistung sagt Beiträge, Belege und Bereiche; eine Angabe ändert sie', async () => {
    const before = await show('/prioritaeten/leistungen/L00001');
    assert.match(before.query.text, /Niemand hat den Aufwand angegeben/);
    assert.match(before.query.text, /Platz, wenn sich ein Gewicht ändert/);
    const form = {
      bezug: 'L00001',
      kriterium: 'kosten-zeit',
      wert: '60',
      quelle: 'Messung im Amt',
      stand: '2026-11-01',
    };
    const wrong = await post('/prioritaeten/leistungen/L00001', { ...form, wert: 'lang' });
    assert.equal(wrong.kind === 'page' && wrong.status, 422);
    assert.match((await pageOf(wrong)).html, /value="lang"/);
    assert.equal((await post('/prioritaeten/leistungen/L00001', form)).kind, 'redirect');
    const after = await show('/prioritaeten/leistungen/L00001');
    assert.match(after.query.text, /60 Minuten je Fall \(Messung im Amt, Stand 01\.11\.2026\)/);
    const stale = await post('/prioritaeten/leistungen/L00001', { ...form, wert: '90' });
    assert.equal(stale.kind === 'page' && stale.status, 409);
    assert.equal((await post('/prioritaeten/leistungen/L00001', form, world.lemgo)).kind, 'refusal');
  });

  test('der Satz zu zwei Leistungen steht auf Seite, in API und Befehl gleich', async () => {
    const api = valueIn(
      await call('get', '/prioritaeten/vergleich', { query: { a: 'L00001', b: 'L00002' } }),
    );
    const { satz } = api as { readonly satz: string };
    assert.equal(valueIn(await run('prioritaeten compare', ['L00002', 'L00001'])).text, satz);
    const page = await show('/prioritaeten/vergleich?a=L00001&b=L00002');
    assert.ok(page.query.text.includes(satz.slice(0, 60)));
    assert.match((await show('/prioritaeten/vergleich?a=L00001&b=nichts')).html, /keine Leistung „nichts“/);
    assert.match((await show('/prioritaeten/vergleich')).query.text, /Welche Leistungen/);
  });

  test('eine Tabelle wird erst gezeigt, dann übernommen; ihr eigener Export ändert nichts', async () => {
    const table = [
      'Leistung;Kriterium;Wert;Quelle;Stand',
      'L00002;Gesellschaftliche Relevanz;4;Umfrage;01.10.2026',
      '10478;ozg-prioritaet;1;Umsetzungskatalog;',
      'L00002;relevanz;5;zweimal;',
      'L99999;relevanz;5;unbekannt;',
      'L00003;relevanz;9;falsch;',
    ].join('\r\n');
    const file = { name: 'a.csv', bytes: Buffer.from(table) };
    const id = valueIn(await beginEinlesung(world.deps, world.manager, file));
    const rows = valueIn(await previewEinlesung(world.deps, world.manager, id)).zeilen;
    assert.deepEqual(
      rows.map(({ art }) => art),
      ['neu', 'neu', 'fehler', 'fehler', 'fehler'],
    );
    const shown = await show(`/prioritaeten/angaben/einlesen/${id}`);
    assert.match(shown.query.text, /nichts|zweimal|schon eine Zeile/);
    const unconfirmed = await post(`/prioritaeten/angaben/einlesen/${id}/uebernehmen`, {});
    assert.equal(unconfirmed.kind === 'page' && unconfirmed.status, 422);
    valueIn(await applyEinlesung(world.deps, world.manager, id));
    assert.equal(
      refusalIn(await applyEinlesung(world.deps, world.manager, id)).code,
      'PRIORITIES_IMPORT_GONE',
    );
    for (const ending of ['csv', 'xlsx']) {
      const bytes = await downloadOf(await asker().get(`/prioritaeten/angaben.${ending}`, world.lead));
      const again = valueIn(await beginEinlesung(world.deps, world.manager, { name: ending, bytes }));
      const back = valueIn(await previewEinlesung(world.deps, world.manager, again)).zeilen;
      assert.equal(back.length, 3);
      assert.deepEqual(new Set(back.map(({ art }) => art)), new Set(['unveraendert']), ending);
    }
    const broken = await beginEinlesung(world.deps, world.manager, {
      name: 'x',
      bytes: Buffer.from('a;b\n1;2\n'),
    });
    assert.equal(refusalIn(broken).code, 'PRIORITIES_TABLE_INVALID');
  });

  test('ein Schema wird gespeichert, verglichen, beschlossen und wieder geöffnet', async () => {
    const made = await post('/prioritaeten/schemata/neu', {
      titel: 'Einfaches zuerst',
      'gewicht-komplexitaet': '90',
    });
    assert.ok(made.kind === 'redirect');
    const id = made.to.split('/').at(-1)?.split('?')[0] ?? '';
    const nameless = await post('/prioritaeten/schemata/neu', { titel: '', 'gewicht-frist': '90' });
    assert.equal(nameless.kind === 'page' && nameless.status, 422);
    const other = valueIn(
      await run('prioritaeten scheme-save', ['Ohne Komplexität'], { gewichte: 'komplexitaet=0' }),
    ).json as { readonly id: string };
    const moves = await show(`/prioritaeten/schemata/vergleich?a=${id}&b=${other.id}`);
    assert.match(moves.query.text, /(fällt|steigt) um/);
    const decided = await post(`/prioritaeten/schemata/${id}/beschliessen`, {
      fassung: '1',
      gremium: '',
      grund: '',
    });
    assert.match((await pageOf(decided)).query.text, /wer beschlossen hat/);
    const form = { fassung: '1', gremium: 'Facharbeitsgruppe', grund: 'Schnelle Erfolge.' };
    assert.equal((await post(`/prioritaeten/schemata/${id}/beschliessen`, form)).kind, 'redirect');
    const opened = await show('/prioritaeten/beschluesse/1', world.lemgo);
    assert.match(opened.query.text, /Nachgerechnet: stimmt überein/);
    assert.match((await show('/prioritaeten/schemata')).query.text, /1\. Einfaches zuerst \(gilt\)/);
    assert.match((await show('/prioritaeten', world.lemgo)).query.text, /Beschluss 1, „Einfaches zuerst“/);
    const unknown = await asker().get('/prioritaeten/beschluesse/7', world.lead);
    assert.equal(unknown.kind, 'refusal');
  });

  test('die Einführungsstrategie: entscheiden, abweichen, lesen', async () => {
    const here = '/einfuehrungsstrategie/loesung/wohngeld-sh';
    assert.match((await show('/einfuehrungsstrategie')).query.text, /0 von 1 Diensten sind entschieden/);
    const form = { entscheid: 'alle', quartal: '', grund: 'Ja.', verantwortlich: 'Team A', grundlage: '0' };
    const refused = await post(here, form);
    assert.equal(refused.kind === 'page' && refused.status, 422);
    assert.equal((await post(here, { ...form, quartal: '2027-Q1' })).kind, 'redirect');
    const lemgo = await show(here, world.lemgo);
    assert.match(lemgo.query.text, /Ihre Kommune macht es anders\?/);
    const deviation = { abweichung: 'fuehrt-nicht-ein', quartal: '', grund: 'Kreis macht es.' };
    assert.equal((await post(`${here}/abweichung`, deviation, world.lemgo)).kind, 'redirect');
    assert.match((await show('/einfuehrungsstrategie')).query.text, /Lemgo führt nicht ein/);
    assert.ok(!(await show(here, world.detmold)).query.text.includes('Kreis macht es'));
    const api = await call('get', '/einfuehrungsstrategie/{art}/{id}', {
      params: { art: 'loesung', id: 'wohngeld-sh' },
    });
    assert.deepEqual(valueIn(await run('strategie show', ['loesung', 'wohngeld-sh'])).json, valueIn(api));
  });
});
