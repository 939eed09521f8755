import { ok, type Result, refuse } from '#kernel';
import { unreadable } from './sheet.ts';

/** What a reader of XML hears; names come without their namespace's prefix. */
export interface XmlHandler {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Thrown inside this file only; `readXml` turns it into a refusal. */
class NotOurXml extends Error {}

/**
 * Reads well-formed XML 1.0 as far as workbooks need it: elements, text, CDATA; comments and processing instructions
 * are passed over. Every document type and every entity but the five of XML itself is refused (`SPREADSHEET_XML`), so
 * nothing is ever expanded or fetched.
 */
export function readXml(bytes: Buffer, part: string, handler: XmlHandler): Result<true> {
  try {
    scan(new TextDecoder('utf-8', { fatal: true }).decode(bytes), handler);
    return ok(true);
  } catch (error) {
    if (!(error instanceof NotOurXml) && !(error instanceof TypeError)) throw error;
    const detail = error instanceof NotOurXml ? error.message : 'die Zeichen sind kein UTF-8';
    return refuse(
      unreadable(
        'SPREADSHEET_XML',
        `Die Excel-Datei ist nicht lesbar (${part}: ${detail}). Bitte neu speichern.`,
      ),
    );
  }
}

function scan(xml: string, handler: XmlHandler): void {
  const stack: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at && stack.length > 0) handler.text(decoded(xml.slice(at, end)));
    if (next < 0) break;
    at = markup(xml, next, stack, handler);
  }
  if (stack.length > 0) throw new NotOurXml(`<${stack.at(-1)}> endet nicht`);
}

function markup(xml: string, at: number, stack: string[], handler: XmlHandler): number {
  if (xml.startsWith('<?', at)) return after(xml, '?>', at);
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at);
  if (xml.startsWith('<![CDATA[', at)) {
    const end = after(xml, ']]>', at);
    if (stack.length > 0) handler.text(xml.slice(at + 9, end - 3));
    return end;
  }
  if (xml.startsWith('<!', at)) throw new NotOurXml('eine Dokumenttyp-Angabe ist nicht erlaubt');
  return tag(xml, at, stack, handler);
}

function tag(xml: string, at: number, stack: string[], handler: XmlHandler): number {
  const end = after(xml, '>', at);
  const closing = xml[at + 1] === '/';
  const empty = xml[end - 2] === '/';
  const inner = xml.slice(at + (closing ? 2 : 1), end - (empty && !closing ? 2 : 1));
  const space = inner.search(/\s/);
  const full = space < 0 ? inner : inner.slice(0, space);
  const name = full.slice(full.indexOf(':') + 1);
  if (closing) {
    if (stack.pop() !== full) throw new NotOurXml(`</${full.slice(0, 40)}> schließt nichts`);
    handler.close(name);
    return end;
  }
  if (stack.length > 100) throw new NotOurXml('die Elemente sind zu tief verschachtelt');
  handler.open(name, space < 0 ? '' : inner.slice(space));
  if (empty) handler.close(name);
  else stack.push(full);
  return end;
}

function after(xml: string, sign: string, at: number): number {
  const found = xml.indexOf(sign, at);
  if (found < 0) throw new NotOurXml('die Datei ist abgeschnitten');
  return found + sign.length;
}

/** The value of an attribute in the text of a tag; prefixed names are asked for with their prefix. */
export function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? null : decoded(value);
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,10});?/g, (whole, name: string) => {
    const known = named[name] ?? numbered(name);
    if (known === null || !whole.endsWith(';'))
      throw new NotOurXml(`unbekanntes Zeichen ${whole.slice(0, 12)}`);
    return known;
  });
}

function numbered(name: string): string | null {
  const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  if (!match) return null;
  const code = match[1] ? Number.parseInt(match[1], 16) : Number(match[2]);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
