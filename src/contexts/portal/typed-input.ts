import type { TypedHours } from './domain/parse-opening-hours.ts';

/** What is typed by the name of its field; missing fields are empty. */
export type TypedFields = Readonly<Record<string, string>>;

export const siteFields = [
  'anschrift',
  'telefon',
  'email',
  'vertretung',
  'datenschutzEmail',
  'veroeffentlichtAb',
  'barrierefreiheitGeprueftAm',
] as const;
export const officeFields = ['name', 'anschrift', 'telefon', 'email', 'leistungen'] as const;
export const hourFields = [
  'zeiten-mo',
  'zeiten-di',
  'zeiten-mi',
  'zeiten-do',
  'zeiten-fr',
  'zeiten-sa',
  'zeiten-so',
  'zeiten-ausnahmen',
] as const;

/** The typed opening hours among the fields of a form. */
export function hoursIn(fields: TypedFields): TypedHours {
  const of = (name: (typeof hourFields)[number]) => fields[name] ?? '';
  return {
    woche: {
      mo: of('zeiten-mo'),
      di: of('zeiten-di'),
      mi: of('zeiten-mi'),
      do: of('zeiten-do'),
      fr: of('zeiten-fr'),
      sa: of('zeiten-sa'),
      so: of('zeiten-so'),
    },
    ausnahmen: of('zeiten-ausnahmen'),
  };
}

/** The input for a site or an office from its fields. */
export function inputOf(fields: TypedFields) {
  return { fields, hours: hoursIn(fields), leistungen: fields.leistungen ?? '' };
}

/** The named fields of a form. */
export function fieldsFrom(form: URLSearchParams, names: readonly string[]): TypedFields {
  return Object.fromEntries([...names, ...hourFields].map((name) => [name, form.get(name) ?? '']));
}

/** The version that a form carries; 0 where it carries none. */
export function versionIn(text: string | null): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}
