/** The words that somebody new meets first. */
export const begriffe: readonly (readonly [wort: string, was: string])[] = [
  [
    'Leistung',
    'Was eine Verwaltung für Menschen oder Unternehmen tut, mit einem Schlüssel im Katalog (LeiKa).',
  ],
  ['Pflicht', 'Eine Leistung, die die eigene Kommune nach den Regeln der Zuständigkeit selbst ausführt.'],
  ['Umsetzungsstand', 'Wie weit eine Leistung online ist; jede Angabe hat Datum, Quelle und Nachweis.'],
  ['Reifegrad', 'Wie weit man online kommt: Modell 1.1 mit Stufen 0 bis 4, Modell 2.0 mit Stufen 0 bis 7.'],
  ['EfA', '„Einer für Alle“: Ein Onlinedienst wird einmal gebaut, und alle schließen sich an.'],
  [
    'Anbindung',
    'Der Anschluss der eigenen Kommune an einen Onlinedienst, mit Angaben und Prüfung vor der Freischaltung.',
  ],
  ['Bedarfsabfrage', 'Die Frage an alle Kommunen, welche Leistungen sie wann brauchen.'],
  [
    'Einführungsstrategie',
    'Was die Arbeitsgruppe je EfA-Dienst entscheidet: alle, wer will, nicht oder später.',
  ],
  ['Arbeitsgruppe', 'Die Kommunen eines IT-Dienstleisters, die sich regelmäßig beraten und beschließen.'],
  ['Rückfrage', 'Eine Frage zu einer Sache; sie endet beantwortet oder mit Grund zurückgezogen.'],
  ['Fallzahl', 'Wie oft im Jahr eine Leistung gebraucht wird; eine Schätzung ist als solche gekennzeichnet.'],
  [
    'FIM, XDatenfelder, XZuFi',
    'Die Standards, in denen Leistungen, Formulare und Zuständigkeiten ausgetauscht werden.',
  ],
];
