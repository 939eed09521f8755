/** What a portal can do or not, in the words of this product. */
export interface Faehigkeit {
  readonly id: string;
  readonly label: string;
  /** What happens on a portal that cannot do it; `null` where the service cannot run there at all. */
  readonly ersatz: string | null;
}

type Zeile = readonly [id: string, label: string, ersatz: string | null];

const alsText = 'Es wird ein Textfeld; die Form der Antwort prüft dort niemand.';
const imSkript =
  'Das Portal rechnet es erst zwischen zwei Seiten aus; im Formular selbst ändert sich nichts sofort.';
const alsTextparameter = 'Der Wert liegt dort als Text; ein Tippfehler fällt erst im Formular auf.';

const felder: readonly Zeile[] = [
  ['feld.text', 'Textzeile', null],
  ['feld.multiline', 'mehrere Zeilen Text', null],
  ['feld.yesno', 'Ja oder Nein', null],
  ['feld.choice', 'Auswahl', null],
  ['feld.multichoice', 'mehrere auswählen', null],
  ['feld.date', 'Datum', null],
  ['feld.number', 'Zahl', null],
  ['feld.money', 'Geldbetrag', null],
  ['feld.file', 'Dateien hochladen', null],
  ['feld.info', 'Hinweis', null],
  ['feld.partialDate', 'Datum, dessen Tag unbekannt sein darf', null],
  ['feld.calculated', 'Wert, der sich ausrechnet', null],
  ['feld.name', 'Name in Teilen', 'Jeder Teil des Namens wird ein eigenes Textfeld.'],
  [
    'feld.address',
    'Anschrift in Teilen',
    'Jeder Teil der Anschrift wird ein eigenes Textfeld; den Ort ergänzt dort niemand.',
  ],
  ['feld.declaration', 'Erklärung', 'Sie wird ein Kästchen mit dem Text der Erklärung.'],
  ['feld.consent', 'Einwilligung', 'Sie wird ein Kästchen; Zweck und Widerruf stehen als Text darüber.'],
  [
    'feld.summary',
    'Zusammenfassung mitten im Formular',
    'Sie entfällt; alles steht noch einmal auf der Prüfseite am Ende.',
  ],
  ['feld.country', 'Staat', 'Es wird eine Auswahl aus einer mitgegebenen Liste.'],
  ['feld.nationality', 'Staatsangehörigkeiten', 'Es wird eine Auswahl aus einer mitgegebenen Liste.'],
  [
    'feld.location',
    'Stelle auf der Karte',
    'Die Stelle wird in Worten beschrieben; eine Karte gibt es dort nicht.',
  ],
  ['feld.email', 'E-Mail-Adresse', alsText],
  ['feld.phone', 'Telefonnummer', alsText],
  ['feld.url', 'Adresse im Netz', alsText],
  ['feld.iban', 'IBAN', alsText],
  ['feld.bic', 'BIC', alsText],
  ['feld.plate', 'Kfz-Kennzeichen', alsText],
  ['feld.taxId', 'Steuer-ID', alsText],
  ['feld.pensionId', 'Rentenversicherungsnummer', alsText],
  ['feld.ags', 'Gemeindeschlüssel', alsText],
  ['feld.plz', 'Postleitzahl', alsText],
  ['feld.time', 'Uhrzeit', alsText],
  ['feld.datetime', 'Tag und Uhrzeit', 'Es werden zwei Felder, eines für den Tag und eines für die Uhrzeit.'],
  ['feld.period', 'Zeitraum', 'Es werden zwei Felder, eines für den Anfang und eines für das Ende.'],
  ['feld.year', 'Jahr', 'Es wird ein Feld für eine Zahl.'],
];

