import { numberIn, type PageAnswer, type PageRequest, type PageRoute, refusal, uploadBytes } from '#platform';
import { groessteDatei } from '../domain/nachweis-datei.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { invalidEvidence } from '../errors.ts';
import { attachEvidence } from '../use-cases/attach-evidence.ts';
import { deleteEvidence } from '../use-cases/delete-evidence.ts';
import { editorOf, readerOf } from '../use-cases/editor.ts';
import { openEvidence } from '../use-cases/open-evidence.ts';
import { done } from './answers.ts';
import { cellAgain } from './cell-page.ts';

const edit = { permission: 'compass.stand.edit' } as const;

/** Evidence as a file: handed in, downloaded, deleted. */
export function evidenceRoutes(deps: CompassDeps): readonly PageRoute[] {
  return [
    {
      capability: 'compass.evidence.attach',
      method: 'POST',
      path: '/stand/:leistung/nachweis',
      access: edit,
      uploadLimit: groessteDatei,
      admitUpload: ({ principal }) => editorOf(deps, principal),
      handle: (request) => attach(deps, request),
    },
    {
      capability: 'compass.evidence.open',
      method: 'GET',
      path: '/stand/:leistung/nachweis/:datei',
      access: { permission: 'compass.stand.read' },
      handle: (request) => download(deps, request),
    },
    {
      capability: 'compass.evidence.delete',
      method: 'POST',
      path: '/stand/:leistung/nachweis/:datei/loeschen',
      access: edit,
      handle: (request) => remove(deps, request),
    },
  ];
}

async function attach(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const { principal, params, form, uploads } = request;
  const editor = await editorOf(deps, principal);
  if (!editor.ok) return refusal(editor.refusal);
  const upload = uploads.get('datei')?.find(({ bytes }) => bytes > 0);
  if (!upload)
    return cellAgain(
      deps,
      request,
      invalidEvidence('datei', 'Bitte wählen Sie eine Datei aus, die nicht leer ist.'),
    );
  const { fileName, scanned } = upload;
  const leistungId = params.leistung ?? '';
  const attached = await attachEvidence(
    deps,
    editor.value,
    { fileName, scanned, bytes: await uploadBytes(upload) },
    { leistungId, grundlage: numberIn(form.get('grundlage')), text: form.get('dateiText') ?? '' },
  );
  return attached.ok ? done(`/stand/${leistungId}`, 'nachweis') : cellAgain(deps, request, attached.refusal);
}

async function download(deps: CompassDeps, { principal, params }: PageRequest): Promise<PageAnswer> {
  const reader = await readerOf(deps, principal);
  if (!reader.ok) return refusal(reader.refusal);
  const opened = await openEvidence(deps, reader.value, params.leistung ?? '', params.datei ?? '');
  if (!opened.ok) return refusal(opened.refusal);
  const { datei, inhalt } = opened.value;
  const body = new Uint8Array(inhalt);
  return { kind: 'download', fileName: datei.name, contentType: datei.mediaType, body };
}

async function remove(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const { leistung = '', datei = '' } = request.params;
  const grundlage = numberIn(request.form.get('grundlage'));
  const deleted = await deleteEvidence(deps, editor.value, { leistungId: leistung, grundlage, id: datei });
  return deleted.ok
    ? done(`/stand/${leistung}`, 'nachweis-geloescht')
    : cellAgain(deps, request, deleted.refusal);
}
