import { html } from 'hono/html';
import type { PageContent, Vorgang } from '#platform';
import { alert, formatNumber, importPreview, progress, table } from '#ui';
import type { ReferenceArea } from './areas.ts';
import type { HeldUpload } from './held-uploads.ts';
import { type PreviewJson, tableLabel, totalOf } from './preview-json.ts';
import { applyResult, previewResult, type RefusedWork } from './results.ts';
import { referenceAddress, stateText } from './state-page.ts';

const breadcrumb = [{ label: 'Referenzdaten', href: referenceAddress }];
const back = [{ label: 'Zu den Referenzdaten', href: referenceAddress }];

/** How far the work is; reloads itself, with script or without. */
export function progressPage(title: string, vorgang: Vorgang): PageContent {
  return {
    title,
    breadcrumb,
    refreshSeconds: 2,
    main: progress({
      label: title,
      value: vorgang.percent,
      max: 100,
      text: vorgang.message,
      pollUrl: `${referenceAddress}/vorgang/${vorgang.id}/stand`,
    }),
  };
}

/** What an upload would change, with the form that confirms it; or what is wrong with it. */
export function previewPage(
  area: ReferenceArea,
  upload: HeldUpload,
  vorgang: Vorgang,
  { csrfToken, kept }: { readonly csrfToken: string; readonly kept: readonly string[] },
): PageContent {
  const result = previewResult.safeParse(vorgang.result);
  if (!result.success) return failedPage(area.label, { message: vorgang.message });
  if (!result.data.ok) return failedPage(area.label, result.data.refusal);
  const preview = result.data.value;
  const total = totalOf(preview.counts);
  return {
    title: `${area.label}: Was sich ändern würde`,
    lead: `Stand der hochgeladenen Dateien: ${stateText(preview.stand)}. Noch ist nichts übernommen.`,
    wide: true,
    breadcrumb,
    main: html`${countsTable(preview)}${importPreview({
      added: { count: total.neu, sample: preview.added },
      changed: { count: total.geaendert, sample: preview.changed },
      removed: { count: total.entfallen, sample: preview.removed },
      unchanged: total.gleich,
      notice: noticeOf(kept, total.entfallen),
      form: {
        action: `${referenceAddress}/vorschau/${upload.id}`,
        csrfToken,
        label: 'Änderungen übernehmen',
      },
      cancelHref: referenceAddress,
    })}`,
    nextSteps: back,
  };
}

function noticeOf(kept: readonly string[], removed: number): string | undefined {
  const notices = [
    kept.length > 0
      ? `Nicht hochgeladen wurden ${kept.join(', ')}: Diese Sätze bleiben, wie sie geladen sind.`
      : '',
    removed > 0 ? 'Entfallende Einträge bleiben in früheren Fassungen erhalten, gelten aber nicht mehr.' : '',
  ].filter(Boolean);
  return notices.join(' ') || undefined;
}

/** What an import did. */
export function appliedPage(area: ReferenceArea, vorgang: Vorgang): PageContent {
  const result = applyResult.safeParse(vorgang.result);
  if (!result.success) return failedPage(area.label, { message: vorgang.message });
  if (!result.data.ok) return failedPage(area.label, result.data.refusal);
  const { fassung, changed, counts } = result.data.value;
  const { neu, geaendert, entfallen } = totalOf(counts);
  const body = changed
    ? `Fassung ${fassung}: ${formatNumber(neu)} neu, ${formatNumber(geaendert)} geändert, ${formatNumber(entfallen)} entfallen.`
    : 'Alles stand schon da. Es wurde nichts geändert.';
  return {
    title: `${area.label}: übernommen`,
    breadcrumb,
    main: alert({
      kind: changed ? 'success' : 'info',
      title: changed ? 'Übernommen' : 'Nichts zu tun',
      body,
    }),
    nextSteps: back,
  };
}

function failedPage(label: string, { message, fields = [] }: RefusedWork): PageContent {
  return {
    title: `${label}: nicht übernommen`,
    error: true,
    breadcrumb,
    main: html`${alert({ kind: 'danger', title: 'Es wurde nichts übernommen', body: message })}${
      fields.length === 0
        ? ''
        : table({
            caption: 'Was zu berichtigen ist',
            small: true,
            columns: [{ label: 'Datei, Zeile, Feld' }, { label: 'Was nicht stimmt', width: 'wide' }],
            rows: fields.map(({ field, message: what }) => [field, what]),
          })
    }`,
    nextSteps: back,
  };
}

function countsTable({ counts }: PreviewJson) {
  return table({
    caption: 'Änderungen je Tabelle',
    small: true,
    columns: [
      { label: 'Tabelle' },
      { label: 'Neu', numeric: true },
      { label: 'Geändert', numeric: true },
      { label: 'Entfällt', numeric: true },
      { label: 'Unverändert', numeric: true },
    ],
    rows: Object.entries(counts).map(([name, { neu, geaendert, entfallen, gleich }]) => [
      tableLabel(name),
      formatNumber(neu),
      formatNumber(geaendert),
      formatNumber(entfallen),
      formatNumber(gleich),
    ]),
  });
}
