import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { applicationHandlers } from '#applications';
import { costsHandlers } from '#costs';
import { inboxHandlers } from '#inbox';
import { createLogger, runWorker } from '#platform';
import { installJobQueue } from '../../src/platform/jobs/install-job-queue.ts';
import { patienceMs } from '../../src/platform/testing/until.ts';
import type { RunningApp } from '../support/running-app.ts';

/** Field values by name: what is typed, or the value of the choice. */
export type Typed = Readonly<Record<string, string>>;

/** What Lemgo states for „Hund anmelden“; all of it invented. */
export const lemgoParameters = {
  kommuneName: 'Lemgo',
  satzungTitel: 'Hundesteuersatzung (erfunden)',
  satzungAdresse: 'https://lemgo.invalid/hundesteuersatzung',
  'hundesteuer.0.klasse': 'normal',
  'hundesteuer.0.abHunden': '1',
  'hundesteuer.0.bisHunde': '1',
  'hundesteuer.0.betrag': '90,00',
  'hundesteuer.1.klasse': 'normal',
  'hundesteuer.1.abHunden': '2',
  'hundesteuer.1.bisHunde': '99',
  'hundesteuer.1.betrag': '120,00',
  anzeigegebuehr: '25,00',
  erlaubnisStelle: 'Ordnungsamt (erfunden), Telefon 05261 000-1',
  erlaubnisAdresse: 'https://lemgo.invalid/erlaubnis',
  anmeldefrist: 'Innerhalb von zwei Wochen.',
  bearbeitungszeit: 'Etwa drei Wochen.',
  zustellpunktSteueramt: 'Steueramt (erfunden)',
  zustellpunktOrdnungsamt: 'Ordnungsamt (erfunden)',
  stelleName: 'Steueramt (erfunden)',
  stelleAnschrift: 'Musterplatz 1\n32657 Lemgo',
  stelleTelefon: '05261 000-2',
  stelleEmail: 'steueramt@lemgo.demo.invalid',
  stelleOeffnungszeiten: 'Montag bis Freitag 8 bis 12 Uhr',
  datenschutzVerantwortlich: 'Stadt Lemgo (erfunden), Musterplatz 1, 32657 Lemgo',
  datenschutzKontakt: 'datenschutz@lemgo.demo.invalid',
} satisfies Typed;

/** One page of the form: its title, what is typed there, and the files that go with it. */
export interface FormPage {
  readonly title: string;
  readonly typed: Typed;
  readonly files?: Readonly<Record<string, string>>;
}

/** What somebody with one large dog answers, in the order of the pages; `name` goes wherever a name is asked for. */
export function largeDog(name: string): readonly FormPage[] {
  const proof = `%PDF-1.7 ${name}`;
  const dog = {
    name: 'Rex',
    rasse: 'Schäferhund',
    geschlecht: 'maennlich',
    geboren: '2024-01-05',
    farbe: 'braun',
    hoehe: '62',
    gewicht: '35,5',
    chip: '276098106123456',
    seit: '2026-11-01',
  };
  const address = { street: 'Mittelstr.', number: '12a', plz: '32657', city: 'Lemgo' };
  const person = { vorname: 'Erika', nachname: name, geburtsdatum: '1980-02-29' };
  return [
    { title: 'Um welche Hunde geht es?', typed: { einordnung: 'nein' } },
    { title: 'Ihre Hunde', typed: under('hunde.0', dog) },
    { title: 'Weitere Hunde im Haushalt', typed: { angemeldete: '1' } },
    { title: 'Sachkunde für große Hunde', typed: { sachkunde: 'jagd' } },
    { title: 'Nachweis der Sachkunde', typed: {}, files: { sachkundeNachweis: proof } },
    {
      title: 'Haftpflichtversicherung für große Hunde',
      typed: { versicherer: 'V (erfunden)', police: '1', versichert: 'ja', zuverlaessig: 'ja' },
      files: { versicherungNachweis: proof },
    },
    { title: 'Ihre Angaben', typed: { ...person, ...under('anschrift', address) } },
    { title: 'Wie Sie zahlen', typed: { zahlweise: 'ueberweisung' } },
    { title: 'Erklärung', typed: { richtig: 'ja' } },
  ];
}

function under(prefix: string, fields: Typed): Typed {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}.${name}`, value]));
}

/** Fills in fields by their names: types, chooses, or ticks. */
export async function fillIn(part: Page | Locator, typed: Typed): Promise<void> {
  for (const [name, value] of Object.entries(typed)) await fillOne(part.locator(`[name="${name}"]`), value);
}

async function fillOne(field: Locator, value: string): Promise<void> {
  const first = field.first();
  const type = await first.getAttribute('type');
  if (type === 'radio' || type === 'checkbox')
    return field.and(field.page().locator(`[value="${value}"]`)).check();
  if ((await field.page().locator('select').and(first).count()) > 0)
    return void (await first.selectOption(value));
  return first.fill(value);
}

/** The heading of the page that is wanted, shown. */
export function heading(page: Page, name: string | RegExp): Promise<void> {
  return page
    .getByRole('heading', { level: 1, name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .waitFor();
}

/** Answers pages of the form, one after the other, each by the button that everybody sees. */
export async function answerPages(page: Page, pages: readonly FormPage[]): Promise<void> {
  for (const { title, typed, files = {} } of pages) {
    await heading(page, title);
    await fillIn(page, typed);
    for (const [name, text] of Object.entries(files))
      await page
        .locator(`main input[type="file"][name="${name}"]`)
        .setInputFiles({ name: 'nachweis.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text) });
    await page.locator('main form button:not([aria-hidden])', { hasText: 'Weiter' }).click();
  }
}

/** What `look` finds, as soon as it finds something; fails after a minute. */
export async function eventually<T>(what: string, look: () => Promise<T | null | undefined>): Promise<T> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
    await pause(100);
  }
  return assert.fail(`waited in vain for ${what}`);
}

/** The worker of the application, in this process. */
export async function workerOf({ contexts, database }: RunningApp): ReturnType<typeof runWorker> {
  await installJobQueue(database.ownerUrl);
  return runWorker({
    relayUrl: database.urls.relay,
    handlers: {
      ...inboxHandlers(contexts.inbox),
      ...applicationHandlers(contexts.applications),
      ...costsHandlers(contexts.costs),
    },
    logger: createLogger('silent', 'test'),
  });
}
