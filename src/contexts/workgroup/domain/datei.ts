/** What a file of a session may be: everybody must be able to open it. */
export const dateiArten = {
  'application/pdf': { name: 'PDF', endung: 'pdf', beginn: '%PDF-' },
  'image/png': { name: 'PNG', endung: 'png', beginn: '\x89PNG\r\n\x1a\n' },
  'image/jpeg': { name: 'JPEG', endung: 'jpg', beginn: '\xff\xd8\xff' },
} as const;

export type DateiArt = keyof typeof dateiArten;

const arten = Object.keys(dateiArten) as readonly DateiArt[];

/** The most bytes of one file. */
export const groessteDatei = 10_000_000;

/** What a file is by its first bytes; its name says nothing. `null` where it may not be kept. */
export function dateiArtOf(bytes: Uint8Array): DateiArt | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return arten.find((art) => head.startsWith(dateiArten[art].beginn)) ?? null;
}

/** A name that a file system and a header can bear. */
export function dateiName(given: string, art: DateiArt): string {
  const plain = given
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replaceAll(/[\s\p{Cc}\p{Cf}"<>|:*?]+/gu, ' ')
    .trim()
    .slice(0, 120);
  return plain === '' ? `unterlage.${dateiArten[art].endung}` : plain;
}
