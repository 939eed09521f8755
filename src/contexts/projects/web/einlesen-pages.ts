import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
  type Upload,
  uploadBytes,
} from '#platform';
import { goodOnlyField } from '#ui';
import { invalidTable } from '../errors.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { type Lead, leadOf } from '../use-cases/actors.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from '../use-cases/einlesen.ts';
import { done } from './answers.ts';
import { address, previewContent, uploadContent } from './einlesen-content.ts';

const manage = { permission: 'projects.manage' } as const;
const uploadLimit = 10_000_000;

/** A table of projects: sent, looked at row by row, taken over. */
export function einlesenRoutes(deps: ProjectsDeps): readonly PageRoute[] {
  const asLead =
    (act: (lead: Lead, request: PageRequest) => Promise<PageAnswer>): PageRoute['handle'] =>
    async (request) => {
      const lead = await leadOf(deps, request.principal);
      return lead.ok ? act(lead.value, request) : refusal(lead.refusal);
    };
  const route = (method: 'GET' | 'POST', path: string, handle: PageRoute['handle']): PageRoute => ({
    capability: 'projects.import',
    method,
    path,
    access: manage,
    handle,
  });
  return [
    route('GET', address, async ({ csrfToken }) => page(uploadContent(csrfToken, null))),
    {
      ...route(
        'POST',
        address,
        asLead((lead, request) => receive(deps, lead, request)),
      ),
      uploadLimit,
    },
    route(
      'GET',
      `${address}/:einlesung`,
      asLead((lead, request) => preview(deps, lead, request, null)),
    ),
    route(
      'POST',
      `${address}/:einlesung/uebernehmen`,
      asLead((lead, request) => apply(deps, lead, request)),
    ),
  ];
}

async function receive(deps: ProjectsDeps, lead: Lead, request: PageRequest): Promise<PageAnswer> {
  const file = request.uploads.get('datei')?.find(({ bytes }) => bytes > 0);
  const wrong = file
    ? infected(file)
    : invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.');
  if (!file || wrong) return refused(request, wrong ?? invalidTable('Die Datei fehlt.'));
  const begun = await beginEinlesung(deps, lead, { name: file.fileName, bytes: await uploadBytes(file) });
  return begun.ok ? { kind: 'redirect', to: `${address}/${begun.value}` } : refused(request, begun.refusal);
}

function infected({ scanned, fileName }: Upload): Refusal | null {
  return scanned === 'infected'
    ? invalidTable(`In der Datei „${fileName}“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.`)
    : null;
}

function refused({ csrfToken }: PageRequest, reason: Refusal): PageAnswer {
  const told = reason.fields ? reason : { ...reason, fields: [{ field: 'datei', message: reason.message }] };
  return refusedPage(uploadContent(csrfToken, told), told);
}

async function preview(
  deps: ProjectsDeps,
  lead: Lead,
  request: PageRequest,
  error: string | null,
): Promise<PageAnswer> {
  const id = request.params.einlesung ?? '';
  const found = await previewEinlesung(deps, lead, id);
  if (!found.ok) return refusal(found.refusal);
  const content = previewContent(request, id, found.value, error);
  return error === null ? page(content) : page({ ...content, error: true }, 422);
}

async function apply(deps: ProjectsDeps, lead: Lead, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.einlesung ?? '';
  const looked = await previewEinlesung(deps, lead, id);
  if (!looked.ok) return refusal(looked.refusal);
  const refusedRows = looked.value.zeilen.some(({ art }) => art === 'fehler' || art === 'konflikt');
  if (refusedRows && request.form.get(goodOnlyField) !== 'ja')
    return preview(deps, lead, request, 'Bitte bestätigen Sie, dass nur die guten Zeilen übernommen werden.');
  const applied = await applyEinlesung(deps, lead, id);
  return applied.ok ? done('/projekte', 'eingelesen') : refusal(applied.refusal);
}
