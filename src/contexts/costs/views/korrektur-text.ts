/** What a corrected share says of the one before. */
export function korrekturText(nummer: string): string {
  return `Diese Abrechnung tritt an die Stelle der Abrechnung ${nummer}. Die frühere gilt nicht mehr.`;
}
