import { dayInGermany, formatLocalDate } from '#kernel';

/** A moment as a German day, for sentences. */
export function sinceText(at: Date): string {
  return formatLocalDate(dayInGermany(at));
}

const germanTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Day and time in Germany of a moment, as the fields of a form hold them. */
export function fieldsOf(at: Date | null): { readonly tag: string; readonly uhrzeit: string } {
  const [tag = '', uhrzeit = ''] = at === null ? [] : germanTime.format(at).split(' ');
  return { tag, uhrzeit };
}

/** The moment of a day and a time in Germany as ISO text; text that is none stays, for the refusal to name. */
export function instantOf(tag: string, uhrzeit: string): string | null {
  if (tag === '' && uhrzeit === '') return null;
  const time = uhrzeit === '' ? '08:00' : uhrzeit.padStart(5, '0');
  const wanted = `${tag} ${time}`;
  const found = ['+01:00', '+02:00']
    .map((offset) => new Date(`${tag}T${time}:00${offset}`))
    .find((at) => !Number.isNaN(at.getTime()) && germanTime.format(at) === wanted);
  return found ? found.toISOString() : wanted;
}
