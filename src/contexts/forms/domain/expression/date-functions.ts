import {
  dateFrom,
  daysBetween,
  endOfMonth,
  fullMonths,
  fullYears,
  shiftedDate,
  shiftedMonths,
  weekdayOf,
} from './dates.ts';
import { asNumber, asText, type SimpleFunction } from './simple-function.ts';
import { dateType, type ExprKind, integerType } from './types.ts';

const day: readonly ExprKind[] = ['date'];
const twoDays: readonly ExprKind[] = ['date', 'date'];
const dayAndNumber: readonly ExprKind[] = ['date', 'integer'];

export const dateFunctions: Readonly<Record<string, SimpleFunction>> = {
  age: {
    takes: twoDays,
    optional: 1,
    gives: integerType,
    run: ([born, on], env) => fullYears(asText(born), asText(on) || env.today),
  },
  days: { takes: twoDays, gives: integerType, run: ([a, b]) => daysBetween(asText(a), asText(b)) },
  months: { takes: twoDays, gives: integerType, run: ([a, b]) => fullMonths(asText(a), asText(b)) },
  year: { takes: day, gives: integerType, run: ([date]) => Number(asText(date).slice(0, 4)) },
  month: { takes: day, gives: integerType, run: ([date]) => Number(asText(date).slice(5, 7)) },
  day: { takes: day, gives: integerType, run: ([date]) => Number(asText(date).slice(8, 10)) },
  weekday: { takes: day, gives: integerType, run: ([date]) => weekdayOf(asText(date)) },
  date: {
    takes: ['integer', 'integer', 'integer'],
    gives: dateType,
    run: ([year, month, dayOfMonth]) => dateFrom(asNumber(year), asNumber(month), asNumber(dayOfMonth)),
  },
  add_days: {
    takes: dayAndNumber,
    gives: dateType,
    run: ([date, days]) => shiftedDate(asText(date), asNumber(days)),
  },
  add_months: {
    takes: dayAndNumber,
    gives: dateType,
    run: ([date, months]) => shiftedMonths(asText(date), asNumber(months)),
  },
  add_years: {
    takes: dayAndNumber,
    gives: dateType,
    run: ([date, years]) => shiftedMonths(asText(date), asNumber(years) * 12),
  },
  end_of_month: { takes: day, gives: dateType, run: ([date]) => endOfMonth(asText(date)) },
};
