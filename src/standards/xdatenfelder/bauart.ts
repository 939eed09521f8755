import type { Stelle } from '../xml-text/index.ts';
import type { XdfTeil } from './modell.ts';
import type { XdfCodeOfRefusal } from './refusals.ts';

/** How an element is built: what may stand in it, what its text must look like, and what becomes of it. */
export interface Bauart {
  readonly kinder: Readonly<Record<string, Kind>>;
  /** Whether text may stand in it; white space always may. */
  readonly text: boolean;
  readonly attribute: readonly string[];
  /** Any element and attribute may stand in it, and each is kept in its place. */
  readonly frei?: true;
  /** The form of its text, without the white space around it. */
  readonly form?: RegExp;
  readonly baue: (offen: Offen) => unknown;
}

/** How often an element may stand in another. */
export interface Kind {
  readonly bauart: () => Bauart;
  readonly pflicht: boolean;
  readonly mehrfach: boolean;
}

/** An element whose end tag has come: everything inside is built already. It is no longer there when its builder is done. */
export interface Offen {
  readonly name: string;
  readonly attribute: Readonly<Record<string, string>>;
  readonly text: string;
  /** What was built of the elements inside, by their name: a list where the name may stand more than once. */
  readonly kinder: ReadonlyMap<string, unknown>;
  /** What stands in an element that is `frei`, text and elements in their order. */
  readonly reihe: readonly (XdfTeil | string)[];
  readonly stelle: Stelle;
  /** Ends the reading: what was built so far contradicts the standard. */
  readonly verweigere: (code: XdfCodeOfRefusal, detail: string) => never;
  /** The value that came first under a name, which says all that it says: the same few stand thousands of times in a schema. */
  readonly behalte: <T extends object>(art: 'code' | 'kennung', name: string, wert: T) => T;
  /** Everything that must be the same wherever an element stands again; refuses what differs. */
  readonly gleicherInhalt: (kennung: string, inhalt: string) => void;
}

/** An element that must stand once. */
export const genau = (bauart: Bauart): Kind => ({ bauart: () => bauart, pflicht: true, mehrfach: false });
/** An element that may be missing. */
export const hoechstens = (bauart: Bauart): Kind => ({
  bauart: () => bauart,
  pflicht: false,
  mehrfach: false,
});
/** An element that may stand any number of times. */
export const beliebig = (bauart: Bauart | (() => Bauart)): Kind => ({
  bauart: typeof bauart === 'function' ? bauart : () => bauart,
  pflicht: false,
  mehrfach: true,
});

/** What was built of the only element of a name. The builder of that name made a `T`. */
export function eines<T>({ kinder }: Pick<Offen, 'kinder'>, name: string): T | undefined {
  return kinder.get(name) as T | undefined;
}

/** What was built of an element that must stand: the reading has made sure of that. */
export function pflicht<T>(offen: Offen, name: string): T {
  const wert = eines<T>(offen, name);
  if (wert === undefined) return offen.verweigere('XDF_ELEMENT_MISSING', name);
  return wert;
}

/** What was built of all elements of a name, in their order. */
export function viele<T>({ kinder }: Offen, name: string): readonly T[] {
  return (kinder.get(name) ?? []) as readonly T[];
}
