import type { Bestimmung } from './domain/bestimmung.ts';
import type { Regelwerk } from './domain/compiled-duties.ts';
import type { Regel } from './domain/regel.ts';
import type { Uebertragung } from './domain/uebertragung.ts';
import type { BestimmungRow, RegelRow, UebertragungRow } from './reference-files.ts';

export interface RegelwerkRowSets {
  readonly regeln: readonly RegelRow[];
  readonly uebertragungen: readonly UebertragungRow[];
  readonly bestimmungen: readonly BestimmungRow[];
}

/** The rule set that the rows of files or tables stand for. */
export function regelwerkOfRows(rows: RegelwerkRowSets): Regelwerk {
  return {
    regeln: rows.regeln.map((row): Regel => withValidity(row)),
    uebertragungen: rows.uebertragungen.map((row): Uebertragung => withValidity(row)),
    bestimmungen: rows.bestimmungen.map((row): Bestimmung => withValidity(row)),
  };
}

function withValidity<Row extends Pick<RegelRow, 'gueltigVon' | 'gueltigBis'>>(row: Row) {
  const { gueltigVon, gueltigBis, ...rest } = row;
  return { ...rest, validFrom: gueltigVon, validTo: gueltigBis };
}
