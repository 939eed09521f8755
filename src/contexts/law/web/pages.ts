import type { PageRoute } from '#platform';
import type { LawDeps } from '../law-world.ts';
import { akteurePages } from './akteure-pages.ts';
import { radarPages } from './radar-pages.ts';
import { registerPages } from './register-pages.ts';
import { rollenPages } from './rollen-pages.ts';

/** All pages of this context; everybody may read them. */
export function lawPages(deps: LawDeps): readonly PageRoute[] {
  return [...akteurePages(deps), ...rollenPages(deps), ...registerPages(deps), ...radarPages(deps)];
}
