import type { LocalDate } from '#kernel';

/** A Kommune's newest word on a service, told to its provider. */
export interface Interesse {
  readonly tenant: string;
  readonly dienst: string;
  readonly nummer: number;
  readonly ags: string;
  readonly kommune: string;
  readonly interessiert: boolean;
  readonly bemerkung: string;
  readonly stand: LocalDate;
}
