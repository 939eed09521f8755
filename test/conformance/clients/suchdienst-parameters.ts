/**
 * Parameters of the PVOG Suchdienst and the local refusal of invalid ones.
 * Source: samples/pvog/suchdienst-endpoints.tsv, columns "path" and "query". The facts do not say
 * which parameters are required; here those are without which a call asks for nothing.
 */
import { LocalRefusalError, pairs } from './common.ts';
import type { Query } from './common.ts';

export type LocationsParameters = {
  q: string;
  limit?: number | undefined;
  filterBy?: 'ORT' | undefined;
};

export type ServiceDescriptionsParameters = {
  ars: string;
  q?: string | undefined;
  /** The facts do not say whether the first page is 0 or 1. */
  page?: number | undefined;
  /** At least 5. */
  size?: number | undefined;
  useArsHierarchy?: boolean | undefined;
};

export type DetailParameters = { ars?: string | undefined; applyDynamicParams?: true | undefined };

export type LeikaHierarchyParameters = {
  ars: string;
  /** Several are sent as repeated parameters; the facts do not say how. */
  leikaIds?: readonly string[] | undefined;
  page?: number | undefined;
  size?: number | undefined;
};

export type OrganisationTitlesParameters = { ars: string; lbId?: string | undefined };

/** The facts list only "ars"; that the token returns as query parameter of its name is assumed. */
export type OnlineServicesParameters = { ars: string; nextPageToken?: string | undefined };

export const MIN_SIZE = 5;

/** Regional keys are digits only and have at most twelve of them. */
export function requireArs(ars: string | undefined): void {
  if (ars !== undefined && !/^\d{1,12}$/.test(ars)) {
    throw new LocalRefusalError('ars', 'must be 1 to 12 digits');
  }
}

/** A required text must say something. */
export function requireText(name: string, value: string): string {
  const empty = typeof value !== 'string' || value.trim() === '';
  if (empty) throw new LocalRefusalError(name, 'must not be empty');
  return value;
}

export function locationsQuery({ q, limit, filterBy }: LocationsParameters): Query {
  requireText('q', q);
  requireInteger('limit', limit, 1);
  if (filterBy !== undefined && filterBy !== 'ORT') throw new LocalRefusalError('filterBy', 'must be ORT');
  return pairs({ q, limit, filterBy });
}

export function serviceDescriptionsQuery(parameters: ServiceDescriptionsParameters): Query {
  const { ars, q, page, size, useArsHierarchy } = parameters;
  requireArs(requireText('ars', ars));
  requireInteger('page', page, 0);
  requireInteger('size', size, MIN_SIZE);
  return pairs({ ars, q, page, size, useArsHierarchy });
}

export function detailQuery({ ars, applyDynamicParams }: DetailParameters): Query {
  requireArs(ars);
  return pairs({ ars, applyDynamicParams });
}

export function leikaHierarchyQuery({ ars, leikaIds, page, size }: LeikaHierarchyParameters): Query {
  requireArs(requireText('ars', ars));
  requireInteger('page', page, 0);
  requireInteger('size', size, 1);
  const ids = (leikaIds ?? []).map((id) => ['leikaIds', requireText('leikaIds', id)] as const);
  return [...pairs({ ars }), ...ids, ...pairs({ page, size })];
}

export function organisationTitlesQuery({ ars, lbId }: OrganisationTitlesParameters): Query {
  requireArs(requireText('ars', ars));
  return pairs({ ars, lbId });
}

export function onlineServicesQuery({ ars, nextPageToken }: OnlineServicesParameters): Query {
  requireArs(requireText('ars', ars));
  return pairs({ ars, nextPageToken });
}

function requireInteger(name: string, value: number | undefined, least: number): void {
  if (value === undefined) return;
  if (!Number.isSafeInteger(value) || value < least) {
    throw new LocalRefusalError(name, `must be an integer of at least ${least}`);
  }
}
