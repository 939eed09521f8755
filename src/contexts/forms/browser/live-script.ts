import { readFileSync } from 'node:fs';
import { type AssetFile, assetOf } from '#ui';
import { bundleModules } from './bundle-modules.ts';

const kernel = new URL('../../../kernel/index.ts', import.meta.url);

/** The engine as a script for browsers: `engine.openLive` and all that it needs, the same code as on the server. */
export function engineSource(): string {
  return bundleModules(new URL('./live-engine.ts', import.meta.url), { '#kernel': kernel }, 'engine');
}

/** The script that makes a page of a form answer at once. Made when it is first asked for, then kept. */
export const liveScript: () => AssetFile = (() => {
  let made: AssetFile | null = null;
  return () => {
    made ??= assetOf(
      'formular.js',
      Buffer.from(`${engineSource()}\n${readFileSync(new URL('./live-page.js', import.meta.url), 'utf8')}`),
    );
    return made;
  };
})();
