import { foldGerman } from '#kernel';

/** What the catalogue states as legal basis, and whether it names other law than the norm that really carries the Leistung. */
export interface Katalogangabe {
  readonly texts: readonly string[];
  readonly abweichend: boolean;
}

const abbreviation = /\(([A-Za-zÄÖÜäöüß-]{2,20})\)/;

/** Compares by the abbreviation of the law: „§ 2a Tierschutzgesetz (TierSchG)“ deviates from „§ 11 LHundG NRW“. */
export function katalogangabe(texts: readonly string[], norm: string): Katalogangabe {
  const wanted = foldGerman(norm);
  const same = texts.some((text) => wanted.includes(foldGerman(abbreviation.exec(text)?.[1] ?? text)));
  return { texts, abweichend: texts.length > 0 && !same };
}
