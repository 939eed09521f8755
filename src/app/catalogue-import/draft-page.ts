import { html } from 'hono/html';
import { tableImport } from '#catalogue';
import type { PageContent } from '#platform';
import {
  accordion,
  alert,
  button,
  buttonRow,
  checkboxField,
  form,
  formatNumber,
  type Html,
  linkButton,
  section,
  statTiles,
  table,
} from '#ui';
import type { Draft } from './draft.ts';
import { mappingForm } from './mapping-form.ts';
import type { TablesPlan, TablesPreview } from './preview.ts';
import { proposalsForm } from './proposals-form.ts';
import { breadcrumb, importAddress } from './upload-page.ts';

const shownProblems = 50;

/** Everything about uploaded tables on one page: columns, broken rows, guesses, consequences, and the confirmation. */
export function draftPage(
  upload: string,
  csrfToken: string,
  draft: Draft,
  preview: TablesPreview,
  refused: string | null = null,
): PageContent {
  const { plan, refusal } = preview;
  const message = refused ?? refusal?.message ?? null;
  return {
    title: 'Was sich im Katalog ändern würde',
    lead: `Quelle: ${draft.quelle}, Stand ${draft.stand.split('-').reverse().join('.')}. Noch ist nichts übernommen.`,
    wide: true,
    error: message !== null,
    breadcrumb,
    main: html`<div class="lw-stack">${
      message === null ? '' : alert({ kind: 'danger', title: 'So geht es noch nicht', body: message })
    }${plan === null ? '' : tiles(plan)}${columnsPart(upload, csrfToken, preview)}${
      plan === null ? '' : planParts(upload, csrfToken, plan)
    }</div>`,
    nextSteps: [{ label: 'Andere Tabellen hochladen', href: importAddress }],
  };
}

function columnsPart(upload: string, csrfToken: string, preview: TablesPreview): Html | '' {
  if (preview.tables.length === 0) return '';
  return accordion({
    title: 'Welche Spalte bedeutet was?',
    body: mappingForm(upload, csrfToken, preview),
    open: preview.plan === null,
  });
}

function planParts(upload: string, csrfToken: string, plan: TablesPlan): Html {
  return html`${plan.brokenRows > 0 ? section('Fehlerhafte Zeilen', problemsPart(upload, plan)) : ''}${
    plan.proposals.length > 0 ? section('Vorschläge', proposalsForm(upload, csrfToken, plan)) : ''
  }${section('Änderungen', changesPart(plan))}${section('Übernehmen', confirmPart(upload, csrfToken, plan))}`;
}

function tiles({ total, brokenRows, unchanged, counts }: TablesPlan): Html {
  const kinds = Object.entries(tableImport.kindLabel).map(([kind, label]) => ({
    label,
    count: counts[kind] ?? 0,
  }));
  return statTiles([
    { label: 'Zeilen gelesen', value: formatNumber(total) },
    ...(brokenRows > 0 ? [{ label: 'fehlerhaft', value: formatNumber(brokenRows) }] : []),
    ...kinds
      .filter(({ count }) => count > 0)
      .map(({ label, count }) => ({ label, value: formatNumber(count) })),
    { label: 'Leistungen unverändert', value: formatNumber(unchanged) },
  ]);
}

function problemsPart(upload: string, { problems, total, brokenRows }: TablesPlan): Html {
  const rest = problems.length - shownProblems;
  return html`<p class="kern-body">${goodRows(total - brokenRows)} Eine Leistung, deren Zeile fehlerhaft ist, bleibt, wie sie ist.</p>${table(
    {
      caption: 'Was zu berichtigen ist',
      small: true,
      columns: [
        { label: 'Zeile', width: 'narrow' },
        { label: 'Spalte' },
        { label: 'Inhalt' },
        { label: 'Was nicht stimmt', width: 'wide' },
      ],
      rows: problems
        .slice(0, shownProblems)
        .map(({ table: kind, line, column, value, message }) => [
          kind === 'ozg' ? `OZG ${line}` : String(line),
          column ?? '–',
          value || '–',
          message,
        ]),
    },
  )}<p class="kern-body">${rest > 0 ? `und ${formatNumber(rest)} weitere. ` : ''}<a class="kern-link" download href="${importAddress}/${upload}/fehler">Alle als CSV-Datei</a></p>`;
}

function goodRows(count: number): string {
  return count === 1
    ? 'Eine Zeile ist gut und kann übernommen werden.'
    : `${formatNumber(count)} Zeilen sind gut und können übernommen werden.`;
}

function changesPart({ changes, counts, undecided }: TablesPlan): Html {
  if (changes.length === 0)
    return html`<p class="kern-body">Die Tabellen sagen, was schon im Katalog steht.</p>`;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return html`${undecided > 0 ? html`<p class="kern-body">Worüber noch nicht entschieden ist, zählt hier als beendet und neu.</p>` : ''}${table(
    {
      caption: 'Änderungen',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Nummer', width: 'narrow' },
        { label: 'Name', width: 'wide' },
        { label: 'Was geschieht' },
        { label: 'Einzelheiten', width: 'wide' },
      ],
      rows: changes.map(({ id, name, what, details }) => [id, name, what, details ?? '–']),
    },
  )}${all > changes.length ? html`<p class="kern-body kern-body--muted">Gezeigt sind die ersten ${changes.length}. Nach der Übernahme lässt sich die ganze Liste durchsuchen und ausleiten.</p>` : ''}`;
}

function confirmPart(
  upload: string,
  csrfToken: string,
  { base, brokenRows, ended, undecided }: TablesPlan,
): Html {
  if (undecided > 0)
    return html`<p class="kern-body">Bitte entscheiden Sie zuerst über die offenen Vorschläge.</p>`;
  const skip = checkboxField({
    name: 'auslassen',
    label: `Ja, die ${formatNumber(brokenRows)} fehlerhaften Zeilen bleiben weg`,
  });
  const end = checkboxField({ name: 'beenden', label: `Ja, ${formatNumber(ended)} Leistungen enden` });
  return form(
    {
      action: `${importAddress}/${upload}/uebernehmen`,
      csrfToken,
      label: 'Fassung übernehmen',
      hidden: { grundlage: String(base) },
    },
    html`${brokenRows > 0 ? skip : ''}${ended > 0 ? end : ''}${buttonRow(
      button('Als neue Fassung übernehmen'),
      linkButton('Verwerfen', '/katalog/fassungen', { kind: 'tertiary' }),
    )}`,
  );
}
