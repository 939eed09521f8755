import type { EvidenceGrade } from '#kernel';
import type { Catalogue, Leistung, Rechtsgrundlage } from './catalogue.ts';

/** A Leistung in words: who regulates and who executes it, what is done, and on which legal basis. */
export interface LeistungExplanation {
  readonly typisierung: {
    readonly text: string;
    readonly evidence: EvidenceGrade | null;
    readonly source: string | null;
  };
  readonly verrichtung: string;
  readonly rechtsgrundlagen: readonly Rechtsgrundlage[];
}

/** Explains a Leistung by its codes in the catalogue. */
export function explainLeistung(catalogue: Catalogue, leistung: Leistung): LeistungExplanation {
  return {
    typisierung: explainTyp(catalogue, leistung.typ),
    verrichtung: explainVerrichtung(leistung),
    rechtsgrundlagen: leistung.rechtsgrundlagen,
  };
}

function explainTyp(catalogue: Catalogue, code: string | null): LeistungExplanation['typisierung'] {
  if (code === null) {
    return { text: 'Der Katalog nennt keine Typisierung.', evidence: null, source: catalogue.fassung.quelle };
  }
  const typ = catalogue.typisierungByCode.get(code);
  if (!typ) return { text: `Typ ${code}: im Katalog nicht erklärt.`, evidence: null, source: null };
  return { text: `Typ ${code}: ${typSentence(typ)}`, evidence: typ.evidence, source: typ.source };
}

function typSentence(typ: { regelung: string | null; vollzug: string | null; erlaeuterung: string }): string {
  if (typ.regelung === null || typ.vollzug === null) return `${typ.erlaeuterung}.`;
  return `${regelungText(typ.regelung)}, ${vollzugText(typ.vollzug)}.`;
}

function regelungText(who: string): string {
  return who === 'Kommune' ? 'Die Kommune regelt die Leistung' : `${article(who)} regelt die Leistung`;
}

function vollzugText(who: string): string {
  switch (who) {
    case 'Bund':
      return 'der Bund führt sie aus';
    case 'Kommune':
      return 'die Kommune führt sie aus';
    case 'Land oder Kommune':
      return 'das Land oder die Kommune führt sie aus';
    case 'Bund, Land oder Kommune':
      return 'Bund, Land oder Kommune führen sie aus';
    default:
      return `wer sie ausführt, zeigt der Zusatz „${who}“`;
  }
}

function article(who: string): string {
  return who === 'Land' ? 'Das Land' : `Der ${who}`;
}

function explainVerrichtung(leistung: Leistung): string {
  if (leistung.leika === null) return 'Ohne LeiKa-Schlüssel nennt der Katalog keine Verrichtung.';
  if (leistung.verrichtungName) return leistung.verrichtungName;
  return leistung.verrichtung === '000'
    ? 'Das Leistungsobjekt als Ganzes, ohne einzelne Verrichtung.'
    : `Verrichtung ${leistung.verrichtung}; der Katalog nennt keine Bezeichnung.`;
}
