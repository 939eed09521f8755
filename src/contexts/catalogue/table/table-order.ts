import type { LocalDate } from '#kernel';
import type { Decision } from '../domain/table-import/proposals.ts';
import type { Mapping, TableKind } from './columns.ts';

/** A file with what its columns mean. */
export interface TableFile {
  readonly fileName: string;
  readonly bytes: Buffer;
  /** Null takes the guess. */
  readonly mapping: Mapping | null;
}

/** Where a state of the catalogue comes from. */
export interface TableOrigin {
  readonly stand: LocalDate;
  readonly quelle: string;
  readonly quelleUrl: string | null;
  readonly lizenz: string;
}

/** Tables that shall become a Fassung: where they come from, and what a person decided about them. */
export interface TableOrder {
  readonly files: Readonly<Partial<Record<TableKind, TableFile>>>;
  readonly origin: TableOrigin;
  /** Whether what the tables do not name has ended. */
  readonly complete: boolean;
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** What must be said before tables count. */
export interface TableConsent {
  /** Broken rows are left out. */
  readonly skipBroken: boolean;
  /** The Leistungen that the tables no longer name end. */
  readonly endMissing: boolean;
  /** The state of the catalogue on which the preview was made; null takes it as it is. */
  readonly base: number | null;
}

/** Tells how far a long piece of work is. */
export type Report = (percent: number, message: string) => Promise<void>;
