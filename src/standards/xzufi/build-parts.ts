import type { XzufiFassung } from './fassung.ts';
import type { SprachText } from './objekte.ts';
import { bareElement, element, type XmlNode } from './xml-node.ts';

const areaScheme = 'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs';

export function leikaReference(fassung: XzufiFassung, key: string): XmlNode {
  return fassung === '2.3.1'
    ? element('referenzLeistungsschluessel', [key], { schemeID: 'urn:de:fim:leika:leistung' })
    : code('referenzLeiKa', 'urn:de:fim:leika:leistung', key);
}

export function identity(name: string, id: string, agentur: string): XmlNode {
  return element(name, [id], agentur === '' ? {} : { schemeAgencyID: agentur });
}

export function area(name: string, ars: string): XmlNode {
  return element(name, [ars], { schemeID: areaScheme });
}

export function code(name: string, listURI: string, value: string): XmlNode {
  return element(name, [bareElement('code', [value])], { listURI, listVersionID: '' });
}

export function localized(name: string, { sprache, text }: SprachText): XmlNode {
  return element(name, [text], { languageCode: sprache });
}

export function optional(name: string, text: string | null): XmlNode | null {
  return text === null ? null : element(name, [text]);
}

export function changed(name: string, at: string | null): XmlNode | null {
  return at === null ? null : element(name, [element('geaendertDatumZeit', [at])]);
}

export function channelOf(kennung: string | null): XmlNode | null {
  return kennung === null ? null : element('kommunikationssystem', [element('kennung', [kennung])]);
}

/** The texts of each module together, modules in the order of their first text. */
export function grouped<T extends { readonly modul: string }>(texte: readonly T[]): [string, T[]][] {
  return [...Map.groupBy(texte, ({ modul }) => modul)];
}
