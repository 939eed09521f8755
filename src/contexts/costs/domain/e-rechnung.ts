import { addDays, dayInGermany, type LocalDate, localDate } from '#kernel';
import type { Steuerregel } from './kostenplan.ts';
import { type Monat, nextMonat } from './monat.ts';
import { fehltDemHaus, fehltDemZahler, type Rechnungsangaben } from './rechnungsangaben.ts';
import {
  type Anteilsgruppe,
  type Rechnungsteil,
  rechnungsteile,
  type Steuerkategorie,
} from './rechnungsteile.ts';
import { type Rechnungsbezug, type Storno, stornonummer } from './storno.ts';

/** A share of an issued bill, as far as electronic bills tell of it. */
export interface Rechnungsanteil {
  readonly zahler: string;
  readonly recipient: string | null;
  readonly name: string;
  readonly nummer: string;
  readonly titel: string;
  readonly haus: string;
  readonly jahr: number;
  readonly brutto: bigint;
  readonly gestelltAm: Date;
  readonly faelligAm: LocalDate;
  readonly von: Monat;
  readonly bis: Monat;
  readonly gruppen: readonly Anteilsgruppe[];
  /** The share that this one takes the place of. */
  readonly vorher: {
    readonly nummer: string;
    readonly gestelltAm: Date;
    readonly gruppen: readonly Anteilsgruppe[];
  } | null;
  /** By what it was taken back, where the bill in its place asks for nothing. */
  readonly storno: Storno | null;
}

/** Who writes an electronic bill and who gets it. */
export interface Parteien {
  readonly haus: Rechnungsangaben;
  readonly zahler: Rechnungsangaben;
}

/** All that one electronic bill says. */
export interface ERechnung extends Parteien {
  readonly art: 'rechnung' | 'korrektur' | 'storno';
  readonly nummer: string;
  readonly gestelltAm: LocalDate;
  /** `null` where nothing is to be paid. */
  readonly faelligAm: LocalDate | null;
  readonly titel: string;
  readonly von: LocalDate;
  readonly bis: LocalDate;
  readonly teil: Rechnungsteil;
  /** The number of the share as a whole, where it is more than one bill. */
  readonly gesamtnummer: string | null;
  /** The electronic bills that this one takes the place of, or takes back. */
  readonly bezug: readonly Rechnungsbezug[];
}

const kategorien: Readonly<Record<Steuerregel['art'], Steuerkategorie>> = {
  steuerpflichtig: 'S',
  steuerfrei: 'E',
  'nicht-steuerbar': 'O',
};

/** How a group of a share is taxed, by the name of its rule. */
export function kategorieBy(regeln: readonly Steuerregel[]): (titel: string) => Steuerkategorie {
  const byTitle = new Map(regeln.map(({ titel, art }) => [titel, kategorien[art]]));
  return (titel) => {
    const found = byTitle.get(titel);
    if (found === undefined) throw new Error(`no tax rule is named ${titel}`);
    return found;
  };
}

/** The parts of a share that become a bill each. */
export function teileOf(
  { gruppen, brutto, nummer }: Pick<Rechnungsanteil, 'gruppen' | 'brutto' | 'nummer'>,
  kategorieOf: (titel: string) => Steuerkategorie,
): readonly Rechnungsteil[] {
  const teile = rechnungsteile(gruppen, kategorieOf);
  const sum = teile.reduce((total, teil) => total + teil.brutto, 0n);
  if (sum !== brutto) throw new Error(`the parts of ${nummer} make ${sum} of ${brutto} cents`);
  return teile;
}

/** One electronic bill of a share. */
export function eRechnung(
  anteil: Rechnungsanteil,
  teil: Rechnungsteil,
  parteien: Parteien,
  gestelltAm: LocalDate,
  kategorieOf: (titel: string) => Steuerkategorie,
): ERechnung {
  const { nummer, faelligAm, vorher } = anteil;
  const before = vorher === null ? [] : rechnungsteile(vorher.gruppen, kategorieOf);
  return {
    ...parteien,
    ...inhaltOf(anteil, teil),
    ...{ gestelltAm, faelligAm },
    art: before.length === 0 ? 'rechnung' : 'korrektur',
    nummer: teilnummer(nummer, teil),
    gesamtnummer: teil.von === 1 ? null : nummer,
    bezug:
      vorher === null
        ? []
        : before.map((each) => ({
            nummer: teilnummer(vorher.nummer, each),
            vom: dayInGermany(vorher.gestelltAm),
          })),
  };
}

/** What takes one electronic bill of a share back: the same lines and sums, and nothing of it is due. */
export function eStorno(
  anteil: Rechnungsanteil,
  storno: Storno,
  teil: Rechnungsteil,
  parteien: Parteien,
): ERechnung {
  return {
    ...parteien,
    ...inhaltOf(anteil, teil),
    ...{ art: 'storno', gestelltAm: dayInGermany(storno.am), faelligAm: null },
    nummer: stornonummer(storno, teil),
    gesamtnummer: teil.von === 1 ? null : storno.nummer,
    bezug: [{ nummer: teilnummer(anteil.nummer, teil), vom: dayInGermany(anteil.gestelltAm) }],
  };
}

function inhaltOf({ titel, jahr, von, bis }: Rechnungsanteil, teil: Rechnungsteil) {
  return {
    titel: `${titel} ${jahr}`,
    von: localDate(`${von}-01`),
    bis: addDays(localDate(`${nextMonat(bis)}-01`), -1),
    teil,
  };
}

function teilnummer(nummer: string, { nummer: teil, von }: Rechnungsteil): string {
  return von === 1 ? nummer : `${nummer}-${teil}`;
}

/** What keeps a part of a share from being an electronic bill, in words; `null` where nothing does. */
export function hindernis(
  { haus, name }: Pick<Rechnungsanteil, 'haus' | 'name'>,
  teile: readonly Rechnungsteil[],
  parteien: Parteien,
): string | null {
  if (teile.length === 0) return 'Dieser Anteil ist 0,00 €. Für ihn gibt es keine XRechnung.';
  const atHouse = new Set(teile.flatMap(({ nichtSteuerbar }) => fehltDemHaus(parteien.haus, nichtSteuerbar)));
  const atPayer = fehltDemZahler(parteien.zahler);
  const sentences = [
    ...(atHouse.size === 0 ? [] : [`Bei ${haus}: ${[...atHouse].join(', ')}.`]),
    ...(atPayer.length === 0 ? [] : [`Bei ${name}: ${atPayer.join(', ')}.`]),
  ];
  if (sentences.length === 0) return null;
  return `Für eine XRechnung fehlen Angaben. ${sentences.join(' ')} Der IT-Dienstleister trägt sie unter „Rechnungsangaben“ ein; eine Kommune gibt ihre eigenen auch selbst an.`;
}
