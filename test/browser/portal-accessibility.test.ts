import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createCsrf, pageServer, securityHeaders } from '#platform';
import { portalRoutes, portalStaffPages } from '#portal';
import { assetServer } from '../../src/app/web/assets.ts';
import { portalFrame, portalRefusalPage } from '../../src/app/web/portal-frame.ts';
import { dutiesWorlds } from '../../src/contexts/efa/testing/efa-world.ts';
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

/** Serves Lemgo's site, and where its coordinator describes it, as the product does but for the choice by host name. */
async function serveSite(world: PortalWorld) {
  const app = new Hono();
  app.use('*', securityHeaders({ https: false, noindex: true }));
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const site = { ...world.lemgoSite, origin };
  const routes = [...portalRoutes(world.deps, site), ...portalStaffPages(world.doors)];
  const pages = pageServer<null>(routes, {
    origin,
    csrf: createCsrf('key for this test', 'test'),
    uploadPlace: { folder: '/nowhere', scanner: null },
    identify: async () => ({ principal: describer(world.lemgo), session: null }),
    clientAddressOf: () => '127.0.0.1',
    frame: portalFrame({ demo: true, aussehen: world.deps.aussehen, meldungen: async () => [] }, site),
    refusalPage: portalRefusalPage,
    signInPath: '/',
  });
  const assets = assetServer();
  app.all('*', (context) => {
    const chosen = context.req.path.startsWith('/assets/') ? assets : pages;
    return chosen.fetch(context.req.raw, context.env);
  });
  return {
    origin,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
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
