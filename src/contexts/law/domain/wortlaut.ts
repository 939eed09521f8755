import type { EvidenceGrade, LocalDate, Source } from '#kernel';
import { type NormZitat, zitateOf, zitatText } from './norm-zitat.ts';

/** What a section of a law says, word for word, as a collection held it on a day. */
export interface Wortlaut {
  readonly id: string;
  readonly gesetz: string;
  readonly paragraf: string;
  readonly absatz: string | null;
  readonly text: string;
  readonly standAm: LocalDate;
  readonly quelle: Source;
  readonly evidenz: EvidenceGrade;
}

/** A section that a norm cites and the sentences held of it. */
interface ZitierterWortlaut {
  readonly zitat: string;
  readonly saetze: readonly ReturnType<typeof satzOf>[];
}

/** Each section that a norm cites with the wording held of it; without sentences where none is held. */
export function wortlautOf(wortlaute: readonly Wortlaut[], norm: string): readonly ZitierterWortlaut[] {
  const cited = new Map(zitateOf(norm).map((zitat) => [zitatText(zitat), zitat]));
  return [...cited].map(([zitat, stelle]) => ({
    zitat,
    saetze: wortlaute.filter((one) => cites(stelle, one)).map(satzOf),
  }));
}

function cites({ gesetz, von, bis, absaetze }: NormZitat, one: Wortlaut): boolean {
  if (one.gesetz !== gesetz) return false;
  const inside = bis === null ? one.paragraf === von : between(one.paragraf, von, bis);
  return inside && (one.absatz === null || absaetze.length === 0 || absaetze.includes(one.absatz));
}

function between(paragraf: string, von: string, bis: string): boolean {
  return placeOf(von) <= placeOf(paragraf) && placeOf(paragraf) <= placeOf(bis);
}

/** Sorts „9“ before „9a“ before „10“. */
function placeOf(paragraf: string): string {
  return `${String(Number.parseInt(paragraf, 10)).padStart(6, '0')}${paragraf.replace(/^\d+/, '')}`;
}

function satzOf({ gesetz, paragraf, absatz, text, standAm, quelle, evidenz }: Wortlaut) {
  const zitat = { gesetz, von: paragraf, bis: null, absaetze: absatz === null ? [] : [absatz] };
  return { fundstelle: zitatText(zitat), text, standAm, quelle, evidenz };
}
