import type { KnownValues } from '#forms';
import type { LocalDate } from '#kernel';

/** An account from which somebody may have values filled in, as the start page of an Antrag offers it. */
export interface Konto {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
}

/** Accounts that tell of an applicant: names, day of birth, address, each with how sure it is. */
export interface Konten {
  /** What these accounts are, in a sentence beside the choice. */
  readonly hinweis: string;
  readonly auswahl: readonly Konto[];
  /** What an account tells on a day; `null` where there is no such account. */
  readonly bekannt: (id: string, today: LocalDate) => KnownValues | null;
}
