import { html, raw } from 'hono/html';
import type { Html } from '../html.ts';
import type { ListDefinition } from './definition.ts';
import { listParameters, viewParameter } from './parameters.ts';

/** What a list says of itself to whoever puts a control beside it. */
export interface ListMark {
  readonly caption: string;
  /** Every parameter of its address that it knows. */
  readonly parameters: readonly string[];
}

const shape = /<template data-list-caption="([^"]*)" data-list-parameters="([^"]*)"><\/template>/;

/** The place beside a list's count for a control that every list has and that no page knows of. Empty, it shows nothing. */
export function listMark<Row>(definition: ListDefinition<Row>, caption: string): Html {
  const own = (definition.filters ?? []).map(({ key }) => key);
  const all = [...Object.values(listParameters), viewParameter, ...own, ...(definition.keeps ?? [])];
  const parameters = all.map(encodeURIComponent).join(' ');
  return html`<template data-list-caption="${encodeURIComponent(caption)}" data-list-parameters="${parameters}"></template>`;
}

/** What the list of a page says; `null` where the page has none. */
export function readListMark(page: string): ListMark | null {
  const [, caption, parameters] = shape.exec(page) ?? [];
  if (caption === undefined || parameters === undefined) return null;
  return {
    caption: decodeURIComponent(caption),
    parameters: parameters.split(' ').map(decodeURIComponent),
  };
}

/** The page with the control in its place. */
export function fillListMark(page: string, control: Html): Html {
  return raw(page.replace(shape, () => String(control)));
}
