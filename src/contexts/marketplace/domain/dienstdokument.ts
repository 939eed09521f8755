/** A document of an offer, without its content. */
export interface Dienstdokument {
  readonly id: string;
  readonly dienst: string;
  readonly titel: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly hochgeladenAm: Date;
  /** When and why its provider took it back. */
  readonly ruecknahme: { readonly am: Date; readonly grund: string } | null;
}

/** Whether a document belonged to the offer at a moment; in the moment of its withdrawal it still did. */
export function galt({ hochgeladenAm, ruecknahme }: Dienstdokument, moment: Date): boolean {
  return hochgeladenAm <= moment && (ruecknahme === null || ruecknahme.am >= moment);
}
