import type { Operation } from '#platform';
import { openDataOperations } from '../offene-daten/operations.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { overviewOperations } from '../uebersicht/operations.ts';
import { releaseOperations } from './release-operations.ts';
import { reportOperations } from './report-operations.ts';

/** This context in the JSON API; fixed addresses come before those with an id in them. */
export function reportsOperations(deps: ReportsDeps): readonly Operation[] {
  return [
    ...releaseOperations(deps),
    ...reportOperations(deps),
    ...openDataOperations(deps),
    ...overviewOperations(deps),
  ];
}
