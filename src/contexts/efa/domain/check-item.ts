/** Who can mend what the go-live check found. */
export type Zustaendig = 'Kommune' | 'IT-Dienstleister' | 'Betrieb' | 'Land oder Bündler' | 'Betreiber';

/** One line of the go-live check. */
export interface CheckItem {
  readonly id: string;
  readonly what: string;
  readonly ok: boolean;
  /** What is not required is said, but holds nobody up. */
  readonly required: boolean;
  readonly who: Zustaendig;
  /** What is there, or what to do. */
  readonly how: string;
  readonly href: string | null;
}

/** The required lines that are not fulfilled: as long as there is one, nothing goes live. */
export function missingOf(items: readonly CheckItem[]): readonly CheckItem[] {
  return items.filter(({ ok, required }) => required && !ok);
}
