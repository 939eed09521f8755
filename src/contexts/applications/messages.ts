import { formatBytes, formatLocalDate } from '#kernel';
import type { Zustand } from './domain/zustand.ts';
import type { AntragRow } from './store-antrag.ts';
import type { NachrichtRow } from './store-nachricht.ts';

type Frist = Pick<AntragRow, 'fristAb' | 'fristTage' | 'fristGrundlage'>;

/** What a state is called, and what it means for the applicant. */
const zustand: Readonly<Record<Zustand, readonly [name: string, says: string]>> = {
  entwurf: ['Entwurf', 'Der Antrag ist noch nicht abgeschickt.'],
  zahlung: ['Wartet auf Zahlung', 'Der Antrag wird abgeschickt, sobald die Zahlung eingegangen ist.'],
  eingereicht: ['Eingereicht', 'Ihr Antrag ist bei der zuständigen Stelle eingegangen.'],
  'in-bearbeitung': ['In Bearbeitung', 'Die zuständige Stelle bearbeitet Ihren Antrag.'],
  rueckfrage: ['Rückfrage', 'Die zuständige Stelle hat eine Frage an Sie. Bitte antworten Sie unten.'],
  entschieden: ['Entschieden', 'Über Ihren Antrag wurde entschieden. Der Bescheid kommt mit der Post.'],
  zurueckgezogen: ['Zurückgezogen', 'Sie haben den Antrag zurückgezogen. Er wird nicht weiter bearbeitet.'],
  unzustaendig: [
    'Stelle nicht zuständig',
    'Die Stelle ist für Ihren Antrag nicht zuständig und hat ihn geschlossen. Lesen Sie unten, was sie Ihnen dazu schreibt.',
  ],
  weitergeleitet: ['Weitergeleitet', 'Ihr Antrag wurde an die zuständige Stelle weitergeleitet.'],
  geloescht: ['Gelöscht', 'Die Angaben wurden gelöscht.'],
};

const art: Readonly<Record<NachrichtRow['art'], string>> = {
  mitteilung: 'Mitteilung der Stelle',
  rueckfrage: 'Rückfrage der Stelle',
  nachricht: 'Ihre Nachricht',
  kontakt: 'Ihre neuen Kontaktdaten',
  ruecknahme: 'Sie haben den Antrag zurückgezogen',
};

