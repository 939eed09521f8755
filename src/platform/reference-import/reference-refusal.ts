import type { z } from 'zod';
import type { FieldProblem, Refusal } from '#kernel';

const shown = 20;

/** The refusal of a broken reference file: the first problems with file, line and field; nothing was imported. */
export function brokenFile(file: string, problems: readonly FieldProblem[]): Refusal {
  const more =
    problems.length > shown ? ` Gezeigt sind die ersten ${shown} von ${problems.length} Stellen.` : '';
  const first = problems[0] ? ` ${problems[0].field}: ${problems[0].message}` : '';
  return {
    kind: 'invalid',
    code: 'REFERENCE_FILE_INVALID',
    message: `Die Datei ${file} ist fehlerhaft. Es wurde nichts übernommen.${first}${more}`,
    fields: problems.slice(0, shown),
  };
}

/** Where a problem stands: `gebiet/plz-nrw.jsonl, Zeile 17, ags`. */
export function placeOf(file: string, line: number, field?: string): string {
  return field ? `${file}, Zeile ${line}, ${field}` : `${file}, Zeile ${line}`;
}

/** What a schema found wrong, in words. */
export function issueMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Hier fehlt ein Wert, oder er hat nicht die erwartete Art (${issue.expected}). Bitte ergänzen oder berichtigen.`;
    case 'unrecognized_keys':
      return `Die Spalte ${issue.keys.map((key) => `„${key}“`).join(', ')} gehört nicht in diese Datei. Bitte entfernen.`;
    case 'invalid_value':
      return `Erlaubt ist nur: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return `Der Wert hat nicht die erwartete Form (${issue.pattern ?? issue.format}). Bitte berichtigen.`;
    case 'too_small':
      return 'Hier fehlt ein Wert. Bitte ergänzen.';
    case 'custom':
      return issue.message;
    default:
      return 'Der Wert ist hier nicht erlaubt. Bitte berichtigen.';
  }
}
