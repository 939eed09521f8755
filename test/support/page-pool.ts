import type { BrowserContext, Page } from 'playwright-core';

/** Pages that are looked with again: a new one costs more than most looks. */
export interface PagePool {
  /** Runs with a page of its own that is given back afterwards; one with which something failed is closed. */
  readonly withPage: <T>(use: (page: Page) => Promise<T>) => Promise<T>;
}

/** A pool of pages of one context. */
export function pagePool(context: BrowserContext, { blockScripts = false } = {}): PagePool {
  const free: Page[] = [];
  return {
    withPage: async (use) => {
      const page = free.pop() ?? (await openPage(context, blockScripts));
      try {
        const result = await use(page);
        page.removeAllListeners();
        free.push(page);
        return result;
      } catch (error) {
        await page.close();
        throw error;
      }
    },
  };
}

async function openPage(context: BrowserContext, blockScripts: boolean): Promise<Page> {
  const page = await context.newPage();
  if (!blockScripts) return page;
  // The browser itself refuses them: asked about every request, it would also forget what it has fetched before.
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', { urls: ['*.js', '*.js?*'] });
  return page;
}
