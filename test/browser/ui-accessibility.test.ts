import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  newPage,
  openBrowser,
  screenshot,
  widths,
} from '../support/browser.ts';
import { galleryPages } from '../support/gallery.ts';
import { serveGallery } from '../support/gallery-server.ts';

const furtherStates = [
  '/liste?suche=gibtesnicht',
  '/liste?verdict=selbst&verdict=Kreis&suche=wohngeld&seite=2',
  '/liste?sortierung=unsinn',
  '/liste?gruppieren=feld&sortierung=verdict&dann=-faelle&spalte=verdict&spalte=faelle&seite=2',
  '/einlesen?art=geaendert',
];

describe('every part of the interface, in each of its states', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let gallery: Awaited<ReturnType<typeof serveGallery>>;
  before(async () => {
    shared = await openBrowser();
    gallery = await serveGallery();
  });
  after(async () => {
    await gallery[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  for (const path of [...Object.keys(galleryPages), ...furtherStates]) {
    for (const width of widths) {
      for (const blockScripts of [true, false]) {
        test(`${path} is accessible at ${width} px ${blockScripts ? 'without' : 'with'} its scripts`, async () => {
          await using opened = await newPage(shared.browser, { width, blockScripts });
          await opened.page.goto(gallery.url + path, { waitUntil: 'load' });
          await expectNoAxeViolations(opened.page);
          await expectNoSidewaysScroll(opened.page);
          assert.deepEqual(opened.complaints, [], 'the browser complains');
          if (blockScripts) await screenshot(opened.page, `ui${path.replaceAll(/\W+/g, '-')}-${width}`);
        });
      }
    }
  }

  test('a page with faults is found wanting, as a whole and in its main part', async () => {
    await using opened = await newPage(shared.browser);
    await opened.page.setContent(
      '<!doctype html><html lang="de"><title>x</title><main><h1>x</h1><img src="x"><p style="color:#ccc;background:#fff">hell</p></main>',
    );
    await assert.rejects(expectNoAxeViolations(opened.page), /color-contrast[\s\S]*image-alt/);
    await assert.rejects(
      expectNoAxeViolations(opened.page, { contrast: false, mainOnly: true }),
      ({ message }: Error) => message.includes('image-alt') && !message.includes('color-contrast'),
    );
  });

  test('in dark mode every part keeps its contrast', async () => {
    for (const path of [
      '/',
      '/leistung',
      '/formular-fehler',
      '/bausteine',
      '/liste',
      '/bilder',
      '/karte',
      '/matrix-konflikt',
      '/einlesen',
    ]) {
      await using opened = await newPage(shared.browser, { dark: true });
      await opened.page.goto(gallery.url + path, { waitUntil: 'load' });
      await expectNoAxeViolations(opened.page);
    }
  });
});
