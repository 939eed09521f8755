import type { ExprKind } from '../expression/types.ts';

/** Something that can be chosen. */
export interface Wahl {
  readonly value: string;
  readonly label: string;
}

/** What expressions can name, as people read it; `gruppe` is there for what has rows. */
export interface Name {
  readonly id: string;
  readonly titel: string;
  readonly art: ExprKind;
  readonly teile: ReadonlyMap<string, Name>;
  /** What can be chosen, where it is known. */
  readonly wahl: readonly Wahl[] | null;
  /** Nobody answers it: the form works it out. */
  readonly berechnet: boolean;
  /** The page on which it stands; empty for values of the Kommune. */
  readonly seite: string;
  /** `pages[0].fields[2]`. */
  readonly platz: string;
  readonly gruppe: { readonly felder: readonly Name[] } | null;
}

/** What a name is unless something more is known of it. */
export const leererName: Omit<Name, 'id' | 'titel' | 'art'> = {
  teile: new Map(),
  wahl: null,
  berechnet: false,
  seite: '',
  platz: '',
  gruppe: null,
};

/** Everything that the expressions of a service can name. */
export interface Namen {
  readonly felder: readonly Name[];
  /** Values that each Kommune states, by name. */
  readonly werte: ReadonlyMap<string, Name>;
  /** Its tables; their columns are the fields. */
  readonly tabellen: ReadonlyMap<string, Name>;
}

/** What an expression can name at its place. */
export interface Sicht extends Namen {
  /** The fields of the groups that the place stands in, the outermost first. */
  readonly reihen: readonly (readonly Name[])[];
  /** What `entry.…` means. */
  readonly spalten: readonly Name[] | null;
}
