import type { Cents } from '#kernel';

/** What was billed by a share, and what was paid on it. */
export interface Kontolage {
  readonly bruttoCent: Cents;
  readonly bezahltCent: Cents;
  readonly zurueckgezahltCent: Cents;
  /** A share that was replaced or taken back is not owed. */
  readonly gilt: boolean;
}

export interface Kontostand {
  /** What is still to be paid; negative where the house owes. */
  readonly offenCent: Cents;
  /** What the house owes. */
  readonly guthabenCent: Cents;
  /** What of that was paid, and can be given back. */
  readonly rueckzahlbarCent: Cents;
}

/** What stands between a house and a payer on one share. */
export function kontostand({ bruttoCent, bezahltCent, zurueckgezahltCent, gilt }: Kontolage): Kontostand {
  const behalten = bezahltCent - zurueckgezahltCent;
  const offenCent = (gilt ? bruttoCent : 0n) - behalten;
  const guthabenCent = offenCent < 0n ? -offenCent : 0n;
  const most = behalten < guthabenCent ? behalten : guthabenCent;
  return { offenCent, guthabenCent, rueckzahlbarCent: most > 0n ? most : 0n };
}

/** What a house owes to one payer of a bill; of one that another took the place of nothing is owed to it. */
export function guthabenOf(
  { ersetztDurch }: { readonly ersetztDurch: string | null },
  { brutto, bezahlt, zurueckgezahlt }: Readonly<Record<'brutto' | 'bezahlt' | 'zurueckgezahlt', Cents>>,
): Cents {
  return kontostand({
    ...{ bruttoCent: brutto, bezahltCent: bezahlt, zurueckgezahltCent: zurueckgezahlt },
    gilt: ersetztDurch === null,
  }).guthabenCent;
}
