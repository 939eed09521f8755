/** What a form takes at most, where schemas know no end. */
export const lengthLimits = {
  text: 10_000,
  einzeilig: 255,
  zeilen: 100,
  datei: 200_000_000,
  dateien: 20,
  felderJeSeite: 12,
  felderJeAbschnitt: 7,
  eintraege: 10_000,
  zeichenJeListe: 500_000,
} as const;
