import { addDays, type LocalDate, localDate } from '#kernel';

/** The practice of the marketplaces, as a dated rule; its source says nothing about parts of a year. */
export const quartalsregel = {
  abMonat: 10,
  text: 'Verträge aus dem vierten Quartal zählen für das nächste Kalenderjahr.',
  quelle: 'marktplatz.govdigital.de (Preisangaben des EfA-Marktplatzes)',
  annahme:
    'Annahme: Vorher zählt das laufende Kalenderjahr ganz; die Quelle nennt keinen Anteil nach Monaten.',
} as const;

/** The first period of a contract: from its day to the end of the calendar year that is billed first. */
export interface ErsterZeitraum {
  readonly von: LocalDate;
  readonly bis: LocalDate;
  readonly rechnungsjahr: number;
  readonly cent: number;
}

/** A contract of October to December counts for the next year, every other one for its own. */
export function ersterZeitraum(vertragstag: LocalDate, cent: number): ErsterZeitraum {
  const [jahr, monat] = [Number(vertragstag.slice(0, 4)), Number(vertragstag.slice(5, 7))];
  const rechnungsjahr = monat >= quartalsregel.abMonat ? jahr + 1 : jahr;
  return { von: vertragstag, bis: localDate(`${rechnungsjahr}-12-31`), rechnungsjahr, cent };
}

/** The first 31 December on which notice of so many months, given today, can take effect. */
export function fruehestesEnde(today: LocalDate, kuendigungMonate: number): LocalDate {
  const jahr = Number(today.slice(0, 4));
  const ends = [jahr, jahr + 1, jahr + 2, jahr + 3, jahr + 4, jahr + 5].map((each) =>
    localDate(`${each}-12-31`),
  );
  return ends.find((end) => monthsBefore(end, kuendigungMonate) >= today) ?? localDate(`${jahr + 6}-12-31`);
}

/** The last day on which notice may be given for the end of a December: the last day of the month before the span. */
function monthsBefore(end: LocalDate, months: number): LocalDate {
  const index = Number(end.slice(0, 4)) * 12 + 12 - months;
  const [jahr, monat] = [Math.floor(index / 12), index % 12];
  return addDays(localDate(`${jahr}-${String(monat + 1).padStart(2, '0')}-01`), -1);
}
