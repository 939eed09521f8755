import type { evaluate } from '#forms';
import type { Onlinedienst, serviceTexts } from '#forms/onlinedienst';
import type { Feiertag, Schliesstag } from '../domain/feiertage.ts';

/** The citizen page of a service as one Kommune offers it on a day. */
export interface Bild {
  readonly ags: string;
  readonly name: string;
  /** Null where the values do not work, with the reason. */
  readonly seite: Seitenbild | null;
  readonly problem: string | null;
}

export interface Seitenbild {
  readonly hash: string;
  readonly dienst: Onlinedienst;
  readonly context: Parameters<typeof evaluate>[2];
  readonly texte: ReturnType<typeof serviceTexts>;
  readonly stelle: string;
  readonly oeffnungszeiten: string;
  readonly gebuehren: readonly { readonly label: string; readonly text: string }[];
  readonly unterlagen: readonly string[];
  /** Files that the first way through the form asks for, by their labels. */
  readonly dateien: readonly string[];
  readonly schliesstage: readonly Schliesstag[];
  readonly feiertage: readonly Feiertag[];
}
