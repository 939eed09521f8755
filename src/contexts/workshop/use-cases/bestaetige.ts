import { ok, type Result, refuse } from '#kernel';
import type { WorkshopDeps } from '../deps.ts';
import { withValue } from '../domain/json.ts';
import { platzhalterIn } from '../domain/platzhalter.ts';
import { placeUnknown } from '../errors.ts';
import type { Autor } from './autor.ts';
import { aendere, type Entwurf } from './entwurf.ts';

/** Says that a proposed text is right as it stands; refuses where there is none (any more). */
export function bestaetige(
  deps: Pick<WorkshopDeps, 'db' | 'clock'>,
  autor: Autor,
  dienst: string,
  {
    dokument,
    stelle,
    grundlage,
  }: { readonly dokument: 'dienst' | 'formular'; readonly stelle: string; readonly grundlage: number },
): Promise<Result<Entwurf>> {
  return aendere(deps, autor, dienst, {
    grundlage,
    was: 'Einen vorgeschlagenen Text bestätigt',
    wende: (now) => {
      const found = platzhalterIn(now[dokument]).find(({ place }) => place === stelle);
      const text = found?.vorschlag ?? null;
      if (found === undefined || text === null) return refuse(placeUnknown);
      return ok({ ...now, [dokument]: withValue(now[dokument], found.pointer, () => text) });
    },
  });
}
