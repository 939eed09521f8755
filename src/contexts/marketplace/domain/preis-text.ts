import type { FieldProblem } from '#kernel';
import type { Jahrespreis, Preisinhalt, Preisstufe } from './preisblatt.ts';

/** How amounts are read and written; the house's money texts stand outside the domain. */
export interface Geldtext {
  readonly read: (text: string) => number | null;
  readonly write: (cent: number) => string;
}

/** A price sheet as somebody types it: steps and one-off amounts one to a line. */
export interface Preistext {
  readonly art: string;
  readonly jahr: string;
  readonly stufen: string;
  readonly erste: string;
  readonly einmalig: string;
  readonly erlaeuterung: string;
  readonly quelle: string;
  readonly annahme: boolean;
}

/** The sheet as it stands in the form. */
export function preisTextOf(inhalt: Preisinhalt, { write }: Geldtext): Preistext {
  const { jaehrlich } = inhalt;
  return {
    art: jaehrlich.art,
    jahr: jaehrlich.art === 'fest' ? write(jaehrlich.cent) : '',
    stufen:
      jaehrlich.art === 'staffel'
        ? jaehrlich.stufen
            .map(({ bisEinwohner, cent }) => `${bisEinwohner ?? 'darüber'}: ${write(cent)}`)
            .join('\n')
        : '',
    erste: inhalt.ersteCent === null ? '' : write(inhalt.ersteCent),
    einmalig: inhalt.einmalig.map(({ bezeichnung, cent }) => `${bezeichnung}: ${write(cent)}`).join('\n'),
    erlaeuterung: inhalt.erlaeuterung,
    quelle: inhalt.quelle,
    annahme: inhalt.annahme,
  };
}

/** Reads the form; says of every line what is wrong with it. */
export function readPreisText(
  text: Preistext,
  { read }: Geldtext,
): { readonly inhalt: Preisinhalt; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const amount = (field: string, given: string): number => {
    const cent = read(given);
    if (cent === null)
      problems.push({
        field,
        message: `„${given.slice(0, 40)}“ ist kein Betrag. Bitte schreiben Sie ihn wie 1.200,00.`,
      });
    return cent ?? 0;
  };
  const inhalt = {
    jaehrlich: jaehrlichOf(text, amount, problems),
    ersteCent: text.erste === '' ? null : amount('erste', text.erste),
    einmalig: lines(text.einmalig).map((line) => {
      const [bezeichnung, betrag] = parted(line);
      if (bezeichnung.length < 2)
        problems.push({
          field: 'einmalig',
          message: `Bitte schreiben Sie „${line.slice(0, 40)}“ als Bezeichnung: Betrag.`,
        });
      return { bezeichnung, cent: amount('einmalig', betrag) };
    }),
    erlaeuterung: text.erlaeuterung,
    quelle: text.quelle,
    annahme: text.annahme,
  };
  return { inhalt, problems };
}

function jaehrlichOf(
  { art, jahr, stufen }: Preistext,
  amount: (field: string, given: string) => number,
  problems: FieldProblem[],
): Jahrespreis {
  if (art === 'umlage') return { art };
  if (art === 'staffel') {
    const read = lines(stufen).map((line) => stufeOf(line, amount, problems));
    if (read.length === 0)
      problems.push({ field: 'stufen', message: 'Bitte nennen Sie mindestens eine Stufe, eine je Zeile.' });
    return { art, stufen: read };
  }
  if (art !== 'fest')
    problems.push({ field: 'art', message: 'Bitte wählen Sie, wie der Preis gebildet wird.' });
  return { art: 'fest', cent: amount('jahr', jahr) };
}

function stufeOf(
  line: string,
  amount: (field: string, given: string) => number,
  problems: FieldProblem[],
): Preisstufe {
  const [bis, betrag] = parted(line);
  const digits = bis.replaceAll('.', '');
  const above = /^dar(ü|ue)ber$/i.test(bis);
  if (!above && !/^[1-9]\d{0,8}$/.test(digits))
    problems.push({
      field: 'stufen',
      message: `Bitte schreiben Sie „${line.slice(0, 40)}“ wie 20.000: 1.200,00 oder darüber: 2.400,00.`,
    });
  return { bisEinwohner: above ? null : Number(digits) || 1, cent: amount('stufen', betrag) };
}

function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

function parted(line: string): readonly [string, string] {
  const at = line.lastIndexOf(':');
  return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
