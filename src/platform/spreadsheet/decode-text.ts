import { ok, type Result, refuse } from '#kernel';
import { unreadable } from './sheet.ts';

/** A text with the character set in which it came. */
export interface DecodedText {
  readonly text: string;
  readonly charset: string;
  readonly warnings: readonly string[];
}

/** Reads UTF-8 (with or without mark), UTF-16, or else Windows-1252, as German office programs write them. */
export function decodeText(bytes: Buffer): Result<DecodedText> {
  const [charset, label] = charsetOf(bytes);
  const text = new TextDecoder(charset).decode(bytes);
  if (text.includes('\u0000'))
    return refuse(
      unreadable(
        'SPREADSHEET_NOT_A_TABLE',
        'Das ist weder eine Tabelle in Text (CSV) noch eine Excel-Arbeitsmappe (.xlsx).',
      ),
    );
  const broken = /Ã[¤¶¼Ÿ„–œ]/.test(text);
  const warnings = broken
    ? [
        'Einige Umlaute sehen aus, als wären sie zweimal umgewandelt worden („Ã¼“ statt „ü“). Bitte prüfen Sie die Namen.',
      ]
    : [];
  return ok({ text, charset: label, warnings });
}

function charsetOf(bytes: Buffer): readonly [charset: string, label: string] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le', 'UTF-16'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be', 'UTF-16'];
  // Without a mark every second byte of German text in UTF-16 is still zero.
  const sample = bytes.subarray(0, 1_000);
  const zeros = (from: number) => sample.filter((byte, at) => at % 2 === from && byte === 0).length;
  if (zeros(1) > sample.length / 4) return ['utf-16le', 'UTF-16 ohne Kennung'];
  if (zeros(0) > sample.length / 4) return ['utf-16be', 'UTF-16 ohne Kennung'];
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return ['utf-8', 'UTF-8'];
  } catch {
    return ['windows-1252', 'Windows-1252'];
  }
}
