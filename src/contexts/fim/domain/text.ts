const longest = 4_900;

/** Text of a schema as text of a form: braces stand for themselves there, and white space is layout. */
export function formularText(text: string): string {
  const whole = text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const short = whole.length > longest ? `${whole.slice(0, longest)} …` : whole;
  return short.replace(/[{}]/g, (brace) => brace + brace);
}

/** Whether such a text had to be cut. */
export function istZuLang(text: string): boolean {
  return text.length > longest;
}

/** The same in one line, for labels. */
export function einzeilig(text: string): string {
  return formularText(text).replace(/\s*\n\s*/g, ' ');
}

/** A text in an expression. */
export function alsAusdruck(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
