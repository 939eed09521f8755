import { ok, type Result } from '#kernel';
import type { Principal } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { placeUnknown } from '../errors.ts';
import { ortVon } from '../settings/ort.ts';
import { autorVon } from './autor.ts';
import { openEntwurf } from './entwurf.ts';

/** An element of a draft on which questions hang: `sperrmuell/teil/person/name`. */
export async function findeElement(
  deps: Pick<WorkshopDeps, 'db' | 'ownAnbieter'>,
  principal: Principal,
  id: string,
): Promise<Result<{ readonly id: string; readonly name: string; readonly href: string }>> {
  const [dienst = '', ...rest] = id.trim().split('/');
  const autor = await autorVon(deps, principal);
  if (!autor.ok) return autor;
  const entwurf = await openEntwurf(deps, autor.value, dienst);
  if (!entwurf.ok) return entwurf;
  const ort = ortVon(rest.join('/'), entwurf.value.dokumente.formular);
  if (ort === null) return { ok: false, refusal: placeUnknown };
  const href = `/werkstatt/${dienst}/teil?ort=${encodeURIComponent(ort.text)}`;
  return ok({
    id: `${dienst}/${ort.text}`,
    name: `${ort.art} „${ort.titel}“ in ${entwurf.value.titel}`,
    href,
  });
}
