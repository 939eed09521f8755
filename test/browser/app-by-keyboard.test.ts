import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { newPage, openBrowser } from '../support/browser.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { mainText, signInByPage } from '../support/sign-in-page.ts';

/** What has the focus: its accessible name, what it is, and whether one can see that it has it. */
interface Focused {
  readonly name: string;
  readonly role: string;
  readonly visible: boolean;
}

describe('the staff area by keyboard alone', () => {
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

  for (const blockScripts of [true, false]) {
    test(`the coordinator signs in, filters the list and reads a chain ${blockScripts ? 'without' : 'with'} script`, async () => {
      await using opened = await newPage(shared.browser, { blockScripts });
      const { page } = opened;
      await page.goto(app.staff);
      const way = await tabTo(page, 'Anmelden');
      assert.deepEqual(way.map(({ name }) => name).slice(0, 6), [
        'Zum Inhalt springen',
        'Leitwerk Verwaltung',
        'Start',
        'Lösungen',
        'Marktplatz',
        'Nachschlagen',
      ]);
      await enter(page, '/anmelden');
      await tabTo(page, 'E-Mail-Adresse');
      await page.keyboard.type(app.person('lemgo').email);
      await tabTo(page, 'Passwort');
      await page.keyboard.type(app.person('lemgo').password);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${app.staff}/`);

      await tabTo(page, 'Umsetzung');
      await enter(page, '/uebersicht');
      await tabTo(page, 'Pflichten');
      await enter(page, '/kommunen/05766044/pflichten');
      await page.keyboard.press('Tab');
      assert.equal((await focused(page)).name, 'Zum Inhalt springen');
      await page.keyboard.press('Enter');
      await tabTo(page, 'Stichtag', 1);
      await tabTo(page, 'Suchen');
      await page.keyboard.type('Hundesteuer Festsetzung');
      if (blockScripts) await page.keyboard.press('Enter');
      await page.waitForURL(/suche=Hundesteuer/);
      if (blockScripts) await tabTo(page, 'Zum Inhalt springen');
      await tabTo(page, 'Zuständig', 200, 'summary');
      await page.keyboard.press('Enter');
      await tabTo(page, 'selbst');
      await page.keyboard.press('Space');
      if (blockScripts) {
        await tabTo(page, 'Anwenden');
        await page.keyboard.press('Enter');
      }
      await page.waitForURL(/urteil=selbst/);
      await tabTo(page, 'Hundesteuer Festsetzung', 200);
      await enter(page, '/kommunen/05766044/pflichten/L02950');
      assert.match(await mainText(page), /Lemgo nimmt diese Leistung selbst wahr/);
      await tabTo(page, 'Abmelden');
      await page.keyboard.press('Enter');
      await page.getByText('Sie sind abgemeldet.').waitFor();
      assert.deepEqual(opened.complaints, []);
    });
  }

  test('after a refused form the focus is on what is wrong, and each field names its mistake', async () => {
    await using opened = await newPage(shared.browser, { blockScripts: true });
    const { page } = opened;
    await signInByPage(page, app, 'lemgo');
    await page.goto(`${app.staff}/bestimmungen/neu`);
    await tabTo(page, 'Angabe senden', 60);
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.title.startsWith("Fehler: ")');
    assert.equal(await page.evaluate('document.activeElement.id'), 'fehler');
    await page.keyboard.press('Tab');
    const first = await focused(page);
    assert.equal(first.role, 'a');
    await page.keyboard.press('Enter');
    const wrong = page.locator('[aria-invalid=true]').first();
    assert.ok(await wrong.getAttribute('aria-describedby'), 'the field does not name its mistake');
  });

  test('the end of the session is said; one button prolongs it and leads back', async () => {
    await using plain = await newPage(shared.browser, { blockScripts: true });
    await signInByPage(plain.page, app, 'lemgo');
    await plain.page.goto(`${app.staff}/kommunen/05766044/pflichten?urteil=selbst`);
    assert.ok(await plain.page.getByText(/^Ihre Sitzung endet um \d\d:\d\d Uhr/).isVisible());
    await plain.page.getByRole('button', { name: 'Angemeldet bleiben' }).click();
    await plain.page.getByRole('heading', { level: 1, name: 'Was schuldet Lemgo?' }).waitFor();
    assert.match(plain.page.url(), /\/kommunen\/05766044\/pflichten\?urteil=selbst$/);

    await using live = await newPage(shared.browser);
    const { page } = live;
    await signInByPage(page, app, 'lemgo');
    const now = Date.now();
    await page.clock.install({ time: now });
    await page.goto(`${app.staff}/konto`);
    const warning = page.locator('[data-session-ends]');
    assert.equal(await warning.isVisible(), false);
    const ends = Date.parse((await warning.getAttribute('data-session-ends')) ?? '');
    await page.clock.fastForward(ends - now - 115_000);
    await page.getByRole('alertdialog', { name: 'Ihre Sitzung endet bald' }).waitFor();
    assert.equal((await focused(page)).name, 'Angemeldet bleiben');
    assert.deepEqual(live.complaints, []);
  });
});

/** Presses Tab until something of this name has the focus; everything on the way must be named and visibly focused. */
async function tabTo(page: Page, name: string, most = 120, role?: string): Promise<readonly Focused[]> {
  const way: Focused[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.role === 'body') continue;
    assert.notEqual(now.name, '', `nameless ${now.role} after „${way.at(-1)?.name}“ at ${page.url()}`);
    assert.ok(now.visible, `the focus on „${now.name}“ cannot be seen`);
    way.push(now);
    const same = now.name === name || now.name.startsWith(`${name} `);
    if (same && (role === undefined || now.role === role)) return way;
  }
  throw new Error(`„${name}“ is not reached: ${way.map((one) => one.name).join(' | ')}`);
}

async function enter(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => decodeURI(url.pathname) === path);
}

// Runs in the page, so it is text: this program knows no DOM types.
const readFocused = `(() => {
  const element = document.activeElement;
  const said = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText;
  const box = element.getBoundingClientRect();
  const ring = [element, element.nextElementSibling, element.parentElement, element.closest('label')]
    .filter(Boolean)
    .flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::after')])
    .some((style) => (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none');
  // The calendar button inside a date field is the browser's, which marks it itself.
  const inside = element.type === 'date' && !element.matches(':focus');
  return {
    name: (said || element.title || '').replace(/\\s+/g, ' ').trim(),
    role: element.tagName.toLowerCase(),
    visible: (ring || inside) && box.width > 0 && box.height > 0,
  };
})()`;

function focused(page: Page): Promise<Focused> {
  return page.evaluate<Focused>(readFocused);
}
