import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest, Vorgang } from '#platform';
import {
  accordion,
  alert,
  formatNumber,
  type Html,
  importCounts,
  importReview,
  importRowsOf,
  progress,
  readImportView,
  section,
} from '#ui';
import type { Sammel } from '../domain/sammel.ts';
import { reviewRow } from '../views/sammel-review.ts';
import { sammelAddress } from './sammel-address.ts';
import { resultContent } from './sammel-result.ts';
import { spaltenForm } from './spalten-form.ts';

/** A bulk change and the work of the worker on it. */
export interface Found {
  readonly sammel: Sammel;
  readonly vorgang: Vorgang | null;
}

export const isOpen = (vorgang: Vorgang | null) =>
  vorgang?.state === 'queued' || vorgang?.state === 'running';

/** How far a bulk change is, what it would do, or what it did. */
export function sammelContent(
  { sammel, vorgang }: Found,
  request: PageRequest,
  reason: Refusal | null,
): PageContent {
  const frame = {
    preline: 'Umsetzungsstand',
    breadcrumb: [
      { label: 'Umsetzungsstand', href: '/stand' },
      { label: 'Sammeländerungen', href: sammelAddress },
    ],
    wide: true,
  };
  if (vorgang && isOpen(vorgang)) return { ...frame, ...waiting(sammel, vorgang) };
  if (sammel.ergebnis) return { ...frame, ...resultContent(sammel, sammel.ergebnis, request) };
  if (vorgang?.state === 'failed')
    return {
      ...frame,
      title: 'Nicht eingelesen',
      error: true,
      main: alert({ kind: 'danger', title: 'Es wurde nichts übernommen', body: vorgang.message }),
      nextSteps: [{ label: 'Noch einmal versuchen', href: '/stand/einlesen' }],
    };
  return { ...frame, ...previewContent(sammel, request, reason) };
}

function waiting(sammel: Sammel, vorgang: Vorgang) {
  const title = sammel.zeilen === null ? 'Die Datei wird geprüft' : 'Die Angaben werden bearbeitet';
  return {
    title,
    refreshSeconds: 2,
    main: progress({
      label: title,
      value: vorgang.percent,
      max: 100,
      text: vorgang.message,
      pollUrl: `${sammelAddress}/${sammel.id}/stand`,
    }),
  };
}

function previewContent(
  sammel: Sammel,
  request: PageRequest,
  reason: Refusal | null,
): Omit<PageContent, 'wide'> {
  const { id, titel, zeilen, tabelle, wahl } = sammel;
  const columns = tabelle && wahl ? spaltenForm(id, tabelle, wahl, request.csrfToken) : null;
  const problem = reason ? alert({ kind: 'danger', title: reason.message, live: true }) : '';
  if (zeilen === null)
    return {
      title: 'Spalten zuordnen',
      lead: `${titel}: Wir erkennen noch nicht, welche Spalte was bedeutet.`,
      main: html`${problem}${columns ?? ''}`,
    };
  return {
    title: 'Vorschau: Was sich ändern würde',
    lead: `${titel}. Noch ist nichts gespeichert.`,
    main: html`${problem}${review(sammel, request, reason)}${
      columns ? section('Spalten', accordion({ title: 'Andere Spalten zuordnen', body: columns })) : ''
    }`,
  };
}

function review({ id, zeilen }: Sammel, { query, csrfToken }: PageRequest, reason: Refusal | null): Html {
  const rows = zeilen ?? [];
  const view = importRowsOf(
    rows.map((row) => ({ kind: row.art, row })),
    readImportView(query),
  );
  const address = `${sammelAddress}/${id}`;
  const first = rows.filter(({ art }) => art === 'added').length;
  return importReview({
    counts: importCounts(rows.map(({ art }) => ({ kind: art }))),
    view: { kind: readImportView(query).kind, page: view.page },
    rows: view.rows.map(({ row }) => reviewRow(row)),
    pages: view.pages,
    action: address,
    problemsHref: `${address}/fehlerhaft.csv`,
    form: { action: address, csrfToken, label: 'Übernehmen' },
    cancelHref: '/stand',
    error: reason?.code === 'COMPASS_BULK_REFUSED_ROWS' ? 'Bitte ankreuzen, wenn Sie das wollen.' : undefined,
    notice:
      first > 0
        ? `${first === 1 ? 'Eine Leistung bekommt' : `${formatNumber(first)} Leistungen bekommen`} ihre erste Angabe. „Rückgängig“ nimmt erste Angaben zurück und stellt sonst die früheren Werte wieder her.`
        : undefined,
  });
}
