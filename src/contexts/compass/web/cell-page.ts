import type { Refusal, Result } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { parseAenderung } from '../domain/parse-aenderung.ts';
import type { StandAenderung } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { invalidStand } from '../errors.ts';
import { changeStand } from '../use-cases/change-stand.ts';
import { editorOf, readerOf } from '../use-cases/editor.ts';
import { readZelle, type Zelle } from '../use-cases/read-cell.ts';
import { done } from './answers.ts';
import { contentOf, type Typed } from './cell-content.ts';
import { eingabeOf } from './cell-form-input.ts';

const edit = { permission: 'compass.stand.edit' } as const;

/** One Leistung of the own Kommune: what holds, the form, how to get better, and who said what when. */
export function cellRoutes(deps: CompassDeps): readonly PageRoute[] {
  return [
    {
      capability: 'compass.cell',
      method: 'GET',
      path: '/stand/:leistung',
      access: { permission: 'compass.stand.read' },
      handle: async (request) => {
        const zelle = await zelleFor(deps, request);
        return zelle.ok ? page(await contentOf(deps, zelle.value, request, null)) : refusal(zelle.refusal);
      },
    },
    {
      capability: 'compass.cell.change',
      method: 'POST',
      path: '/stand/:leistung',
      access: edit,
      handle: (request) => receive(deps, request),
    },
    {
      capability: 'compass.cell.confirm',
      method: 'POST',
      path: '/stand/:leistung/bestaetigen',
      access: edit,
      handle: (request) => confirm(deps, request),
    },
  ];
}

async function zelleFor(deps: CompassDeps, { principal, params }: PageRequest): Promise<Result<Zelle>> {
  const reader = await readerOf(deps, principal);
  return reader.ok ? readZelle(deps, reader.value, params.leistung ?? '') : reader;
}

async function receive(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const leistungId = request.params.leistung ?? '';
  const parsed = parseAenderung(eingabeOf(request.form, deps.modelle));
  if (!parsed.ok) {
    const werte = typedValues(request.form);
    return again(deps, request, { refusal: invalidStand(parsed.refusal), werte });
  }
  const grundlage = numberIn(request.form.get('grundlage'));
  const changed = await changeStand(deps, editor.value, {
    leistungId,
    grundlage,
    aenderung: parsed.value,
    zusammenfuehren: request.form.get('zusammenfuehren') === 'ja',
  });
  if (!changed.ok) return again(deps, request, { refusal: changed.refusal, werte: parsed.value });
  return done(`/stand/${leistungId}`, changed.value.fassung === grundlage ? 'nichts-neues' : 'gespeichert');
}

async function confirm(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const leistungId = request.params.leistung ?? '';
  const grundlage = numberIn(request.form.get('grundlage'));
  const wunsch = { leistungId, grundlage, aenderung: {}, bestaetigen: true };
  const changed = await changeStand(deps, editor.value, wunsch);
  return changed.ok
    ? done(`/stand/${leistungId}`, 'bestaetigt')
    : again(deps, request, { refusal: changed.refusal, werte: {} });
}

/** Fields that parse singly keep what was typed; the others stand as they are stored. */
function typedValues(form: URLSearchParams): StandAenderung {
  let werte: StandAenderung = {};
  for (const [name, value] of form) {
    const parsed = parseAenderung({ [name]: value });
    if (parsed.ok) werte = { ...werte, ...parsed.value };
  }
  return werte;
}

/** The page of a cell again, with why something else than its form was refused. */
export function cellAgain(deps: CompassDeps, request: PageRequest, reason: Refusal): Promise<PageAnswer> {
  return again(deps, request, { refusal: reason, werte: {} });
}

async function again(deps: CompassDeps, request: PageRequest, typed: Typed): Promise<PageAnswer> {
  const zelle = await zelleFor(deps, request);
  if (!zelle.ok) return refusal(typed.refusal);
  return refusedPage(await contentOf(deps, zelle.value, request, typed), typed.refusal);
}
