import type {
  XdfAnzahl,
  XdfDatenfeld,
  XdfDatenfeldgruppe,
  XdfNachricht,
  XdfStruktur,
} from '#standards/xdatenfelder';

/** A place of the schema: a field or group as often as it is used, in the order of the form. */
export interface Knoten {
  /** Its name in the form; unique, so that expressions can name it. */
  readonly name: string;
  readonly quelle: XdfDatenfeld | XdfDatenfeldgruppe;
  readonly anzahl: XdfAnzahl;
  readonly kinder: readonly Knoten[];
  readonly oben: Knoten | null;
  /** Names from outside in. */
  readonly ort: string;
  /** Its place in the order of the form. */
  readonly nummer: number;
}

/** The schema as places. `kinder` is filled while the tree is built and read only afterwards. */
export interface Baum {
  readonly kinder: readonly Knoten[];
  readonly alle: readonly Knoten[];
}

/** All places of a schema; of a group by itself the group is the only one at the top. */
export function baumVon({ inhalt }: XdfNachricht): Baum {
  const alle: Knoten[] = [];
  const namen = new Map<string, number>();
  const nameOf = (id: string): string => {
    const base = id.toLowerCase().replace(/[^a-z0-9]/g, '');
    const count = (namen.get(base) ?? 0) + 1;
    namen.set(base, count);
    return count === 1 ? base : `${base}x${count}`;
  };
  const grow = (
    { enthaelt, anzahl }: Pick<XdfStruktur, 'enthaelt' | 'anzahl'>,
    oben: Knoten | null,
  ): Knoten => {
    const kinder: Knoten[] = [];
    const label = bezeichnungOf(enthaelt);
    const knoten: Knoten = {
      name: nameOf(enthaelt.kennung.id),
      quelle: enthaelt,
      anzahl,
      kinder,
      oben,
      ort: oben ? `${oben.ort} › ${label}` : label,
      nummer: alle.length,
    };
    alle.push(knoten);
    if (enthaelt.art === 'gruppe') kinder.push(...enthaelt.strukturen.map((each) => grow(each, knoten)));
    return knoten;
  };
  const strukturen =
    inhalt.art === 'gruppe' ? [{ enthaelt: inhalt, anzahl: { min: 1, max: 1 } }] : inhalt.strukturen;
  return { kinder: strukturen.map((each) => grow(each, null)), alle };
}

/** What people read; the technical name where nothing else was given. */
export function bezeichnungOf({ bezeichnungEingabe, name, kennung }: Knoten['quelle']): string {
  return bezeichnungEingabe.trim() || name.trim() || kennung.id;
}
