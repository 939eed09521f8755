import type { Clock, Result } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Leistungsenden } from '../domain/ended.ts';
import { resolveLeistung } from '../use-cases/resolve-leistung.ts';
import type { CatalogueIndex } from '../use-cases/search-catalogue.ts';
import type { VersionPageDeps } from '../version-deps.ts';
import { addresses } from '../views/addresses.ts';
import { heldFor } from '../views/held.ts';
import { leistungenList } from '../views/leistungen-list.ts';
import { resolveLage, resolveOzgLeistung, resolveThemenfeld } from '../views/resolve-entry.ts';
import type { VollzugFor } from '../views/vollzug.ts';
import { deltaRoutes } from './delta-pages.ts';
import { fassungenRoutes } from './fassungen-pages.ts';
import { katalogPage } from './katalog-page.ts';
import { lagePage } from './lage-page.ts';
import { leistungPage } from './leistung-page.ts';
import { leistungenCsv, leistungenXlsx } from './leistungen-export.ts';
import { leistungenPage } from './leistungen-page.ts';
import { lineageRoutes } from './lineage-page.ts';
import { ohneOzgPage, ozgPage } from './ozg-page.ts';
import { themenfeldPage } from './themenfeld-page.ts';

/** What the catalogue's pages need: the snapshot, its search index, its Fassungen, and whether this is a demonstration. */
export interface CataloguePageDeps extends VersionPageDeps {
  readonly search: () => Promise<CatalogueIndex>;
  readonly enden: Leistungsenden;
  readonly clock: Clock;
  readonly demo: boolean;
  /** Who executes a Leistung: a port that `app` wires. */
  readonly vollzugFor?: VollzugFor;
}

type Handle = (request: PageRequest) => Promise<PageAnswer>;

/** The pages of the catalogue; everybody may read them. */
export function cataloguePages(deps: CataloguePageDeps): PageRoute[] {
  const { catalogue } = deps;
  const whole = (show: (catalogue: Catalogue) => PageContent): Handle => {
    const content = heldFor(show);
    return async () => page(content(await catalogue()));
  };
  return [
    route('catalogue.tree', addresses.katalog, whole(katalogPage)),
    route('catalogue.tree', '/katalog/themenfelder/:id', one(catalogue, resolveThemenfeld, themenfeldPage)),
    route('catalogue.tree', '/katalog/lagen/:id', one(catalogue, resolveLage, lagePage)),
    route('catalogue.tree', addresses.ohneOzg, whole(ohneOzgPage)),
    route('catalogue.ozg', '/katalog/ozg/:id', one(catalogue, resolveOzgLeistung, ozgPage)),
    ...listRoutes(deps),
    route('catalogue.leistung', '/katalog/leistungen/:id', leistungHandle(deps)),
    ...fassungenRoutes(deps),
    ...deltaRoutes(deps),
    ...lineageRoutes(deps),
  ];
}

function listRoutes({ search, clock, demo, enden }: CataloguePageDeps): PageRoute[] {
  const listOf = heldFor((index: CatalogueIndex) => leistungenList(index, enden));
  const context = (index: CatalogueIndex) => ({
    catalogue: index.catalogue,
    demo,
    now: clock.now(),
    today: clock.today(),
  });
  return [
    route('catalogue.leistungen', addresses.leistungen, async ({ query }) => {
      const index = await search();
      return page(leistungenPage(index.catalogue, listOf(index), query, clock.today()));
    }),
    route('catalogue.leistungen', addresses.leistungenCsv, async ({ query }) => {
      const index = await search();
      return leistungenCsv(listOf(index), query, context(index));
    }),
    route('catalogue.leistungen', addresses.leistungenXlsx, async ({ query }) => {
      const index = await search();
      return leistungenXlsx(listOf(index), query, context(index));
    }),
  ];
}

/** Names and LeiKa keys lead to the address of the Leistung's own number; one that has ended leads to what became of it. */
function leistungHandle({ catalogue, versions, enden, vollzugFor }: CataloguePageDeps): Handle {
  return async ({ params, principal }) => {
    const snapshot = await catalogue();
    const text = params.id ?? '';
    const found = resolveLeistung(snapshot, text);
    if (!found.ok) {
      const ended = /^L\d{5}$/.test(text) && (await versions.historyOf(text)).length > 0;
      return ended
        ? { kind: 'redirect', to: addresses.verlauf(text) }
        : { kind: 'refusal', refusal: found.refusal };
    }
    const leistung = found.value;
    if (leistung.id !== text) return { kind: 'redirect', to: addresses.leistung(leistung.id) };
    const mayRelease = principal?.permissions.has('efa.anbindung.manage') === true;
    const vollzug = vollzugFor ? await vollzugFor(leistung) : null;
    return page(leistungPage(snapshot, leistung, { ende: enden.get(leistung.id), vollzug }, mayRelease));
  };
}

function one<T>(
  catalogue: CataloguePageDeps['catalogue'],
  resolve: (catalogue: Catalogue, text: string) => Result<T>,
  show: (catalogue: Catalogue, value: T) => PageContent,
): Handle {
  return async ({ params }) => {
    const snapshot = await catalogue();
    const found = resolve(snapshot, params.id ?? '');
    return found.ok ? page(show(snapshot, found.value)) : { kind: 'refusal', refusal: found.refusal };
  };
}

function page(content: PageContent): PageAnswer {
  return { kind: 'page', content };
}

function route(capability: string, path: string, handle: Handle): PageRoute {
  return { capability, method: 'GET', path, access: 'public', handle };
}
