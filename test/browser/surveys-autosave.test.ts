import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { newPage, openBrowser } from '../support/browser.ts';
import { runCommand } from '../support/run-command.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { signInByPage } from '../support/sign-in-page.ts';
import { demoSurveys } from '../support/surveys-templates.ts';

describe('answering a Bedarfsabfrage while it saves itself', () => {
  let app: RunningApp;
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let open: string;
  before(async () => {
    shared = await openBrowser();
    app = await runningApp();
    ({ open } = await demoSurveys(app));
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  const remark = (page: Page) => page.locator('[name="L02950.bemerkung"]');
  const state = (page: Page) =>
    page.locator('[data-autosave]', { has: remark(page) }).locator('[data-autosave-state]');
  const form = () => `${app.staff}/bedarf/${open}/antworten?modus=kurz`;
  const stored = async () => {
    const bogen = (await runCommand(app, 'bedarf answers', [open], { organisation: '05766044' })) as {
      readonly leistungen: readonly {
        readonly leistung: string;
        readonly felder: { readonly bemerkung?: string };
      }[];
      readonly verwahrt: readonly { readonly felder: { readonly bemerkung?: string } }[];
    };
    const line = bogen.leistungen.find(({ leistung }) => leistung === 'L02950');
    return {
      bemerkung: line?.felder.bemerkung,
      verwahrt: bogen.verwahrt.map(({ felder }) => felder.bemerkung),
    };
  };

  test('typed, the line breaks, the window is closed: opened again, it is all there and goes out', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await signInByPage(page, app, 'lemgo');
    await page.goto(form());
    await remark(page).fill('Der erste Satz.');
    await state(page).getByText('Gespeichert').waitFor();
    assert.equal((await stored()).bemerkung, 'Der erste Satz.');
    await page.context().setOffline(true);
    await remark(page).fill('Der erste Satz. Und der zweite.');
    await state(page).getByText('Noch nicht gespeichert').waitFor();
    const context = page.context();
    await page.close();
    assert.equal((await stored()).bemerkung, 'Der erste Satz.');
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(form());
    await state(again).getByText('Gespeichert').waitFor();
    await again.waitForFunction(() => localStorage.length === 0);
    assert.equal((await stored()).bemerkung, 'Der erste Satz. Und der zweite.');
  });

  test('two at the same field: both are told apart, and neither text is lost', async () => {
    await using first = await newPage(shared.browser);
    await signInByPage(first.page, app, 'lemgo');
    await first.page.goto(form());
    const second = await first.page.context().newPage();
    await second.goto(form());
    await remark(first.page).fill('sagt die eine');
    await state(first.page).getByText('Gespeichert').waitFor();
    await remark(second).fill('sagt die andere');
    await state(second).getByText('Jemand anderes schrieb „sagt die eine“').waitFor();
    const { bemerkung, verwahrt } = await stored();
    assert.equal(bemerkung, 'sagt die eine');
    assert.deepEqual(verwahrt, ['sagt die andere']);
    assert.deepEqual(first.complaints, []);
  });
});
