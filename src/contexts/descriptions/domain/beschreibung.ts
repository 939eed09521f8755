import type { LocalDate } from '#kernel';
import type { Ebene } from './gebiet.ts';

/** One part of a description: the LeiKa code of its text module, and plain text with paragraphs and lists. */
export interface Abschnitt {
  readonly modul: string;
  readonly inhalt: string;
}

/** What one level says of a Leistung. */
export interface Beschreibung {
  /** `L100042.LB.101954` of a feed, or ours: `eigen.05766044.L02950`. */
  readonly id: string;
  readonly leistungId: string | null;
  readonly leika: string | null;
  /** Twelve digits; the one of its areas that was asked for. */
  readonly ars: string;
  readonly ebene: Ebene;
  readonly name: string;
  /** `de`; another language where the text was asked for in it and exists. */
  readonly sprache: string;
  readonly abschnitte: readonly Abschnitt[];
  readonly suchbegriffe: readonly string[];
  readonly stand: LocalDate;
  readonly redaktion: string;
  /** The name of the feed, or „Eigener Text“. */
  readonly quelle: string;
  readonly gueltigVon: LocalDate | null;
  readonly gueltigBis: LocalDate | null;
}

/** A part of the merged description, and whose it is. */
export interface MergedAbschnitt extends Abschnitt {
  readonly ebene: Ebene;
  readonly redaktion: string;
  readonly stand: LocalDate;
  readonly quelle: string;
  readonly id: string;
}

/** What citizens read: each part in the words of the most special level that says something. */
export interface MergedBeschreibung {
  readonly name: string;
  readonly abschnitte: readonly MergedAbschnitt[];
  readonly suchbegriffe: readonly string[];
  /** The youngest day on which one of the parts was edited. */
  readonly stand: LocalDate;
}

/** Merges descriptions that come the most special first; null where there are none. */
export function mergeBeschreibung(list: readonly Beschreibung[]): MergedBeschreibung | null {
  const [first] = list;
  if (first === undefined) return null;
  const byModul = new Map<string, MergedAbschnitt>();
  for (const { abschnitte, ebene, redaktion, stand, quelle, id } of list)
    for (const abschnitt of abschnitte) {
      if (byModul.has(abschnitt.modul) || abschnitt.inhalt.trim() === '') continue;
      byModul.set(abschnitt.modul, { ...abschnitt, ebene, redaktion, stand, quelle, id });
    }
  const abschnitte = [...byModul.values()].toSorted(
    (a, b) => modulRank(a.modul) - modulRank(b.modul) || (a.modul < b.modul ? -1 : 1),
  );
  return {
    name: first.name,
    abschnitte,
    suchbegriffe: [...new Set(list.flatMap(({ suchbegriffe }) => suchbegriffe))],
    stand: abschnitte.reduce((latest, { stand }) => (stand > latest ? stand : latest), first.stand),
  };
}

/** The text modules in the order in which citizens read them, with what we call them. */
export const textmodule: readonly { readonly modul: string; readonly label: string }[] = [
  { modul: '24', label: 'Kurz gesagt' },
  { modul: '05', label: 'Worum geht es?' },
  { modul: '06', label: 'Worum geht es? (ausführlich)' },
  { modul: '09', label: 'Für wen ist das?' },
  { modul: '08', label: 'Was brauchen Sie?' },
  { modul: '98', label: 'Was kostet es?' },
  { modul: '95', label: 'Wie lange dauert es?' },
  { modul: '97', label: 'Welche Frist gilt?' },
  { modul: '11', label: 'Wie läuft es ab?' },
  { modul: '14', label: 'Formulare' },
  { modul: '16', label: 'Hinweise' },
  { modul: '18', label: 'Weitere Informationen' },
  { modul: '22', label: 'Wer ist zuständig?' },
  { modul: '23', label: 'Ansprechpunkt' },
  { modul: '25', label: 'Was können Sie dagegen tun?' },
  { modul: '07', label: 'Rechtsgrundlage' },
];

const ranks = new Map(textmodule.map(({ modul }, rank) => [modul, rank]));

function modulRank(modul: string): number {
  return ranks.get(modul) ?? textmodule.length;
}
