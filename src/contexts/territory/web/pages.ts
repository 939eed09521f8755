import type { Clock } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import type { Territory } from '../domain/territory.ts';
import { resolveBody } from '../use-cases/resolve-body.ts';
import { addresses } from '../views/addresses.ts';
import { heldBodiesList } from '../views/bodies-list.ts';
import { kommunePage } from './kommune-page.ts';
import { kommunenCsv, kommunenXlsx } from './kommunen-export.ts';
import { kommunenPage } from './kommunen-page.ts';

/** What the territory's pages need: the snapshot, the time, and whether this is a demonstration. */
export interface TerritoryPageDeps {
  readonly territory: () => Promise<Territory>;
  readonly clock: Clock;
  readonly demo: boolean;
}

type Handle = (request: PageRequest) => Promise<PageAnswer>;

/** The pages of the territory; everybody may read them. */
export function territoryPages({ territory, clock, demo }: TerritoryPageDeps): PageRoute[] {
  const listOf = heldBodiesList();
  const list: Handle = async ({ query }) => {
    const snapshot = await territory();
    const today = clock.today();
    return page(kommunenPage(snapshot, listOf(snapshot, today), query, today));
  };
  const csv: Handle = async ({ query }) => kommunenCsv(listOf(await territory(), clock.today()), query);
  const xlsx: Handle = async ({ query }) => {
    const snapshot = await territory();
    const context = { territory: snapshot, now: clock.now(), demo };
    return kommunenXlsx(listOf(snapshot, clock.today()), query, context);
  };
  return [
    route('territory.list', addresses.kommunen, list),
    route('territory.list', addresses.kommunenCsv, csv),
    route('territory.list', addresses.kommunenXlsx, xlsx),
    route('territory.body', '/kommunen/:ags', bodyHandle(territory, clock)),
  ];
}

/** Names and other keys lead to the address of the body's AGS. */
function bodyHandle(territory: TerritoryPageDeps['territory'], clock: Clock): Handle {
  return async ({ params }) => {
    const snapshot = await territory();
    const found = resolveBody(snapshot, params.ags ?? '');
    if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
    const { ags } = found.value;
    if (ags !== params.ags) return { kind: 'redirect', to: addresses.kommune(ags) };
    return page(kommunePage(snapshot, found.value, clock.today()));
  };
}

function page(content: PageContent): PageAnswer {
  return { kind: 'page', content };
}

function route(capability: string, path: string, handle: Handle): PageRoute {
  return { capability, method: 'GET', path, access: 'public', handle };
}
