import { addDays, type EvidenceGrade, isValidOn, type LocalDate, type Source } from '#kernel';
import { digitalOnlyOf, entriesOf, type LawLeistung, type Names } from './digital-only.ts';
import type { Eintrag, Frist } from './eintrag.ts';
import type { Law } from './law.ts';

export const radarStaende = ['jetzt', 'gilt', 'jederzeit', 'kommt', 'vorbei'] as const;

/**
 * `jetzt`: the lead time has begun; `kommt`: it has not; `gilt`: the day is there and the rule goes on; `vorbei`: the day
 * is over; `jederzeit`: no day, but a use.
 */
export type RadarStand = (typeof radarStaende)[number];

/** One line of the radar of a Kommune. */
export interface RadarZeile {
  readonly id: string;
  readonly art: 'frist' | 'eintrag';
  readonly titel: string;
  readonly norm: string;
  readonly stand: RadarStand;
  readonly beginnAm: LocalDate | null;
  readonly faelligAm: LocalDate | null;
  readonly vorlaufTage: number | null;
  readonly vorlaufGrund: string | null;
  readonly verpflichtet: Frist['verpflichtet'] | null;
  readonly bindung: Frist['bindung'] | null;
  readonly tun: string;
  readonly wer: string;
  /** The own Leistungen that it concerns; empty where it concerns none. */
  readonly leistungen: readonly string[];
  readonly evidenz: EvidenceGrade;
  readonly quelle: Source;
  readonly hinweis: string | null;
}

/** What nobody has decided yet about the own Leistungen, so that no silence looks like an answer. */
export interface RadarLuecken {
  readonly eigene: number;
  readonly ohneSchriftform: number;
  readonly ohneBescheid: number;
  readonly ohneNutzergruppe: number;
  readonly digitalOnlyOffen: number;
  readonly ohneNachweisMarke: number;
}

export interface Radar {
  readonly zeilen: readonly RadarZeile[];
  readonly luecken: RadarLuecken;
}

export interface RadarInput<L extends LawLeistung> {
  readonly law: Law;
  /** The Leistungen that the Kommune carries out itself. */
  readonly eigene: readonly L[];
  readonly names: Names<L>;
  readonly date: LocalDate;
}

/** What falls due for a Kommune, when to begin, and what may be used at any time; the next first. */
export function radarOf<L extends LawLeistung>(input: RadarInput<L>): Radar {
  const { law, date } = input;
  const fristen = law.fristen
    .filter((frist) => isValidOn(frist, date))
    .map((frist) => fristZeile(frist, betroffen(frist, input), date));
  const zeilen = [...fristen, ...eintragZeilen(input)];
  return { zeilen: zeilen.toSorted(byNeed), luecken: lueckenOf(input) };
}

function fristZeile(frist: Frist, leistungen: readonly string[], date: LocalDate): RadarZeile {
  const { id, titel, norm, faelligAm, vorlaufTage, vorlaufGrund, verpflichtet, bindung } = frist;
  const { tun, wer, evidenz, quelle, hinweis } = frist;
  const beginnAm = addDays(faelligAm, -vorlaufTage);
  const stand = faelligAm < date ? frist.nachTag : beginnAm <= date ? 'jetzt' : 'kommt';
  const who = { tun, wer, verpflichtet, bindung, leistungen };
  const when = { stand, beginnAm, faelligAm, vorlaufTage, vorlaufGrund } as const;
  return { id, art: 'frist', titel, norm, ...when, ...who, evidenz, quelle, hinweis };
}

function betroffen<L extends LawLeistung>(
  frist: Frist,
  { law, eigene, names, date }: RadarInput<L>,
): readonly string[] {
  switch (frist.betrifft) {
    case 'alle':
      return eigene.map(({ id }) => id);
    case 'sdg':
      return eigene.filter(({ sdg2 }) => sdg2 === true).map(({ id }) => id);
    case 'digital-only': {
      const gruppen = entriesOf(law.eintraege, 'nutzergruppe', date);
      return eigene
        .filter((leistung) => digitalOnlyOf(leistung, gruppen, names) === 'soll')
        .map(({ id }) => id);
    }
    default:
      return [];
  }
}

const useOf: Readonly<Partial<Record<Eintrag['register'], string>>> = {
  schriftform:
    'Verzichten Sie auf Druck und Unterschrift: Bieten Sie den Weg an, der die Schriftform ersetzt.',
  bescheid: 'Stellen Sie den Bescheid elektronisch zu; wo Schriftform gilt, mit dem Siegel Ihrer Behörde.',
  nachweis: 'Fragen Sie nicht nach, was Sie mit der nötigen Rechtsgrundlage abrufen können.',
};

/** What must stay on paper, in person or served by a set form is no relief to use. */
const keineErleichterung: ReadonlySet<string> = new Set([
  'ausnahme',
  'beurkundung',
  'mitfuehren',
  'nur-schriftlich',
  'persoenlich',
  'rechtsbehelf',
  'unterschrift-und-siegel',
  'urkunde',
  'vertrag',
  'vollmacht',
  'zustellung',
]);

/** What registers say of single own Leistungen: no day, but a use. */
function eintragZeilen<L extends LawLeistung>({ law, eigene, names, date }: RadarInput<L>) {
  return law.eintraege.flatMap((eintrag): RadarZeile[] => {
    const tun = useOf[eintrag.register];
    if (keineErleichterung.has(eintrag.art)) return [];
    if (tun === undefined || eintrag.reichweite === null || !isValidOn(eintrag, date)) return [];
    const leistungen = eigene.filter((leistung) => names(eintrag, leistung)).map(({ id }) => id);
    return leistungen.length === 0 ? [] : [eintragZeile(eintrag, tun, leistungen)];
  });
}

function eintragZeile(eintrag: Eintrag, tun: string, leistungen: readonly string[]): RadarZeile {
  const { id, titel, norm, evidenz, quelle, hinweis } = eintrag;
  const when = { beginnAm: null, faelligAm: null, vorlaufTage: null, vorlaufGrund: null } as const;
  const who = { verpflichtet: null, bindung: null, tun, wer: 'Fachbereich', leistungen } as const;
  return { id, art: 'eintrag', titel, norm, stand: 'jederzeit', ...when, ...who, evidenz, quelle, hinweis };
}

/** Unanswered first, then by the day on which to begin. */
function byNeed(a: RadarZeile, b: RadarZeile): number {
  const order = radarStaende.indexOf(a.stand) - radarStaende.indexOf(b.stand);
  if (order !== 0) return order;
  const [left, right] = [a.beginnAm ?? '', b.beginnAm ?? ''];
  return left === right ? (a.id < b.id ? -1 : 1) : left < right ? -1 : 1;
}

function lueckenOf<L extends LawLeistung>({ law, eigene, names, date }: RadarInput<L>): RadarLuecken {
  const without = (register: Eintrag['register']) => {
    const entries = entriesOf(law.eintraege, register, date);
    return eigene.filter((leistung) => !entries.some((eintrag) => names(eintrag, leistung))).length;
  };
  const gruppen = entriesOf(law.eintraege, 'nutzergruppe', date);
  return {
    eigene: eigene.length,
    ohneSchriftform: without('schriftform'),
    ohneBescheid: without('bescheid'),
    ohneNutzergruppe: without('nutzergruppe'),
    digitalOnlyOffen: eigene.filter((one) => digitalOnlyOf(one, gruppen, names) === 'offen').length,
    ohneNachweisMarke: eigene.filter(({ sdg2 }) => sdg2 === null).length,
  };
}
