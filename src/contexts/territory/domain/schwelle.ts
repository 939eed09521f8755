import type { EvidenceGrade, LocalDate, Source, Validity } from '#kernel';
import type { Groessenklasse } from './groessenklasse.ts';

/** One threshold of § 4 GO NRW in one version of the law: a rule as data, with its days and its source. */
export interface Schwelle extends Validity {
  readonly id: string;
  /** The version of the law: „§ 4 GO NRW nach dem Gesetz vom 18.12.2018“. */
  readonly fassung: string;
  /** The classes for which it is a way to `nach`. */
  readonly von: readonly Groessenklasse[];
  readonly nach: Groessenklasse;
  readonly art: 'auf-antrag' | 'von-amts-wegen';
  readonly vergleich: 'ueber' | 'unter';
  readonly einwohner: number;
  /** How many Stichtage in a row it takes. */
  readonly stichtage: number;
  /** The first Stichtag that counts; null: all count. */
  readonly zaehltAb: LocalDate | null;
  /** The days of a year that are Stichtage: `06-30`, `12-31`. */
  readonly tage: readonly string[];
  readonly norm: string;
  readonly source: Source;
  readonly evidence: EvidenceGrade;
  readonly note: string | null;
}

/** Whether a figure is on the side of the threshold that counts. */
export function meets({ vergleich, einwohner }: Schwelle, zahl: number): boolean {
  return vergleich === 'ueber' ? zahl > einwohner : zahl < einwohner;
}
