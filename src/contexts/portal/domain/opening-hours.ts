import { addDays, type LocalDate } from '#kernel';

export const wochentage = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'] as const;
export type Wochentag = (typeof wochentage)[number];

export const wochentagLabel: Readonly<Record<Wochentag, string>> = {
  mo: 'Montag',
  di: 'Dienstag',
  mi: 'Mittwoch',
  do: 'Donnerstag',
  fr: 'Freitag',
  sa: 'Samstag',
  so: 'Sonntag',
};

/** A time of day, `HH:MM` from 00:00 to 24:00, so that text order is time order. */
export type Uhrzeit = string;

/** From a time (included) to a time (no longer included). */
export interface Zeitraum {
  readonly von: Uhrzeit;
  readonly bis: Uhrzeit;
}

/** A day on which other hours hold than its weekday's; without times it is closed. */
export interface Ausnahme {
  readonly tag: LocalDate;
  readonly zeiten: readonly Zeitraum[];
  readonly grund: string;
}

/** When somebody can come: by weekday, and on single days otherwise. */
export interface Oeffnungszeiten {
  readonly woche: Readonly<Record<Wochentag, readonly Zeitraum[]>>;
  readonly ausnahmen: readonly Ausnahme[];
}

/** The hours of one day; `grund` says why they differ from the weekday's. */
export interface Tageszeiten {
  readonly zeiten: readonly Zeitraum[];
  readonly grund: string | null;
}

/** What counts at a moment: the day, and the time of day in Germany. */
export interface Moment {
  readonly tag: LocalDate;
  readonly uhrzeit: Uhrzeit;
}

export function wochentagOf(tag: LocalDate): Wochentag {
  const sundayFirst = new Date(`${tag}T00:00:00Z`).getUTCDay();
  return wochentage[(sundayFirst + 6) % 7] ?? 'so';
}

/** The hours of a day: its exception where there is one, otherwise those of its weekday. */
export function zeitenAm(oeffnungszeiten: Oeffnungszeiten, tag: LocalDate): Tageszeiten {
  const ausnahme = oeffnungszeiten.ausnahmen.find((each) => each.tag === tag);
  if (ausnahme) return { zeiten: ausnahme.zeiten, grund: ausnahme.grund };
  return { zeiten: oeffnungszeiten.woche[wochentagOf(tag)], grund: null };
}

/** The span in which a moment lies, or null while it is closed. */
export function offenBis(oeffnungszeiten: Oeffnungszeiten, { tag, uhrzeit }: Moment): Uhrzeit | null {
  const { zeiten } = zeitenAm(oeffnungszeiten, tag);
  return zeiten.find(({ von, bis }) => von <= uhrzeit && uhrzeit < bis)?.bis ?? null;
}

const daysAhead = 60;

/** When it opens next, after a moment at which it is closed; null where nothing comes within two months. */
export function oeffnetWieder(oeffnungszeiten: Oeffnungszeiten, { tag, uhrzeit }: Moment): Moment | null {
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = addDays(tag, ahead);
    const next = zeitenAm(oeffnungszeiten, day).zeiten.find(({ von }) => ahead > 0 || von > uhrzeit);
    if (next) return { tag: day, uhrzeit: next.von };
  }
  return null;
}

/** The exceptions that are still to come, earliest first. */
export function kommendeAusnahmen({ ausnahmen }: Oeffnungszeiten, ab: LocalDate): readonly Ausnahme[] {
  return ausnahmen.filter(({ tag }) => tag >= ab);
}

/** Whether anybody ever said when it is open. */
export function sindBekannt({ woche, ausnahmen }: Oeffnungszeiten): boolean {
  return ausnahmen.length > 0 || wochentage.some((tag) => woche[tag].length > 0);
}

export const ohneZeiten: Oeffnungszeiten = {
  woche: { mo: [], di: [], mi: [], do: [], fr: [], sa: [], so: [] },
  ausnahmen: [],
};
