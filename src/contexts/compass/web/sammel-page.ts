import { isUuid, ok, type Refusal, type Result } from '#kernel';
import {
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  parseVorgangId,
  readVorgang,
  refusal,
  refusedPage,
} from '#platform';
import { exportCsv, goodOnlyField, refusedColumns } from '#ui';
import type { CompassDeps } from '../doors-deps.ts';
import { editorOf } from '../use-cases/editor.ts';
import { beginUebernahme, changeWahl } from '../use-cases/einlesen.ts';
import { applySammel, sammelOf } from '../use-cases/sammel.ts';
import { undoSammel } from '../use-cases/undo-sammel.ts';
import { sammelAddress } from './sammel-address.ts';
import { type Found, isOpen, sammelContent } from './sammel-content.ts';
import { spaltenIn } from './spalten-form.ts';

const access = { permission: 'compass.stand.edit' } as const;

/** One bulk change: how far it is, what it would do, what it did, and the way back. */
export function sammelPageRoutes(deps: CompassDeps): readonly PageRoute[] {
  const one = `${sammelAddress}/:id`;
  const bulk = { capability: 'compass.bulk', access } as const;
  const state = { capability: 'compass.bulk.state', access, method: 'GET' } as const;
  return [
    { ...state, path: one, handle: (request) => show(deps, request, null) },
    { ...state, path: `${one}/stand`, handle: (request) => standing(deps, request) },
    { ...state, path: `${one}/fehlerhaft.csv`, handle: (request) => refusedFile(deps, request) },
    { ...bulk, method: 'POST', path: one, handle: (request) => apply(deps, request) },
    {
      capability: 'compass.import',
      access,
      method: 'POST',
      path: `${one}/spalten`,
      handle: (request) => chooseColumns(deps, request),
    },
    {
      capability: 'compass.bulk.undo',
      access,
      method: 'POST',
      path: `${one}/rueckgaengig`,
      handle: (request) => undo(deps, request),
    },
  ];
}

async function find(deps: CompassDeps, { principal, params }: PageRequest): Promise<Result<Found>> {
  const editor = await editorOf(deps, principal);
  if (!editor.ok) return editor;
  const { kommune, actor } = editor.value;
  const sammel = await sammelOf(deps, editor.value, params.id ?? '');
  if (!sammel.ok) return sammel;
  const id = parseVorgangId(sammel.value.vorgang ?? '');
  const vorgang = id && (await deps.db.withTenant(kommune.tenant, actor, (tx) => readVorgang(tx, id)));
  return ok({ sammel: sammel.value, vorgang });
}

async function show(deps: CompassDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  const found = await find(deps, request);
  if (!found.ok) return refusal(reason ?? found.refusal);
  const content = sammelContent(found.value, request, reason);
  return reason ? refusedPage(content, reason) : page(content);
}

async function standing(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const found = await find(deps, request);
  if (!found.ok) return refusal(found.refusal);
  const { vorgang } = found.value;
  return {
    kind: 'json',
    body: { value: vorgang?.percent ?? 100, max: 100, text: vorgang?.message ?? '', done: !isOpen(vorgang) },
  };
}

async function refusedFile(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const found = await find(deps, request);
  if (!found.ok) return refusal(found.refusal);
  const { sammel } = found.value;
  const refused = (sammel.zeilen ?? []).filter(({ art }) => art === 'refused');
  const rows = refused.map(({ zeile, zellen, name, probleme }) => ({
    line: zeile ?? 0,
    cells: zellen.length > 0 ? zellen : [name],
    problems: probleme,
  }));
  const columns = refusedColumns(sammel.tabelle?.kopf ?? ['Leistung']);
  return {
    kind: 'download',
    fileName: 'nicht-uebernommen.csv',
    contentType: 'text/csv; charset=utf-8',
    body: ReadableStream.from(exportCsv({ columns }, rows)).pipeThrough(new TextEncoderStream()),
  };
}

async function apply(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const id = request.params.id ?? '';
  const nurGute = request.form.get(goodOnlyField) === 'ja';
  const sammel = await sammelOf(deps, editor.value, id);
  if (!sammel.ok) return refusal(sammel.refusal);
  const run = sammel.value.art === 'datei' ? beginUebernahme : applySammel;
  const done: Result<unknown> = await run(deps, editor.value, id, nurGute);
  if (!done.ok) return show(deps, request, done.refusal);
  return { kind: 'redirect', to: `${sammelAddress}/${id}` };
}

async function undo(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const id = request.params.id ?? '';
  const undone = await undoSammel(deps, editor.value, id);
  if (!undone.ok) return isUuid(id) ? show(deps, request, undone.refusal) : refusal(undone.refusal);
  return { kind: 'redirect', to: `${sammelAddress}/${id}` };
}

async function chooseColumns(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const id = request.params.id ?? '';
  const changed = await changeWahl(deps, editor.value, id, {
    spalten: spaltenIn(request.form),
    leeren: request.form.get('leeren') === 'ja',
  });
  return changed.ok
    ? { kind: 'redirect', to: `${sammelAddress}/${id}` }
    : show(deps, request, changed.refusal);
}
