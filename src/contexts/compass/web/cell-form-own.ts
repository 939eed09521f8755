import { addedFields, fieldForm } from '#fields';
import type { Html } from '#ui';
import { foldedPart } from './cell-form-part.ts';
import type { FormState } from './cell-form-state.ts';

/** The fields that the house or its IT-Dienstleister added; nothing where there are none. */
export function ownFields({ felder, werte, roh, date, problems }: FormState): Html | '' {
  const own = addedFields(felder);
  if (own.length === 0) return '';
  const typed = own.flatMap(({ key }) => {
    const text = roh?.get(`feld.${key}`);
    return text === null || text === undefined ? [] : [[key, text] as const];
  });
  const shown = { ...werte.felder, ...Object.fromEntries(typed) };
  return foldedPart({
    title: 'Weitere Angaben',
    filled: own.filter(({ key }) => shown[key]).length,
    wrong: problems.some(({ field }) => field.startsWith('feld.')),
    duty: own.some(({ pflicht }) => pflicht),
    body: fieldForm(own, { werte: shown, day: date, problems }),
  });
}
