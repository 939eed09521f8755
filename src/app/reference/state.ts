import type { Database } from '#platform';
import { referenceAreas } from './areas.ts';

/** What is loaded of one area. */
export interface AreaState {
  readonly id: string;
  readonly label: string;
  /** Null where nothing is loaded yet. */
  readonly fassung: number | null;
  readonly stand: string | null;
  readonly saetze: readonly {
    readonly satz: string;
    readonly titel: string;
    readonly stand: string;
    readonly zeilen: number;
    readonly quelle: string;
    readonly lizenz: string;
  }[];
}

/** What is loaded, area by area, by the heads of the newest version. */
export async function referenceState(db: Pick<Database, 'withPublic'>): Promise<readonly AreaState[]> {
  return db.withPublic(async (tx) => {
    const states: AreaState[] = [];
    for (const { id, label, versions } of referenceAreas) {
      const newest = (await versions(tx)).at(-1);
      const saetze = Object.entries(newest?.saetze ?? {}).map(([satz, kopf]) => {
        const { titel, stand, zeilen, quelle, lizenz } = kopf;
        return { satz, titel, stand, zeilen, quelle, lizenz };
      });
      states.push({ id, label, fassung: newest?.nummer ?? null, stand: newest?.stand ?? null, saetze });
    }
    return states;
  });
}
