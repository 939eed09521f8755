import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page, Response } from 'playwright-core';
import { allDoors } from '../../src/app/all-doors.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  newContext,
  openBrowser,
  screenshot,
} from '../support/browser.ts';
import { type PagePool, pagePool } from '../support/page-pool.ts';
import {
  freshStates,
  type PageState,
  type PageTemplates,
  publicTemplates,
  routesWithoutPage,
  staffTemplates,
} from '../support/page-templates.ts';
import { furnish, type PageWorld, type People, signEverybodyIn } from '../support/page-world.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { lendSession } from '../support/sign-in-page.ts';
import { skeletonOf } from '../support/skeleton.ts';

/** What our scripts change in a page. (They also fetch the font and watch the session: the gallery's walk sees to that.) */
const changedByScripts =
  'form[data-list], [data-passkey], [data-position], [data-progress-url], [data-autosave], [data-weights], [data-mitschrift], [data-mitschrift-form]';

const anyId = 'id';
const nowhere: PageWorld = {
  member: anyId,
  angabe: anyId,
  angabeDecided: anyId,
  notices: { draft: anyId, released: anyId, webhook: anyId, unsubscribe: '/abbestellen/x' },
  delegation: anyId,
  secret: anyId,
  proposal: anyId,
  vorschlag: anyId,
  upload: { running: anyId, good: anyId, broken: anyId, applied: anyId },
  vorgang: anyId,
  fim: { einlesung: anyId },
  packages: { einlesung: '', summen: [] },
  cockpit: { zug: anyId },
  projects: { long: anyId, einlesung: anyId },
  marketplace: { vorbereitet: anyId, angenommen: anyId },
  meldung: anyId,
  parameters: { einlesung: anyId },
  planning: { gilt: anyId, anderer: anyId, team: anyId, einlesung: anyId },
  costs: { bill: anyId, replaced: anyId, corrected: anyId, einlesung: anyId, angaben: anyId, jahr: '2026' },
  priorities: { schema: anyId, einlesung: anyId },
  discussion: { open: anyId, answered: anyId, published: anyId },
  antrag: { amt: anyId, nummer: anyId, fachnummer: anyId, zustellpunkt: anyId, fachbereich: anyId },
  solutions: { beitrag: anyId, einlesung: anyId },
  ansicht: anyId,
  fachbereich: anyId,
  reports: { draft: anyId, released: anyId },
  surveys: { open: anyId, published: anyId, draft: anyId, einlesung: anyId },
  workgroup: { next: anyId, held: anyId, vote: anyId },
  sammel: { preview: anyId, applied: anyId },
  table: { running: anyId, good: anyId, broken: anyId, columns: anyId },
};

