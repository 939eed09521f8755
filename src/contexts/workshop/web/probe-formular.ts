import { formIn } from '#forms';
import { type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { probeUnknown } from '../errors.ts';
import { felder } from './vorschau-felder.ts';
import { formularAntwort, uploadLimit } from './vorschau-formular.ts';

const path = '/anbindungen/:dienst/formular';

/** The form of a service that a Kommune connects, to be tried before citizens see it: nothing is kept or sent. */
export function probeRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  const door = { capability: 'workshop.probe', path, access: 'signed-in' } as const;
  const handle = (request: PageRequest) => answer(deps, request);
  return [
    { ...door, method: 'GET', handle },
    { ...door, method: 'POST', handle, uploadLimit },
  ];
}

async function answer(deps: WorkshopDeps, request: PageRequest): Promise<PageAnswer> {
  const { dienst: id = '' } = request.params;
  const found = await deps.probe(request.principal, id);
  if (found === null) return refusal(probeUnknown);
  if (!found.ok) return refusal(found.refusal);
  const { kommune, dienst, context } = found.value;
  const anbindung = `/anbindungen/${encodeURIComponent(id)}`;
  return formularAntwort({
    request,
    aktion: `${anbindung}/formular`,
    behalten: null,
    zurueck: anbindung,
    dienst,
    form: formIn(dienst.form, request.form.get(felder.sprache) ?? ''),
    kommune,
    context,
    faelle: [],
  });
}
