import { ok, type Result } from '#kernel';
import type { Archive } from './archive.ts';
import { attributeOf, readXml } from './xml.ts';

/** Formats of days and times that every workbook knows without naming them (ECMA-376, 18.8.30). */
const builtIn = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** For each style of cells whether it shows a number as a day. A workbook without styles shows none so. */
export function dateStyles(archive: Archive): Result<readonly boolean[]> {
  const part = archive.read('xl/styles.xml');
  if (!part.ok) return part;
  if (part.value === null) return ok([]);
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  const read = readXml(part.value, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      const format = Number(attributeOf(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') own.set(format, showsDay(attributeOf(attributes, 'formatCode') ?? ''));
      else if (name === 'xf' && inCells) styles.push(own.get(format) ?? builtIn.has(format));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => {},
  });
  return read.ok ? ok(styles) : read;
}

/** Whether a format has parts of a day, quoted text, colours and conditions aside. */
function showsDay(code: string): boolean {
  return /[dy]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

const latest = 2_958_465;

/** `2027-03-31` of the number that Excel keeps for it; what is no whole day between 1900-03-01 and 9999 stays. */
export function dayOfSerial(text: string): string {
  const serial = Number(text);
  if (!Number.isInteger(serial) || serial < 61 || serial > latest) return text;
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
