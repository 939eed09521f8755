/** The states of a case at the authority. */
export const zustaende = [
  'neu',
  'in-bearbeitung',
  'rueckfrage',
  'antwort-da',
  'entschieden',
  'abgeschlossen',
  'weitergeleitet',
  'zurueckgezogen',
  'geloescht',
] as const;
export type Zustand = (typeof zustaende)[number];

export const aktionen = [
  'uebernehmen',
  'abgeben',
  'rueckfragen',
  'nachfordern',
  'nachforderung-zuruecknehmen',
  'notieren',
  'entscheiden',
  'abschliessen',
  'zuleiten',
  'weiterleiten',
  'antworten',
  'nachreichen',
  'kontakt-berichtigen',
  'zurueckziehen',
  'loeschen',
] as const;
/** What is done with a case: by the office, by the applicant (the last but one four), by the deletion rule. */
export type Aktion = (typeof aktionen)[number];

type Folge = Readonly<Partial<Record<Aktion, Zustand>>>;

const ends: Folge = {
  abschliessen: 'abgeschlossen',
  weiterleiten: 'weitergeleitet',
  zurueckziehen: 'zurueckgezogen',
};

const stays = (zustand: Zustand): Folge => ({ notieren: zustand, 'kontakt-berichtigen': zustand });
// What an applicant writes after the end is kept with the case, so that somebody reads it.
const closed = (zustand: Zustand): Folge => ({
  ...stays(zustand),
  antworten: zustand,
  nachreichen: zustand,
  loeschen: 'geloescht',
});

const folgt: Readonly<Record<Zustand, Folge>> = {
  neu: {
    ...ends,
    ...stays('neu'),
    uebernehmen: 'in-bearbeitung',
    abgeben: 'in-bearbeitung',
    zuleiten: 'neu',
    'nachforderung-zuruecknehmen': 'neu',
    antworten: 'neu',
    nachreichen: 'neu',
  },
  'in-bearbeitung': {
    ...ends,
    ...stays('in-bearbeitung'),
    uebernehmen: 'in-bearbeitung',
    abgeben: 'in-bearbeitung',
    zuleiten: 'neu',
    rueckfragen: 'rueckfrage',
    nachfordern: 'rueckfrage',
    'nachforderung-zuruecknehmen': 'in-bearbeitung',
    entscheiden: 'entschieden',
    antworten: 'in-bearbeitung',
    nachreichen: 'antwort-da',
  },
  // Whoever does not answer is decided on by what is there.
  rueckfrage: {
    ...ends,
    ...stays('rueckfrage'),
    uebernehmen: 'rueckfrage',
    abgeben: 'rueckfrage',
    zuleiten: 'rueckfrage',
    nachfordern: 'rueckfrage',
    'nachforderung-zuruecknehmen': 'in-bearbeitung',
    entscheiden: 'entschieden',
    antworten: 'antwort-da',
    nachreichen: 'antwort-da',
  },
  'antwort-da': {
    ...ends,
    ...stays('antwort-da'),
    uebernehmen: 'in-bearbeitung',
    abgeben: 'antwort-da',
    zuleiten: 'antwort-da',
    rueckfragen: 'rueckfrage',
    nachfordern: 'rueckfrage',
    'nachforderung-zuruecknehmen': 'antwort-da',
    entscheiden: 'entschieden',
    antworten: 'antwort-da',
    nachreichen: 'antwort-da',
  },
  entschieden: closed('entschieden'),
  abgeschlossen: closed('abgeschlossen'),
  weitergeleitet: closed('weitergeleitet'),
  zurueckgezogen: closed('zurueckgezogen'),
  geloescht: {},
};

/** The state after an action, or `null` where the action is not possible in that state. */
export function nachAktion(zustand: Zustand, aktion: Aktion): Zustand | null {
  return folgt[zustand][aktion] ?? null;
}

/** What can be done in a state. */
export function moeglicheAktionen(zustand: Zustand): readonly Aktion[] {
  return aktionen.filter((aktion) => folgt[zustand][aktion] !== undefined);
}

const open: readonly Zustand[] = ['neu', 'in-bearbeitung', 'rueckfrage', 'antwort-da'];

/** Whether somebody still has to do something. */
export function istOffen(zustand: Zustand): boolean {
  return open.includes(zustand);
}
