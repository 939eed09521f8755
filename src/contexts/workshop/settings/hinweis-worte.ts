/** Hints of the published schema that name values of the format, in the words that the page shows for them. */
const worte: Readonly<Record<string, string>> = {
  'Amtlicher Schlüssel des Landes, dessen Recht gilt; null: überall':
    'Amtlicher Schlüssel des Landes, dessen Recht gilt, zum Beispiel 05 für Nordrhein-Westfalen. Leer: überall',
  'Art der Stelle, wie covers[].office sie nennt': 'Art der Stelle, wie bei einer Leistung oben',
  'Je Gruppe: welche Zeilen diese Stelle bekommt, zum Beispiel {"hunde": "row.gross"}':
    'Je Gruppe eine Bedingung: welche Einträge diese Stelle bekommt, zum Beispiel row.gross',
  'Texte der Leistungsseite; {param.…} wird aus den Werten der Kommune gefüllt':
    'In einen Text gehört {param.gebuehr}, wo ein Wert der Kommune stehen soll.',
  'Sprache der Texte; Vorgabe: de': 'Kürzel der Sprache, in der das Formular geschrieben ist. Leer: Deutsch',
  'Vorgabe: together': 'Ohne Angabe: alle Fragen einer Seite zusammen',
  'Zum Beispiel xdatenfelder-3': 'Woher das Formular kommt, zum Beispiel xdatenfelder-3',
  'open: noch zu tun; done: umgesetzt mit der Prüfung in holds; in-condition: umgesetzt durch Bedingungen, Pflichten oder Auswahl; waived: entfällt, bewusst nicht umgesetzt':
    '„umgesetzt“ ist eine Regel erst mit einer Prüfung darüber. Leisten Bedingungen, Pflichten oder eine Auswahl sie, ist sie „umgesetzt durch Bedingungen“',
  'Eine Zeile je Zeile dieser Gruppe; row.… ist die Zeile':
    'Der Posten fällt für jeden Eintrag dieser Gruppe an. Seine Angaben heißen row.name',
  'Vorgabe: once': 'Ohne Angabe: einmal',
  'one-by-one stellt jede Frage auf einer Seite für sich; Vorgabe: wie das Formular':
    'Ohne Angabe: wie das Formular',
  'Vorgabe: ja; ein Ausdruck macht es von anderen Antworten abhängig':
    'Ohne Angabe: ja. Eine Bedingung macht es von anderen Antworten abhängig',
  'Woraus die Antwort vorbelegt wird, wenn es vorliegt: konto.nachname, register.…; der Mensch sieht die Herkunft und kann sie ändern':
    'Woraus die Antwort vorbelegt wird, wenn es vorliegt, zum Beispiel konto.nachname. Menschen sehen, woher sie kommt, und können sie ändern',
  'Wert von autocomplete nach dem HTML-Standard':
    'Ein Wort aus dem HTML-Standard, zum Beispiel given-name. Der Browser schlägt dann vor, was Menschen schon einmal eingegeben haben',
  'Vorgabe: given und family; title und birth sind immer freiwillig':
    'Ohne Angabe: Vorname und Nachname. Titel und Geburtsname sind immer freiwillig',
  'Was mindestens bekannt sein muss; Vorgabe: year': 'Ohne Angabe: das Jahr',
  'Vorgabe: radio; search lässt in langen Listen nach Wörtern suchen':
    'Ohne Angabe: Auswahlknöpfe. In langen Listen hilft die Suche',
  'Schlüssel ohne Steuerzeichen und ohne Leerzeichen am Rand, höchstens 200 Zeichen':
    'Kurz, und er bleibt: So heißt die Antwort in Bedingungen, zum Beispiel holz',
  'Tabelle der Parameter': 'Name der Tabelle unter „Werte der Kommunen“',
  'Welche Zeilen zur Wahl stehen; entry.… ist die Zeile':
    'Welche Zeilen der Tabelle zur Wahl stehen; ihre Spalten heißen entry.name',
  'Codeliste des Formulars (codeLists)': 'Name der Liste unter „Codelisten“',
  'Welche Einträge zur Wahl stehen; entry.value und entry.label sind der Eintrag':
    'Welche Einträge zur Wahl stehen; der Wert heißt entry.value, die Beschriftung entry.label',
  'Vorgabe: text': 'Ohne Angabe: einfacher Text',
  'table zeigt die Zeilen als Tabelle; Vorgabe: rows': 'Ohne Angabe: untereinander',
  'Ausdruck der Formularsprache, siehe README von forms': 'Eine Bedingung, zum Beispiel row.gross',
  'Stelle nach Namen; * steht für einen Namen, ** am Ende für alles darunter':
    'Die Stelle in der Datei; * steht für einen Namen, ** am Ende für alles darunter',
  'Texte nach ihrem Platz: „page.person.title“, „field.hunde.chip.label“; fehlt einer, gilt der deutsche':
    'Fehlt ein Text, gilt der deutsche',
};

/** A hint of the schema as an author reads it who never saw the format. */
export function hinweisInWorten(hinweis: string): string {
  return (worte[hinweis] ?? hinweis)
    .replace(/^Vorgabe: /, 'Ohne Angabe: ')
    .replace('; Vorgabe: ', '. Ohne Angabe: ');
}