/** Fixed texts of this context. */
export const messages = {
  zustand,
  art,
  mehrereStellen: (zahl: number) =>
    `Ihr Antrag ging an ${zahl} Stellen. Jede bearbeitet ihren Teil und entscheidet für sich.`,
  zahlungHinweis: 'Sie zahlen erst, wenn Sie den Bescheid haben.',
  zahlung: { keine: 'nicht nötig', 'nach-bescheid': 'Zahlung nach Bescheid' },
  upload: {
    empty: (name: string) => `Die Datei „${name}“ ist leer. Bitte wählen Sie eine andere.`,
    notNow: (names: readonly string[]) =>
      `Die Stelle kann zurzeit keine Dateien annehmen. Nicht gespeichert: ${names.map((name) => `„${name}“`).join(', ')}. Ihre anderen Angaben auf dieser Seite sind gespeichert. Bitte fügen Sie die Datei später hinzu; mit Ihrem Link machen Sie dann weiter.`,
    full: (name: string) =>
      `Hier sind schon so viele Dateien wie möglich. „${name}“ wurde nicht gespeichert. Entfernen Sie eine, um eine andere beizufügen.`,
    infected: (name: string) =>
      `In der Datei „${name}“ wurde Schadsoftware gefunden. Sie wurde nicht gespeichert. Bitte prüfen Sie Ihr Gerät.`,
    tooLarge: (name: string, bytes: number) =>
      `Die Datei „${name}“ ist zu groß. Erlaubt sind ${formatBytes(bytes)}. Bitte wählen Sie eine kleinere.`,
    wrongType: (name: string, types: readonly string[]) =>
      `Die Datei „${name}“ hat nicht die richtige Art. Erlaubt sind: ${types.map((type) => type.toUpperCase()).join(', ')}. Es zählt der Inhalt, nicht der Name.`,
  },
  pruefung: {
    title: 'Prüfung Ihrer Dateien auf Schadsoftware',
    open: 'noch nicht geprüft',
    upload: 'beim Hochladen geprüft, nichts gefunden',
    sauber: (when: string) => `geprüft am ${when}, nichts gefunden`,
    schadsoftware: (when: string) =>
      `Schadsoftware gefunden am ${when}. Die Stelle öffnet diese Datei nicht. Bitte prüfen Sie Ihr Gerät.`,
  },
  news: {
    text: (most: number) => `Bitte schreiben Sie etwas, höchstens ${most} Zeichen.`,
  },
  nachforderung: {
    title: 'Angaben nachreichen',
    wanted: (day: string) => `Bitte reichen Sie bis zum ${day} etwas nach`,
    from: (stelle: string) => `${stelle} kann sonst nicht weiterarbeiten und braucht von Ihnen noch:`,
    lead: (day: string) => `Die Stelle braucht noch etwas von Ihnen. Bitte schicken Sie es bis zum ${day}.`,
    how: 'Sie beantworten nur diese Fragen noch einmal. Alles andere in Ihrem Antrag bleibt, wie es ist. Jede Seite wird gespeichert; Sie können unterbrechen und mit Ihrem Link später weitermachen.',
    saved: 'Diese Angaben sind gespeichert, aber noch nicht abgeschickt.',
    overdue: (day: string) => `Die Frist ist am ${day} abgelaufen`,
    overdueSays:
      'Sie können trotzdem noch nachreichen. Die Stelle sieht, dass es nach der Frist kam, und entscheidet, ob sie es noch berücksichtigt.',
    conflict: 'In einem anderen Fenster wurde weitergearbeitet',
    conflictSays:
      'Diese Seite wurde noch nicht gespeichert. Sie sehen, was Sie hier eingegeben haben; Dateien müssen Sie noch einmal auswählen. Mit „Weiter“ gilt, was hier steht.',
    notSent: 'Noch nicht abgeschickt',
    whatHappens:
      'Was Sie abschicken, wird für die Stelle verschlüsselt und nur dort gelesen. Ihr Antrag, wie Sie ihn zuerst geschickt haben, bleibt daneben erhalten. Abgeschickt lässt es sich nicht mehr ändern.',
    sent: 'Ihre Nachreichung ist angekommen.',
    handedIn: (when: string) => `Nachgereicht am ${when}`,
    late: (day: string) => `Nach der Frist (${day}) abgeschickt.`,
    before: (was: string | null) => (was === null ? 'bisher: nicht angegeben' : `bisher: ${was}`),
    removed: 'entfernt',
    unchanged: 'Sie haben bestätigt, dass die bisherigen Angaben richtig sind.',
  },
  ganz: 'Ihr Antrag',
  teil: (titel: string) => `Der Teil „${titel}“ Ihres Antrags`,
  zugeleitet: (was: string, stelle: string) =>
    `${was} liegt jetzt bei einer anderen Stelle im Haus: ${stelle}. Sie müssen nichts tun. Nummer und Link bleiben gleich.`,
  weitergeleitetAn: (was: string, stelle: string) => `${was} wurde weitergeleitet an: ${stelle}.`,
  unlesbar:
    'Ihr Antrag ist angekommen, lässt sich bei der Stelle aber nicht öffnen. Bitte senden Sie ihn noch einmal oder wenden Sie sich an die Stelle.',
  receipt: {
    title: 'Eingangsbestätigung',
    lead: (kommune: string) => `Ihr Antrag ist bei ${kommune} eingegangen.`,
    nummer: 'Nummer des Antrags',
    dienst: 'Leistung',
    kommune: 'Kommune',
    stelle: 'Empfangende Stelle',
    eingang: 'Eingegangen am',
    nachgereicht: 'Nachgereicht am',
    nachFrist: ', nach der Frist',
    zahlung: 'Bezahlung',
    loeschtag: 'Daten gelöscht spätestens am',
    loeschregel: ({ fristAb, fristTage, fristGrundlage }: Frist) =>
      fristAb === 'abschluss'
        ? `Die Daten im Portal werden ${fristTage} Tage nach dem Abschluss gelöscht, spätestens an dem genannten Tag (${withoutDot(fristGrundlage)}). Die zuständige Stelle führt ihre Akte nach eigenen Fristen.`
        : `Die Daten im Portal werden ${fristTage} Tage nach dem Eingang gelöscht (${withoutDot(fristGrundlage)}). Die zuständige Stelle führt ihre Akte nach eigenen Fristen.`,
    door: 'Den Stand des Antrags, Nachrichten und Ihre Angaben finden Sie bis dahin unter Ihrem persönlichen Link. Wer den Link hat, kann den Antrag lesen. Er steht aus Sicherheitsgründen nicht auf dieser Bestätigung.',
  },
  mail: {
    subject: (titel: string) => `Ihr Link zum Antrag „${titel}“`,
    text: (titel: string, kommune: string, link: string, day: AntragRow['loeschenAm']) =>
      `Guten Tag,\n\nmit diesem Link öffnen Sie Ihren Antrag „${titel}“ bei ${kommune}:\n\n${link}\n\nWer den Link hat, kann den Antrag lesen. Geben Sie ihn nicht weiter.\nDer Link gilt bis zum ${formatLocalDate(day)}; an diesem Tag werden die Angaben gelöscht.\n\nIhre Adresse wurde nur für diese Nachricht benutzt und nicht gespeichert.\n`,
  },
} as const;

function withoutDot(text: string): string {
  return text.replace(/\.$/, '');
}
