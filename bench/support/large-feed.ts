import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How large a feed was made. */
export interface LargeFeed {
  readonly objekte: number;
  readonly bytes: number;
}

const data = join(import.meta.dirname, '../../data');

function rowsOf(file: string): Record<string, unknown>[] {
  const [, ...lines] = readFileSync(join(data, file), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/**
 * Writes an XZuFi feed of the whole country: for each of the 10,796 Gemeinden its own texts, offices and Onlinedienste, and
 * texts of each Land, until `objekte` are written. Every run writes the same.
 */
export async function writeLargeFeed(path: string, objekte: number): Promise<LargeFeed> {
  const areas = ['gebiet/gemeinden-nrw.jsonl', 'gebiet-de/gemeinden.jsonl'].flatMap(rowsOf);
  const keys = rowsOf('katalog/leistungen.jsonl').flatMap(({ leika, name }) =>
    leika ? [{ leika, name }] : [],
  );
  const out = createWriteStream(path);
  let [bytes, written] = [0, 0];
  const write = async (text: string) => {
    bytes += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<x:nachricht xmlns:x="http://xoev.de/schemata/xzufi/2_3_1" xzufiVersion="2.3.1">\n',
  );
  for (let round = 0; written < objekte; round += 1) {
    let piece = '';
    for (const [index, { ars, name }] of areas.entries()) {
      if (written >= objekte) break;
      const key = keys[(index * 7 + round * 131) % keys.length];
      piece += objectOf(written, round % 5, { ars: String(ars), ort: String(name) }, key);
      written += 1;
      if (piece.length < 100_000) continue;
      await write(piece);
      piece = '';
    }
    await write(piece);
  }
  await write('</x:nachricht>\n');
  out.end();
  await once(out, 'finish');
  return { objekte: written, bytes };
}

interface Place {
  readonly ars: string;
  readonly ort: string;
}

/** Three texts to each office and Onlinedienst. */
function objectOf(
  number: number,
  kind: number,
  { ars, ort }: Place,
  key: Record<string, unknown> | undefined,
): string {
  const [name, ortsname] = [escaped(String(key?.name ?? '')), escaped(ort)];
  if (kind === 3)
    return `<x:schreibe><x:organisationseinheit><x:id>S.${number}</x:id><x:name><x:name languageCode="de">Bürgeramt ${ortsname}</x:name></x:name><x:zustaendigkeit><x:leistungID>T.${number - 1}</x:leistungID><x:gebietID>${ars}</x:gebietID><x:rolle><code>01</code></x:rolle></x:zustaendigkeit></x:organisationseinheit></x:schreibe>\n`;
  if (kind === 4)
    return `<x:schreibe><x:onlinedienst><x:id>D.${number}</x:id><x:bezeichnung languageCode="de">${name} online</x:bezeichnung><x:link><x:link>https://dienste.example/${ars}/${number}</x:link></x:link><x:leistungID>${key?.leika}</x:leistungID><x:gebietID>${ars}</x:gebietID></x:onlinedienst></x:schreibe>\n`;
  return `<x:schreibe><x:leistung><x:id>T.${number}</x:id><x:referenzLeistungsschluessel>${key?.leika}</x:referenzLeistungsschluessel><x:modulText><x:leikaTextmodul><code>05</code></x:leikaTextmodul><x:inhalt languageCode="de">${name}: ${ortsname}</x:inhalt></x:modulText><x:gueltigkeitGebietID>${ars}</x:gueltigkeitGebietID></x:leistung></x:schreibe>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
