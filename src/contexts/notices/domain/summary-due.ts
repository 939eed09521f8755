export const rhythms = ['taeglich', 'woechentlich', 'nie'] as const;
export type Rhythm = (typeof rhythms)[number];

/** What a person wants to be told by mail. */
export interface Einstellung {
  readonly zusammenfassung: Rhythm;
  readonly rundmails: boolean;
}

/** Without a word of the person: no summary, and Rundmails as they come. */
export const usualEinstellung: Einstellung = { zusammenfassung: 'nie', rundmails: true };

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
