import type { Tx } from '#platform';
import { lockAntragOf } from '../store-antrag.ts';
import { keepPruefung, type PruefungRow } from '../store-pruefung.ts';

/** A file that the authority's scanner looked into, of the submission or case that an Antrag became. */
export interface ScanNews extends PruefungRow {
  readonly nummer: string;
  readonly submission: string;
  readonly caseId: string;
}

/**
 * Notes for the applicant what the authority's scanner found in a file, in the authority's transaction, which must be the
 * Kommune's own. An Antrag that is unknown or deleted holds nobody up: nothing is noted.
 */
export async function recordScan(tx: Tx, news: ScanNews): Promise<void> {
  const row = await lockAntragOf(tx, news);
  if (row && row.zustand !== 'geloescht') await keepPruefung(tx, row.tenant, row.id, news);
}
