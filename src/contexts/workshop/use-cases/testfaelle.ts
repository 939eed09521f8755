import { ok, type Result, refuse } from '#kernel';
import type { WorkshopDeps } from '../deps.ts';
import { isObject, type Json, listAt, sameJson, textAt, withValue } from '../domain/json.ts';
import { changedMeanwhile } from '../errors.ts';
import type { Autor } from './autor.ts';
import { aendere, type Entwurf } from './entwurf.ts';

/** Writes a test case over the one of this id, or adds it; `null` takes it away. */
export function speichereTestfall(
  deps: Pick<WorkshopDeps, 'db' | 'clock'>,
  autor: Autor,
  dienst: string,
  { id, fall, grundlage }: { readonly id: string; readonly fall: Json | null; readonly grundlage: number },
): Promise<Result<Entwurf>> {
  return aendere(deps, autor, dienst, {
    grundlage,
    was: (read) => {
      const before = listAt(read.testfaelle, 'cases').find((each) => textAt(each, 'id') === id);
      const titel = textAt(fall ?? before, 'title') || id;
      return `Testfall „${titel}“ ${fall === null ? 'entfernt' : before === undefined ? 'hinzugefügt' : 'geändert'}`;
    },
    wende: (now, read) => {
      const cases = listAt(now.testfaelle, 'cases');
      const index = cases.findIndex((each) => textAt(each, 'id') === id);
      const before = listAt(read.testfaelle, 'cases').find((each) => textAt(each, 'id') === id);
      if (!sameJson(cases[index], before)) return refuse(changedMeanwhile());
      const at = index < 0 ? cases.length : index;
      const next = cases.toSpliced(at, 1, ...(fall === null ? [] : [fall]));
      const documents = isObject(now.testfaelle) ? now.testfaelle : {};
      return ok({ ...now, testfaelle: withValue(documents, ['cases'], () => next) });
    },
  });
}
