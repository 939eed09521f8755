import { escapeAttribute, escapeText } from '../xml-text/index.ts';

/** The namespace of case data that follow a schema of XDatenfelder 3. */
export const xfallNamespace = 'urn:fim-de:xfall:datenschema:xdf3';

/** An element of case data, named by id and version: `F60000000227V1.1.0`. */
export interface XfallElement {
  readonly name: string;
  /** Empty where elements stand in it. */
  readonly text: string;
  readonly kinder: readonly XfallElement[];
}

/**
 * Case data as XML, all elements in XFall's namespace. No XSD of XFall is public, so the shape is that of FITKO's published
 * generators: `S…V…` around all, `G…V…` for groups, `F…V…` for fields.
 */
export function writeXfall(root: XfallElement): string {
  const write = ({ name, text, kinder }: XfallElement, more = ''): string =>
    `<xfd:${name}${more}>${escapeText(text)}${kinder.map((kind) => write(kind)).join('')}</xfd:${name}>`;
  const declared = ` xmlns:xfd="${escapeAttribute(xfallNamespace)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, declared)}\n`;
}
