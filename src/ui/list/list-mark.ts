import { html, raw } from 'hono/html';
import type { Html } from '../html.ts';
import { listParametersOf } from './address.ts';
import type { ListDefinition, ListResult } from './definition.ts';
import { listParameters, viewParameter } from './parameters.ts';

/** What a list says of itself to whoever puts a control beside it. */
export interface ListMark {
  readonly caption: string;
  /** Every parameter of its address that it knows. */
  readonly parameters: readonly string[];
  /** What it shows, as the shortest query that asks for it: a form also sends what is so anyway. */
  readonly query: string;
}

const shape =
  /<template data-list-caption="([^"]*)" data-list-parameters="([^"]*)" data-list-query="([^"]*)"><\/template>/;

/** The place beside a list's count for a control that every list has and that no page knows of. Empty, it shows nothing. */
export function listMark<Row>(
  definition: ListDefinition<Row>,
  { query }: Pick<ListResult<Row>, 'query'>,
  caption: string,
): Html {
  const own = (definition.filters ?? []).map(({ key }) => key);
  const all = [...Object.values(listParameters), viewParameter, ...own, ...(definition.keeps ?? [])];
  const shown = listParametersOf(definition, query).toString();
  const parameters = all.map(encodeURIComponent).join(' ');
  return html`<template data-list-caption="${encodeURIComponent(caption)}" data-list-parameters="${parameters}" data-list-query="${encodeURIComponent(shown)}"></template>`;
}

/** What the list of a page says; `null` where the page has none. */
export function readListMark(page: string): ListMark | null {
  const [, caption, parameters, query] = shape.exec(page) ?? [];
  if (caption === undefined || parameters === undefined || query === undefined) return null;
  return {
    caption: decodeURIComponent(caption),
    parameters: parameters.split(' ').map(decodeURIComponent),
    query: decodeURIComponent(query),
  };
}

/** The page with the control in its place. */
export function fillListMark(page: string, control: Html): Html {
  return raw(page.replace(shape, () => String(control)));
}
