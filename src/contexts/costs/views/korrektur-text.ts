/** What a corrected share says of the one before, and why. */
export function korrekturText(nummer: string, grund: string): string {
  const replaced = `Diese Abrechnung tritt an die Stelle der Abrechnung ${nummer}. Die frühere gilt nicht mehr.`;
  return grund === '' ? replaced : `${replaced} ${grundText(grund)}`;
}

/** The reason as its house gave it. */
export function grundText(grund: string): string {
  return `Grund: „${grund}“`;
}
