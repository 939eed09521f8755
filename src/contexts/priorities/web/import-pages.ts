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
import { manage, type PrioritiesDeps } from '../priorities-deps.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from '../use-cases/einlesen.ts';
import { managerOf, type Viewer } from '../use-cases/viewer.ts';
import { done } from './answers.ts';
import { previewContent, uploadContent } from './import-content.ts';
import { paths } from './paths.ts';

const uploadLimit = 10_000_000;

const what = 'Angaben einlesen';

/** A table of statements: sent, looked at row by row, taken over. */
export function importRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  const asManager =
    (act: (viewer: Viewer, request: PageRequest) => Promise<PageAnswer>): PageRoute['handle'] =>
    async (request) => {
      const manager = await managerOf(deps, request.principal, what);
      return manager.ok ? act(manager.value, request) : refusal(manager.refusal);
    };
  const route = (method: 'GET' | 'POST', path: string, handle: PageRoute['handle']): PageRoute => ({
    capability: 'priorities.import',
    method,
    path,
    access: manage,
    handle,
  });
  return [
    route('GET', paths.einlesen, async ({ csrfToken }) => page(uploadContent(csrfToken, null))),
    {
      ...route(
        'POST',
        paths.einlesen,
        asManager((viewer, request) => receive(deps, viewer, request)),
      ),
      uploadLimit,
    },
    route(
      'GET',
      `${paths.einlesen}/:einlesung`,
      asManager((viewer, request) => preview(deps, viewer, request, null)),
    ),
    route(
      'POST',
      `${paths.einlesen}/:einlesung/uebernehmen`,
      asManager((viewer, request) => apply(deps, viewer, request)),
    ),
  ];
}

async function receive(deps: PrioritiesDeps, viewer: Viewer, request: PageRequest): Promise<PageAnswer> {
  const file = request.uploads.get('datei')?.find(({ bytes }) => bytes > 0);
  if (!file) return refused(request, invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.'));
  if (file.scanned === 'infected')
    return refused(
      request,
      invalidTable(`In der Datei „${file.fileName}“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.`),
    );
  const begun = await beginEinlesung(deps, viewer, { name: file.fileName, bytes: await uploadBytes(file) });
  return begun.ok
    ? { kind: 'redirect', to: `${paths.einlesen}/${begun.value}` }
    : refused(request, begun.refusal);
}

function refused({ csrfToken }: PageRequest, reason: Refusal): PageAnswer {
  const told = reason.fields ? reason : { ...reason, fields: [{ field: 'datei', message: reason.message }] };
  return refusedPage(uploadContent(csrfToken, told), told);
}

async function preview(
  deps: PrioritiesDeps,
  viewer: Viewer,
  request: PageRequest,
  error: string | null,
): Promise<PageAnswer> {
  const found = await previewEinlesung(deps, viewer, request.params.einlesung ?? '');
  if (!found.ok) return refusal(found.refusal);
  const content = previewContent(request, found.value, error);
  return error === null ? page(content) : page({ ...content, error: true }, 422);
}

async function apply(deps: PrioritiesDeps, viewer: Viewer, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.einlesung ?? '';
  const looked = await previewEinlesung(deps, viewer, id);
  if (!looked.ok) return refusal(looked.refusal);
  const mistakes = looked.value.zeilen.some(({ art }) => art === 'fehler');
  if (mistakes && request.form.get(goodOnlyField) !== 'ja')
    return preview(
      deps,
      viewer,
      request,
      'Bitte bestätigen Sie, dass nur die guten Zeilen übernommen werden.',
    );
  const applied = await applyEinlesung(deps, viewer, id);
  return applied.ok ? done(paths.angaben, 'eingelesen') : refusal(applied.refusal);
}
