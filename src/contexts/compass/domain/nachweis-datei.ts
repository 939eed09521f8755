/** What a piece of evidence may be: whoever looks at it later must be able to open it. */
export const dateiArten = {
  'application/pdf': { name: 'PDF', endung: 'pdf', beginn: '%PDF-' },
  'image/png': { name: 'PNG', endung: 'png', beginn: '\x89PNG\r\n\x1a\n' },
  'image/jpeg': { name: 'JPEG', endung: 'jpg', beginn: '\xff\xd8\xff' },
} as const;

export type DateiArt = keyof typeof dateiArten;

/** The most bytes of one file. */
export const groessteDatei = 10_000_000;

/** How long a file stays after another evidence took its place, so that figures of that time can still be checked. */
export const tageNachErsatz = 365;

/** A file that no statement came to name goes after a day. */
export const tageOhneAngabe = 1;

export type Loeschgrund = 'von-hand' | 'ersetzt' | 'nie-genannt';

/** What is known of a file of evidence; its name and content are gone once it is deleted. */
export interface NachweisDatei {
  readonly id: string;
  readonly leistungId: string;
  readonly name: string | null;
  readonly mediaType: DateiArt;
  readonly bytes: number;
  /** Proves what it was, also after it is gone. */
  readonly sha256: string;
  readonly hochgeladenAm: Date;
  readonly geloeschtAm: Date | null;
  readonly geloeschtGrund: Loeschgrund | null;
}

/** What a file is by its first bytes; its name says nothing. `null` where it may not be evidence. */
export function dateiArtOf(bytes: Uint8Array): DateiArt | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const found = Object.entries(dateiArten).find(([, { beginn }]) => head.startsWith(beginn));
  return found ? (found[0] as DateiArt) : null;
}

/** A name that a file system and a header can bear. */
export function dateiName(given: string, art: DateiArt): string {
  const { endung } = dateiArten[art];
  const plain = given
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replaceAll(/[\s\p{Cc}\p{Cf}"<>|:*?]+/gu, ' ')
    .trim()
    .slice(0, 120);
  return plain === '' ? `nachweis.${endung}` : plain;
}
