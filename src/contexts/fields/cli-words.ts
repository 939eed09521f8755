import { type LocalDate, ok, parseLocalDate, type Refusal, type Result, refuse } from '#kernel';
import type { CommandInput } from '#platform';
import type { Feldaenderung } from './domain/check-field.ts';
import { invalidField } from './errors.ts';

/** What the options say; what is not named stays as it is. */
export function wordsIn(values: CommandInput['values']): Result<Feldaenderung> {
  const given = (name: string) => (typeof values[name] === 'string' ? values[name].trim() : undefined);
  const pflicht = yesOrNo('pflicht', given('pflicht'));
  if (!pflicht.ok) return pflicht;
  const zaehlt = yesOrNo('zaehlt', given('zaehlt'));
  if (!zaehlt.ok) return zaehlt;
  const gueltigVon = dayIn(given('from'));
  if (!gueltigVon.ok) return gueltigVon;
  const gueltigBis = dayIn(given('to'));
  if (!gueltigBis.ok) return gueltigBis;
  const position = given('position');
  return ok({
    label: given('label'),
    tooltip: given('tooltip'),
    hilfe: given('hilfe'),
    gruppe: given('gruppe'),
    pflicht: pflicht.value,
    zaehlt: zaehlt.value,
    position: position === undefined ? undefined : Number(position),
    optionen: given('optionen')
      ?.split(';')
      .map((one) => one.trim())
      .filter(Boolean),
    gueltigVon: gueltigVon.value,
    gueltigBis: gueltigBis.value,
  });
}

function yesOrNo(name: string, given: string | undefined): Result<boolean | undefined> {
  if (given === undefined) return ok(undefined);
  return given === 'ja' || given === 'nein'
    ? ok(given === 'ja')
    : refuse(wrongOption(name, 'Möglich sind ja und nein.'));
}

/** A day, nothing said, or „-“: no longer bound to a day. */
function dayIn(given: string | undefined): Result<LocalDate | null | undefined> {
  if (given === undefined) return ok(undefined);
  return given === '-' ? ok(null) : parseLocalDate(given);
}

export function wrongOption(name: string, message: string): Refusal {
  return invalidField([{ field: name, message: `--${name}: ${message}` }]);
}
