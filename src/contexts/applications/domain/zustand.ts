/** The states of an Antrag, in the order in which it usually walks them. */
export const zustaende = [
  'entwurf',
  'zahlung',
  'eingereicht',
  'in-bearbeitung',
  'rueckfrage',
  'entschieden',
  'zurueckgezogen',
  'unzustaendig',
  'weitergeleitet',
  'geloescht',
] as const;
export type Zustand = (typeof zustaende)[number];

export const schritte = [
  'bezahlen',
  'absenden',
  'bearbeiten',
  'mitteilen',
  'rueckfragen',
  'antworten',
  'entscheiden',
  'zuruecknehmen',
  'unzustaendig-erklaeren',
  'weiterleiten',
  'loeschen',
] as const;
/** What can happen to an Antrag. */
export type Schritt = (typeof schritte)[number];

const atTheAuthority = {
  bearbeiten: 'in-bearbeitung',
  rueckfragen: 'rueckfrage',
  entscheiden: 'entschieden',
  zuruecknehmen: 'zurueckgezogen',
  'unzustaendig-erklaeren': 'unzustaendig',
  weiterleiten: 'weitergeleitet',
  loeschen: 'geloescht',
} as const;

// Services today are paid after the Bescheid, so nothing waits in „zahlung“ yet; one that is paid first passes through it.
const folgt: Readonly<Record<Zustand, Partial<Record<Schritt, Zustand>>>> = {
  entwurf: { bezahlen: 'zahlung', absenden: 'eingereicht' },
  zahlung: { absenden: 'eingereicht' },
  eingereicht: { ...atTheAuthority, mitteilen: 'eingereicht', antworten: 'eingereicht' },
  'in-bearbeitung': { ...atTheAuthority, mitteilen: 'in-bearbeitung', antworten: 'in-bearbeitung' },
  rueckfrage: { ...atTheAuthority, mitteilen: 'rueckfrage', antworten: 'in-bearbeitung' },
  weitergeleitet: { ...atTheAuthority, mitteilen: 'weitergeleitet', antworten: 'weitergeleitet' },
  entschieden: { mitteilen: 'entschieden', loeschen: 'geloescht' },
  zurueckgezogen: { loeschen: 'geloescht' },
  unzustaendig: { mitteilen: 'unzustaendig', loeschen: 'geloescht' },
  geloescht: {},
};

/** The state after a step, or `null` where the step is not possible in that state. */
export function nachSchritt(zustand: Zustand, schritt: Schritt): Zustand | null {
  return folgt[zustand][schritt] ?? null;
}

/** Whether a step has been taken already, so that being told of it again is no mistake. */
export function istErreicht(zustand: Zustand, schritt: Schritt): boolean {
  return nachSchritt(zustand, schritt) === null && folgt.eingereicht[schritt] === zustand;
}

/** Whether nothing more will be decided, so that the time until the deletion runs. */
export function istAbgeschlossen(zustand: Zustand): boolean {
  return zustand === 'entschieden' || zustand === 'zurueckgezogen' || zustand === 'unzustaendig';
}
