import type { LocalDate } from '#kernel';
import type { Anteilsgruppe, Rechnungsteil } from './rechnungsteile.ts';

/** An issued bill that another one names: corrected by it, or taken back. */
export interface Rechnungsbezug {
  readonly nummer: string;
  readonly vom: LocalDate;
}

/** By what a share of a replaced bill was taken back. */
export interface Storno {
  readonly nummer: string;
  readonly am: Date;
}

/** The number of one electronic cancellation: that of the cancellation, with `1` or `2` where the share was two bills. */
export function stornonummer({ nummer }: Pick<Storno, 'nummer'>, teil: Rechnungsteil): string {
  return teil.von === 1 ? nummer : `${nummer}${teil.nummer}`;
}

/** What of a share a comparison needs; amounts in cents. */
export interface Anteilssummen {
  readonly gruppen: readonly Anteilsgruppe[];
  readonly steuern: readonly { readonly satz: string; readonly cent: number }[];
  readonly brutto: number;
}

/** What one line of a share came to before and what it comes to now, in cents. */
export interface Korrekturzeile {
  readonly titel: string;
  readonly bisher: number;
  readonly neu: number;
}

/** A corrected share beside the one before: net by way of taxing, tax by rate, then the sum. The lines make the sum. */
export function korrekturzeilen(bisher: Anteilssummen, neu: Anteilssummen): readonly Korrekturzeile[] {
  return [
    ...zeilenOf(nettoOf(bisher), nettoOf(neu)),
    ...zeilenOf(steuerOf(bisher), steuerOf(neu)),
    { titel: 'Zusammen', bisher: bisher.brutto, neu: neu.brutto },
  ];
}

type Betraege = ReadonlyMap<string, number>;

function nettoOf({ gruppen }: Anteilssummen): Betraege {
  return new Map(gruppen.map(({ titel, satz, netto }) => [`${titel} (${satz})`, netto]));
}

/** A rate of 0 has no tax to tell of. */
function steuerOf({ steuern }: Anteilssummen): Betraege {
  const due = steuern.filter(({ cent }) => cent !== 0);
  return new Map(due.map(({ satz, cent }) => [`Umsatzsteuer ${satz}`, cent]));
}

function zeilenOf(before: Betraege, now: Betraege): readonly Korrekturzeile[] {
  const titles = new Set([...before.keys(), ...now.keys()]);
  return [...titles].map((titel) => ({
    titel,
    bisher: before.get(titel) ?? 0,
    neu: now.get(titel) ?? 0,
  }));
}
