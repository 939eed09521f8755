import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
  uploadBytes,
} from '#platform';
import { goodOnlyField } from '#ui';
import { invalidTable } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { applyImport, beginImport, previewImport } from '../use-cases/import-massnahmen.ts';
import { done, plannerRoute } from './answers.ts';
import { address, list, previewContent, uploadContent } from './import-content.ts';

const uploadLimit = 10_000_000;

/** A table of Massnahmen: sent, looked at row by row, taken over. */
export function importRoutes(deps: PlanningDeps): readonly PageRoute[] {
  const route = (
    method: 'GET' | 'POST',
    path: string,
    act: (planner: Planner, request: PageRequest) => Promise<PageAnswer>,
  ) => plannerRoute(deps, 'planning.measures.import', method, path, act);
  return [
    route('GET', address, async (_, { csrfToken }) => page(uploadContent(csrfToken, null))),
    { ...route('POST', address, (planner, request) => receive(deps, planner, request)), uploadLimit },
    route('GET', `${address}/:einlesung`, (planner, request) => preview(deps, planner, request, null)),
    route('POST', `${address}/:einlesung`, (planner, request) => apply(deps, planner, request)),
  ];
}

async function receive(deps: PlanningDeps, planner: Planner, request: PageRequest): Promise<PageAnswer> {
  const file = request.uploads.get('datei')?.find(({ bytes }) => bytes > 0);
  const refused = (reason: Refusal) => {
    const told = reason.fields
      ? reason
      : { ...reason, fields: [{ field: 'datei', message: reason.message }] };
    return refusedPage(uploadContent(request.csrfToken, told), told);
  };
  if (!file) return refused(invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.'));
  if (file.scanned === 'infected')
    return refused(
      invalidTable(`In der Datei „${file.fileName}“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.`),
    );
  const begun = await beginImport(deps, planner, { name: file.fileName, bytes: await uploadBytes(file) });
  return begun.ok ? { kind: 'redirect', to: `${address}/${begun.value}` } : refused(begun.refusal);
}

async function preview(
  deps: PlanningDeps,
  planner: Planner,
  request: PageRequest,
  error: string | null,
): Promise<PageAnswer> {
  const id = request.params.einlesung ?? '';
  const found = await previewImport(deps, planner, id);
  if (!found.ok) return refusal(found.refusal);
  const content = previewContent(request, id, found.value, error);
  return error === null ? page(content) : page({ ...content, error: true }, 422);
}

async function apply(deps: PlanningDeps, planner: Planner, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.einlesung ?? '';
  const looked = await previewImport(deps, planner, id);
  if (!looked.ok) return refusal(looked.refusal);
  if (looked.value.zeilen.some(({ art }) => art === 'fehler') && request.form.get(goodOnlyField) !== 'ja')
    return preview(
      deps,
      planner,
      request,
      'Bitte bestätigen Sie, dass nur die guten Zeilen übernommen werden.',
    );
  const applied = await applyImport(deps, planner, id);
  return applied.ok ? done(list, 'eingelesen') : refusal(applied.refusal);
}
