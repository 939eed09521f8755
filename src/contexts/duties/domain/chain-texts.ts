import { formatLocalDate, type LocalDate, type Validity } from '#kernel';
import type { Bestimmung } from './bestimmung.ts';
import type { DutyBody } from './compiled-duties.ts';
import type { Decision, Gemeindelage } from './decision.ts';
import type { Ende } from './ende.ts';
import {
  type Groessenklasse,
  gemeindeklassen,
  groessenklasseLabel,
  groessenklassen,
} from './groessenklasse.ts';
import type { Regel, Verteilungswert } from './regel.ts';
import type { Uebertragung } from './uebertragung.ts';

/** The German sentences of a chain; one place, so that they can be read and mended together. */

export function endeText({ letzterTag, grund }: Ende): string {
  return `Diese Leistung ist beendet. Ihr letzter Tag war der ${formatLocalDate(letzterTag)}: ${grund}.`;
}

const typText: ReadonlyMap<string, string> = new Map([
  ['1', 'Der Bund regelt und der Bund führt aus.'],
  ['4', 'Das Land regelt, Land oder Kommune führen aus. Wer von beiden, sagt erst die Norm.'],
  ['5', 'Die Kommune regelt und führt aus. Welche Kommune, sagt erst die Norm.'],
  ['1, 2', 'Der Bund regelt; Bund, Land oder Kommune führen aus. Wer, sagt erst die Norm.'],
  ['1, 2/3', 'Der Bund regelt; Bund, Land oder Kommune führen aus. Wer, sagt erst die Norm.'],
  ['6', 'Das ist ein allgemeiner Hinweis, keine Leistung, die eine Stelle schuldet.'],
  ['7', 'Das ist ein allgemeiner Hinweis, keine Leistung, die eine Stelle schuldet.'],
  ['8', 'Das ist ein allgemeiner Hinweis, keine Leistung, die eine Stelle schuldet.'],
]);

export function typisierungText(typ: string | null): string {
  if (typ === null) return 'Der Katalog nennt keine Typisierung.';
  const bundRegelt = 'Der Bund regelt, Land oder Kommune führen aus. Wer von beiden, sagt erst die Norm.';
  const known = typText.get(typ) ?? typText.get(typ.slice(0, 1) === '4' ? '4' : '') ?? null;
  if (known !== null) return `Typ ${typ}: ${known}`;
  return /^[23]/.test(typ) ? `Typ ${typ}: ${bundRegelt}` : `Typ ${typ}: Seine Bedeutung ist nicht belegt.`;
}

const wertText: Readonly<Record<Verteilungswert, string>> = {
  S: 'nimmt die Aufgabe selbst wahr',
  K: 'überlässt die Aufgabe dem Kreis',
  A: 'nimmt die Aufgabe nur wahr, wenn sie auf Antrag dazu bestimmt ist; sonst der Kreis',
  L: 'ist nicht zuständig, sondern das Land',
  X: 'ist nicht zuständig, sondern eine andere Stelle',
  '-': 'hat mit der Aufgabe nichts zu tun',
};

export function normText(regel: Regel, decision: Decision): string {
  const task = `${regel.norm}: ${regel.aufgabe}.`;
  const klasse = decision.klasse?.klasse;
  if (klasse === undefined) return task;
  const wert = regel.verteilung[klasse];
  const stelle = (wert === 'L' || wert === 'X') && regel.stelle !== null ? ` (${regel.stelle})` : '';
  const who = wert === '-' ? ` Zuständig: ${zustaendigeKlassen(regel)}.` : '';
  return `${task} Eine Körperschaft der Klasse „${groessenklasseLabel[klasse]}“ ${wertText[wert]}${stelle}.${who}`;
}

function zustaendigeKlassen(regel: Regel): string {
  const own = groessenklassen.filter((klasse) => regel.verteilung[klasse] === 'S');
  if (gemeindeklassen.every((klasse) => own.includes(klasse))) return 'die Gemeinden';
  return own.length === 0 ? 'keine der sechs Klassen' : own.map(klasseLabel).join(', ');
}

function klasseLabel(klasse: Groessenklasse): string {
  return groessenklasseLabel[klasse];
}

export function klasseText(body: DutyBody, klasse: Groessenklasse): string {
  return `${body.name} hat die Größenklasse „${groessenklasseLabel[klasse]}“.`;
}

export function bestimmungText(body: DutyBody, bestimmung: Bestimmung): string {
  const decided = bestimmung.bestimmt
    ? 'ist zur Trägerin dieser Aufgabe bestimmt'
    : 'ist nicht dazu bestimmt';
  return `${body.name} ${decided}${period(bestimmung)}.`;
}

export function uebertragungText(uebertragung: Uebertragung, nameOf: (ags: string) => string): string {
  const { nach, norm } = uebertragung;
  const von = nameOf(uebertragung.von);
  if (nach === null) return `${norm}: ${von} hat Aufgaben übertragen. Ob diese dazugehört, ist nicht belegt.`;
  return `${norm}: ${von} hat die Aufgabe auf ${nach.name} übertragen${period(uebertragung)}.`;
}

function period({ validFrom, validTo }: Validity): string {
  const from = validFrom === null ? ' (seit wann, ist nicht bekannt)' : ` ab ${formatLocalDate(validFrom)}`;
  return validTo === null ? from : `${from} bis ${formatLocalDate(validTo)}`;
}

export function stelleText(body: DutyBody, decision: Decision): string {
  const name = decision.stelle?.name ?? 'Eine nicht benannte Stelle';
  if (decision.gemeinden !== null) return gemeindelageText(body, decision.gemeinden);
  if (decision.verdict === 'selbst') return `${body.name} nimmt die Aufgabe selbst wahr.`;
  return `${name} nimmt die Aufgabe für ${body.name} wahr.`;
}

export function gemeindelageText(body: DutyBody, lage: Gemeindelage): string {
  const parts = [
    lage.handeltFuer.length > 0
      ? `${body.name} handelt für ${namesOf(lage.handeltFuer)}.`
      : `${body.name} handelt für keine Gemeinde.`,
    lage.andere.length > 0 ? `Nicht für: ${namesOf(lage.andere)}.` : '',
    lage.offen.length > 0 ? `Offen ist: ${namesOf(lage.offen)}.` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function namesOf(bodies: readonly DutyBody[]): string {
  return bodies.map((body) => body.name).join(', ');
}

export function ausserKraftText(regel: Regel, date: LocalDate): string {
  const since =
    regel.validTo === null
      ? 'seit wann, steht nicht in der Quelle'
      : `sie galt bis ${formatLocalDate(regel.validTo)}`;
  const remark = regel.bemerkung === null ? '' : ` ${regel.bemerkung}`;
  return `${regel.norm} ist am ${formatLocalDate(date)} außer Kraft (${since}); was danach gilt, ist nicht geprüft.${remark}`;
}
