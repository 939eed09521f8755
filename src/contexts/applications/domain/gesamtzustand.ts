import { istAbgeschlossen, type Zustand } from './zustand.ts';

/**
 * Where an Antrag stands as a whole, when each of its offices is at another point: a question waits for the applicant
 * first, nothing has ended while one office still works, and what was withdrawn counts only where all was.
 */
export function gesamtzustand(zustaende: readonly Zustand[]): Zustand {
  const has = (zustand: Zustand) => zustaende.includes(zustand);
  if (has('rueckfrage')) return 'rueckfrage';
  const offen = zustaende.filter((zustand) => !istAbgeschlossen(zustand));
  if (offen.length === 0) return has('entschieden') ? 'entschieden' : unentschieden(has('unzustaendig'));
  const begun = has('in-bearbeitung') || has('entschieden') || has('unzustaendig');
  if (begun) return 'in-bearbeitung';
  return offen.includes('eingereicht') ? 'eingereicht' : 'weitergeleitet';
}

function unentschieden(unzustaendig: boolean): Zustand {
  return unzustaendig ? 'unzustaendig' : 'zurueckgezogen';
}
