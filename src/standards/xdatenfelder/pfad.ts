import type { XdfKennung } from './modell.ts';

interface Schritt {
  readonly name: string;
  readonly kinder: ReadonlyMap<string, readonly unknown[]>;
}

/** The elements that lead to a place: `stammdatenschema S00000000364 / struktur 2 / datenfeldgruppe G60000000086 / name`. */
export function elementPfad(schritte: readonly Schritt[]): string {
  return schritte
    .slice(1)
    .flatMap((schritt, index) => {
      if (schritt.name === 'enthaelt') return [];
      const kennung = kennungVon(schritt);
      if (kennung) return [`${schritt.name} ${kennung.id}`];
      const before = schritte[index]?.kinder.get(schritt.name)?.length ?? 0;
      return [schritt.name === 'struktur' || before > 0 ? `${schritt.name} ${before + 1}` : schritt.name];
    })
    .join(' / ');
}

/** The id of an element, once it was read. */
export function kennungVon({ kinder }: Pick<Schritt, 'kinder'>): XdfKennung | undefined {
  return kinder.get('identifikation')?.[0] as XdfKennung | undefined;
}
