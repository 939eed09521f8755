import {
  type FieldProblem,
  formatLocalDate,
  type LocalDate,
  ok,
  parseLocalDate,
  type Result,
  refuse,
} from '#kernel';
import { aehnlichText, type Genannte, mehrdeutigText, nennungen, verstehe } from './nennung.ts';

/** A maintenance window or an announcement. Times are wall time of Europe/Berlin, `2026-11-24 22:00`, so that they sort. */
export interface Meldung {
  readonly tenant: string;
  readonly id: string;
  readonly fassung: number;
  readonly art: 'wartung' | 'ankuendigung';
  readonly titel: string;
  readonly text: string;
  readonly sichtbarAb: string;
  readonly von: string;
  readonly bis: string;
  /** Empty for all services of the provider. */
  readonly dienste: readonly string[];
  /** Keys of Kommunen; empty for all that use one of them. */
  readonly kommunen: readonly string[];
  readonly entfallen: boolean;
  readonly geschriebenAm: Date;
}

export type Lage = 'kommt' | 'gilt' | 'vorbei' | 'entfallen';

/** Where an announcement stands at a minute of wall time. */
export function lageOf({ von, bis, entfallen }: Meldung, jetzt: string): Lage {
  if (entfallen) return 'entfallen';
  if (jetzt < von) return 'kommt';
  return jetzt < bis ? 'gilt' : 'vorbei';
}

/** Whether citizens are shown it at a minute. */
export function istSichtbar(meldung: Meldung, jetzt: string): boolean {
  const lage = lageOf(meldung, jetzt);
  return (lage === 'kommt' && meldung.sichtbarAb <= jetzt) || lage === 'gilt';
}

/** Whether it concerns a Kommune that has these services of the provider live. Without one of them it never does. */
export function betrifft(
  { dienste, kommunen }: Pick<Meldung, 'dienste' | 'kommunen'>,
  ags: string,
  live: readonly string[],
): boolean {
  if (kommunen.length > 0 && !kommunen.includes(ags)) return false;
  return dienste.length === 0 ? live.length > 0 : dienste.some((dienst) => live.includes(dienst));
}

/** What somebody typed of an announcement. */
export interface MeldungEingabe {
  readonly art: string;
  readonly titel: string;
  readonly text: string;
  readonly vonTag: string;
  readonly vonZeit: string;
  readonly bisTag: string;
  readonly bisZeit: string;
  readonly sichtbarAb: string;
  readonly dienste: readonly string[];
  readonly kommunen: readonly string[];
}

export type MeldungInhalt = Omit<Meldung, 'tenant' | 'id' | 'fassung' | 'entfallen' | 'geschriebenAm'>;

/** The services and Kommunen that a provider may speak to. */
export interface Reichweite {
  readonly dienste: readonly { readonly id: string; readonly titel: string }[];
  readonly kommunen: readonly Genannte[];
}

/** Reads an announcement; a provider reaches only Kommunen that use a service of its own. */
export function leseMeldung(
  input: MeldungEingabe,
  reichweite: Reichweite,
  jetzt: string,
): Result<MeldungInhalt, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const complain = (field: string, message: string) => void problems.push({ field, message });
  const von = moment(input.vonTag, input.vonZeit, 'von', complain);
  const bis = moment(input.bisTag, input.bisZeit, 'bis', complain);
  const sichtbar = input.sichtbarAb.trim() === '' ? null : parseLocalDate(input.sichtbarAb.trim());
  if (sichtbar && !sichtbar.ok) complain('sichtbarAb', sichtbar.refusal.message);
  const titel = input.titel.trim();
  if (titel === '' || titel.length > 150)
    complain('titel', 'Bitte sagen Sie in höchstens 150 Zeichen, was ist.');
  if (input.text.length > 2000) complain('text', 'Der Text hat höchstens 2000 Zeichen.');
  if (von !== null && bis !== null && bis <= von) complain('bisZeit', 'Das Ende liegt nach dem Beginn.');
  if (bis !== null && bis <= jetzt) complain('bisZeit', 'Dieses Ende ist schon vorbei.');
  const dienste = idsOf(input.dienste, reichweite, complain);
  const kommunen = keysOf(input.kommunen, reichweite, complain);
  if (problems.length > 0 || von === null || bis === null) return refuse(problems);
  const art = input.art === 'ankuendigung' ? 'ankuendigung' : 'wartung';
  const sichtbarAb = sichtbar?.ok ? `${sichtbar.value} 00:00` : jetzt;
  return ok({ art, titel, text: input.text.trim(), sichtbarAb, von, bis, dienste, kommunen });
}

type Complain = (field: string, message: string) => void;

function moment(tag: string, zeit: string, name: 'von' | 'bis', complain: Complain): string | null {
  const day = parseLocalDate(tag.trim());
  const wovon = name === 'von' ? 'des Beginns' : 'des Endes';
  if (!day.ok) complain(`${name}Tag`, `Bitte nennen Sie den Tag ${wovon}, zum Beispiel 24.11.2026.`);
  const time = /^(\d{1,2}):(\d\d)$/.exec(zeit.trim());
  const isTime = time !== null && Number(time[1]) < 24 && Number(time[2]) < 60;
  if (!isTime) complain(`${name}Zeit`, `Bitte nennen Sie die Uhrzeit ${wovon}, zum Beispiel 22:00.`);
  return day.ok && isTime ? `${day.value} ${(time[1] ?? '').padStart(2, '0')}:${time[2]}` : null;
}

/** Services by id or by name. */
function idsOf(words: readonly string[], { dienste }: Reichweite, complain: Complain): readonly string[] {
  const found = words
    .map((word) => word.trim())
    .filter(Boolean)
    .flatMap((word) => {
      const known = dienste.find(
        ({ id, titel }) => id === word || titel.toLowerCase() === word.toLowerCase(),
      );
      if (!known) complain('dienste', `Den Onlinedienst „${word.slice(0, 60)}“ bieten Sie nicht an.`);
      return known?.id ?? [];
    });
  return [...new Set(found)];
}

function keysOf(words: readonly string[], { kommunen }: Reichweite, complain: Complain): readonly string[] {
  const { gefunden, mehrdeutig, unbekannt } = verstehe(words.flatMap(nennungen), kommunen);
  for (const each of unbekannt)
    complain(
      'kommunen',
      `„${each.wort.slice(0, 80)}“ nutzt keinen Ihrer Onlinedienste. ${aehnlichText(each) || 'Bitte prüfen Sie den Namen.'}`,
    );
  for (const each of mehrdeutig) complain('kommunen', mehrdeutigText(each));
  return gefunden.map(({ ags }) => ags);
}

/** „am 24.11.2026 von 22:00 bis 23:30 Uhr“. */
export function zeitraumText({ von, bis }: Pick<Meldung, 'von' | 'bis'>): string {
  const [vonTag, vonZeit] = partsOf(von);
  const [bisTag, bisZeit] = partsOf(bis);
  if (vonTag === bisTag) return `am ${formatLocalDate(vonTag)} von ${vonZeit} bis ${bisZeit} Uhr`;
  return `vom ${formatLocalDate(vonTag)}, ${vonZeit} Uhr, bis zum ${formatLocalDate(bisTag)}, ${bisZeit} Uhr`;
}

/** Day and time of a minute of wall time. */
export function partsOf(minute: string): readonly [tag: LocalDate, zeit: string] {
  const day = parseLocalDate(minute.slice(0, 10));
  if (!day.ok) throw new Error(`${minute} is no minute`);
  return [day.value, minute.slice(11)];
}
