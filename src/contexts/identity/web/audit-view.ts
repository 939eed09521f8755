import { html } from 'hono/html';
import type { ChainCheck } from '#platform';
import {
  alert,
  button,
  buttonRow,
  emptyState,
  fieldset,
  form,
  formatInstant,
  inputField,
  linkButton,
  selectField,
  table,
  tabs,
  textLink,
} from '#ui';
import type { AuditChain, NamedAuditLine } from '../use-cases/read-audit.ts';
import { actionLabels, labelOfAction } from './audit-labels.ts';

export const size = 50;

export function chainTabs(chain: AuditChain) {
  return tabs('Welche Prüfspur', [
    { label: 'Eigene Organisation', href: '/pruefspur', current: chain === 'organisation' },
    { label: 'Installation', href: '/pruefspur?kette=installation', current: chain === 'installation' },
  ]);
}

export function searchForm(query: URLSearchParams) {
  const value = (name: string) => query.get(name) ?? '';
  const kinds = Object.entries(actionLabels).map(([action, label]) => ({ value: action, label }));
  const hidden: Readonly<Record<string, string>> =
    query.get('kette') === 'installation' ? { kette: 'installation' } : {};
  return form(
    { action: '/pruefspur', method: 'get', hidden, label: 'Prüfspur durchsuchen' },
    fieldset(
      'Suchen',
      html`${selectField({ name: 'was', label: 'Was ist geschehen?', options: kinds, value: value('was'), placeholder: 'alles', optional: true })}
      ${inputField({ name: 'wer', label: 'Wer? (Kennung)', value: value('wer'), hint: 'Die Kennung eines Mitglieds, oder „maschine:“ für Programme.', optional: true })}
      ${inputField({ name: 'gegenstand', label: 'Woran? (Kennung)', value: value('gegenstand'), optional: true })}
      ${inputField({ name: 'von', label: 'Vom', type: 'date', value: value('von'), optional: true })}
      ${inputField({ name: 'bis', label: 'Bis zum', type: 'date', value: value('bis'), optional: true })}
      ${buttonRow(button('Suchen'))}`,
    ),
  );
}

export function lineTable(rows: readonly NamedAuditLine[]) {
  return table({
    caption: 'Einträge, neueste zuerst',
    columns: [
      { label: 'Nr.', numeric: true },
      { label: 'Wann', width: 'narrow' },
      { label: 'Was' },
      { label: 'Wer' },
      { label: 'Woran' },
      { label: 'Näheres', width: 'wide' },
    ],
    rows: rows.map((line) => [
      line.seq,
      formatInstant(line.at),
      labelOfAction(line.action),
      line.actorName,
      line.objectName ?? `${line.objectType} ${line.objectId}`,
      summaryText(line.summary),
    ]),
    empty: emptyState({
      title: 'Keine Einträge',
      body: 'Zu dieser Suche gibt es nichts. Lassen Sie eine Angabe weg oder wählen Sie einen größeren Zeitraum.',
    }),
  });
}

const longestList = 5;

function summaryText(summary: Readonly<Record<string, unknown>>): string {
  return Object.entries(summary)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? shortList(value) : String(value)}`)
    .join('; ');
}

function shortList(values: readonly unknown[]): string {
  const shown = values.slice(0, longestList).join(', ');
  return values.length > longestList ? `${shown} und ${values.length - longestList} weitere` : shown;
}

/** The lines of this search as files. */
export function exportLinks(query: URLSearchParams) {
  const parameters = new URLSearchParams(query);
  parameters.delete('seite');
  const tail = parameters.size > 0 ? `?${parameters}` : '';
  return html`<ul class="lw-list__exports" aria-label="Herunterladen"><li>${textLink(`/pruefspur.xlsx${tail}`, 'Excel-Datei')}</li><li>${textLink(`/pruefspur.csv${tail}`, 'CSV-Datei')}</li></ul>`;
}

export function pageLinks(query: URLSearchParams, current: number, total: number) {
  const href = (wanted: number) => {
    const parameters = new URLSearchParams(query);
    parameters.set('seite', String(wanted));
    return `/pruefspur?${parameters}`;
  };
  return buttonRow(
    current > 1 ? linkButton('Neuere', href(current - 1), { kind: 'secondary' }) : '',
    current * size < total ? linkButton('Ältere', href(current + 1), { kind: 'secondary' }) : '',
  );
}

const faults = {
  gap: 'Davor fehlt ein Eintrag, oder einer wurde eingefügt.',
  chain: 'Der Eintrag schließt nicht an den davor an.',
  content: 'Der Inhalt wurde nachträglich geändert.',
} as const;

export function checkContent({ lines, lastHash, firstBroken }: ChainCheck) {
  const notice = firstBroken
    ? alert({
        kind: 'danger',
        title: `Die Kette ist bei Eintrag ${firstBroken.seq} gebrochen.`,
        body: `${faults[firstBroken.why]} Bitte benachrichtigen Sie den Betrieb und bewahren Sie diese Seite auf.`,
      })
    : alert({ kind: 'success', title: `Die Kette ist ganz: ${lines} Einträge, jeder unverändert.` });
  return {
    title: 'Prüfung der Kette',
    breadcrumb: [{ label: 'Prüfspur', href: '/pruefspur' }],
    main: html`${notice}<p class="kern-body">Prüfsumme des letzten ganzen Eintrags: <code>${lastHash}</code></p>
      <p class="kern-body">Notieren Sie sie außerhalb von Leitwerk. Dann fällt auch auf, wenn jemand die neuesten Einträge abschneidet.</p>`,
  };
}
