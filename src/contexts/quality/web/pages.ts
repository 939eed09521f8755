import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import { listEndings } from '#ui';
import { editPermission, type QualityDeps } from '../doors-deps.ts';
import { showLinks } from './link-list.ts';
import { paths } from './paths.ts';
import { showQuality, showStart } from './quality-list.ts';
import { showLeistung } from './quality-page.ts';

type ShowList = (deps: QualityDeps, request: PageRequest) => Promise<PageAnswer>;

/** How well texts are, among the pages of the editors' desk. */
export function qualityPages(deps: QualityDeps): readonly PageRoute[] {
  const route = (
    capability: string,
    path: string,
    handle: (request: PageRequest) => Promise<PageAnswer>,
  ): PageRoute => ({ capability, method: 'GET', path, access: { permission: editPermission }, handle });
  const list = (capability: string, path: string, show: ShowList): readonly PageRoute[] =>
    listEndings.map((ending) => route(capability, `${path}${ending}`, (request) => show(deps, request)));
  return [
    route('quality.liste', paths.start, (request) => showStart(deps, request)),
    ...list('quality.liste', paths.liste(':kommune'), showQuality),
    route('quality.leistung', paths.leistung(':kommune', ':leistung'), (request) =>
      showLeistung(deps, request),
    ),
    ...list('quality.links', paths.links(':kommune'), showLinks),
  ];
}
