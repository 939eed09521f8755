import { inflateSync } from 'node:zlib';

/** All that could be read in a PDF: its bytes, its unpacked streams, and what its fonts make of the glyphs in them. */
export function textOfPdf(bytes: Buffer): string {
  const streams = streamsOf(bytes);
  const fonts = streams.filter((text) => text.includes('beginbfrange')).map(glyphsOf);
  const pages = streams.filter((text) => /\bT[jJ]\b/.test(text));
  const read = pages.flatMap((page) => fonts.map((font) => decoded(page, font)));
  return [bytes.toString('latin1'), ...streams, ...read].join('\n');
}

function streamsOf(bytes: Buffer): readonly string[] {
  const found: string[] = [];
  for (let from = bytes.indexOf('stream\n'); from >= 0; from = bytes.indexOf('stream\n', from + 7)) {
    const to = bytes.indexOf('endstream', from);
    try {
      found.push(inflateSync(bytes.subarray(from + 7, to)).toString('latin1'));
    } catch {
      // Not every stream is deflated.
    }
  }
  return found;
}

/** Which character a glyph of a font is, by its number. */
function glyphsOf(cmap: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi))
    for (const [index, [, code = '']] of [...list.matchAll(/<([0-9a-f]*)>/gi)].entries())
      glyphs.set(Number.parseInt(first, 16) + index, Buffer.from(code, 'hex').swap16().toString('utf16le'));
  return glyphs;
}

/** The text that a page shows in one font; other fonts come out as nonsense. */
function decoded(page: string, font: ReadonlyMap<number, string>): string {
  const hex = [...page.matchAll(/<([0-9a-f]+)>/gi)].map(([, code = '']) => code).join('');
  const codes = hex.match(/.{4}/g) ?? [];
  return codes.map((code) => font.get(Number.parseInt(code, 16)) ?? '').join('');
}
