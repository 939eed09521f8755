import type { FieldProblem } from '#kernel';

/** Reads typed fields one after the other and keeps what is wrong with them. */
export interface Reader {
  readonly problems: readonly FieldProblem[];
  readonly complain: (field: string, message: string) => void;
  readonly text: (field: string, missing: string, longest: number) => string;
  readonly optional: (field: string, longest: number) => string;
  readonly phone: (field: string) => string;
  readonly email: (field: string) => string;
}

// No control characters but the line break.
const unprintable = /[^\P{Cc}\n]/u;
const phone = /^\+?[\d\s()/–-]{3,40}$/;
const email = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,180}\.[^\s@<>"]{2,20}$/;

export function readFields(fields: Readonly<Record<string, string>>): Reader {
  const problems: FieldProblem[] = [];
  const complain = (field: string, message: string) => {
    problems.push({ field, message });
  };
  const optional = (field: string, longest: number): string => {
    const text = (Object.hasOwn(fields, field) ? (fields[field] ?? '') : '').replaceAll('\r\n', '\n').trim();
    if (unprintable.test(text)) complain(field, 'Bitte geben Sie nur druckbare Zeichen ein.');
    else if (text.length > longest) complain(field, `Bitte höchstens ${longest} Zeichen.`);
    return text;
  };
  const text = (field: string, missing: string, longest: number): string => {
    const value = optional(field, longest);
    if (value === '') complain(field, missing);
    return value;
  };
  const matching = (field: string, shape: RegExp, message: string): string => {
    const value = text(field, message, 300);
    if (value !== '' && !shape.test(value)) complain(field, message);
    return value;
  };
  return {
    problems,
    complain,
    optional,
    text,
    phone: (field) => matching(field, phone, 'Bitte nennen Sie die Telefonnummer, zum Beispiel 05261 213-0.'),
    email: (field) =>
      matching(field, email, 'Bitte nennen Sie eine E-Mail-Adresse, zum Beispiel info@lemgo.example.'),
  };
}
