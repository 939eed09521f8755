const worte: Readonly<Record<string, string>> = {
  pages: 'Seite',
  fields: 'Frage',
  columns: 'Spalte',
  options: 'Auswahl',
  checks: 'Prüfung',
  lines: 'Posten',
  fee: 'Gebühr',
  rules: 'Regel',
  condition: 'Bedingung',
  required: 'Pflicht',
  value: 'Wert',
  amount: 'Betrag',
  holds: 'was gelten muss',
  hint: 'Hinweis',
  from: 'Von',
  to: 'Bis',
  translations: 'Übersetzungen',
};

/** `pages[2].fields[1].condition` as people count: „Seite 3, Frage 2, Bedingung“; whatever follows it stays. */
export function stelleInWorten(text: string): string {
  return text.replace(/^(?:pages|fee|rules|translations)\b[\w.[\]-]*/, (place) =>
    place
      .split('.')
      .map((part) => {
        const [name = '', index] = part.split('[');
        const word = worte[name] ?? name;
        return index === undefined ? word : `${word} ${Number.parseInt(index, 10) + 1}`;
      })
      .join(', '),
  );
}
