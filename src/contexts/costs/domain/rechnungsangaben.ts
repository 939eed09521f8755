import type { FieldProblem } from '#kernel';
import { parseIban, parseLeitwegId, parseUstId } from '#standards/pruefziffern';

/** The key under which the particulars of the house itself stand; all others stand under the payer's key. */
export const hausKennung = 'HAUS';

/** What an electronic bill says of who writes it and of who gets it. An empty text: not stated. */
export interface Rechnungsangaben {
  readonly name: string;
  readonly strasse: string;
  readonly plz: string;
  readonly ort: string;
  /** Where electronic bills are sent to, or where questions about them go. */
  readonly email: string;
  /** Where the bill is routed to; only of who gets it. */
  readonly leitwegId: string;
  readonly ustId: string;
  readonly steuernummer: string;
  /** A number under which the house is known: of a register, or as a supplier. */
  readonly kennnummer: string;
  readonly iban: string;
  readonly ansprechstelle: string;
  readonly telefon: string;
}

export type Angabe = keyof Rechnungsangaben;

export const angabeLabel: Readonly<Record<Angabe, string>> = {
  name: 'Name',
  strasse: 'Straße und Hausnummer',
  plz: 'Postleitzahl',
  ort: 'Ort',
  email: 'E-Mail-Adresse',
  leitwegId: 'Leitweg-ID',
  ustId: 'USt-IdNr.',
  steuernummer: 'Steuernummer',
  kennnummer: 'Register- oder Lieferantennummer',
  iban: 'IBAN',
  ansprechstelle: 'Ansprechstelle',
  telefon: 'Telefon',
};

const everybodys: readonly Angabe[] = ['name', 'strasse', 'plz', 'ort', 'email'];

/** What is asked of a house, and of a payer. */
export const angabenDesHauses: readonly Angabe[] = [
  ...everybodys,
  ...(['ansprechstelle', 'telefon', 'iban', 'ustId', 'steuernummer', 'kennnummer'] as const),
];
export const angabenDesZahlers: readonly Angabe[] = [...everybodys, 'leitwegId'];

/** What is asked under a key. */
export function angabenFor(kennung: string): readonly Angabe[] {
  return kennung === hausKennung ? angabenDesHauses : angabenDesZahlers;
}

/** One Fassung and the one that it follows. */
export interface Angabenfassung {
  readonly kennung: string;
  readonly angaben: Rechnungsangaben;
  readonly vorher: Rechnungsangaben | null;
}

/** Which fields a Fassung changed. */
export function geaenderteAngaben({ kennung, angaben, vorher }: Angabenfassung): readonly Angabe[] {
  return angabenFor(kennung).filter((name) => angaben[name] !== (vorher?.[name] ?? ''));
}

export const ohneAngaben: Rechnungsangaben = {
  ...{ name: '', strasse: '', plz: '', ort: '', email: '', leitwegId: '', ustId: '' },
  ...{ steuernummer: '', kennnummer: '', iban: '', ansprechstelle: '', telefon: '' },
};

const most = 200;

/** Numbers with check digits, in the form in which they are kept; `null` where one is wrong. */
const readers: Readonly<Partial<Record<Angabe, (text: string) => string | null>>> = {
  leitwegId: parseLeitwegId,
  iban: parseIban,
  ustId: parseUstId,
  plz: (text) => (/^\d{5}$/.test(text) ? text : null),
  email: (text) => (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? text : null),
  telefon: (text) => ((text.match(/\d/g)?.length ?? 0) >= 3 ? text : null),
};

const wants: Readonly<Partial<Record<Angabe, string>>> = {
  leitwegId:
    'Diese Leitweg-ID hat nicht die richtige Form oder falsche Prüfziffern. Richtig ist zum Beispiel 991-33333TEST-33.',
  iban: 'Bei dieser IBAN stimmen Länge oder Prüfziffern nicht. Bitte vergleichen Sie sie mit dem Kontoauszug.',
  ustId: 'Eine USt-IdNr. hat „DE“ und neun Ziffern mit richtiger Prüfziffer.',
  plz: 'Eine Postleitzahl hat fünf Ziffern.',
  email: 'Bitte eine E-Mail-Adresse angeben, zum Beispiel rechnung@stadt.example.',
  telefon: 'Eine Telefonnummer hat mindestens drei Ziffern.',
};

/** Reads particulars as somebody wrote them; what is left out may be stated later, what is wrong is told at its field. */
export function leseAngaben(
  kennung: string,
  typed: Readonly<Partial<Record<Angabe, string | undefined>>>,
): { readonly angaben: Rechnungsangaben; readonly fehler: readonly FieldProblem[] } {
  const fehler: FieldProblem[] = [];
  const angaben = { ...ohneAngaben };
  for (const field of angabenFor(kennung)) {
    const text = (typed[field] ?? '').trim();
    const read = text === '' ? '' : (readers[field] ?? ((kept) => kept))(text);
    if (read === null)
      fehler.push({ field, message: wants[field] ?? `Bitte prüfen: ${angabeLabel[field]}.` });
    else if (read.length > most)
      fehler.push({ field, message: `${angabeLabel[field]}: höchstens ${most} Zeichen.` });
    else angaben[field] = read;
  }
  return { angaben, fehler };
}

/** What an XRechnung still needs of its house: the law wants a tax number, the norm an identifier of the seller. */
export function fehltDemHaus(haus: Rechnungsangaben, nichtSteuerbar: boolean): readonly string[] {
  const must: readonly Angabe[] = [...everybodys, 'ansprechstelle', 'telefon', 'iban'];
  const missing = missingOf(haus, must);
  if (nichtSteuerbar && haus.kennnummer === '') return [...missing, angabeLabel.kennnummer];
  if (!nichtSteuerbar && haus.ustId === '' && haus.steuernummer === '')
    return [...missing, 'USt-IdNr. oder Steuernummer'];
  if (!nichtSteuerbar && haus.ustId === '' && haus.kennnummer === '')
    return [...missing, 'USt-IdNr. oder Register- oder Lieferantennummer'];
  return missing;
}

/** What an XRechnung still needs of who gets it. */
export function fehltDemZahler(zahler: Rechnungsangaben): readonly string[] {
  return missingOf(zahler, angabenDesZahlers);
}

function missingOf(angaben: Rechnungsangaben, must: readonly Angabe[]): readonly string[] {
  return must.filter((field) => angaben[field] === '').map((field) => angabeLabel[field]);
}
