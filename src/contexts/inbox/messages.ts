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
  nachfordern: 'Angaben oder Unterlagen nachfordern',
  'nachforderung-zuruecknehmen': 'Nachforderung zurücknehmen',
  notieren: 'Notiz speichern',
  entscheiden: 'Entscheiden',
  abschliessen: 'Als unzuständig abschließen',
  zuleiten: 'An eine andere Stelle im Haus geben',
  weiterleiten: 'An eine andere Behörde weiterleiten',
  antworten: 'Antworten',
  nachreichen: 'Nachreichen',
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
  nachgefordert: 'Nachgefordert',
  'nachforderung-zurueckgenommen': 'Nachforderung zurückgenommen',
  nachgereicht: 'Nachgereicht',
  nachricht: 'Nachricht der antragstellenden Person',
  kontakt: 'Kontaktdaten berichtigt',
  notiz: 'Notiz',
  entschieden: 'Entschieden',
  abgeschlossen: 'Als unzuständig abgeschlossen',
  zugeleitet: 'An eine andere Stelle im Haus gegeben',
  weitergeleitet: 'Weitergeleitet',
  zurueckgezogen: 'Zurückgezogen',
};

export const origin = {
  applicant: 'Angabe im Antrag',
} as const;

/** The mail that tells an office of a new case: nothing of the person, nothing of the answers. */
export function arrivalMail(leistung: string, nummer: string, address: string) {
  const says = `im Eingang liegt ein neuer Antrag „${leistung}“ mit der Nummer ${nummer}.`;
  return { subject: `Neuer Antrag: ${leistung}`, text: mailText(says, address) };
}

/** The mail to an office that another office of the same authority gave a case: not a word of why either. */
export function handedOverMail(leistung: string, nummer: string, address: string) {
  const says = `eine andere Stelle Ihrer Behörde hat Ihnen den Antrag „${leistung}“ mit der Nummer ${nummer} gegeben.`;
  return { subject: `Antrag für Ihre Stelle: ${leistung}`, text: mailText(says, address) };
}

function mailText(says: string, address: string): string {
  return [
    'Guten Tag,',
    '',
    says,
    `Sie sehen ihn nach der Anmeldung hier: ${address}`,
    '',
    'Diese Nachricht enthält keine Angaben zur Person.',
  ].join('\n');
}

/** The mail to an office that an applicant has handed something in. */
export function handedInMail(leistung: string, nummer: string, address: string) {
  const says = `zum Antrag „${leistung}“ mit der Nummer ${nummer} ist etwas nachgereicht worden.`;
  return { subject: `Nachgereicht: ${leistung}`, text: mailText(says, address) };
}

/** The mail to an applicant: number and authority, and not a word of what it is about. */
export function nachforderungMail(art: 'neu' | 'erinnerung', nummer: string, behoerde: string | null = null) {
  const erinnerung = art === 'erinnerung';
  const bei = behoerde === null ? '' : ` bei ${behoerde}`;
  return {
    subject: erinnerung ? `Erinnerung zu Ihrem Antrag ${nummer}` : `Neues zu Ihrem Antrag ${nummer}`,
    text: [
      'Guten Tag,',
      '',
      erinnerung
        ? `zu Ihrem Antrag ${nummer}${bei} wartet noch etwas auf Sie. Die Frist endet bald.`
        : `zu Ihrem Antrag ${nummer}${bei} gibt es etwas Neues, und die Stelle wartet auf Ihre Antwort.`,
      'Bitte öffnen Sie den Antrag mit Ihrem persönlichen Link. Aus Sicherheitsgründen steht der Link nicht in dieser E-Mail, und worum es geht, auch nicht.',
      'Haben Sie den Link nicht mehr, rufen Sie bitte die Stelle an und nennen Sie die Nummer.',
    ].join('\n'),
  };
}

/** Where the structure of case data comes from. */
export const herkunftLabel = {
  eingelesen: 'nach dem Datenschema, das hier eingelesen ist',
  mitgeliefert: 'nach dem veröffentlichten Datenschema',
  formular: 'wie das Formular es zeigt; das Datenschema selbst ist hier nicht eingelesen',
} as const;
