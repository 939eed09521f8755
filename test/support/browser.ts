import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NodeResult } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=de-DE',
];

/** Widths at which every page is looked at: a small phone and a desk. */
export const widths = [320, 1280] as const;

// One browser serves every test file of the process: starting it costs more than most tests.
let shared: Promise<Browser> | null = null;
let users = 0;

/** The shared browser. Disposing the last use closes it. */
export async function openBrowser(): Promise<{ readonly browser: Browser } & AsyncDisposable> {
  users += 1;
  shared ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  const browser = await shared;
  return { browser, [Symbol.asyncDispose]: release };
}

async function release(): Promise<void> {
  users -= 1;
  if (users > 0 || shared === null) return;
  const browser = await shared;
  shared = null;
  await browser.close();
}

export interface PageOptions {
  readonly width?: number;
  /** Scripts of the page are not loaded. (With JavaScript switched off axe itself could not run.) */
  readonly blockScripts?: boolean;
  readonly dark?: boolean;
  readonly context?: Parameters<Browser['newContext']>[0];
}

/** A fresh context, so without cookies, set up as a person in Germany would have it. */
export async function newContext(browser: Browser, options: PageOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    viewport: { width: options.width ?? 1280, height: 900 },
    ...options.context,
  });
  context.setDefaultTimeout(30_000);
  if (options.blockScripts) await blockScripts(context);
  return context;
}

/** A fresh page in a context of its own; collects what the browser complains about. */
export async function newPage(
  browser: Browser,
  options: PageOptions = {},
): Promise<{ readonly page: Page; readonly complaints: readonly string[] } & AsyncDisposable> {
  const context = await newContext(browser, options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_BLOCKED_BY_CLIENT'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

async function blockScripts(context: BrowserContext): Promise<void> {
  await context.route('**/*', (route) =>
    route.request().resourceType() === 'script' ? route.abort('blockedbyclient') : route.continue(),
  );
}

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly Pick<NodeResult, 'html' | 'failureSummary'>[];
}

/**
 * Fails when axe finds anything against WCAG 2.2 AA or good practice, and says what and where. Contrast is by far the
 * dearest rule and depends on neither width nor script, so a walk may look at it once a page.
 */
export async function expectNoAxeViolations(
  page: Page,
  { contrast = true, mainOnly = false } = {},
): Promise<void> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate<boolean>('"axe" in window'))) await frame.evaluate(axeSource);
  }
  const options = {
    // What passed is not written out node by node, which takes as long as looking for what fails.
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: contrast } },
  };
  const where = mainOnly ? '"main"' : 'document';
  const violations = await page.evaluate<readonly Violation[]>(
    `axe.run(${where}, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''}`),
  );
  assert.deepEqual(found, [], `${page.url()} breaks accessibility rules`);
}

// Runs in the page, so it is text: this program knows no DOM types.
const findTooWide = `(() => {
  const limit = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= limit) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > limit + 1)
    .map((element) => element.tagName.toLowerCase() + '.' + element.className)
    .slice(0, 10);
})()`;

/** Fails when the page is wider than the window, and names the elements that stick out. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  // A page that has just begun to change has no document for a moment.
  await page.waitForLoadState('load');
  const tooWide = await page.evaluate<readonly string[]>(findTooWide);
  assert.deepEqual(tooWide, [], `${page.url()} scrolls sideways`);
}

/** Saves a picture of the whole page below `test/screenshots/`, with `SCREENSHOTS=yes`: seven hundred of them take minutes. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== 'yes') return;
  const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true });
}
