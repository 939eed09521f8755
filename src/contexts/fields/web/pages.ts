import type { Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, refusal, sentFile } from '#platform';
import type { FieldsDeps } from '../deps.ts';
import { invalidDefinition } from '../errors.ts';
import { editorOf, readerOf } from '../use-cases/person.ts';
import { readKind } from '../use-cases/read-fields.ts';
import { exportDefinition, importDefinition, parseDefinitionText } from '../use-cases/transfer-definition.ts';
import { done, manage } from './answers.ts';
import { postField, showField } from './field-page.ts';
import { showKind } from './kind-page.ts';
import { showKinds } from './kinds-page.ts';
import { showPreview } from './preview-page.ts';

const mostBytes = 1_000_000;

/** The pages of this context. */
export function fieldsPages(deps: FieldsDeps): readonly PageRoute[] {
  const read = { method: 'GET', access: 'signed-in' } as const;
  const change = { access: manage } as const;
  const add = { ...change, capability: 'fields.field.add', path: '/felder/:art/neu' } as const;
  const edit = { ...change, capability: 'fields.field.change', path: '/felder/:art/feld/:key' } as const;
  const tryOut = { access: 'signed-in', capability: 'fields.check', path: '/felder/:art/vorschau' } as const;
  const handle = {
    show: (request: PageRequest) => showField(deps, request),
    post: (request: PageRequest) => postField(deps, request),
    preview: (request: PageRequest) => showPreview(deps, request),
  };
  return [
    { ...read, capability: 'fields.kinds', path: '/felder', handle: (request) => showKinds(deps, request) },
    {
      ...read,
      capability: 'fields.kind',
      path: '/felder/:art',
      handle: (request) => showKind(deps, request),
    },
    {
      ...read,
      capability: 'fields.export',
      path: '/felder/:art/definition',
      handle: (request) => download(deps, request),
    },
    {
      ...change,
      method: 'POST',
      capability: 'fields.import',
      path: '/felder/:art/definition',
      uploadLimit: mostBytes,
      admitUpload: ({ principal }) => editorOf(deps, principal),
      handle: (request) => upload(deps, request),
    },
    { ...add, method: 'GET', handle: handle.show },
    { ...add, method: 'POST', handle: handle.post },
    { ...edit, method: 'GET', handle: handle.show },
    { ...edit, method: 'POST', handle: handle.post },
    { ...tryOut, method: 'GET', handle: handle.preview },
    { ...tryOut, method: 'POST', handle: handle.preview },
  ];
}

async function download(deps: FieldsDeps, { principal, params }: PageRequest): Promise<PageAnswer> {
  const reader = await readerOf(deps, principal);
  if (!reader.ok) return refusal(reader.refusal);
  const stand = await readKind(deps, reader.value, params.art ?? '');
  if (!stand.ok) return refusal(stand.refusal);
  return {
    kind: 'download',
    fileName: `felder-${stand.value.kind.art}-${deps.clock.today()}.json`,
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(exportDefinition(stand.value), null, 2)}\n`,
  };
}

async function upload(deps: FieldsDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const nothing = invalidDefinition([{ field: 'datei', message: 'Bitte wählen Sie eine Datei.' }]);
  const file = await sentFile(request, nothing);
  if (!file.ok) return showKind(deps, request, file.refusal);
  const content = parseDefinitionText(file.value.bytes.toString('utf8').replace(/^\uFEFF/, ''));
  if (!content.ok) return showKind(deps, request, content.refusal);
  const art = request.params.art ?? '';
  const grundlage = Number(request.form.get('grundlage') ?? '0');
  const taken = await importDefinition(deps, editor.value, { art, grundlage }, content.value);
  return taken.ok ? done(art, 'datei') : showKind(deps, request, aboutFile(taken.refusal));
}

/** Everything that is wrong in a file is wrong with the one field that holds it. */
function aboutFile(reason: Refusal): Refusal {
  const fields = (reason.fields ?? []).map(({ field, message }) => ({
    field: 'datei',
    message: field === 'datei' ? message : `${field}: ${message}`,
  }));
  return fields.length > 0 ? { ...reason, fields } : reason;
}
