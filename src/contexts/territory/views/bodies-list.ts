import type { LocalDate } from '#kernel';
import { type ListDefinition, listIndex } from '#ui';
import type { Territory } from '../domain/territory.ts';
import { bodyColumns } from './body-columns.ts';
import { bodyFilters } from './body-filters.ts';
import { type BodyRow, bodyRows } from './body-row.ts';

/** The list of bodies as of a day, prepared for many queries. */
export interface BodiesList {
  readonly definition: ListDefinition<BodyRow>;
  readonly index: ReturnType<typeof listIndex<BodyRow>>;
}

/** Prepares the list. */
export function bodiesList(territory: Territory, date: LocalDate): BodiesList {
  const definition: ListDefinition<BodyRow> = {
    id: 'kommunen',
    keeps: ['datum'],
    columns: bodyColumns(territory),
    search: ({ body, kreis, plz }) =>
      [body.name, body.officialName, body.ags, body.ars ?? '', kreis?.name ?? '', ...plz].join(' '),
    filters: bodyFilters(territory),
    defaultSort: { key: 'name', descending: false },
    pageSizes: [25, 50, 100],
  };
  return { definition, index: listIndex(definition, bodyRows(territory, date)) };
}

/** Keeps the prepared list until the snapshot or the day is another. */
export function heldBodiesList(): (territory: Territory, date: LocalDate) => BodiesList {
  let held:
    | { readonly territory: Territory; readonly date: LocalDate; readonly list: BodiesList }
    | undefined;
  return (territory, date) => {
    if (held?.territory !== territory || held.date !== date) {
      held = { territory, date, list: bodiesList(territory, date) };
    }
    return held.list;
  };
}
