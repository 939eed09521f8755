import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askApi, dutiesOf, dutyOf } from '../support/api-client.ts';
import { newPage, openBrowser, screenshot } from '../support/browser.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { mainText, signInByPage } from '../support/sign-in-page.ts';

const lemgo = '05766044';
const kreisLippe = '05766';
const aachen = '05334002';
const staedteregion = '05334';
const luedenscheid = '05962032';

describe('what a Kommune owes, and why', () => {
  let app: RunningApp;
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  before(async () => {
    shared = await openBrowser();
    app = await runningApp();
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  for (const blockScripts of [false, true]) {
    const how = blockScripts ? 'without script' : 'with script';
    test(`Lemgo’s coordinator finds a duty and its reasons, ${how}`, async () => {
      await using opened = await newPage(shared.browser, { blockScripts });
      const { page } = opened;
      await signInByPage(page, app, 'lemgo');
      assert.match(await mainText(page), /Guten Tag, Lemgo/);
      await page.getByRole('link', { name: /^Alle Pflichten ansehen/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Was schuldet Lemgo?' }).waitFor();
      assert.match(
        await mainText(page),
        /Mittlere kreisangehörige Stadt, Kreis Lippe.*Katalogstand 05\.10\.2019/,
      );

      await page.getByText('Zuständig', { exact: true }).first().click();
      await page.getByRole('checkbox', { name: /^selbst/ }).check();
      if (blockScripts) await page.getByRole('button', { name: 'Anwenden' }).click();
      await page.waitForURL(/urteil=selbst/);
      await page.getByLabel('Suchen', { exact: true }).fill('Hundesteuer Festsetzung');
      if (blockScripts) await page.getByRole('button', { name: 'Anwenden' }).click();
      await page.waitForURL(/suche=Hundesteuer/);
      const table = page.getByRole('table', { name: /Pflichten von Lemgo/ });
      await table.getByRole('link', { name: 'Hundesteuer Festsetzung', exact: true }).click();

      await page.getByRole('heading', { level: 1, name: 'Hundesteuer Festsetzung' }).waitFor();
      assert.match(await mainText(page), /Lemgo nimmt diese Leistung selbst wahr/);
      const steps = ['Typisierung', 'Norm', 'Größenklasse', 'Stelle'];
      const chain = await page
        .getByRole('list')
        .filter({ hasText: 'Quelle: ' })
        .getByRole('listitem')
        .allTextContents();
      for (const [at, name] of steps.entries()) assert.match(chain[at] ?? '', new RegExp(`^\\s*${name}`));
      assert.equal(chain.length, steps.length);
      const main = await mainText(page);
      assert.match(main, /Gültig: (ab \d\d\.\d\d\.\d{4}|Beginn unbekannt)/);
      assert.ok((main.match(/Quelle: /g) ?? []).length >= steps.length, 'each link names its source');
      assert.ok((main.match(/Norm gelesen|Sekundärquelle|Einschätzung/g) ?? []).length >= steps.length);
      assert.deepEqual(opened.complaints, []);
      await screenshot(page, `app-pflicht-${blockScripts ? 'ohne' : 'mit'}-skript`);
    });
  }

  test('the words of a norm stand beside its rule: closed for readers, open for who checks it, the same in the API', async () => {
    const rule = 'ihk-gefahrgut-99028001';
    const { body } = await askApi(app, `/rules/${rule}`);
    const { wortlaut } = body as {
      readonly wortlaut: readonly {
        readonly zitat: string;
        readonly saetze: readonly { readonly text: string }[];
      }[];
    };
    assert.deepEqual(
      wortlaut.map(({ zitat, saetze }) => [zitat, saetze.length]),
      [
        ['§ 5 GGBefG', 1],
        ['§ 14 GGVSEB', 0],
      ],
    );
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    const words = page.getByText(wortlaut[0]?.saetze[0]?.text ?? 'nothing');
    await page.goto(`${app.staff}/regeln/${rule}`);
    assert.equal(await words.isVisible(), false);
    await page.getByText('Wortlaut: § 5 GGBefG').click();
    await words.waitFor();
    await signInByPage(page, app, 'lemgo');
    await page.goto(`${app.staff}/regeln/${rule}`);
    await words.waitFor();
    assert.match(await mainText(page), /Stand 18\.04\.2026.*Wortlaut nicht hinterlegt: § 14 GGVSEB\./);
    assert.deepEqual(opened.complaints, []);
  });

  test('every Leistung has a verdict; what nobody has sourced is open', async () => {
    const { leistungen } = await dutiesOf(app, lemgo);
    assert.equal(leistungen.length, 5_249);
    const words = new Set(leistungen.map(({ verdict }) => verdict));
    for (const word of ['selbst', 'Kreis', 'Land', 'Bund', 'nicht einschlägig', 'offen'])
      assert.ok(words.has(word), `nothing is ${word}`);
    assert.equal(leistungen.filter(({ leika }) => leika === null).length, 436);
    assert.equal(leistungen.filter(({ ozgId }) => ozgId === null).length, 26);
  });

  test('Kreis Lippe’s page names the Gemeinden for which it acts on demolitions', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await signInByPage(page, app, 'kreis-lippe');
    await page.goto(`${app.staff}/kommunen/${kreisLippe}/pflichten/99012001000000`);
    await page.getByRole('heading', { level: 1, name: 'Abbruchgenehmigung' }).waitFor();
    const main = await mainText(page);
    assert.match(main, /Handelt für \(12\).*Augustdorf.*Nicht für \(4\).*Lemgo/);
    await page.getByRole('main').getByRole('link', { name: 'Augustdorf' }).click();
    await page.getByText('Zuständig ist Kreis Lippe, nicht Augustdorf.').waitFor();
    await page.goBack();
    await page.getByRole('main').getByRole('link', { name: 'Lemgo' }).click();
    await page.getByText('Lemgo nimmt diese Leistung selbst wahr').waitFor();
  });

  test('the verdict „Kreis“ of a Gemeinde and the Kreis’s own entry are one fact, for every Leistung', async () => {
    const kreis = await dutiesOf(app, kreisLippe);
    const gemeinden = (await dutyOf(app, kreisLippe, 'L00002')).gemeinden;
    const all = [
      ...(gemeinden?.handeltFuer ?? []),
      ...(gemeinden?.andere ?? []),
      ...(gemeinden?.offen ?? []),
    ];
    assert.equal(all.length, 16);
    const verdicts = new Map<string, ReadonlyMap<string, string>>();
    for (const ags of all) {
      const { leistungen } = await dutiesOf(app, ags);
      verdicts.set(ags, new Map(leistungen.map(({ id, verdict }) => [id, verdict])));
    }
    const left = (id: string) => all.filter((ags) => verdicts.get(ags)?.get(id) === 'Kreis').sort();
    for (const { id, name, verdict } of kreis.leistungen) {
      if (left(id).length > 0) assert.equal(verdict, 'selbst', `${name}: Gemeinden leave it to the Kreis`);
    }
    for (const id of ['L00002', 'L02950', 'L00073', 'L00531', 'L04859', 'L01000']) {
      const entry = await dutyOf(app, kreisLippe, id);
      assert.deepEqual([...(entry.gemeinden?.handeltFuer ?? [])].sort(), left(id), entry.name);
    }
  });

  test('the city of Aachen and the StädteRegion differ from their classes', async () => {
    const city = await dutiesOf(app, aachen);
    const region = await dutiesOf(app, staedteregion);
    assert.equal(city.kommune.groessenklasse, 'kreisfreie-stadt');
    assert.equal(region.kommune.groessenklasse, 'staedteregion');
    const cologne = await dutiesOf(app, '05315000');
    assert.equal(cologne.kommune.groessenklasse, 'kreisfreie-stadt');
    const of = (list: typeof city) => new Map(list.leistungen.map(({ id, verdict }) => [id, verdict]));
    const [inAachen, inCologne, inRegion] = [of(city), of(cologne), of(region)];
    const left = [...inAachen].filter(([, verdict]) => verdict === 'Kreis').map(([id]) => id);
    assert.ok(left.length > 0, 'Aachen leaves nothing to the StädteRegion');
    for (const id of left) {
      assert.notEqual(inCologne.get(id), 'Kreis', `${id}: no kreisfreie Stadt has a Kreis`);
      assert.equal(inRegion.get(id), 'selbst', `${id}: the StädteRegion acts for Aachen`);
    }
    const [first = ''] = left;
    const entry = await dutyOf(app, aachen, first);
    assert.equal(entry.stelle?.ags, staedteregion);

    await using opened = await newPage(shared.browser);
    await signInByPage(opened.page, app, 'staedteregion');
    await opened.page.goto(`${app.staff}/kommunen/${staedteregion}/pflichten/${first}`);
    assert.match(await mainText(opened.page), /Handelt für \(\d+\).*Aachen/);
  });

  test('a norm that ended leaves its tasks open: Lüdenscheid, OZG 10255, by page and API', async () => {
    const days = { '2024-12-31': 'selbst', '2025-01-01': 'offen', '2026-11-21': 'offen' };
    await using opened = await newPage(shared.browser);
    for (const [date, expected] of Object.entries(days)) {
      const { leistungen } = await dutiesOf(app, luedenscheid, date);
      // One is of the Bund by its Typisierung; two have rules of their own: the Arbeitsagentur and the Land act.
      const others = ['L00669', 'L00471', 'L04836'];
      const ofOzg = leistungen.filter(({ ozgId, id }) => ozgId === 10255 && !others.includes(id));
      assert.equal(ofOzg.length, 162);
      assert.deepEqual([...new Set(ofOzg.map(({ verdict }) => verdict))], [expected], date);
      await opened.page.goto(`${app.staff}/kommunen/Lüdenscheid/pflichten/L00531?datum=${date}`);
      const main = await mainText(opened.page);
      if (expected === 'selbst') assert.match(main, /Lüdenscheid nimmt diese Leistung selbst wahr/);
      else assert.match(main, /Offen: Norm außer Kraft/);
    }
    await opened.page.goto(`${app.staff}/kommunen/Lüdenscheid/pflichten/L00531?datum=2024-12-31`);
    assert.match(await mainText(opened.page), /früher nicht belegt/);
  });
});
