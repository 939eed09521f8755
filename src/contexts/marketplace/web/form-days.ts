import { type FieldProblem, type LocalDate, parseLocalDate } from '#kernel';
import { formField } from '#platform';

/** Reads the days of a form and gathers what is wrong with them. */
export function dayReader(form: URLSearchParams) {
  const problems: FieldProblem[] = [];
  const read = (field: string): LocalDate | null => {
    const text = formField(form, field);
    if (text === '') return null;
    const parsed = parseLocalDate(text);
    if (parsed.ok) return parsed.value;
    problems.push({ field, message: parsed.refusal.message });
    return null;
  };
  return {
    problems,
    optional: read,
    /** A day that must be there; the caller looks at `problems` before it uses what comes back. */
    required: (field: string, otherwise: LocalDate): LocalDate => {
      const day = read(field);
      if (day === null && formField(form, field) === '')
        problems.push({ field, message: 'Bitte nennen Sie einen Tag.' });
      return day ?? otherwise;
    },
  };
}
