import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { applicationRoutes } from '#applications';
import { inboxPages } from '#inbox';
import { staffFrame } from '../../src/app/web/frame.ts';
import { portalFrame } from '../../src/app/web/portal-frame.ts';
import { principalOf } from '../../src/contexts/inbox/testing/world.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  newPage,
  openBrowser,
  screenshot,
  widths,
} from '../support/browser.ts';
import { type NachforderungState, nachforderungTemplates } from '../support/nachforderung-templates.ts';
import { cookieName, type NachforderungWorld, openNachforderungen } from '../support/nachforderung-world.ts';
import { servePages } from '../support/serve-pages.ts';

/** Serves the applicant's pages and the office's side by side. */
function serveBoth({ both: { world, deps, worker } }: NachforderungWorld) {
  return servePages((origin) => {
    const site = { ...world.lemgo, origin };
    const onPortal = portalFrame({ demo: true, aussehen: async () => null, meldungen: async () => [] }, site);
    const atOffice = staffFrame(true, async () => 0);
    return {
      routes: [...applicationRoutes(world.deps, site), ...inboxPages(deps)],
      uploadPlace: { folder: world.folder, scanner: null },
      identify: async () => ({ principal: principalOf(worker), session: null }),
      frame: (content, request) =>
        request.path.startsWith('/eingang') ? atOffice(content, request, null) : onPortal(content, request),
    };
  });
}

describe('a Nachforderung on both sides, in each of its states', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let world: NachforderungWorld;
  let site: Awaited<ReturnType<typeof serveBoth>>;
  before(async () => {
    world = await openNachforderungen();
    site = await serveBoth(world);
    shared = await openBrowser();
  });
  after(async () => {
    await shared[Symbol.asyncDispose]();
    await site[Symbol.asyncDispose]();
    await world[Symbol.asyncDispose]();
  });

  test('no page of it is missing in this walk', () => {
    const covered = Object.keys(nachforderungTemplates(world));
    const pages = site.routes.filter(
      ({ method, path }) => method === 'GET' && path.includes('nachforderung'),
    );
    assert.deepEqual(
      pages.map(({ path }) => path).filter((path) => !covered.includes(path)),
      [],
    );
  });

  // Narrow is where things go wrong; wide, two states of each page are enough.
  for (const width of widths) {
    test(`is accessible, fits, and shows markup as text at ${width} px, without script`, async () => {
      await using opened = await newPage(shared.browser, { width, blockScripts: true });
      const value = world.citizen.cookies.get(cookieName) ?? '';
      await opened.page.context().addCookies([{ name: cookieName, value, url: site.origin }]);
      for (const [route, states] of Object.entries(nachforderungTemplates(world)))
        for (const [at, state] of states.slice(0, width === 320 ? states.length : 2).entries()) {
          await look(opened.page, state);
          await screenshot(opened.page, `nachforderung${route.replaceAll(/\W+/g, '-')}-${at}-${width}`);
        }
      assert.deepEqual(opened.complaints.filter(unexpected), [], 'the browser complains');
    });
  }

  async function look(page: Page, state: NachforderungState): Promise<void> {
    const told = `${state.address}: ${state.name}`;
    const answer = await open(page, state);
    assert.equal(answer, state.status ?? 200, told);
    // What is folded away is looked at too.
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, told);
    assert.equal(await page.locator('main script:not([src])').count(), 0, told);
    if (state.hostile)
      assert.match((await page.locator('main').textContent()) ?? '', /<script>alert\("x"\)<\/script>/, told);
    if (state.address.endsWith('/pruefen')) assert.match(page.url(), /\/pruefen$/, told);
    if (state.status === 422) assert.match(await page.title(), /^Fehler: /, told);
  }

  async function open(page: Page, { address, fill = {}, press }: NachforderungState): Promise<number> {
    const first = await page.goto(site.origin + address, { waitUntil: 'load' });
    if (press === undefined) return first?.status() ?? 0;
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
    for (const [name, value] of Object.entries(fill)) await page.locator(`[name="${name}"]`).fill(value);
    const button = page.locator('main form button:not([aria-hidden])', { hasText: press });
    const [answer] = await Promise.all([
      page.waitForResponse(
        (response) => response.request().isNavigationRequest() && response.status() !== 303,
      ),
      button.last().click(),
    ]);
    await page.waitForLoadState('load');
    return answer.status();
  }
});

function unexpected(complaint: string): boolean {
  return !complaint.includes('the server responded with a status of 4');
}
