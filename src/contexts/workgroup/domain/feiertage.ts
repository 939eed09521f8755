import { addDays, type LocalDate, localDate } from '#kernel';

const fest = ['01-01', '05-01', '10-03', '11-01', '12-25', '12-26'];

/** Days of movable feasts in Nordrhein-Westfalen, counted from Easter Sunday. */
const beweglich = [-2, 1, 39, 50, 60];

/** Whether the day is a holiday in Nordrhein-Westfalen (Feiertagsgesetz NW, § 2). */
export function istFeiertag(tag: LocalDate): boolean {
  const ostern = ostersonntag(Number(tag.slice(0, 4)));
  return fest.includes(tag.slice(5)) || beweglich.some((tage) => addDays(ostern, tage) === tag);
}

/** Easter Sunday by the Gregorian computus. */
function ostersonntag(jahr: number): LocalDate {
  const a = jahr % 19;
  const b = Math.floor(jahr / 100);
  const d = b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25);
  const h = (d + 19 * a + 15) % 30;
  const i = h - Math.floor(h / 28) * (1 - Math.floor(29 / (h + 1)) * Math.floor((21 - a) / 11));
  const j = (jahr + Math.floor(jahr / 4) + i + 2 - b + Math.floor(b / 4)) % 7;
  const p = i - j;
  const monat = 3 + Math.floor((p + 40) / 44);
  const tag = p + 28 - 31 * Math.floor(monat / 4);
  return localDate(`${jahr}-${String(monat).padStart(2, '0')}-${String(tag).padStart(2, '0')}`);
}
