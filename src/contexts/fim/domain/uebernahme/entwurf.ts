import type { Befund, Befundart, Gewicht } from '../bericht.ts';
import type { ListeOf } from './ausdruck.ts';
import { bezeichnungOf, type Knoten } from './knoten.ts';
import type { Steuerung } from './steuerung.ts';

/** A part of a definition before it is proven: plain data in the shape of `leitwerk/formular@1`. */
export type Entwurf = Readonly<Record<string, unknown>>;

/** What all parts of a form are made with. */
export interface Werkbank {
  readonly steuerung: Steuerung;
  readonly listeOf: ListeOf;
  readonly codelisten: Codelisten;
  readonly standard: string;
  readonly befund: (art: Befundart, gewicht: Gewicht, knoten: Knoten, text: string) => void;
}

/** The lists that several fields offer, by their entries. */
export interface Codelisten {
  readonly nameOf: (title: string, entries: readonly Entwurf[], urn: string | null) => string;
  readonly alle: () => Readonly<Record<string, Entwurf>>;
}

export function codelisten(): Codelisten {
  const lists = new Map<string, { readonly name: string; readonly list: Entwurf }>();
  return {
    nameOf: (title, entries, urn) => {
      const key = JSON.stringify([urn, entries]);
      const before = lists.get(key);
      if (before) return before.name;
      const name = `liste${lists.size + 1}`;
      lists.set(key, { name, list: { title, ...(urn ? { urn } : {}), entries } });
      return name;
    },
    alle: () => Object.fromEntries([...lists.values()].map(({ name, list }) => [name, list])),
  };
}

export function befundOf(art: Befundart, gewicht: Gewicht, { quelle, ort }: Knoten, text: string): Befund {
  return { art, gewicht, fimId: quelle.kennung.id, ort, zeile: quelle.stelle.zeile, text };
}

/** Where a part comes from, so that an export can name it again. */
export function quelleOf({ quelle }: Knoten, standard: string): Entwurf {
  const { id, version } = quelle.kennung;
  return {
    standard,
    id,
    ...(version === null ? {} : { version }),
    name: (quelle.name.trim() || bezeichnungOf(quelle)).slice(0, 500),
  };
}
