/** A postal address in its parts, as the Routing API names them. */
export interface PostalAddress {
  readonly street?: string;
  readonly houseNumber?: string;
  readonly additional?: string;
  readonly zip?: string;
  readonly city?: string;
}

/** Takes „Marktplatz 1, 32657 Lemgo“ apart, over lines or commas; null where no Postleitzahl with town is found. */
export function postalAddressOf(text: string): PostalAddress | null {
  const lines = text
    .split(/[\n,]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const town = lines.findLastIndex((line) => /^\d{5}\s+\S/.test(line));
  if (town < 0) return null;
  const [, zip = '', city = ''] = /^(\d{5})\s+(.+)$/.exec(lines[town] ?? '') ?? [];
  const streetLine = lines[town - 1] ?? '';
  const [, street = streetLine, houseNumber] =
    /^(.*\S)\s+(\d+\s?[a-zA-Z]?(?:\s?[-–/]\s?\d+\s?[a-zA-Z]?)?)$/.exec(streetLine) ?? [];
  const additional = lines.slice(0, Math.max(town - 1, 0)).join(', ');
  return {
    ...(street ? { street } : {}),
    ...(houseNumber ? { houseNumber } : {}),
    ...(additional ? { additional } : {}),
    zip,
    city,
  };
}
