const berlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant as a minute of wall time in Germany, `2026-11-24 22:00`. */
export function minuteOf(instant: Date): string {
  return berlin.format(instant);
}
