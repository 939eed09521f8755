import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { formatNumber, type Html, tabs } from '#ui';
import type { Schemadetail } from '../use-cases/read-schema.ts';
import { address, schemaHref } from './route.ts';

/** Head and tabs of every page of a schema. */
export function schemaFrame(detail: Schemadetail, current: string, main: Html, lead?: string): PageContent {
  const { fassung, punkte, uebernahme, versionen } = detail;
  const open = punkte.filter(({ stand }) => stand === 'offen').length;
  const link = (part: string, label: string, count?: number) => ({
    label,
    href: schemaHref(fassung, part),
    current: part === current,
    ...(count === undefined ? {} : { count: formatNumber(count) }),
  });
  return {
    title: fassung.bezeichnung,
    preline: `FIM-Datenschema ${fassung.id}, Version ${fassung.version}`,
    ...(lead ? { lead } : {}),
    wide: true,
    breadcrumb: [{ label: 'FIM-Datenschemata', href: address }],
    main: html`${tabs('Ansichten des Schemas', [
      link('', 'Überblick'),
      link('/arbeitspunkte', 'Arbeitspunkte', open),
      link('/bericht', 'Bericht', uebernahme.befunde.length),
      ...(versionen.length > 1 ? [link('/unterschiede', 'Unterschiede')] : []),
    ])}${main}`,
  };
}
