import type { XdfNachricht, XdfZaehlung } from '#standards/xdatenfelder';
import type { Arbeitspunkt, Befund } from './bericht.ts';

/** Counts of a schema that lists show without reading it. */
export interface Kennzahlen extends XdfZaehlung {
  readonly arbeitspunkte: readonly string[];
  readonly luecken: number;
  readonly bytes: number;
}

/** A schema as it was imported. */
export interface Schemafassung {
  readonly id: string;
  /** `arbeitskopie` where the schema has no version. */
  readonly version: string;
  /** From 1; a version whose file changed is imported once more. */
  readonly einlesung: number;
  readonly standard: XdfNachricht['fassung'];
  readonly name: string;
  readonly bezeichnung: string;
  readonly freigabestatus: string;
  readonly bezug: readonly string[];
  readonly letzteAenderung: string | null;
  readonly quelle: string;
  readonly lizenz: string;
  readonly sha256: string;
  readonly kennzahlen: Kennzahlen;
  readonly eingelesenAm: Date;
}

/** What the code list of release states calls them (urn:xoev-de:xprozess:codeliste:status). */
const freigabestatusLabel: Readonly<Record<string, string>> = {
  '1': 'in Planung',
  '2': 'in Bearbeitung',
  '3': 'Entwurf',
  '4': 'methodisch freigegeben',
  '5': 'fachlich freigegeben (silber)',
  '6': 'fachlich freigegeben (gold)',
  '7': 'inaktiv',
  '8': 'vorgesehen zum Löschen',
};

export function freigabeOf(code: string): string {
  return freigabestatusLabel[code] ?? code;
}

/** What is kept of a file beside its bytes. */
export function schemafassungOf(
  { inhalt, fassung }: XdfNachricht,
  zaehlung: XdfZaehlung,
  uebernahme: { readonly arbeitspunkte: readonly Arbeitspunkt[]; readonly befunde: readonly Befund[] },
  file: Pick<Schemafassung, 'quelle' | 'lizenz' | 'sha256' | 'eingelesenAm' | 'einlesung'> & {
    readonly bytes: number;
  },
): Schemafassung {
  const { bytes, ...kept } = file;
  return {
    ...kept,
    id: inhalt.kennung.id,
    version: inhalt.kennung.version ?? 'arbeitskopie',
    standard: fassung,
    name: inhalt.name.trim(),
    bezeichnung:
      (inhalt.art === 'schema' ? inhalt.bezeichnung : inhalt.bezeichnungEingabe).trim() || inhalt.name.trim(),
    freigabestatus: inhalt.freigabestatus.code,
    bezug: inhalt.bezuege.map(({ text }) => text.trim()).filter((text) => text !== ''),
    letzteAenderung: inhalt.letzteAenderung,
    kennzahlen: {
      ...zaehlung,
      arbeitspunkte: uebernahme.arbeitspunkte.map(({ schluessel }) => schluessel),
      luecken: uebernahme.befunde.filter(({ gewicht }) => gewicht === 'luecke').length,
      bytes,
    },
  };
}

/** Versions as numbers, the newest first: 1.10.0 comes after 1.9.0. */
export function neuesteZuerst(a: Schemafassung, b: Schemafassung): number {
  const parts = ({ version }: Schemafassung) => version.split(/[.-]/).map((part) => Number(part) || 0);
  const [left, right] = [parts(a), parts(b)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (right[index] ?? 0) - (left[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return b.einlesung - a.einlesung;
}
