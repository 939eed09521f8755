import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, page, refusal } from '#platform';
import { emptyState, formatInstant, type ListDefinition, textLink } from '#ui';
import { isBroken } from '../domain/link.ts';
import type { QualityDeps } from '../doors-deps.ts';
import { ergebnisText } from '../messages.ts';
import { kommuneFor } from '../use-cases/kommune-for.ts';
import type { LinkRow } from '../use-cases/read-quality.ts';
import { deskCrumb, qualityTabs } from './desk.ts';
import { kommuneList } from './kommune-list.ts';
import { paths } from './paths.ts';

function definitionFor(ags: string): ListDefinition<LinkRow> {
  return {
    id: 'links',
    defaultSort: { key: 'ergebnis', descending: true },
    search: ({ link, leistung }) => `${link} ${leistung.name} ${leistung.id}`,
    columns: [
      { key: 'link', label: 'Link', value: ({ link }) => link, sortable: true, width: 'wide' },
      {
        key: 'leistung',
        label: 'Leistung',
        value: ({ leistung }) => leistung.name,
        cell: ({ leistung }) => textLink(paths.leistung(ags, leistung.id), leistung.name),
        sortable: true,
        width: 'wide',
      },
      {
        key: 'wo',
        label: 'Steht in',
        value: ({ wo, ebene }) => (wo === 'Text' ? `Text: ${ebene}` : wo),
        sortable: true,
      },
      {
        key: 'ergebnis',
        label: 'Ergebnis',
        value: ({ ergebnis, status }) => ergebnisText(ergebnis, status),
        sortable: true,
      },
      {
        key: 'am',
        label: 'Geprüft am',
        kind: 'date',
        value: ({ geprueftAm }) => geprueftAm?.toISOString().slice(0, 10) ?? null,
        cell: ({ geprueftAm }) => (geprueftAm === null ? '' : formatInstant(geprueftAm)),
        sortable: true,
      },
    ],
    filters: [
      {
        key: 'ergebnis',
        label: 'Ergebnis',
        options: [
          { value: 'fehler', label: 'mit Fehler' },
          { value: 'gut', label: 'erreichbar' },
          { value: 'offen', label: 'noch nicht geprüft' },
        ],
        values: (row) => (row.ergebnis === null ? 'offen' : isBroken(row) ? 'fehler' : 'gut'),
      },
      {
        key: 'wo',
        label: 'Steht in',
        options: ['Text', 'Onlinedienst'].map((value) => ({ value, label: value })),
        values: ({ wo }) => wo,
      },
    ],
  };
}

/** The links that citizens of a Kommune are given, and whether they answer. */
export async function showLinks(deps: QualityDeps, request: PageRequest): Promise<PageAnswer> {
  const kommune = await kommuneFor(deps, request.principal, request.params.kommune ?? '');
  if (!kommune.ok) return refusal(kommune.refusal);
  const { ags, name } = kommune.value;
  const how = deps.demo
    ? 'Diese Demo fragt das Netz nicht; nur was kein https ist, fällt hier auf.'
    : 'Jeder Link wird einmal in der Woche gefragt, ob er antwortet. Gefragt wird nur über https und nur im öffentlichen Netz.';
  return kommuneList(deps, request, kommune.value, {
    definition: definitionFor(ags),
    rows: await deps.reader.links(kommune.value),
    file: 'links',
    title: `Links in Texten und Onlinediensten: ${name}`,
    source: 'Texte und Onlinedienste aller Ebenen',
    action: paths.links(ags),
    caption: 'Links und was ihre letzte Prüfung ergab',
    noun: ['Link', 'Links'],
    emptyState: emptyState({
      title: 'Noch kein Link',
      body: 'Hier stehen die Links aus den Texten und Onlinediensten, die in dieser Kommune gelten.',
    }),
    show: (list) =>
      page({
        title: `Links: ${name}`,
        preline: 'Redaktion',
        breadcrumb: deskCrumb,
        lead: how,
        wide: true,
        main: html`${qualityTabs(ags, 'links')}${list}`,
      }),
  });
}
