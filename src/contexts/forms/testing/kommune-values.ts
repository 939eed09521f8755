/** Values that a Kommune gives; the town and all its amounts are invented. */
export const hundValues = {
  kommuneName: 'Musterstadt',
  satzungTitel: 'Hundesteuersatzung der Stadt Musterstadt vom 1. Januar 2026 (erfunden)',
  satzungAdresse: 'https://musterstadt.example/hundesteuersatzung',
  hundesteuer: [
    { klasse: 'normal', abHunden: 1, bisHunde: 1, betrag: 10_001 },
    { klasse: 'normal', abHunden: 2, bisHunde: 2, betrag: 12_003 },
    { klasse: 'normal', abHunden: 3, betrag: 14_007 },
    { klasse: 'gefaehrlich', abHunden: 1, betrag: 60_000 },
  ],
  anzeigegebuehr: 1_999,
  ermaessigungen: [{ grund: 'assistenzhund', name: 'Der Hund ist ein Assistenzhund' }],
  erlaubnisStelle: 'Ordnungsamt Musterstadt, 0000 123',
  erlaubnisAdresse: 'https://musterstadt.example/erlaubnis',
  anmeldefrist: 'Melden Sie den Hund in zwei Wochen an (erfunden).',
  bearbeitungszeit: 'Meist zwei Wochen (erfunden).',
};

export const parkValues = {
  kommuneName: 'Musterstadt',
  stelle: 'Straßenverkehrsbehörde Musterstadt, 0000 456',
  gebieteAdresse: 'https://musterstadt.example/gebiete',
  gebuehrenordnungTitel: 'Gebührenordnung der Stadt Musterstadt (erfunden)',
  zonen: [
    { zone: 'A', name: 'Gebiet A, Altstadt', strassen: ['Mittelstraße', 'Papenstraße'] },
    { zone: 'B', name: 'Gebiet B, Bahnhof', strassen: ['Bahnhofstraße', 'Mittelstraße'] },
  ],
  gebuehren: [
    { zone: 'A', dauer: 'jahr1', name: 'ein Jahr', betrag: 4_001 },
    { zone: 'A', dauer: 'jahr2', name: 'zwei Jahre', betrag: 7_777 },
    { zone: 'B', dauer: 'jahr1', name: 'ein Jahr', betrag: 3_001 },
  ],
  ohneStellplatz: true,
  bearbeitungszeit: 'Meist eine Woche (erfunden).',
};

export const jagdValues = {
  kommuneName: 'Kreis Musterland',
  stelle: 'Untere Jagdbehörde Musterland, 0000 789',
  gebuehren: [
    { art: 'tag', gebuehr: 1_001 },
    { art: 'jahr1', gebuehr: 3_001, abgabe: 3_003 },
    { art: 'jahr2', gebuehr: 5_001, abgabe: 6_003 },
    { art: 'jahr3', gebuehr: 7_001, abgabe: 9_003 },
  ],
  gebuehrHinweis: 'Sie zahlen, wenn Sie den Bescheid haben (erfunden).',
  bearbeitungszeit: 'Meist drei Wochen (erfunden).',
};

export const tagespflegeValues = {
  kommuneName: 'Musterstadt',
  stelle: 'Jugendamt Musterstadt, 0000 321',
  gebuehr: 4_001,
  gebuehrHinweis: 'Die Erlaubnis kostet 40,01 Euro (erfunden).',
  bearbeitungszeit: 'Meist zwei Monate (erfunden).',
};

export const heimarbeitValues = {
  behoerde: 'Bezirksregierung Musterland',
  stelle: 'Arbeitsschutz Musterland, 0000 654',
  gebuehrHinweis: 'Die Anzeige kostet nichts (erfunden).',
  bearbeitungszeit: 'Sie bekommen gleich eine Bestätigung (erfunden).',
};
