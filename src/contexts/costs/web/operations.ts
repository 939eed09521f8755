import type { Operation } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { angabenOperations } from './angaben-operations.ts';
import { billOperations } from './bill-operations.ts';
import { documentOperations } from './document-operations.ts';
import { eigeneAngabenOperations } from './eigene-angaben-operations.ts';
import { keyOperations } from './key-operations.ts';
import { kontoOperations } from './konto-operations.ts';
import { planOperations } from './plan-operations.ts';

/** This context in the JSON API. Fixed addresses stand before those with an id. */
export function costsOperations(deps: CostsDeps): readonly Operation[] {
  return [
    ...angabenOperations(deps),
    ...eigeneAngabenOperations(deps),
    ...planOperations(deps),
    ...keyOperations(deps),
    ...billOperations(deps),
    ...kontoOperations(deps),
    ...documentOperations(deps),
  ];
}
