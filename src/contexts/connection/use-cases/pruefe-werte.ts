import type { Angebot } from '#efa';
import { allParameters, checkParameters } from '#efa/many';
import { ok, type Result, refuse } from '#kernel';
import { type Bekanntes, vorgabenFor } from '../domain/annahmen.ts';
import type { JsonValue } from '../domain/json-value.ts';
import { werteInvalid } from '../errors-cockpit.ts';

/** Whether a service knows what is stated for all, and each value fits; the places in them are filled for the first body. */
export function pruefeWerte(
  { data }: Angebot,
  werte: Readonly<Record<string, JsonValue>>,
  [first]: readonly Bekanntes[],
): Result<null> {
  if (first === undefined) return ok(null);
  const definitions = allParameters(data).filter(({ kind }) => kind !== 'zustellpunkt');
  const stated = vorgabenFor(werte, first).map(({ parameter, wert }) => [parameter, wert]);
  const { problems } = checkParameters(definitions, Object.fromEntries(stated));
  return problems.length === 0 ? ok(null) : refuse(werteInvalid(problems.map(({ message }) => message)));
}
