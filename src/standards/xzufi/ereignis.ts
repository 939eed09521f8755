import type { XzufiFassung } from './fassung.ts';
import type { XmlNode } from './xml-node.ts';

/** What a reading came upon that is kept but not understood: where first, and how often. */
export interface XzufiHinweis {
  readonly art: 'unbekanntes-element' | 'unbekanntes-objekt' | 'anweisung';
  /** `leistung/modulText/neuesElement`. */
  readonly was: string;
  readonly anzahl: number;
  readonly zeile: number;
}

/** The message itself: its outermost element. */
export interface XzufiKopf {
  readonly fassung: XzufiFassung;
  /** The name of the outermost element; it is not attested and therefore kept as it was. */
  readonly wurzel: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** An administrative object: `leistung`, `organisationseinheit`, `onlinedienst`, `spezialisierung` or another. */
export interface XzufiObjekt {
  readonly art: string;
  /** The agency that gave the id, empty where none is named. */
  readonly agentur: string;
  readonly id: string;
  readonly inhalt: XmlNode;
}

/** What a message says, in its order. `ende` comes only where the message was whole. */
export type XzufiEreignis =
  | { readonly ereignis: 'kopf'; readonly kopf: XzufiKopf }
  | { readonly ereignis: 'rahmen'; readonly inhalt: XmlNode }
  | { readonly ereignis: 'schreibe' | 'loesche'; readonly objekt: XzufiObjekt }
  | { readonly ereignis: 'ende'; readonly objekte: number; readonly hinweise: readonly XzufiHinweis[] };
