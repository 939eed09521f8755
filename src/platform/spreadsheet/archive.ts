import { crc32, inflateRawSync } from 'node:zlib';
import { ok, type Result, refuse } from '#kernel';
import { sheetLimits, unreadable } from './sheet.ts';

/** The packed parts of a workbook by name; `read` unpacks one, within the limits. */
export interface Archive {
  readonly names: readonly string[];
  readonly read: (name: string) => Result<Buffer | null>;
}

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const smallPart = 1_000_000;

/**
 * Opens a ZIP file (APPNOTE 4.3, without ZIP64, encryption and split archives, which no workbook of our size needs).
 * Refuses with `SPREADSHEET_BROKEN` what is damaged and with `SPREADSHEET_TOO_LARGE` what would unpack to more than
 * the limits; the sizes that the archive states are only trusted where unpacking keeps to them.
 */
export function openArchive(bytes: Buffer): Result<Archive> {
  const end = endOf(bytes);
  if (end < 0) return refuse(broken('Das Inhaltsverzeichnis fehlt; vielleicht ist die Datei abgeschnitten.'));
  const count = bytes.readUInt16LE(end + 10);
  if (count > sheetLimits.entries) return refuse(tooLarge(`Sie enthält ${count} Teile.`));
  const entries = readEntries(bytes, bytes.readUInt32LE(end + 16), count);
  if (!entries.ok) return entries;
  const total = [...entries.value.values()].reduce((sum, { size }) => sum + size, 0);
  if (total > sheetLimits.inflatedBytes) return refuse(tooLarge(`Entpackt wären es ${megabytes(total)} MB.`));
  for (const [name, { packed, size }] of entries.value)
    if (size > smallPart && size > packed * sheetLimits.ratio)
      return refuse(
        tooLarge(`Der Teil ${name} ist gepackt ${Math.round(size / Math.max(1, packed))}-mal kleiner.`),
      );
  return ok({ names: [...entries.value.keys()], read: (name) => readPart(bytes, entries.value, name) });
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= first; at -= 1)
    if (bytes.readUInt32LE(at) === endSignature) return at;
  return -1;
}

function readEntries(bytes: Buffer, start: number, count: number): Result<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature)
      return refuse(broken('Das Inhaltsverzeichnis ist beschädigt.'));
    if ((bytes.readUInt16LE(at + 8) & 1) !== 0)
      return refuse(
        unreadable(
          'SPREADSHEET_ENCRYPTED',
          'Die Datei ist mit einem Passwort geschützt. Bitte ohne Passwort speichern.',
        ),
      );
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const text = bytes.toString('utf8', at + 46, at + 46 + (name ?? 0));
    if (entries.has(text)) return refuse(broken(`Der Teil ${text} steht zweimal darin.`));
    entries.set(text, {
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return ok(entries);
}

function readPart(bytes: Buffer, entries: ReadonlyMap<string, Entry>, name: string): Result<Buffer | null> {
  const entry = entries.get(name);
  if (!entry) return ok(null);
  const { offset, packed, size, method, crc } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature)
    return refuse(broken(`Der Teil ${name} fehlt.`));
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const body = bytes.subarray(start, start + packed);
  const content = unpacked(body, method, size);
  if (content === null || content.length !== size || crc32(content) !== crc)
    return refuse(broken(`Der Teil ${name} lässt sich nicht entpacken.`));
  return ok(content);
}

/** Never more than the stated size: whoever states too little gets nothing. */
function unpacked(body: Buffer, method: number, size: number): Buffer | null {
  if (method === 0) return body;
  if (method !== 8) return null;
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, size) });
  } catch {
    return null;
  }
}

function broken(detail: string) {
  return unreadable('SPREADSHEET_BROKEN', `Die Excel-Datei ist beschädigt: ${detail} Bitte neu speichern.`);
}

function tooLarge(detail: string) {
  return unreadable(
    'SPREADSHEET_TOO_LARGE',
    `Die Excel-Datei ist ungewöhnlich gepackt und wird nicht geöffnet. ${detail}`,
  );
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
