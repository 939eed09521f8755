import { guardFormula } from '#kernel';
import type { Datensatz, Format, Wert } from './datensatz.ts';

const rowsPerChunk = 500;

/** A set as a file, chunk by chunk. */
export function dateiOf(datensatz: Datensatz, format: Format): ReadableStream<Uint8Array> {
  const text = format === 'csv' ? csvOf(datensatz) : jsonOf(datensatz);
  return ReadableStream.from(text).pipeThrough(new TextEncoderStream());
}

export const mediaTypes: Readonly<Record<Format, string>> = { csv: 'text/csv', json: 'application/json' };

/** Names the content of a file: another version, format or state has another name. */
export function etagOf({ version, stand }: Datensatz, format: Format): string {
  return `${version}-${stand.replace(/[^\w-]/g, '')}-${format}`;
}

/** For machines: UTF-8, comma, point as decimal sign, days as JJJJ-MM-TT, empty where nothing is known (RFC 4180). */
async function* csvOf({ spalten, zeilen }: Datensatz): AsyncGenerator<string> {
  let chunk = line(spalten.map(({ name }) => name));
  let count = 0;
  for (const row of zeilen()) {
    chunk += line(row.map(cellText));
    count += 1;
    if (count % rowsPerChunk === 0) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk) yield chunk;
}

function line(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}

function cellText(wert: Wert): string {
  return typeof wert === 'string' ? guardFormula(wert) : String(wert ?? '');
}

async function* jsonOf(datensatz: Datensatz): AsyncGenerator<string> {
  const { zeilen, spalten } = datensatz;
  let chunk = `${JSON.stringify(kopfOf(datensatz)).slice(0, -1)},"zeilen":[`;
  let count = 0;
  for (const row of zeilen()) {
    const named = Object.fromEntries(spalten.map(({ name }, at) => [name, row[at] ?? null]));
    chunk += `${count === 0 ? '' : ','}\n${JSON.stringify(named)}`;
    count += 1;
    if (count % rowsPerChunk === 0) {
      yield chunk;
      chunk = '';
    }
  }
  yield `${chunk}\n]}\n`;
}

/** What a file says of itself. */
export function kopfOf({ zeilen: _, ...kopf }: Datensatz) {
  return { ...kopf, spalten: [...kopf.spalten] };
}
