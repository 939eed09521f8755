import { escapeAttribute, escapeText } from '../xml-text/index.ts';
import type { XdfBezug, XdfCode, XdfKennung, XdfStichwort, XdfTeil } from './modell.ts';

const prefix = 'xdf3';

type Attribute = Readonly<Record<string, string | null>>;

/** An element of XDatenfelder with what is written inside. */
export function element(name: string, inner: string, attribute: Attribute = {}): string {
  const open = `${prefix}:${name}${attributes(attribute)}`;
  return inner === '' ? `<${open}/>` : `<${open}>${inner}</${prefix}:${name}>`;
}

function attributes(attribute: Attribute): string {
  return Object.entries(attribute)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escapeAttribute(value)}"`))
    .join('');
}

/** An element with text; nothing where there is no such element. */
export function textElement(name: string, text: string | null): string {
  return text === null ? '' : element(name, escapeText(text));
}

/** A value of a code list; `code` itself has no namespace. */
export function codeElement(name: string, value: XdfCode | null): string {
  if (value === null) return '';
  const lists = { listURI: value.listUri, listVersionID: value.listVersion };
  return element(name, `<code>${escapeText(value.code)}</code>`, lists);
}

/** `id` and `version` within an element. */
export function kennungElement(name: string, kennung: XdfKennung | null): string {
  if (kennung === null) return '';
  return element(name, textElement('id', kennung.id) + textElement('version', kennung.version));
}

export function bezugElemente(bezuege: readonly XdfBezug[]): string {
  return bezuege.map(({ text, link }) => element('bezug', escapeText(text), { link })).join('');
}

export function stichwortElemente(stichworte: readonly XdfStichwort[]): string {
  return stichworte.map(({ text, uri }) => element('stichwort', escapeText(text), { uri })).join('');
}

/** A part that was kept as it stood. */
export function teilElement({ name, attribute, kinder }: XdfTeil): string {
  const inner = kinder.map((kind) => (typeof kind === 'string' ? escapeText(kind) : teilElement(kind)));
  return element(name, inner.join(''), attribute);
}
