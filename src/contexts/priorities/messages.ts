import type { Kriterium, UnbekanntRegel } from './domain/kriterium.ts';
import type { AbweichungArt, DienstArt, Entscheid } from './domain/strategie.ts';

/** What people read about a criterion: its name, what is stated of it, how it becomes a value, and where it comes from. */
export interface KriteriumText {
  readonly label: string;
  /** For heads of columns. */
  readonly kurz: string;
  /** What a statement of it looks like. */
  readonly eingabe: string;
  readonly regel: string;
  readonly quelle: string;
}

const stufen = 'Stufe 1 (sehr gering) bis 5 (sehr hoch)';
const angabe = 'Angabe des IT-Dienstleisters zur Leistung, sonst zur OZG-Leistung';

export const kriteriumText: Readonly<Record<Kriterium, KriteriumText>> = {
  'ozg-prioritaet': {
    label: 'OZG-Priorität',
    kurz: 'OZG-Prio',
    eingabe: 'Stufe 1 (zuerst) bis 4 (zuletzt), wie im OZG-Umsetzungskatalog',
    regel: 'Stufe 1 zählt 1, Stufe 2 zählt 0,667, Stufe 3 zählt 0,333, Stufe 4 zählt 0.',
    quelle: `${angabe}. Der mitgelieferte Katalog nennt keine Stufe.`,
  },
  fallzahlen: {
    label: 'Fallzahlen',
    kurz: 'Fälle',
    eingabe: 'Fälle im Jahr je 100.000 Einwohner, ganze Zahl',
    regel:
      'Jede Verzehnfachung zählt ein Sechstel mehr: 0 Fälle je 100.000 Einwohner und Jahr zählen 0, 10 zählen 0,333, 100 zählen 0,5, 1.000 zählen 0,666, ab 100.000 zählt es 1; dazwischen geradlinig, abgerundet auf Tausendstel.',
    quelle: `${angabe}, sonst was wenigstens drei Kommunen in Bedarfsabfrage oder Umsetzungsstand angeben, geteilt durch ihre Einwohner.`,
  },
  komplexitaet: {
    label: 'Komplexität',
    kurz: 'Komplexität',
    eingabe: stufen,
    regel: 'Einfaches kommt zuerst: Stufe 1 zählt 1, 2 zählt 0,75, 3 zählt 0,5, 4 zählt 0,25, 5 zählt 0.',
    quelle: `${angabe}, sonst geschätzt aus dem Katalog: ein Gesetz ist Stufe 2, jedes weitere eine Stufe mehr.`,
  },
  digitalisierungspotenzial: {
    label: 'Digitalisierungspotenzial',
    kurz: 'Potenzial',
    eingabe: stufen,
    regel:
      'Stufe 1 zählt 0, jede weitere 0,25 mehr, Stufe 5 zählt 1. Ein Reifegrad 0 bis 4 zählt ein Viertel je Stufe.',
    quelle: `${angabe}, sonst der höchste Reifegrad (Modell 1.1), den eine verfügbare Lösung zu dieser Leistung erreicht.`,
  },
  'kosten-zeit': {
    label: 'Kosten und Zeit der Nutzer',
    kurz: 'Nutzeraufwand',
    eingabe: 'Minuten, die ein Fall die Nutzerin oder den Nutzer heute kostet; Auslagen in Zeit umgerechnet',
    regel:
      '0 Minuten zählen 0, ab 240 Minuten zählt es 1, dazwischen geradlinig, abgerundet auf Tausendstel.',
    quelle: `${angabe}.`,
  },
  relevanz: {
    label: 'Gesellschaftliche Relevanz',
    kurz: 'Relevanz',
    eingabe: stufen,
    regel: 'Stufe 1 zählt 0, jede weitere 0,25 mehr, Stufe 5 zählt 1.',
    quelle: `${angabe}.`,
  },
  bedarf: {
    label: 'Bedarf der Kommunen',
    kurz: 'Bedarf',
    eingabe: 'nur aus der Bedarfsabfrage',
    regel:
      'Anteil der Kommunen mit Bedarf an denen, die geantwortet haben; „später“ zählt halb. Abgerundet auf Tausendstel.',
    quelle: 'Freigegebene Antworten der neuesten ausgewerteten Bedarfsabfrage.',
  },
  frist: {
    label: 'Gesetzliche Frist',
    kurz: 'Frist',
    eingabe: 'Tag JJJJ-MM-TT',
    regel:
      'Am Tag der Frist und danach zählt es 1, fünf Jahre (1.825 Tage) davor 0, dazwischen geradlinig, abgerundet.',
    quelle: `${angabe}, sonst die früheste Frist des Rechts (OZG 2.0, SDG-Verordnung), die gerade diese Leistung trifft und weiter gilt.`,
  },
};

export const unbekanntLabel: Readonly<Record<UnbekanntRegel, string>> = {
  mitte: 'wie die Mitte der Skala (0,5)',
  null: 'nichts (0)',
  voll: 'voll (1)',
};

export const entscheidLabel: Readonly<Record<Entscheid, string>> = {
  alle: 'Alle führen ein',
  'wer-will': 'Wer will',
  nicht: 'Nicht',
  spaeter: 'Später',
};

export const abweichungLabel: Readonly<Record<AbweichungArt, string>> = {
  'fuehrt-ein': 'führt ein',
  'fuehrt-nicht-ein': 'führt nicht ein',
  spaeter: 'führt später ein',
  keine: 'weicht nicht mehr ab',
};

export const dienstLabel: Readonly<Record<DienstArt, string>> = {
  onlinedienst: 'Onlinedienst',
  loesung: 'Lösung',
  projekt: 'EfA-Projekt',
};

/** `0,742` of 742 thousandths. */
export function tausendstel(wert: number): string {
  return wert >= 1000 ? '1' : wert <= 0 ? '0' : `0,${String(wert).padStart(3, '0').replace(/0+$/, '')}`;
}
