import type { XzufiKopf, XzufiObjekt } from './ereignis.ts';
import { namespaceOf } from './fassung.ts';
import { writeAttributes, writeXml } from './write-xml.ts';
import { element, type XmlNode } from './xml-node.ts';

const notChecked =
  '<!-- Reihenfolge und alle Objekte außer „leistung“: nicht gegen XSD geprüft, weil keines öffentlich vorliegt. -->';

/** The beginning of a message, its outermost element open. */
export function messageStart({ fassung, wurzel, attributes }: XzufiKopf): string {
  const { xzufiVersion: _, ...others } = attributes;
  const further = writeAttributes(others);
  const namespaces = `xmlns:xzufi="${namespaceOf(fassung)}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${notChecked}\n<xzufi:${wurzel} ${namespaces} xzufiVersion="${fassung}"${further}>\n`;
}

/** The end of a message. */
export function messageEnd({ wurzel }: Pick<XzufiKopf, 'wurzel'>): string {
  return `</xzufi:${wurzel}>\n`;
}

/** A part of the message beside its objects, such as `nachrichtenkopf`. */
export function framePart(inhalt: XmlNode): string {
  return `  ${writeXml(inhalt)}\n`;
}

/** The instruction to write or to delete an object. */
export function instruction(verb: 'schreibe' | 'loesche', { inhalt }: Pick<XzufiObjekt, 'inhalt'>): string {
  return `  ${writeXml(element(verb, [inhalt]))}\n`;
}
