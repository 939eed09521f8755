import type { XdfKennung } from './modell.ts';

interface Schritt {
  readonly name: string;
  readonly kinder: ReadonlyMap<string, unknown>;
  readonly bauart: { readonly kinder: Readonly<Record<string, { readonly mehrfach: boolean }>> };
}

/** The elements that lead to a place: `stammdatenschema S00000000364 / struktur 2 / datenfeldgruppe G60000000086 / name`. */
export function elementPfad(schritte: readonly Schritt[]): string {
  return schritte
    .slice(1)
    .flatMap((schritt, index) => {
      if (schritt.name === 'enthaelt') return [];
      const kennung = kennungVon(schritt);
      if (kennung) return [`${schritt.name} ${kennung.id}`];
      const before = schonDa(schritte[index], schritt.name);
      return [schritt.name === 'struktur' || before > 0 ? `${schritt.name} ${before + 1}` : schritt.name];
    })
    .join(' / ');
}

/** How many of a name are closed already, where there may be several. */
function schonDa(above: Schritt | undefined, name: string): number {
  const before = above?.bauart.kinder[name]?.mehrfach ? above.kinder.get(name) : undefined;
  return Array.isArray(before) ? before.length : 0;
}

/** The id of an element, once it was read. */
export function kennungVon({ kinder }: Pick<Schritt, 'kinder'>): XdfKennung | undefined {
  return kinder.get('identifikation') as XdfKennung | undefined;
}
