import { numberIn, type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { CompassDeps } from '../doors-deps.ts';
import { invalidStand } from '../errors.ts';
import { editorOf } from '../use-cases/editor.ts';
import { takeBack } from '../use-cases/take-back.ts';
import { done } from './answers.ts';
import { cellAgain } from './cell-page.ts';

/** Takes the statement about a Leistung back, once that was confirmed. */
export function takeBackRoutes(deps: CompassDeps): readonly PageRoute[] {
  return [
    {
      capability: 'compass.cell.take-back',
      method: 'POST',
      path: '/stand/:leistung/zuruecknehmen',
      access: { permission: 'compass.stand.edit' },
      handle: (request) => receive(deps, request),
    },
  ];
}

async function receive(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const { principal, params, form: given } = request;
  const editor = await editorOf(deps, principal);
  if (!editor.ok) return refusal(editor.refusal);
  if (!given.has('zuruecknehmen')) return cellAgain(deps, request, unconfirmed);
  const leistungId = params.leistung ?? '';
  const taken = await takeBack(deps, editor.value, {
    leistungId,
    grundlage: numberIn(given.get('grundlage')),
    grund: given.get('grundZurueck') ?? '',
  });
  if (taken.ok) return done(`/stand/${leistungId}`, 'zurueckgenommen');
  // Who changed it meanwhile is told in a sentence: there is nothing to decide field by field.
  const { kind, code, message, fields } = taken.refusal;
  return cellAgain(deps, request, {
    kind,
    code,
    message,
    ...(kind === 'invalid' && fields ? { fields } : {}),
  });
}

const unconfirmed = invalidStand([
  { field: 'zuruecknehmen', message: 'Bitte kreuzen Sie an, dass die Angabe zurückgenommen werden soll.' },
]);
