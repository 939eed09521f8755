import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  newPage,
  openBrowser,
  screenshot,
} from '../support/browser.ts';
import { hundLive } from '../support/hund-live.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { mainText, signInByPage } from '../support/sign-in-page.ts';
import { answerPages, eventually, heading, largeDog, workerOf } from './antrag-steps.ts';

const phone = { width: 360, blockScripts: true };
const reason = 'Der Hund ist groß, das ist Ordnungsrecht.';

describe('a case goes to another office of the same Kommune', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let app: RunningApp;
  let worker: Awaited<ReturnType<typeof workerOf>>;
  before(async () => {
    shared = await openBrowser();
    app = await runningApp();
    worker = await workerOf(app);
    await hundLive(app);
  });
  after(async () => {
    await worker.stop();
    await app[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  async function looked(page: Page, name: string): Promise<string> {
    await page.waitForLoadState();
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    await screenshot(page, name);
    return mainText(page);
  }

  test('given away without script on a small screen; the other office is mailed, the applicant sees who has it now', async () => {
    await using citizen = await newPage(shared.browser, phone);
    await citizen.page.goto(`${app.services.hosts.portalOrigin('lemgo')}/antrag/hund-anmelden`);
    await citizen.page.getByRole('button', { name: 'Antrag beginnen' }).click();
    await answerPages(citizen.page, largeDog('Möwe'));
    await citizen.page.getByRole('button', { name: 'Antrag abschicken' }).click();
    await heading(citizen.page, 'Eingangsbestätigung');
    const nummer = /LW-2026-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await mainText(citizen.page))?.[0] ?? '';

    await using office = await newPage(shared.browser, { width: 320, blockScripts: true });
    const { page } = office;
    await signInByPage(page, app, 'lemgo-fachbereich');
    const address = `${app.staff}/eingang/${nummer}`;
    await eventually('the case', async () => ((await page.goto(address))?.status() === 200 ? true : null));
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    const label = 'An eine andere Stelle im Haus geben';
    await page.getByRole('main').locator('summary', { hasText: label }).click();
    await looked(page, 'stelle-vorgang-320');
    const form = page.getByRole('form', { name: label });
    await form
      .getByLabel('Welche Stelle bekommt den Vorgang?')
      .selectOption({ label: 'Ordnungsamt (erfunden)' });
    await form.getByRole('button', { name: label }).click();
    await page.getByText('Bitte schreiben Sie der anderen Stelle').first().waitFor();
    assert.match(await looked(page, 'stelle-ohne-grund-320'), /Bitte schreiben Sie der anderen Stelle/);
    await form.getByLabel('Grund').fill(reason);
    await form.getByRole('button', { name: label }).click();
    await page.getByText('Der Vorgang liegt jetzt bei der anderen Stelle.').waitFor();
    await looked(page, 'stelle-liste-320');
    await page.goto(address);
    assert.match(
      await looked(page, 'stelle-danach-320'),
      /neu.*Ordnungsamt.*noch niemandem.*von Steueramt \(erfunden\) an Ordnungsamt \(erfunden\)/s,
    );

    const mail = await eventually('the mail to the other office', async () =>
      (await app.services.mailer.caught()).find(({ subject }) =>
        subject.startsWith('Antrag für Ihre Stelle'),
      ),
    );
    assert.equal(mail.to, 'ordnungsamt@lemgo.demo.invalid');
    assert.ok(mail.text.includes(nummer));
    assert.doesNotMatch(JSON.stringify(mail), /Möwe|Erika|Ordnungsrecht/);

    await citizen.page.getByRole('link', { name: 'Zum Antrag' }).click();
    await heading(citizen.page, 'Hund anmelden: In Bearbeitung');
    const status = await looked(citizen.page, 'stelle-status-360');
    assert.match(status, /Hundesteuer Festsetzung\s*Ordnungsamt/);
    assert.match(
      status,
      /Der Teil „Hundesteuer Festsetzung“ Ihres Antrags liegt jetzt bei einer anderen Stelle im Haus: Ordnungsamt \(erfunden\)/,
    );
    assert.ok(!status.includes(reason));
    assert.deepEqual(
      [...office.complaints, ...citizen.complaints].filter((each) => !each.includes('422')),
      [],
    );
  });
});
