import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { portalRoutes, portalStaffPages, publishAussehen, saveAussehen } from '#portal';
import { portalFrame } from '../../src/app/web/portal-frame.ts';
import { dutiesWorlds } from '../../src/contexts/efa/testing/efa-world.ts';
import { neutral } from '../../src/contexts/portal/domain/aussehen.ts';
import {
  describer,
  filled,
  openPortalWorld,
  type PortalWorld,
} from '../../src/contexts/portal/testing/portal-world.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  newPage,
  openBrowser,
  screenshot,
  widths,
} from '../support/browser.ts';
import { servePages } from '../support/serve-pages.ts';

/** The colour of the first link of the content. Text, because this program knows no DOM types. */
const colourOfLink = "getComputedStyle(document.querySelector('.lw-content .kern-link')).color";

function asRgb(hex: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.join(', ')})`;
}

const paths = [
  '/',
  '/suche',
  '/suche?suche=hund+anmelden',
  '/suche?suche=xyzxyz',
  '/suche?suche=ausweis+detmold',
  '/suche?suche=ausweis&online=ja',
  '/lebenslagen',
  '/lebenslagen/umzug',
  '/suchfeld',
  '/leistungen',
  '/leistungen/L02950',
  '/dienste/hund-anmelden',
  '/kontakt',
  '/impressum',
  '/datenschutz',
  '/barrierefreiheit',
  '/leichte-sprache',
  '/feedback',
];

/** Serves Lemgo's site, and where its coordinator describes it. */
function serveSite({ deps, doors, lemgo, lemgoSite }: PortalWorld) {
  return servePages((origin) => {
    const site = { ...lemgoSite, origin };
    return {
      routes: [...portalRoutes(deps, site), ...portalStaffPages(doors)],
      uploadPlace: { folder: '/nowhere', scanner: null },
      identify: async () => ({ principal: describer(lemgo), session: null }),
      frame: portalFrame({ demo: true, aussehen: deps.aussehen, meldungen: async () => [] }, site),
    };
  });
}

describe('Der öffentliche Auftritt im Browser', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let world: PortalWorld;
  let site: Awaited<ReturnType<typeof serveSite>>;
  before(async () => {
    world = await filled(await openPortalWorld(await dutiesWorlds()));
    site = await serveSite(world);
    shared = await openBrowser();
  });
  after(async () => {
    await shared[Symbol.asyncDispose]();
    await site[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
  });

  for (const width of widths) {
    test(`every public page is accessible and fits at ${width} px, without script`, async () => {
      await using opened = await newPage(shared.browser, { width, blockScripts: true });
      for (const path of paths) {
        await opened.page.goto(site.origin + path, { waitUntil: 'load' });
        await expectNoAxeViolations(opened.page);
        await expectNoSidewaysScroll(opened.page);
        await screenshot(opened.page, `portal${path.replaceAll(/\W+/g, '-')}-${width}`);
      }
      assert.deepEqual(opened.complaints, [], 'the browser complains');
    });
  }

  test('the coordinator describes the site on a phone; what is wrong is said and focused', async () => {
    await using opened = await newPage(shared.browser, { width: 320, blockScripts: true });
    const { page } = opened;
    for (const path of ['/portal', '/portal/vorschau', '/portal/aemter/neu']) {
      await page.goto(site.origin + path, { waitUntil: 'load' });
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
    }
    await page.goto(`${site.origin}/portal`, { waitUntil: 'load' });
    await page.getByLabel('Montag').fill('vormittags');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('group', { name: /Fehler|Problem|Bitte/ }).waitFor();
    assert.match(await page.title(), /^Fehler: /);
    await expectNoAxeViolations(page);
    await screenshot(page, 'portal-auftritt-fehler-320');
    await page.getByLabel('Montag').fill('7:30–12');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Der Auftritt ist gespeichert.').waitFor();
    assert.equal(await page.getByLabel('Montag').inputValue(), '7:30–12:00');
  });

  test('with colours that only just pass, every page keeps its contrast by day and by night, under the strict policy', async () => {
    const { doors, lemgo } = world;
    // Yellow fails; the nearest that passes is as near to the limit as a colour can be.
    const typed = {
      ...neutral,
      akzentDunkel: '',
      linie: '',
      anzeigename: 'Unser Lemgo',
      impressum: 'USt-IdNr. DE000',
    };
    const refused = await saveAussehen(doors, lemgo, {
      felder: { ...typed, akzent: '#ffcc00' },
      nummer: 0,
      wappen: 'ohne',
    });
    const akzent = /passt: (#[0-9a-f]{6})/.exec(
      refused.ok ? '' : (refused.refusal.fields?.[0]?.message ?? ''),
    )?.[1];
    assert.ok(akzent);
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#236" d="M0 0h9v9H0z"/></svg>';
    const saved = await saveAussehen(doors, lemgo, {
      felder: { ...typed, akzent },
      nummer: 0,
      wappen: { bytes: Buffer.from(drawing), scanned: null },
    });
    assert.ok(saved.ok);
    for (const dark of [false, true]) {
      await using opened = await newPage(shared.browser, { width: 1280, blockScripts: true, dark });
      const { page } = opened;
      await page.goto(`${site.origin}/portal/aussehen/vorschau/1`, { waitUntil: 'load' });
      await expectNoAxeViolations(page);
      const link = await page.evaluate(colourOfLink);
      assert.equal(link === asRgb(akzent), !dark, `${link} ${akzent}`);
      assert.deepEqual(opened.complaints, [], 'the browser complains of the preview');
    }
    assert.ok((await publishAussehen(doors, lemgo, 1)).ok);
    for (const dark of [false, true]) {
      await using opened = await newPage(shared.browser, { width: 320, blockScripts: true, dark });
      const { page } = opened;
      // Who comes first may still see the look of before: it is asked for anew at most once a second.
      await page.waitForTimeout(1_100);
      await page.goto(site.origin, { waitUntil: 'load' });
      await page.waitForTimeout(300);
      for (const path of ['/', '/impressum', '/dienste/hund-anmelden', '/kontakt', '/suche?suche=hund']) {
        await page.goto(site.origin + path, { waitUntil: 'load' });
        await expectNoAxeViolations(page);
        await expectNoSidewaysScroll(page);
        await page.getByText('Unser Lemgo').first().waitFor();
        assert.ok(await page.evaluate("document.querySelector('img.lw-wappen').naturalWidth > 0"), path);
      }
      assert.deepEqual(opened.complaints, [], 'the browser complains');
    }
  });

  test('what is not there is said on the site, and leads back into it', async () => {
    await using opened = await newPage(shared.browser, { width: 320, blockScripts: true });
    for (const path of ['/gibt-es-nicht', '/leistungen/L00000']) {
      await opened.page.goto(site.origin + path, { waitUntil: 'load' });
      await expectNoAxeViolations(opened.page);
      const { page } = opened;
      await page.getByRole('heading', { level: 1, name: 'Das gibt es hier nicht' }).waitFor();
      assert.equal(
        await page.getByRole('link', { name: 'Leistungen suchen' }).getAttribute('href'),
        '/suche',
      );
    }
  });

  test('on a phone somebody searches by keyboard, reads the service page and comes to the Antrag', async () => {
    await using opened = await newPage(shared.browser, { width: 320, blockScripts: true });
    const { page } = opened;
    await page.goto(site.origin, { waitUntil: 'load' });
    await page.getByRole('searchbox', { name: 'Was möchten Sie erledigen?' }).focus();
    await page.keyboard.type('hund anmelden');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Suche: hund anmelden' }).waitFor();
    await page.getByRole('link', { name: 'Hund anmelden' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Hund anmelden' }).waitFor();
    const apply = page.getByRole('link', { name: 'Online beantragen' });
    assert.equal(await apply.getAttribute('href'), '/antrag/hund-anmelden');
    assert.equal(await page.getByRole('link', { name: 'Pflichten' }).count(), 0, 'nothing of the staff area');
  });
});
