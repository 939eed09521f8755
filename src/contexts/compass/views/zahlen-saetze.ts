import { formatLocalDate } from '#kernel';
import { formatNumber, formatShare } from '#ui';
import type { Coverage, Share } from '../domain/columns/coverage.ts';
import { gezaehlteKommunen } from '../figures/frage.ts';
import type { GestellteFrage } from '../use-cases/frage-stellen.ts';

/** The sentences without which a figure is not shown. */
export interface Saetze {
  readonly kommunen: string;
  readonly einwohner: string;
  readonly faelle: string;
  readonly ohneAngabe: string;
}

/** What coverage says, in words: what is counted, by whom, of what, and what is not known. */
export function abdeckungSaetze(abdeckung: Coverage, frage: GestellteFrage): Saetze {
  const { kommunen, einwohner, faelle, ohneAngabe, ohneFallzahl, ohneEinwohner } = abdeckung;
  const { mindestens } = frage.umfang;
  const online = mindestens === null ? 'online' : `online mit Reifegrad 1.1 von mindestens ${mindestens}`;
  return {
    kommunen: `${gezaehltes(kommunen.whole, frage)} sind nach ${wessenAngabe(frage)} ${formatNumber(kommunen.part)} ${online}.`,
    einwohner:
      einwohner.whole === 0
        ? 'Die Einwohnerzahlen sind nicht bekannt.'
        : `Dasselbe, jede Kommune mit ihren Einwohnern gewichtet.${missing(ohneEinwohner, frage, 'bekannte Einwohnerzahl')}`,
    faelle:
      faelle.whole === 0
        ? `Es ist keine Fallzahl bekannt (${formatNumber(ohneFallzahl)} ${gezaehlt(frage)[1]} ohne Fallzahl).`
        : `Von ${formatNumber(faelle.whole)} Fällen im Jahr fallen ${formatNumber(faelle.part)} auf Leistungen, die ${online} sind.${missing(ohneFallzahl, frage, 'bekannte Fallzahl')}`,
    ohneAngabe: ohneAngabeSatz(ohneAngabe, kommunen.whole, frage),
  };
}

/** What the whole is: for a single Leistung its Kommunen, else pairs. */
function gezaehltes(count: number, { umfang }: GestellteFrage): string {
  const { nurPflichten, leistungen } = umfang;
  if (leistungen?.length === 1)
    return `Von ${formatNumber(count)} Kommunen${nurPflichten ? ', die diese Leistung anbieten müssen,' : ''}`;
  return `Von ${formatNumber(count)} ${nurPflichten ? 'Pflichten' : 'Leistungen aller gezählten Kommunen'}`;
}

function wessenAngabe(frage: GestellteFrage): string {
  const kommunen = gezaehlteKommunen(frage);
  const [only] = kommunen;
  return kommunen.length === 1 && only ? `Angabe von ${only.name}` : 'eigener Angabe der Kommunen';
}

/** What one of the things counted is called, and several: each Kommune counts for itself. */
function gezaehlt({ umfang }: GestellteFrage): readonly [one: string, many: string] {
  return umfang.nurPflichten ? ['Pflicht', 'Pflichten'] : ['Leistung', 'Leistungen'];
}

function missing(count: number, frage: GestellteFrage, what: string): string {
  if (count === 0) return '';
  const [one, many] = gezaehlt(frage);
  return count === 1
    ? ` Eine ${one} ohne ${what} zählt hier nicht.`
    : ` ${formatNumber(count)} ${many} ohne ${what} zählen hier nicht.`;
}

function ohneAngabeSatz(ohneAngabe: number, whole: number, frage: GestellteFrage): string {
  const [one, many] = gezaehlt(frage);
  if (ohneAngabe === 0) return `Zu jeder ${one} gibt es eine Angabe.`;
  const counted = 'Sie zählen im Ganzen mit, aber nicht als online.';
  if (ohneAngabe === whole)
    return `Zu keiner der ${formatNumber(whole)} ${many} gibt es eine Angabe. ${counted}`;
  return `Zu ${formatNumber(ohneAngabe)} von ${formatNumber(whole)} ${many} (${formatShare(ohneAngabe, whole)}) gibt es keine Angabe. ${counted}`;
}

/** Who was counted, as of when, and who is missing. */
export function werGezaehltIst(frage: GestellteFrage): string {
  const { umfang, visible } = frage;
  const kommunen = gezaehlteKommunen(frage);
  const [only] = kommunen;
  const gezaehlt =
    kommunen.length === 1 && only
      ? `Gezählt ist nur ${only.name}.`
      : `Gezählt sind ${formatNumber(kommunen.length)} Kommunen.`;
  return `Stand ${formatLocalDate(umfang.datum)}. ${gezaehlt} ${ohneEinwilligungSatz(visible.withoutConsent)}`.trim();
}

/** How many Kommunen of the IT-Dienstleister do not share. */
export function ohneEinwilligungSatz(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? 'Eine Kommune des IT-Dienstleisters teilt ihre Angaben nicht und fehlt hier.'
    : `${formatNumber(count)} Kommunen des IT-Dienstleisters teilen ihre Angaben nicht und fehlen hier.`;
}

/** „35,2 %“; never rounded to 100 or 0. */
export function anteil({ part, whole }: Share): string {
  return formatShare(part, whole);
}
