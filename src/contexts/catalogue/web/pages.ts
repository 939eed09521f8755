import { type Clock, type LocalDate, ok, type Result } from '#kernel';
import {
  dayOfAddress,
  type Html,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  type Principal,
} from '#platform';
import type { AsOf } from '../domain/as-of.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Leistungsenden } from '../domain/ended.ts';
import { type CatalogueAsOf, openCatalogueAsOf } from '../use-cases/catalogue-as-of.ts';
import type { CatalogueIndex } from '../use-cases/catalogue-indexer.ts';
import type { VersionPageDeps } from '../version-deps.ts';
import { addresses } from '../views/addresses.ts';
import { heldFor } from '../views/held.ts';
import { viewLeistung } from '../views/leistung-view.ts';
import { leistungenList, readDay } from '../views/leistungen-list.ts';
import { resolveLage, resolveOzgLeistung, resolveThemenfeld } from '../views/resolve-entry.ts';
import type { VollzugFor } from '../views/vollzug.ts';
import { withDay } from '../views/with-day.ts';
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
  /** What others say of a Leistung to whoever is signed in: questions, decisions. `app` wires it. */
  readonly hinweisFor?: (
    principal: Principal,
    record: { readonly art: 'leistung'; readonly id: string },
  ) => Promise<Html>;
  readonly search: () => Promise<CatalogueIndex>;
  readonly enden: Leistungsenden;
  readonly clock: Clock;
  readonly demo: boolean;
  /** Who executes a Leistung: a port that `app` wires. */
  readonly vollzugFor?: VollzugFor;
}

interface Deps extends CataloguePageDeps {
  readonly asOf: CatalogueAsOf;
}

type Handle = (request: PageRequest) => Promise<PageAnswer>;

/** The pages of the catalogue; everybody may read them. */
export function cataloguePages(sources: CataloguePageDeps): PageRoute[] {
  const deps = { ...sources, asOf: openCatalogueAsOf(sources) };
  return [
    route('catalogue.tree', addresses.katalog, whole(deps, katalogPage)),
    route('catalogue.tree', '/katalog/themenfelder/:id', one(deps, resolveThemenfeld, themenfeldPage)),
    route('catalogue.tree', '/katalog/lagen/:id', one(deps, resolveLage, lagePage)),
    route('catalogue.tree', addresses.ohneOzg, whole(deps, ohneOzgPage)),
    route('catalogue.ozg', '/katalog/ozg/:id', one(deps, resolveOzgLeistung, ozgPage)),
    ...listRoutes(deps),
    route('catalogue.leistung', '/katalog/leistungen/:id', leistungHandle(deps)),
    ...fassungenRoutes(deps),
    ...deltaRoutes(deps),
    ...lineageRoutes(deps),
  ];
}

function listRoutes({ asOf, clock, demo, enden }: Deps): PageRoute[] {
  const listOf = heldFor((index: CatalogueIndex) => leistungenList(index, enden));
  const context = (index: CatalogueIndex) => ({
    catalogue: index.catalogue,
    demo,
    now: clock.now(),
    today: clock.today(),
  });
  return [
    route('catalogue.leistungen', addresses.leistungen, async ({ query }) => {
      const index = await asOf.search(readDay(query).date);
      return page(leistungenPage(index.catalogue, listOf(index), query, clock.today()));
    }),
    route('catalogue.leistungen', addresses.leistungenCsv, async ({ query }) => {
      const index = await asOf.search(readDay(query).date);
      return leistungenCsv(listOf(index), query, context(index));
    }),
    route('catalogue.leistungen', addresses.leistungenXlsx, async ({ query }) => {
      const index = await asOf.search(readDay(query).date);
      return leistungenXlsx(listOf(index), query, context(index));
    }),
  ];
}

/** Names and LeiKa keys lead to the address of the Leistung's own number; one that has ended leads to what became of it. */
function leistungHandle({ asOf, versions, clock, vollzugFor, hinweisFor }: Deps): Handle {
  return async ({ params, query, principal }) => {
    const text = params.id ?? '';
    const day = askedDay(query, clock);
    if (!day.ok) return { kind: 'refusal', refusal: day.refusal };
    const found = await viewLeistung({ asOf, vollzugFor }, text, day.value, clock.today());
    if (!found.ok) {
      const ended = /^L\d{5}$/.test(text) && (await versions.historyOf(text)).length > 0;
      return ended
        ? { kind: 'redirect', to: addresses.verlauf(text) }
        : { kind: 'refusal', refusal: found.refusal };
    }
    const { leistung } = found.value;
    if (leistung.id !== text)
      return { kind: 'redirect', to: withDay(addresses.leistung(leistung.id), day.value) };
    const mayRelease = principal?.permissions.has('efa.anbindung.manage') === true;
    const hinweis =
      principal && hinweisFor ? await hinweisFor(principal, { art: 'leistung', id: leistung.id }) : '';
    return page(leistungPage(found.value, mayRelease, hinweis));
  };
}

/** A page of the whole tree; that of the stock is made once for each Fassung. */
function whole(deps: Deps, show: (asOf: AsOf) => PageContent): Handle {
  const stock = heldFor((catalogue: Catalogue) => show({ catalogue, date: null, enden: deps.enden }));
  return async ({ query }) => {
    const asOf = await asOfAddress(deps, query);
    if (!asOf.ok) return { kind: 'refusal', refusal: asOf.refusal };
    return page(asOf.value.date === null ? stock(asOf.value.catalogue) : show(asOf.value));
  };
}

function one<T>(
  deps: Deps,
  resolve: (catalogue: Catalogue, text: string) => Result<T>,
  show: (asOf: AsOf, value: T) => PageContent,
): Handle {
  return async ({ params, query }) => {
    const asOf = await asOfAddress(deps, query);
    if (!asOf.ok) return { kind: 'refusal', refusal: asOf.refusal };
    const found = resolve(asOf.value.catalogue, params.id ?? '');
    return found.ok ? page(show(asOf.value, found.value)) : { kind: 'refusal', refusal: found.refusal };
  };
}

async function asOfAddress({ asOf, clock }: Deps, query: URLSearchParams): Promise<Result<AsOf>> {
  const day = askedDay(query, clock);
  return day.ok ? ok(await asOf.on(day.value)) : day;
}

/** The day that an address names; null where it asks for the whole stock. */
function askedDay(query: URLSearchParams, clock: Clock): Result<LocalDate | null> {
  return query.get('datum') ? dayOfAddress(query, clock) : ok(null);
}

function page(content: PageContent): PageAnswer {
  return { kind: 'page', content };
}

function route(capability: string, path: string, handle: Handle): PageRoute {
  return { capability, method: 'GET', path, access: 'public', handle };
}
