import { dayOfAddress, type PageAnswer, type PageRequest, type PageRoute } from '#platform';
import { listEndings } from '#ui';
import type { TerritoryPageDeps } from '../doors-deps.ts';
import { resolveBody } from '../use-cases/resolve-body.ts';
import { addresses } from '../views/addresses.ts';
import { showStatusList } from './status-list-page.ts';
import { statusPage } from './status-page.ts';
import { thresholdsPage } from './thresholds-page.ts';

/** The pages about the legal status by § 4 GO NRW; everybody may read them. */
export function statusRoutes(deps: TerritoryPageDeps): readonly PageRoute[] {
  const list = (ending: string): PageRoute => ({
    capability: 'territory.status.list',
    method: 'GET',
    path: `${addresses.groessenklassen}${ending}`,
    access: 'public',
    handle: (request) => showStatusList(deps, request),
  });
  const one = { method: 'GET', access: 'public' } as const;
  return [
    ...listEndings.map(list),
    {
      ...one,
      capability: 'territory.thresholds',
      path: addresses.schwellen,
      handle: (request) => showThresholds(deps, request),
    },
    {
      ...one,
      capability: 'territory.status',
      path: '/kommunen/:ags/groessenklasse',
      handle: (request) => showStatus(deps, request),
    },
  ];
}

async function showThresholds(
  { territory, clock }: TerritoryPageDeps,
  { query }: PageRequest,
): Promise<PageAnswer> {
  const date = dayOfAddress(query, clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  return { kind: 'page', content: thresholdsPage(await territory(), date.value) };
}

async function showStatus(
  { territory, clock }: TerritoryPageDeps,
  { params, query }: PageRequest,
): Promise<PageAnswer> {
  const date = dayOfAddress(query, clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const snapshot = await territory();
  const body = resolveBody(snapshot, params.ags ?? '');
  if (!body.ok) return { kind: 'refusal', refusal: body.refusal };
  return { kind: 'page', content: statusPage(snapshot, body.value, date.value) };
}
