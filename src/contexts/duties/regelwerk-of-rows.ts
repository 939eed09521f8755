import type { Bestimmung } from './domain/bestimmung.ts';
import type { Regelwerk } from './domain/compiled-duties.ts';
import type { Regel } from './domain/regel.ts';
import type { Reichweite } from './domain/reichweite.ts';
import type { Uebertragung } from './domain/uebertragung.ts';
import type { BestimmungRow, RegelRow, UebertragungRow } from './regelwerk-rows.ts';

export interface RegelwerkRowSets {
  readonly regeln: readonly RegelRow[];
  readonly uebertragungen: readonly UebertragungRow[];
  readonly bestimmungen: readonly BestimmungRow[];
}

/** The rule set that the rows of files or tables stand for. */
export function regelwerkOfRows(rows: RegelwerkRowSets): Regelwerk {
  return {
    regeln: rows.regeln.map(regelOfRow),
    uebertragungen: rows.uebertragungen.map(uebertragungOfRow),
    bestimmungen: rows.bestimmungen.map((row): Bestimmung => withValidity(row)),
  };
}

/** The rule that a row of a file or a proposal stands for. */
export function regelOfRow(row: RegelRow): Regel {
  return withValidity(row);
}

/** The transfer that a row of a file or a statement stands for. */
export function uebertragungOfRow(row: UebertragungRow): Uebertragung {
  return withValidity(row);
}

/** The row that stands for a transfer in a file. */
export function rowOfUebertragung({ validFrom, validTo, ...rest }: Uebertragung): UebertragungRow {
  const { nach, gebiet, aufgabeIds, reichweite, source } = rest;
  return {
    ...rest,
    nach: nach && { name: nach.name, ags: nach.ags },
    gebiet: gebiet && [...gebiet],
    aufgabeIds: [...aufgabeIds],
    reichweite: reichweite && copied(reichweite),
    source: { title: source.title, url: source.url },
    gueltigVon: validFrom,
    gueltigBis: validTo,
  };
}

function copied({ ozgIds, objekte, verrichtungen, schluessel, leistungen }: Reichweite) {
  return {
    ozgIds: [...ozgIds],
    objekte: [...objekte],
    verrichtungen: [...verrichtungen],
    schluessel: [...schluessel],
    leistungen: [...leistungen],
  };
}

/** The row that stands for a rule in a file. */
export function rowOfRegel({ validFrom, validTo, ...rest }: Regel): RegelRow {
  return {
    ...rest,
    quellen: rest.quellen.map(({ title, url }) => ({ title, url })),
    vorbehalte: rest.vorbehalte.map(({ grund, fuer, ausser }) => ({
      grund,
      fuer,
      ausser: ausser.map((each) => ({ grund: each.grund, reichweite: each.reichweite })),
    })),
    gueltigVon: validFrom,
    gueltigBis: validTo,
  };
}

function withValidity<Row extends Pick<RegelRow, 'gueltigVon' | 'gueltigBis'>>(row: Row) {
  const { gueltigVon, gueltigBis, ...rest } = row;
  return { ...rest, validFrom: gueltigVon, validTo: gueltigBis };
}
