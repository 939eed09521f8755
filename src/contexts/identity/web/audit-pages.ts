import { html } from 'hono/html';
import { type PageRequest as ListRequest, type LocalDate, parseLocalDate } from '#kernel';
import type { ChainCheck, PageAnswer, PageRequest, PageRoute } from '#platform';
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
} from '#ui';
import type { IdentityDeps } from '../identity-deps.ts';
import {
  type AuditChain,
  type AuditSearch,
  checkAuditChain,
  type NamedAuditLine,
  readAudit,
} from '../use-cases/read-audit.ts';
import { field, page, refusal, withCaller } from './answers.ts';
import { actionLabels, labelOfAction } from './audit-labels.ts';

const size = 50;

/** The audit trail of the own organisation, and for the operator that of the installation. */
export function auditRoutes(deps: IdentityDeps): readonly PageRoute[] {
  const access = { permission: 'audit.read' } as const;
  return [
    {
      capability: 'identity.audit.search',
      access,
      method: 'GET',
      path: '/pruefspur',
      handle: (request) => showAudit(deps, request),
    },
    {
      capability: 'identity.audit.verify',
      access,
      method: 'POST',
      path: '/pruefspur/pruefen',
      handle: (request) =>
        withCaller(request.principal, async (caller) => {
          const checked = await checkAuditChain(deps, caller, chainOf(request.form));
          return checked.ok ? page(checkContent(checked.value)) : refusal(checked.refusal);
        }),
    },
  ];
}

function chainOf(parameters: URLSearchParams): AuditChain {
  return parameters.get('kette') === 'installation' ? 'installation' : 'organisation';
}

function dateOf(text: string): LocalDate | undefined {
  const parsed = parseLocalDate(text);
  return parsed.ok ? parsed.value : undefined;
}

/** What the address asks of the audit trail. */
function searchOf(query: URLSearchParams): AuditSearch {
  const text = (name: string) => field(query, name).slice(0, 100) || undefined;
  const who = text('wer');
  const wanted = Number(query.get('seite') ?? 1);
  const request: ListRequest = {
    page: Number.isInteger(wanted) && wanted > 0 && wanted < 1e6 ? wanted : 1,
    size,
  };
  return {
    chain: chainOf(query),
    filter: {
      action: text('was'),
      objectId: text('gegenstand'),
      actor: who && /^[0-9a-f-]{36}$/.test(who) ? `mitglied:${who}` : who,
      fromDay: dateOf(field(query, 'von')),
      toDay: dateOf(field(query, 'bis')),
    },
    page: request,
  };
}

function showAudit(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const search = searchOf(request.query);
    const found = await readAudit(deps, caller, search);
    if (!found.ok) return refusal(found.refusal);
    const { rows, total } = found.value;
    return page({
      title: 'Prüfspur',
      lead: 'Jede Änderung und jedes Lesen persönlicher Daten, mit Zeit und Person. Nichts davon lässt sich ändern oder löschen, ohne dass es auffällt.',
      wide: true,
      main: html`${caller.permissions.has('audit.installation') ? chainTabs(search.chain) : ''}
        ${searchForm(request.query)}
        <p class="kern-body" role="status">${total === 1 ? '1 Eintrag' : `${total} Einträge`}${total > size ? `, Seite ${search.page.page} von ${Math.ceil(total / size)}` : ''}</p>
        ${lineTable(rows)}
        ${pageLinks(request.query, search.page.page, total)}
        ${form({ action: '/pruefspur/pruefen', csrfToken: request.csrfToken, hidden: { kette: search.chain } }, button('Kette prüfen', { kind: 'secondary' }))}`,
    });
  });
}

function chainTabs(chain: AuditChain) {
  return tabs('Welche Prüfspur', [
    { label: 'Eigene Organisation', href: '/pruefspur', current: chain === 'organisation' },
    { label: 'Installation', href: '/pruefspur?kette=installation', current: chain === 'installation' },
  ]);
}

function searchForm(query: URLSearchParams) {
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

function lineTable(rows: readonly NamedAuditLine[]) {
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
      `${line.objectType} ${line.objectId}`,
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

function pageLinks(query: URLSearchParams, current: number, total: number) {
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

function checkContent({ lines, lastHash, firstBroken }: ChainCheck) {
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
