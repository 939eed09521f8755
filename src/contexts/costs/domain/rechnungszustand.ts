/** What becomes of a bill: computed, checked, issued, paid; another one may take its place. Nothing leads back. */
export type Rechnungszustand = 'entwurf' | 'geprueft' | 'gestellt' | 'bezahlt' | 'korrigiert' | 'verworfen';

export type Rechnungsschritt =
  | 'pruefen'
  | 'stellen'
  | 'verworfen'
  | 'bezahlen'
  | 'zurueckzahlen'
  | 'korrigieren';

const steps: Readonly<
  Record<Rechnungszustand, Readonly<Partial<Record<Rechnungsschritt, Rechnungszustand>>>>
> = {
  entwurf: { pruefen: 'geprueft', verworfen: 'verworfen' },
  geprueft: { stellen: 'gestellt', verworfen: 'verworfen' },
  gestellt: { bezahlen: 'bezahlt', zurueckzahlen: 'gestellt', korrigieren: 'korrigiert' },
  bezahlt: { zurueckzahlen: 'bezahlt', korrigieren: 'korrigiert' },
  korrigiert: { zurueckzahlen: 'korrigiert' },
  verworfen: {},
};

/** The state after a step, or `null` where the step cannot be taken. */
export function afterStep(zustand: Rechnungszustand, schritt: Rechnungsschritt): Rechnungszustand | null {
  return steps[zustand][schritt] ?? null;
}

/** What is known of a bill, from which its state follows. */
export interface Rechnungslage {
  readonly geprueft: boolean;
  readonly verworfen: boolean;
  readonly gestellt: boolean;
  readonly ersetzt: boolean;
  /** What is still to be paid, in cents; nothing is open before it is issued. */
  readonly offenCent: bigint;
}

/** The state that a bill is in. */
export function zustandOf({
  geprueft,
  verworfen,
  gestellt,
  ersetzt,
  offenCent,
}: Rechnungslage): Rechnungszustand {
  if (gestellt && ersetzt) return 'korrigiert';
  if (gestellt) return offenCent <= 0n ? 'bezahlt' : 'gestellt';
  if (verworfen) return 'verworfen';
  return geprueft ? 'geprueft' : 'entwurf';
}
