import { formatLocalDate, type LocalDate } from '#kernel';

const whole = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 });
const share = new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 1 });
const timeOfDay = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
});
const instant = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** `5.249`, as German readers write it; at most two decimals. */
export function formatNumber(value: number): string {
  return whole.format(value);
}

/** `23,4 %` of a part in a whole. Never rounds up to 100 % or down to 0 %. */
export function formatShare(part: number, total: number): string {
  if (total === 0) return '–';
  const ratio = part / total;
  if (part < total && ratio > 0.999) return 'über 99,9 %';
  if (part > 0 && ratio < 0.001) return 'unter 0,1 %';
  return share.format(ratio);
}

/** `14:32 Uhr` in German time. */
export function formatTime(date: Date): string {
  return `${timeOfDay.format(date)} Uhr`;
}

/** `21.11.2026, 14:32 Uhr` in German time. */
export function formatInstant(date: Date): string {
  return `${instant.format(date)} Uhr`;
}

/** `21.11.2026`, or `unbekannt` where no source gives the date. */
export function formatDateOrUnknown(date: LocalDate | null): string {
  return date === null ? 'unbekannt' : formatLocalDate(date);
}

/** „am 21.11.2026“. */
export function onDay(date: LocalDate): string {
  return `am ${formatLocalDate(date)}`;
}
