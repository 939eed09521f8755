import { accordion, type Content, fieldset, type Html } from '#ui';
import type { StandFeld } from '../domain/stand.ts';
import type { FormState } from './cell-form-state.ts';

interface Part {
  readonly title: string;
  readonly hint?: string;
  readonly body: Content;
}

/** A part of the form with what it asks for. */
export function formPart(
  state: FormState,
  { felder, ...part }: Part & { readonly felder: readonly StandFeld[] },
): Html {
  return foldedPart({
    ...part,
    filled: felder.filter((feld) => holds(state, feld)).length,
    wrong: felder.some((feld) => state.problems.some(({ field }) => field === feld)),
    duty: felder.some((feld) => state.felder.some(({ key, pflicht }) => key === feld && pflicht)),
  });
}

/**
 * Fields that may stay empty, in a part that opens. It stands open where it holds something, where a mistake is in it, and
 * where the house made one of its fields a duty: a browser cannot lead to a required field that is closed away.
 */
export function foldedPart({
  title,
  hint,
  body,
  filled,
  wrong,
  duty,
}: Part & { readonly filled: number; readonly wrong: boolean; readonly duty: boolean }): Html {
  return accordion({
    title: `${title}: ${wrong ? 'bitte prüfen' : countText(filled)}`,
    open: filled > 0 || wrong || duty,
    body: fieldset(title, body, { legendHidden: true, ...(hint === undefined ? {} : { hint }) }),
  });
}

function countText(filled: number): string {
  if (filled === 0) return 'keine Angabe';
  return filled === 1 ? '1 Angabe' : `${filled} Angaben`;
}

/** The names that controls of a field carry besides its own; the parts of a list follow a point. */
const controls: Readonly<Partial<Record<StandFeld, readonly string[]>>> = {
  nachweis: ['nachweisArt', 'nachweisLink', 'nachweisText'],
};

/** Whether something stands in a field: what was typed, else what holds. */
function holds({ roh, werte }: FormState, feld: StandFeld): boolean {
  const typed = roh === null ? [] : [...roh].filter(([name]) => belongs(name, feld));
  if (typed.length > 0) return typed.some(([, value]) => value !== '');
  const value = werte[feld];
  return typeof value === 'object' && value !== null
    ? Object.keys(value).length > 0
    : value !== null && value !== undefined && value !== '';
}

function belongs(name: string, feld: StandFeld): boolean {
  return name === feld || name.startsWith(`${feld}.`) || controls[feld]?.includes(name) === true;
}
