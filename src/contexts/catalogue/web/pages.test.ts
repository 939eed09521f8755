import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { clockFrom } from '#kernel';
import { definitionOf } from '../../../../test/support/html-query.ts';
import {
  askerOf,
  downloadOf,
  type PageAsker,
  pageOf,
  refusalOf,
} from '../../../../test/support/page-request.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { shippedCatalogue, shippedEnden } from '../testing/shipped-catalogue.ts';
import { versionDeps } from '../testing/version-deps.ts';
import { indexCatalogue } from '../use-cases/catalogue-indexer.ts';
import { cataloguePages } from './pages.ts';

const clock = clockFrom(() => new Date('2026-11-21T10:00:00Z'));

describe('pages of the catalogue', () => {
  let catalogue: Catalogue;
  let ask: PageAsker;

  before(async () => {
    catalogue = await shippedCatalogue();
    const index = await indexCatalogue(catalogue);
    ask = askerOf(
      cataloguePages({
        ...versionDeps,
        catalogue: async () => catalogue,
        search: async () => index,
        clock,
        enden: shippedEnden(),
        demo: true,
      }),
    );
  });

  const show = async (address: string) => pageOf(await ask.get(address));
  const countOf = async (address: string) =>
    /([\d.]+) Leistung/.exec((await show(address)).query.get('heading', 'Leistung').text)?.[1];

  test('what ended is marked in the whole list, left out as of today, and its page says since when and by what source', async () => {
    assert.equal(await countOf('/katalog/leistungen'), '5.249');
    assert.equal(await countOf('/katalog/leistungen?datum=2026-11-21'), '5.239');
    assert.equal(await countOf('/katalog/leistungen?datum=2020-01-01'), '5.249');
    const stock = await show('/katalog/leistungen?suche=99085003000000&datum=2023-06-01');
    assert.match(stock.query.text, /endet am 31\.12\.2023/);
    const ended = (await show('/katalog/leistungen/L03071')).query.text;
    assert.match(ended, /Letzter Tag: 31\.12\.2023/);
    assert.match(ended, /BGBl\. 2023 I Nr\. 271/);
    assert.match((await show('/katalog/leistungen?datum=gestern')).query.text, /gestern/);
  });

  test('as of a day trees and counts leave out what ended, and every link carries the day along', async () => {
    const ozg = catalogue.leistungById.get('L03075')?.ozgId;
    const lage = catalogue.ozgById.get(ozg ?? 0)?.lageId;
    const themenfeld = catalogue.lageById.get(lage ?? 0)?.themenfeldId;
    const addresses = [
      '/katalog',
      `/katalog/themenfelder/${themenfeld}`,
      `/katalog/lagen/${lage}`,
      `/katalog/ozg/${ozg}`,
      '/katalog/ohne-ozg',
      '/katalog/leistungen/L03081',
      '/katalog/leistungen',
    ];
    for (const address of addresses) {
      const { query, breadcrumb = [], nextSteps = [] } = await show(`${address}?datum=2024-01-01`);
      assert.match(query.text, /05\.10\.2019/, 'the state of the catalogue');
      const links = [
        ...query.all('link').map(({ attributes }) => attributes.href ?? ''),
        ...[...breadcrumb, ...nextSteps].map(({ href }) => href ?? ''),
      ].filter((href) => /^\/(katalog|wer-macht-was|leistungen)/.test(href));
      const undated = links.filter(
        (href) => !href.includes('datum=2024-01-01') && !/\.(csv|xlsx)/.test(href),
      );
      assert.deepEqual(
        undated.filter((href) => !/verlauf|fassungen|aenderungen/.test(href)),
        [],
        address,
      );
    }
    const bundle = async (query: string) => (await show(`/katalog/ozg/${ozg}${query}`)).query.text;
    assert.match(await bundle(''), /Kinderreisepass Ausstellung endet am 31\.12\.2023/);
    assert.match(await bundle('?datum=2023-12-31'), /Kinderreisepass Ausstellung endet/);
    assert.doesNotMatch(await bundle('?datum=2024-01-01'), /Kinderreisepass Ausstellung/);
    assert.match(await bundle('?datum=2024-01-01'), /Kinderreisepass Meldung/);
    const tree = async (query: string) => (await show(`/katalog${query}`)).query.text;
    assert.match(await tree('?datum=2024-01-01'), /5\.239/);
    assert.doesNotMatch(await tree('?datum=2024-01-01'), /5\.249/);
    assert.match(await tree('?datum=2023-12-31'), /5\.249/);
  });

  test('a Leistung says whether it was in force on the day', async () => {
    const page = async (day: string) => (await show(`/katalog/leistungen/L03071?datum=${day}`)).query.text;
    assert.match(await page('2023-12-31'), /Noch in Kraft am 31\.12\.2023\. Letzter Tag: 31\.12\.2023/);
    assert.match(await page('2024-01-01'), /Nicht mehr in Kraft am 01\.01\.2024\. Letzter Tag: 31\.12\.2023/);
    const byKey = await ask.get('/katalog/leistungen/99085003000000?datum=2024-01-01');
    assert.equal(byKey.kind === 'redirect' && byKey.to, '/katalog/leistungen/L03071?datum=2024-01-01');
  });

  test('a day before the oldest Fassung is answered with that one, and told so; what is no day is refused', async () => {
    const { query } = await show('/katalog?datum=2015-01-01');
    assert.match(
      query.text,
      /am 01\.01\.2015 gilt\. Katalogstand 05\.10\.2019\. Eine ältere Fassung .* liegt nicht vor/,
    );
    for (const address of ['/katalog', '/katalog/ozg/10513', '/katalog/leistungen/L00002'])
      assert.equal(refusalOf(await ask.get(`${address}?datum=gestern`)).kind, 'invalid');
  });

  test('the entry counts 14 Themenfelder and every Leistung, and says of when they are', async () => {
    const { query } = await show('/katalog');
    assert.match(query.text, /05\.10\.2019/);
    assert.equal(query.get('figure', 'Leistungen je Themenfeld').text.includes('5.249'), true);
    const themenfelder = query
      .all('link')
      .filter(({ attributes }) => /themenfelder\/\d+$/.test(attributes.href ?? ''));
    assert.equal(new Set(themenfelder.map(({ attributes }) => attributes.href)).size, 14);
    assert.ok(query.get('form', 'Leistung suchen'));
  });

  test('from a Themenfeld one comes over Lage and OZG-Leistung to the Leistung', async () => {
    const themenfeld = await show('/katalog/themenfelder/2');
    assert.equal(themenfeld.title, 'Bauen & Wohnen');
    const ozg = catalogue.ozgById.get(10513);
    assert.ok(ozg);
    const lage = await show(`/katalog/lagen/${ozg.lageId}`);
    assert.equal(lage.query.get('link', ozg.name).attributes.href, '/katalog/ozg/10513');
    const bundle = await show('/katalog/ozg/10513');
    assert.deepEqual(
      bundle.breadcrumb?.map(({ label }) => label),
      ['Katalog', themenfeld.title, lage.title],
    );
    assert.equal(
      bundle.query.find('link', 'Abbruchgenehmigung')?.attributes.href,
      '/katalog/leistungen/L00002',
    );
  });

  test('a Leistung explains its key, its Typisierung and its Verrichtung in words', async () => {
    const found = catalogue.leistungByLeika.get('99102013000000');
    assert.ok(found);
    const { query, breadcrumb, nextSteps } = await show(`/katalog/leistungen/${found.id}`);
    assert.equal(definitionOf(query, 'LeiKa-Schlüssel'), '99 102 013 000 000');
    assert.match(query.text, /regelt die Leistung, .* aus\./);
    assert.match(query.get('row', 'Leistungsgruppe').text, /102/);
    assert.equal(breadcrumb?.length, 4);
    assert.deepEqual(nextSteps?.[0], {
      label: 'Wer ist zuständig?',
      href: `/leistungen/${found.id}/zustaendigkeit`,
    });
  });

  test('legal bases are links that tell their target nothing', async () => {
    const leistung = catalogue.leistungen.find(({ rechtsgrundlagen }) => rechtsgrundlagen[0]?.url);
    assert.ok(leistung?.rechtsgrundlagen[0]);
    const { query } = await show(`/katalog/leistungen/${leistung.id}`);
    const link = query.find('link', leistung.rechtsgrundlagen[0].text);
    assert.match(link?.attributes.href ?? '', /^https?:/);
    assert.match(link?.attributes.rel ?? '', /noreferrer/);
  });

  test('a Leistung without key, OZG-Leistung or Typisierung says so instead of guessing', async () => {
    const without = catalogue.leistungen.find(({ leika }) => leika === null);
    const untyped = catalogue.leistungen.find(({ typ }) => typ === null);
    const ohne = catalogue.ohneOzg[0];
    assert.ok(without && untyped && ohne);
    assert.match((await show(`/katalog/leistungen/${without.id}`)).query.text, /keinen LeiKa-Schlüssel/);
    assert.match((await show(`/katalog/leistungen/${untyped.id}`)).query.text, /nennt keine Typisierung/);
    const page = await show(`/katalog/leistungen/${ohne.id}`);
    assert.equal(page.breadcrumb?.at(-1)?.href, '/katalog/ohne-ozg');
    assert.equal((await show('/katalog/ohne-ozg')).query.all('row').length, 27);
  });

  test('every Leistung renders', async () => {
    for (const { id } of catalogue.leistungen.filter((_, at) => at % 97 === 0))
      await show(`/katalog/leistungen/${id}`);
  });

  test('a LeiKa key leads to the page of the Leistung', async () => {
    const answer = await ask.get('/katalog/leistungen/99102013000000');
    assert.equal(answer.kind === 'redirect' && /^\/katalog\/leistungen\/L\d{5}$/.test(answer.to), true);
  });

  test('unknown keys are refused with the near ones', async () => {
    const leistung = refusalOf(await ask.get('/katalog/leistungen/99102013999999'));
    assert.equal(leistung.kind, 'not-found');
    assert.ok(leistung.suggestions?.some(({ key }) => key.startsWith('99102013')));
    const ozg = refusalOf(await ask.get('/katalog/ozg/10999'));
    assert.equal(ozg.suggestions?.[0]?.key, '10601');
    const lage = refusalOf(await ask.get('/katalog/lagen/Geburrt'));
    assert.deepEqual([lage.kind, lage.code], ['not-found', 'CATALOGUE_LAGE_UNKNOWN']);
    assert.ok(lage.suggestions?.some(({ label }) => label.includes('Geburt')));
    assert.equal(refusalOf(await ask.get('/katalog/themenfelder/%3Cscript%3E')).kind, 'not-found');
  });

  test('the list holds all 5,249 and narrows by Themenfeld, Typ, SDG and key', async () => {
    assert.equal(await countOf('/katalog/leistungen'), '5.249');
    assert.equal(await countOf('/katalog/leistungen?leika=ohne'), '436');
    assert.equal(await countOf('/katalog/leistungen?typ=ohne'), '8');
    assert.equal(await countOf('/katalog/leistungen?themenfeld=ohne'), '26');
    assert.equal(await countOf('/katalog/leistungen?sdg=anhang-2'), '840');
    assert.equal(await countOf('/katalog/leistungen?typ=5&themenfeld=13'), String(typFiveOf(catalogue, 13)));
  });

  test('with words the best Treffer stands first, and another order can be chosen', async () => {
    const first = (page: Awaited<ReturnType<typeof show>>) => page.query.all('row')[1]?.text ?? '';
    assert.match(first(await show('/katalog/leistungen?suche=Hundesteuer')), /Hundesteuer/);
    assert.match(first(await show('/katalog/leistungen?suche=99%20102%20013')), /99 102 013/);
    const byName = await show('/katalog/leistungen?suche=Hundesteuer&sortierung=-name');
    assert.notEqual(first(byName), first(await show('/katalog/leistungen?suche=Hundesteuer')));
    assert.ok(byName.query.find('link', 'Treffergüte'));
    assert.equal((await show('/katalog/leistungen')).query.find('link', 'Treffergüte'), undefined);
  });

  test('an address that asks for nonsense gets the list and a word about it', async () => {
    const hostile =
      '/katalog/leistungen?themenfeld=<script>&sortierung=drop&seite=-1&anzahl=9999999&suche=%00%0A%22%3E';
    const { query, html } = await show(hostile);
    assert.match(query.text, /nicht verstanden/);
    assert.ok(!html.includes('<script>'));
    assert.ok((await show(`/katalog/leistungen?suche=${'x'.repeat(5000)}`)).query.text.includes('zu lang'));
    assert.match((await show('/katalog/leistungen?suche=qqqqxxxx')).query.text, /Keine Treffer/);
    assert.match((await show('/katalog/leistungen?seite=999999')).query.text, /Seite 210 von 210/);
  });

  test('the CSV holds what the list holds, and reads back', async () => {
    const text = (await downloadOf(await ask.get('/katalog/leistungen.csv?leika=ohne'))).toString('utf8');
    const lines = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    assert.equal(lines.length, 437);
    assert.match(lines[0] ?? '', /^Leistung;LeiKa-Schlüssel;/);
    assert.match(lines[1] ?? '', /05\.10\.2019$/);
  });

  test('the workbook says on its sheet of notes where it comes from', async () => {
    const answer = await ask.get('/katalog/leistungen.xlsx?suche=Hundesteuer&typ=5');
    assert.equal(answer.kind === 'download' && answer.fileName, 'leistungen-katalog-2019-10-05.xlsx');
    assert.equal((await downloadOf(answer)).subarray(0, 2).toString(), 'PK');
  });
});

function typFiveOf(catalogue: Catalogue, themenfeldId: number): number {
  return catalogue.leistungen.filter(({ typ, ozgId }) => {
    const lage = catalogue.lageById.get(catalogue.ozgById.get(ozgId ?? 0)?.lageId ?? 0);
    return typ === '5' && lage?.themenfeldId === themenfeldId;
  }).length;
}
