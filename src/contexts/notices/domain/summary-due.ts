export const rhythms = ['taeglich', 'woechentlich', 'nie'] as const;
export type Rhythm = (typeof rhythms)[number];

/** What a person wants to be told by mail. */
export interface Einstellung {
  readonly zusammenfassung: Rhythm;
  readonly rundmails: boolean;
  /** A mail when an Anbindung begins to wait for the house; who gets summaries reads it there. */
  readonly anbindungen: boolean;
  /** A mail when a report is presented for their release; who gets summaries reads it there. */
  readonly berichte: boolean;
}

/** Without a word of the person: no summary, Rundmails as they come, and word of what waits for the house or for them. */
export const usualEinstellung: Einstellung = {
  zusammenfassung: 'nie',
  rundmails: true,
  anbindungen: true,
  berichte: true,
};

const hour = 3_600_000;
/** An hour less than the day, so that the time of sending does not creep on from day to day. */
const waits: Readonly<Record<Exclude<Rhythm, 'nie'>, number>> = {
  taeglich: 23 * hour,
  woechentlich: 7 * 24 * hour - hour,
};

const germanHour = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Summaries go out in the morning: from six o'clock in Germany on. */
export function isMorning(now: Date): boolean {
  return Number.parseInt(germanHour.format(now), 10) >= 6;
}

/** The moment before which the last summary must lie for a person with this rhythm to get the next. */
export function summaryDueBefore(rhythm: Exclude<Rhythm, 'nie'>, now: Date): Date {
  return new Date(now.getTime() - waits[rhythm]);
}
