import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { installationSecret, openDataFolder } from '#platform';
import { prepareEmbeddedHome } from '../../../src/platform/database/embedded-home.ts';
import { embeddedOwner } from '../../../src/platform/database/embedded-server.ts';
import { tempInstallation } from '../../../src/platform/testing/temp-installation.ts';
import { patienceMs } from '../../../src/platform/testing/until.ts';
import { expectNoSidewaysScroll, newPage, openBrowser, screenshot } from '../browser.ts';
import { startVictim, type Victim } from '../kills/kill-targets.ts';
import { type OperatorDesk, operatorDesk } from '../operator-desk.ts';
import type { StartedServer } from '../processes.ts';
import { mainText, signInByPage } from '../sign-in-page.ts';

/** The program as people start it, the people of the demo before their browsers, and the operator's command line. */
export interface Scene extends AsyncDisposable {
  readonly victim: Victim;
  readonly server: () => StartedServer;
  readonly desk: OperatorDesk;
  /** The browser of a person, signed in once. */
  readonly at: (key: string) => Page;
  readonly signIn: (key: string, how?: Parameters<typeof newPage>[1]) => Promise<Page>;
  /** Reads the database as its owner. */
  readonly rows: (statement: string, values?: readonly unknown[]) => Promise<readonly unknown[]>;
  readonly complaints: () => readonly string[];
}

export async function openScene(): Promise<Scene> {
  const home = tempInstallation();
  const { socketFolder } = prepareEmbeddedHome(home.dataFolder);
  const shared = await openBrowser();
  const { dataFolder, databasePid } = home;
  const victim = await startVictim({ dataFolder, databasePid, settings: { LEITWERK_LOG_LEVEL: 'error' } });
  const desk = operatorDesk(dataFolder, victim.server().port);
  const people = new Map<string, Awaited<ReturnType<typeof newPage>>>();
  const codeOf = async (key: string) => {
    const { code } = (await desk.run('betrieb', ['demo', 'code', key])) as { readonly code: string };
    return code;
  };
  return {
    victim,
    server: victim.server,
    desk,
    at: (key) => people.get(key)?.page ?? assert.fail(key),
    signIn: async (key, how) => {
      const { page, opened } = await open(shared.browser, how);
      people.set(key, opened);
      await signInByPage(page, { ...victim.server(), codeOf }, key);
      return page;
    },
    rows: (statement, values = []) => ask(dataFolder, socketFolder, statement, values),
    complaints: () => [...people.values()].flatMap(({ complaints }) => complaints),
    [Symbol.asyncDispose]: async () => {
      await desk[Symbol.asyncDispose]();
      await shared[Symbol.asyncDispose]();
      await victim.end();
      await home[Symbol.asyncDispose]();
    },
  };
}

async function open(browser: Browser, how: Parameters<typeof newPage>[1]) {
  const opened = await newPage(browser, how);
  return { opened, page: opened.page };
}

async function ask(
  dataFolder: string,
  socketFolder: string,
  statement: string,
  values: readonly unknown[],
): Promise<readonly unknown[]> {
  const client = new pg.Client({
    host: socketFolder,
    user: embeddedOwner,
    password: installationSecret(openDataFolder(dataFolder), 'postgres-owner'),
    database: 'leitwerk',
  });
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Waits until the main part of the page says something. */
export async function shows(page: Page, wanted: RegExp): Promise<void> {
  let text = '';
  for (const end = Date.now() + patienceMs; Date.now() < end; await delay(50)) {
    text = await mainText(page).catch(() => '');
    if (wanted.test(text)) return;
  }
  assert.match(text, wanted, page.url());
}

/** Looks at a page as on a small phone and as at a desk: neither scrolls sideways. */
export async function look(page: Page, name: string): Promise<void> {
  await page.waitForLoadState();
  const before = page.viewportSize();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    await screenshot(page, `quarter-${name}-${width}`);
  }
  if (before) await page.setViewportSize(before);
}