describe('every page of the staff area, in each of its states', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let app: RunningApp;
  let people: People;
  let world: PageWorld;
  const pools = new Map<string, Promise<PagePool>>();

  before(async () => {
    shared = await openBrowser();
    app = await runningApp();
    people = await signEverybodyIn(app);
    for (const states of Object.values(freshStates)) for (const state of states) await look(state, false);
    world = await furnish(app, people);
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  test('no route is missing in this walk', () => {
    const covered = [publicTemplates, staffTemplates(world), routesWithoutPage].flatMap(Object.keys);
    const routes = allDoors(app.services).pages.filter(({ method }) => method === 'GET');
    const pages = routes.map(({ path }) => path).filter((path) => !/\.(csv|xlsx)$/.test(path));
    assert.deepEqual(
      pages.filter((path) => !covered.includes(path)),
      [],
      'add these to test/support/page-templates.ts',
    );
    assert.deepEqual(
      covered.filter((path) => !pages.includes(path)),
      [],
      'these pages are gone',
    );
  });

  const every: PageTemplates = { ...publicTemplates, ...staffTemplates(nowhere) };
  // Somebody who has not given the code yet is waited for some minutes only, so these pages come first.
  const first = ['/anmelden/code', '/anmelden/einrichten'];
  const templates: PageTemplates = {
    ...Object.fromEntries(first.map((route) => [route, every[route] ?? []])),
    ...every,
  };
  describe('is accessible at 320 and 1280 px, with and without its scripts', { concurrency: 3 }, () => {
    for (const [route, states] of Object.entries(templates)) {
      for (const [at, { name }] of states.entries()) {
        test(`${route}: ${name}`, async () => {
          const state = { ...publicTemplates, ...staffTemplates(world) }[route]?.[at];
          assert.ok(state);
          await look(state, at === 0, at === 0 ? `app${route.replaceAll(/\W+/g, '-')}` : undefined);
        });
      }
    }
  });

  // What scripts and a wide window change of a page is the same in each of its states, so one of them is looked at with
  // each, for its contrast and with the frame around it; the others in a narrow window, where things go wrong, and where
  // their main part is not made like that of a page seen before. The gallery's walk sees the contrast of every part.
  async function look(state: PageState, first: boolean, picture?: string): Promise<void> {
    const changedByScript = await lookOnce(state, false, first, picture);
    if (changedByScript && first) await lookOnce(state, true, first);
  }

  async function lookOnce(
    state: PageState,
    scripts: boolean,
    first: boolean,
    picture?: string,
  ): Promise<boolean> {
    const { withPage } = await poolOf(state, scripts);
    return withPage(async (page) => {
      const widths = first && !scripts ? [1280, 320] : [320];
      await lookWith(page, app, state, {
        picture: picture ?? null,
        first,
        contrast: first && !scripts,
        widths,
      });
      return (await page.locator(changedByScripts).count()) > 0;
    });
  }

  function poolOf({ as = 'nobody' }: PageState, scripts: boolean): Promise<PagePool> {
    const key = `${as} ${scripts}`;
    const open = async () => {
      const context = await newContext(shared.browser);
      await lendSession(context, app.staff, people[as]);
      return pagePool(context, { blockScripts: !scripts });
    };
    const pool = pools.get(key) ?? open();
    pools.set(key, pool);
    return pool;
  }
});

interface Look {
  readonly picture: string | null;
  readonly first: boolean;
  readonly contrast: boolean;
  readonly widths: readonly number[];
}

async function lookWith(
  page: Page,
  app: RunningApp,
  state: PageState,
  { picture, first, contrast, widths }: Look,
): Promise<void> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A frame that shows how a page will look runs no scripts, on purpose.
    const expected = /ERR_BLOCKED_BY_CLIENT|the server responded with a status of 4|frame is sandboxed/.test(
      message.text(),
    );
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const answer = await openState(page, app, state);
  assert.equal(answer?.status(), state.status ?? 200, `${state.address} as ${state.as ?? 'nobody'}`);
  for (const [at, width] of widths.entries()) {
    await page.setViewportSize({ width, height: 900 });
    if (first) await expectNoAxeViolations(page, { contrast: contrast && at === 0 });
    else await expectMainIsSound(page);
    if (picture) await screenshot(page, `${picture}-${width}`);
  }
  await expectNoSidewaysScroll(page);
  await expectFrame(page, answer);
  assert.deepEqual(complaints, [], 'the browser complains');
}

const seenSkeletons = new Set<string>();

/** Whether the main part is accessible, unless one that is made alike was found so before. */
async function expectMainIsSound(page: Page): Promise<void> {
  const skeleton = await skeletonOf(page);
  if (skeleton !== null && seenSkeletons.has(skeleton)) return;
  await expectNoAxeViolations(page, { contrast: false, mainOnly: skeleton !== null });
  if (skeleton !== null) seenSkeletons.add(skeleton);
}

async function openState(page: Page, app: RunningApp, state: PageState): Promise<Response | null> {
  const first = await page.goto(app.staff + state.address, { waitUntil: 'load' });
  if (state.press === undefined) return first;
  for (const [label, value] of Object.entries(state.fill ?? {})) await page.getByLabel(label).fill(value);
  const button = page.getByRole('main').getByRole('button', { name: state.press, exact: true });
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303),
    // Where a long form has the same button above and below.
    button.last().click(),
  ]);
  await page.waitForLoadState('load');
  return answer;
}

const footerNames = ['Impressum', 'Datenschutz', 'Barrierefreiheit', 'Barriere oder Fehler melden'];

/** What stands on every page: the legal links, that this is a demonstration, and that search engines stay away. */
async function expectFrame(page: Page, answer: Response | null): Promise<void> {
  const footer = page.getByRole('contentinfo');
  for (const name of footerNames)
    assert.equal(await footer.getByRole('link', { name, exact: true }).count(), 1, `${page.url()}: ${name}`);
  assert.match((await page.getByRole('banner').textContent()) ?? '', /Vorführung, keine Behörde/);
  assert.equal(await page.locator('meta[name=robots]').getAttribute('content'), 'noindex, nofollow');
  assert.match((await answer?.headerValue('x-robots-tag')) ?? '', /noindex/);
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
}
