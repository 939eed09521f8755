import { deltaCounts } from '../domain/catalogue-delta.ts';
import { deltaKindLabel } from '../domain/delta-kinds.ts';
import { newestFacts } from '../domain/table-import/match.ts';
import { decisions, proposalKinds } from '../domain/table-import/proposals.ts';
import { neededFields, tableFields } from '../table/columns.ts';
import { inspectTable } from '../table/read-tables.ts';
import { detailsText, kindsText } from '../views/delta-list.ts';
import { applyTables } from './apply-tables.ts';
import { planTables } from './plan-tables.ts';

export type { Decision } from '../domain/table-import/proposals.ts';
export type { InspectedTable } from '../table/read-tables.ts';
export type { TableConsent, TableOrder } from '../table/table-order.ts';
export type { PlannedTables } from './plan-tables.ts';

/** Everything that a door needs to bring foreign tables into the catalogue, under one name. */
export const tableImport = {
  inspect: inspectTable,
  plan: planTables,
  apply: applyTables,
  fields: tableFields,
  needed: neededFields,
  decisions,
  proposalKinds,
  counts: deltaCounts,
  kindLabel: deltaKindLabel,
  kindsText,
  detailsText,
  newestFacts,
} as const;
