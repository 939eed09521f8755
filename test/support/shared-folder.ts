import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

const folder = join(import.meta.dirname, '../../../shared');

/**
 * The folder of the sources beside the project, or null after saying that the test could not run. On a build machine
 * (`CI=true`) its absence is a failure, because then nobody would notice.
 */
export function sharedFolder(t: TestContext): string | null {
  if (existsSync(folder)) return folder;
  const reason = `Der Ordner ../shared mit den Quellen fehlt; „${t.name}“ konnte nicht laufen.`;
  if (process.env.CI === 'true') throw new Error(reason);
  t.skip(reason);
  return null;
}
