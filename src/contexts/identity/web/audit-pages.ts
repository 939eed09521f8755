import { html } from 'hono/html';
import { type PageRequest as ListRequest, type LocalDate, parseLocalDate } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import { button, form, formatInstant, listDownload, readListQuery } from '#ui';
import type { IdentityDeps } from '../identity-deps.ts';
import { type AuditChain, type AuditSearch, checkAuditChain, readAudit } from '../use-cases/read-audit.ts';
import { page, withCaller } from './answers.ts';
import { auditExport } from './audit-export.ts';
import {
  chainTabs,
  checkContent,
  exportLinks,
  lineTable,
  pageLinks,
  searchForm,
  size,
} from './audit-view.ts';

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
    ...(['csv', 'xlsx'] as const).map(
      (format): PageRoute => ({
        capability: 'identity.audit.search',
        access,
        method: 'GET',
        path: `/pruefspur.${format}`,
        handle: (request) => exportAudit(deps, request, format),
      }),
    ),
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
  const text = (name: string) => formField(query, name).slice(0, 100) || undefined;
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
      fromDay: dateOf(formField(query, 'von')),
      toDay: dateOf(formField(query, 'bis')),
    },
    page: request,
  };
}

/** More lines belong into several files, by period. */
const mostExported = 10_000;

function exportAudit(deps: IdentityDeps, request: PageRequest, format: 'csv' | 'xlsx'): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const search = { ...searchOf(request.query), page: { page: 1, size: mostExported } };
    const found = await readAudit(deps, caller, search);
    if (!found.ok) return refusal(found.refusal);
    const { query } = readListQuery(auditExport, new URLSearchParams());
    const now = deps.clock.now();
    const notes = {
      title: 'Prüfspur',
      source: deps.installationName,
      state: formatInstant(now),
      demo: deps.demo,
      createdAt: now,
    };
    return listDownload(auditExport, found.value.rows, query, format, { fileName: 'pruefspur', notes });
  });
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
        ${exportLinks(request.query)}
        ${lineTable(rows)}
        ${pageLinks(request.query, search.page.page, total)}
        ${form({ action: '/pruefspur/pruefen', csrfToken: request.csrfToken, hidden: { kette: search.chain } }, button('Kette prüfen', { kind: 'secondary' }))}`,
    });
  });
}
