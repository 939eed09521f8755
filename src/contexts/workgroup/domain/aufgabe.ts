export const aufgabeSchritte = ['uebergeben', 'erledigt', 'wieder-offen', 'entfallen'] as const;
export type AufgabeSchritt = (typeof aufgabeSchritte)[number];

export const aufgabeZustaende = ['offen', 'erledigt', 'entfallen'] as const;
export type AufgabeZustand = (typeof aufgabeZustaende)[number];

const weiter: Readonly<Record<AufgabeZustand, Partial<Record<AufgabeSchritt, AufgabeZustand>>>> = {
  offen: { uebergeben: 'offen', erledigt: 'erledigt', entfallen: 'entfallen' },
  erledigt: { 'wieder-offen': 'offen' },
  entfallen: { 'wieder-offen': 'offen' },
};

/** The state after a step, or `null` where the step is not possible. */
export function aufgabeNach(zustand: AufgabeZustand, schritt: AufgabeSchritt): AufgabeZustand | null {
  return weiter[zustand][schritt] ?? null;
}

/** The state that the newest step has left. */
export function aufgabeZustandOf(art: AufgabeSchritt | 'angelegt'): AufgabeZustand {
  return art === 'erledigt' || art === 'entfallen' ? art : 'offen';
}
