import { formatLocalDate, type LocalDate } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest, type PageRoute } from '#platform';
import { answerList, listEndings } from '#ui';
import type { Territory } from '../domain/territory.ts';
import type { TerritoryPageDeps } from '../doors-deps.ts';
import { messages } from '../messages.ts';
import { resolveBody } from '../use-cases/resolve-body.ts';
import { addresses } from '../views/addresses.ts';
import { heldBodiesList } from '../views/bodies-list.ts';
import { kommunePage } from './kommune-page.ts';
import { kommunenPage } from './kommunen-page.ts';
import { statusRoutes } from './status-routes.ts';

type Handle = (request: PageRequest) => Promise<PageAnswer>;

/** The pages of the territory; everybody may read them. */
export function territoryPages(deps: TerritoryPageDeps): PageRoute[] {
  const listOf = heldBodiesList();
  const on = (show: Show) => onDay(deps, show);
  const list = on(async (snapshot, date, request) => {
    const { bestaende } = snapshot;
    const bodies = listOf(snapshot, date);
    const answered = await answerList(deps, bodies, request, {
      fileName: 'kommunen',
      title: messages.kommunen,
      source: bestaende.map(({ quelle, lizenz }) => `${quelle}. Lizenz: ${lizenz}`).join('; '),
      state: bestaende.map(({ stand }) => formatLocalDate(stand)).join(', '),
    });
    return answered.kind === 'list' ? page(kommunenPage(snapshot, bodies, answered, date)) : answered;
  });
  return [
    ...listEndings.map((ending) => route('territory.list', `${addresses.kommunen}${ending}`, list)),
    route('territory.body', '/kommunen/:ags', on(showBody)),
    ...statusRoutes(deps),
  ];
}

type Show = (snapshot: Territory, date: LocalDate, request: PageRequest) => PageAnswer | Promise<PageAnswer>;

/** Asks for the day first: a page is always as of one. */
function onDay({ territory, clock }: TerritoryPageDeps, show: Show): Handle {
  return async (request) => {
    const date = dayOfAddress(request.query, clock);
    return date.ok
      ? show(await territory(), date.value, request)
      : { kind: 'refusal', refusal: date.refusal };
  };
}

/** Names and other keys lead to the address of the body's AGS. */
function showBody(snapshot: Territory, date: LocalDate, { params, query }: PageRequest): PageAnswer {
  const found = resolveBody(snapshot, params.ags ?? '');
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  const { ags } = found.value;
  const kept = query.get('datum') ? `?datum=${date}` : '';
  if (ags !== params.ags) return { kind: 'redirect', to: `${addresses.kommune(ags)}${kept}` };
  return page(kommunePage(snapshot, found.value, date));
}

function page(content: PageContent): PageAnswer {
  return { kind: 'page', content };
}

function route(capability: string, path: string, handle: Handle): PageRoute {
  return { capability, method: 'GET', path, access: 'public', handle };
}
