/** What a spreadsheet may run when it opens a text file, blanks and apostrophes before it aside. */
const formula = /^[\s']*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

/** Puts an apostrophe before text that a spreadsheet would run as a formula. Plain numbers stay as they are. */
export function guardFormula(text: string): string {
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** Takes away the apostrophe that `guardFormula` put there: text that was guarded comes back as it was. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}