const aufbau: readonly Zeile[] = [
  ['abschnitt', 'Abschnitt mit eigener Bedingung', 'Die Bedingung steht dort an jedem Feld des Abschnitts.'],
  [
    'gruppe',
    'Teile, die sich wiederholen',
    'Ein Antrag hat dort nur einen Eintrag; für jeden weiteren braucht es einen eigenen Antrag.',
  ],
  ['gruppe.mehrere', 'Teile, von denen mehr als einer nötig ist', null],
  ['gruppe.verschachtelt', 'Wiederholung in einer Wiederholung', null],
  ['tabelle', 'Tabelle mit festen Zeilen', 'Jede Zeile wird ein Abschnitt.'],
  [
    'ausgang',
    'Seite, auf der der Weg endet',
    'Sie wird ein Hinweis; abschicken lässt sich der Antrag dort trotzdem.',
  ],
  ['fragen.einzeln', 'eine Frage je Seite', 'Die Fragen einer Seite stehen dort zusammen.'],
  ['bedingung.seite', 'Seite nur unter einer Bedingung', null],
  ['bedingung.feld', 'Feld nur unter einer Bedingung', null],
  ['bedingung.antwort', 'Antwort zur Wahl nur unter einer Bedingung', null],
  [
    'pflicht.bedingt',
    'Pflicht nur unter einer Bedingung',
    'Das Feld ist dort freiwillig; was fehlt, fällt erst der Behörde auf.',
  ],
  [
    'pruefung',
    'eigene Prüfung einer Antwort',
    'Die Prüfung entfällt; was nicht passt, fällt erst der Behörde auf.',
  ],
  [
    'grenze.tag',
    'frühester und spätester Tag, der sich ausrechnet',
    'Die Grenze entfällt; was nicht passt, fällt erst der Behörde auf.',
  ],
  ['muster', 'Muster einer Textzeile', alsText],
  ['codeliste', 'Auswahl aus einer Codeliste', null],
  ['codeliste.suche', 'Suche in einer langen Liste', 'Die Liste steht dort ganz zur Auswahl.'],
  ['auswahl.parameter', 'Auswahl aus einer Tabelle der Kommune', null],
  [
    'vorbelegung',
    'Antworten aus dem Konto vorbelegen',
    'Die Menschen tippen selbst, was das Konto schon weiß.',
  ],
  ['sprachen', 'Formular in mehreren Sprachen', 'Das Formular steht dort nur auf Deutsch.'],
  [
    'gebuehr',
    'Gebühr ausrechnen und nennen',
    'Die Gebühr steht nicht im Formular; sie nennt erst der Bescheid.',
  ],
  ['bezahlen', 'im Antrag bezahlen', 'Gezahlt wird nach dem Bescheid.'],
  [
    'mehrere-stellen',
    'ein Antrag an mehrere Stellen',
    'Der ganze Antrag geht an eine Stelle; sie gibt weiter, was die andere angeht.',
  ],
];

const rechnen: readonly Zeile[] = [
  ['ausdruck.grund', 'Ausdrücke: beantwortet, sonst, wenn', imSkript],
  ['ausdruck.zahl', 'Ausdrücke: rechnen mit Zahlen', imSkript],
  ['ausdruck.datum', 'Ausdrücke: rechnen mit Tagen', imSkript],
  ['ausdruck.text', 'Ausdrücke: Texte', imSkript],
  ['ausdruck.muster', 'Ausdrücke: Muster', imSkript],
  ['ausdruck.menge', 'Ausdrücke: Listen als Mengen', imSkript],
  ['ausdruck.zeilen', 'Ausdrücke: über alle Zeilen', imSkript],
  ['ausdruck.tabelle', 'Ausdrücke: Werte aus Tabellen der Kommune', imSkript],
  ['ausdruck.strasse', 'Ausdrücke: Straße in einer Liste finden', imSkript],
  ['parameter.text', 'Text der Kommune', null],
  ['parameter.zahl', 'Zahl oder Betrag der Kommune', alsTextparameter],
  ['parameter.ja-nein', 'Ja oder Nein der Kommune', alsTextparameter],
  ['parameter.datum', 'Tag der Kommune', alsTextparameter],
  ['parameter.tabelle', 'Tabelle der Kommune', alsTextparameter],
];

/** Every capability that this version of the product knows. Names are stable: they stand in packages. */
export const faehigkeiten: ReadonlyMap<string, Faehigkeit> = new Map(
  [...felder, ...aufbau, ...rechnen].map(([id, label, ersatz]) => [id, { id, label, ersatz }]),
);
