import type { Operation } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { operationOf } from '../doors/aktion.ts';
import { gruppeAktionen } from '../doors/aktionen-gruppe.ts';
import { sitzungAktionen } from '../doors/aktionen-sitzung.ts';
import { dateiOperations } from '../doors/dateien.ts';
import { sichtOperations } from '../doors/sichten.ts';

/** The working group in the JSON API. */
export function workgroupOperations(deps: WorkgroupDeps): readonly Operation[] {
  return [
    ...sichtOperations(deps),
    ...dateiOperations(deps),
    ...[...sitzungAktionen, ...gruppeAktionen].map((aktion) => operationOf(deps, aktion)),
  ];
}
