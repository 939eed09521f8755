import type { XdfDatenfeld, XdfWert } from '#standards/xdatenfelder';
import type { Bedingung, Vergleichswert } from '../regeln/satz.ts';
import { alsAusdruck } from '../text.ts';
import type { Knoten } from './knoten.ts';

/** The codes of a list: in the file itself, or loaded beside it. */
export type ListeOf = (feld: XdfDatenfeld) => readonly XdfWert[] | null;

export interface Ausdruck {
  readonly text: string;
  /** Whether the words beside a code were those of the list. */
  readonly genau: boolean;
}

/** A rule's condition as an expression on the answer that `name` stands for; `null` where it does not fit to the field. */
export function ausdruckOf(
  bedingung: Bedingung,
  { quelle, anzahl }: Knoten,
  name: string,
  listeOf: ListeOf,
): Ausdruck | null {
  if (quelle.art === 'gruppe') return null;
  if (bedingung.art === 'beantwortet') return { text: `answered(${name})`, genau: true };
  if (quelle.datentyp.code === 'bool') return wahrheitswert(bedingung, name);
  const liste = listeOf(quelle);
  if (quelle.feldart.code !== 'select' || liste === null) return null;
  const found = bedingung.werte.map((wert) => codeOf(wert, liste));
  const codes = found.flatMap((each) => (each ? [each.code] : []));
  if (codes.length < found.length) return null;
  const text = anzahl.max === 1 ? einfach(name, codes) : mehrfach(name, codes);
  return {
    text: bedingung.art === 'einer-von' ? text : `answered(${name}) and not (${text})`,
    genau: found.every((each) => each?.genau),
  };
}

function einfach(name: string, codes: readonly string[]): string {
  const [only = ''] = codes;
  return codes.length === 1
    ? `${name} = ${alsAusdruck(only)}`
    : `${name} in [${codes.map(alsAusdruck).join(', ')}]`;
}

function mehrfach(name: string, codes: readonly string[]): string {
  return codes.map((code) => `${alsAusdruck(code)} in ${name}`).join(' or ');
}

const ja = new Set(['ja', 'wahr', 'true']);
const nein = new Set(['nein', 'falsch', 'false']);

function wahrheitswert({ art, ...bedingung }: Bedingung, name: string): Ausdruck | null {
  const [only, ...others] = 'werte' in bedingung ? bedingung.werte : [];
  const said = (only?.label ?? only?.code ?? '').toLowerCase();
  if (others.length > 0 || !(ja.has(said) || nein.has(said))) return null;
  const positive = ja.has(said) === (art === 'einer-von');
  return { text: positive ? name : `answered(${name}) and not ${name}`, genau: true };
}

const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/\.$/, '').trim().toLowerCase();

function codeOf(
  { code, label }: Vergleichswert,
  liste: readonly XdfWert[],
): { readonly code: string; readonly genau: boolean } | null {
  const byCode = code === null ? undefined : liste.find((each) => each.code === code);
  if (byCode) return { code: byCode.code, genau: label === null || plain(byCode.name) === plain(label) };
  const said = label ?? code;
  const byName = said === null ? [] : liste.filter((each) => plain(each.name) === plain(said));
  if (byName.length === 1 && byName[0] && code === null) return { code: byName[0].code, genau: true };
  // „01“ where the list says „001“: what is meant is plain, but it is not what the rule says.
  const byNumber = code === null ? [] : liste.filter((each) => gleicheZahl(each.code, code));
  return byNumber.length === 1 && byNumber[0] ? { code: byNumber[0].code, genau: false } : null;
}

function gleicheZahl(a: string, b: string): boolean {
  return /^\d{1,9}$/.test(a) && /^\d{1,9}$/.test(b) && Number(a) === Number(b);
}
