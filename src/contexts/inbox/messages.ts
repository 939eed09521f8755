import type { Eintrag, Ergebnis } from './domain/eintrag.ts';
import type { Aktion, Zustand } from './domain/zustand.ts';

/** The German texts of this context. */
export const zustandLabel: Readonly<Record<Zustand, string>> = {
  neu: 'neu',
  'in-bearbeitung': 'in Bearbeitung',
  rueckfrage: 'Rückfrage gestellt',
  'antwort-da': 'Antwort da',
  entschieden: 'entschieden',
  abgeschlossen: 'abgeschlossen (unzuständig)',
  weitergeleitet: 'weitergeleitet',
  zurueckgezogen: 'zurückgezogen',
  geloescht: 'gelöscht',
};

export const aktionLabel: Readonly<Record<Aktion, string>> = {
  uebernehmen: 'Übernehmen',
  abgeben: 'Abgeben',
  rueckfragen: 'Rückfrage stellen',
  notieren: 'Notiz speichern',
  entscheiden: 'Entscheiden',
  abschliessen: 'Als unzuständig abschließen',
  weiterleiten: 'Weiterleiten',
  antworten: 'Antworten',
  'kontakt-berichtigen': 'Kontaktdaten berichtigen',
  zurueckziehen: 'Zurückziehen',
  loeschen: 'Löschen',
};

export const ergebnisLabel: Readonly<Record<Ergebnis, string>> = {
  stattgegeben: 'stattgegeben',
  abgelehnt: 'abgelehnt',
};

export const eintragLabel: Readonly<Record<Eintrag['art'], string>> = {
  eingegangen: 'Eingegangen',
  uebernommen: 'Übernommen',
  abgegeben: 'Abgegeben',
  rueckfrage: 'Rückfrage gestellt',
  nachricht: 'Nachricht der antragstellenden Person',
  kontakt: 'Kontaktdaten berichtigt',
  notiz: 'Notiz',
  entschieden: 'Entschieden',
  abgeschlossen: 'Als unzuständig abgeschlossen',
  weitergeleitet: 'Weitergeleitet',
  zurueckgezogen: 'Zurückgezogen',
};

export const origin = {
  applicant: 'Angabe im Antrag',
} as const;

/** The mail that tells an office of a new case: nothing of the person, nothing of the answers. */
export function arrivalMail(leistung: string, nummer: string, address: string) {
  return {
    subject: `Neuer Antrag: ${leistung}`,
    text: [
      'Guten Tag,',
      '',
      `im Eingang liegt ein neuer Antrag „${leistung}“ mit der Nummer ${nummer}.`,
      `Sie sehen ihn nach der Anmeldung hier: ${address}`,
      '',
      'Diese Nachricht enthält keine Angaben zur Person.',
    ].join('\n'),
  };
}
