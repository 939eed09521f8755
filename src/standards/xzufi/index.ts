export { buildLeistung, buildLoesche, buildOnlinedienst, buildOrganisationseinheit } from './build-objekt.ts';
export { convertObjekt } from './convert.ts';
export type { XzufiEreignis, XzufiHinweis, XzufiKopf, XzufiObjekt } from './ereignis.ts';
export { parseFassung, type XzufiFassung, xzufiFassungen } from './fassung.ts';
export type {
  ModulText,
  SprachText,
  XzufiLeistung,
  XzufiOnlinedienst,
  XzufiOrganisationseinheit,
  XzufiZustaendigkeit,
} from './objekte.ts';
export { parseXml } from './parse-xml.ts';
export { readXzufi } from './read-message.ts';
export {
  readLeistung,
  readOnlinedienst,
  readOrganisationseinheit,
} from './read-objekt.ts';
export type { XzufiRefusal } from './refusals.ts';
export { framePart, instruction, messageEnd, messageStart } from './write-message.ts';
export { writeXml } from './write-xml.ts';
export { element, type XmlNode } from './xml-node.ts';
