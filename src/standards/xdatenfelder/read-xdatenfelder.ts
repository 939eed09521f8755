import { SaxesParser } from 'saxes';
import { ok, type Result, refuse } from '#kernel';
import { strictDecoder } from '../xml-text/index.ts';
import { type XdfGrenzen, xdfGrenzen } from './grenzen.ts';
import { Lesung } from './lesen.ts';
import type { XdfNachricht } from './modell.ts';
import { Verweigert, type XdfRefusal, xdfRefusal } from './refusals.ts';

/**
 * Reads a file of XDatenfelder 2 or 3.0.0 (`stammdatenschema.0102`, `datenfeldgruppe.0103`) while it streams in. Every
 * element that the standard knows is kept, text to the letter; what it does not know is refused, as are DOCTYPE of any
 * kind, wrong encodings, colliding ids and groups within themselves, each with line, column and the path of elements.
 * Elements of version 2 stand where version 3 has them (FITKO, XDF2 → XDF3 0.03); ids stay as they are.
 */
export async function readXdatenfelder(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  grenzen: XdfGrenzen = xdfGrenzen,
): Promise<Result<XdfNachricht, XdfRefusal>> {
  // XML 1.1 would let control characters in.
  const parser = new SaxesParser({
    position: true,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
  });
  const lesung = new Lesung(grenzen, () => ({ zeile: parser.line, spalte: parser.column + 1 }));
  listen(parser, lesung);
  const decoder = strictDecoder((fault, at, detail) =>
    xdfRefusal(fault === 'wrong' ? 'XDF_ENCODING_WRONG' : 'XDF_ENCODING_UNKNOWN', at, '', detail),
  );
  const feed = feeder(parser, lesung, grenzen);
  let opening: number | undefined;
  try {
    for await (const bytes of source) {
      opening ??= bytes[0];
      const text = decoder.push(bytes, lesung.stelle());
      if (!text.ok) return isText(opening) ? text : noXml;
      feed(text.value);
    }
    const rest = decoder.end(lesung.stelle());
    if (!rest.ok) return isText(opening) ? rest : noXml;
    feed(rest.value);
    if (!lesung.begonnen) lesung.verweigere('XDF_EMPTY');
    parser.close();
    return ok(lesung.nachricht());
  } catch (error) {
    if (error instanceof Verweigert) return refuse(error.refusal);
    const refusal = malformed(error, lesung);
    if (refusal === null) throw error;
    return refuse(refusal);
  }
}

const noXml = refuse(xdfRefusal('XDF_NOT_XML', { zeile: 1, spalte: 1 }));

/** Whether a file may be XML in some encoding, by its first byte; archives and packed files begin otherwise. */
function isText(opening: number | undefined): boolean {
  return opening === undefined || '\t\n\r <\u0000\u00ef\u00fe\u00ff'.includes(String.fromCharCode(opening));
}

function listen(parser: SaxesParser, lesung: Lesung): void {
  parser.on('doctype', () => lesung.verweigere('XDF_DOCTYPE'));
  parser.on('opentagstart', () => lesung.beginneBei(parser.line, parser.column + 1));
  parser.on('opentag', (tag) => lesung.oeffne(tag));
  parser.on('closetag', () => lesung.schliesse());
  parser.on('text', (text) => lesung.text(text));
  parser.on('cdata', (text) => lesung.text(text));
  parser.on('comment', (text) => lesung.hinweis('kommentar', text));
  parser.on('processinginstruction', ({ target }) => lesung.hinweis('anweisung', target));
}

/**
 * Gives text to the parser, and refuses files that are no XML or too long before the parser sees them. The parser tells of a
 * text or an attribute only at its end, so that one without end is noticed here.
 */
function feeder(parser: SaxesParser, lesung: Lesung, grenzen: XdfGrenzen) {
  let begun = false;
  let given = 0;
  let [said, swallowed] = [0, 0];
  return (text: string): void => {
    given += text.length;
    if (given > grenzen.zeichen) lesung.verweigere('XDF_TOO_MUCH');
    swallowed = lesung.gesagt === said ? swallowed : 0;
    if (swallowed > 2 * grenzen.textZeichen) lesung.verweigere('XDF_TOO_LONG');
    said = lesung.gesagt;
    swallowed += text.length;
    const first = begun ? -1 : text.search(/[^\s\ufeff]/);
    if (first >= 0) {
      begun = true;
      if (text[first] !== '<')
        lesung.verweigere('XDF_NOT_XML', placeOf(text.slice(0, first), lesung.stelle()));
    }
    parser.write(text);
  };
}

function placeOf(before: string, at: { readonly zeile: number; readonly spalte: number }) {
  const lines = before.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return { zeile: at.zeile + lines.length - 1, spalte: lines.length === 1 ? at.spalte + last : last + 1 };
}

/** The parser's own complaints, told apart by what a person does about them; `null` for a fault of ours. */
function malformed(error: unknown, lesung: Lesung): XdfRefusal | null {
  const text = error instanceof Error ? error.message : String(error);
  const [, line, column, said] = /^(\d+):(\d+): (.*)$/s.exec(text) ?? [];
  if (said === undefined) return null;
  const place = { zeile: Number(line), spalte: Number(column) + 1 };
  if (/unclosed|unexpected end/i.test(said)) return xdfRefusal('XDF_TRUNCATED', place);
  if (!lesung.begonnen && /must (be a|contain)|text data outside|non-whitespace|document must/i.test(said))
    return xdfRefusal('XDF_NOT_XML', place);
  // A lone „&“ is noticed only at the next „;“: what helps is the element in which it stands.
  const where = /entity/.test(said) ? lesung.beginn : place;
  return xdfRefusal('XDF_MALFORMED', where, '', said.replace(/\.$/, ''));
}
