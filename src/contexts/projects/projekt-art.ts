import type { Datensatzart } from '#fields';
import type { Projektinhalt, Projektintern } from './domain/projekt.ts';

const eachLine = 'Ein Eintrag je Zeile.';

/** The fields of an Umsetzungsprojekt as they are worded where nobody words them otherwise; days of phases stay as they are. */
export const projektArt: Datensatzart = {
  art: 'projekt',
  label: 'Umsetzungsprojekt',
  felder: [
    { key: 'titel', label: 'Projekt', typ: 'text', pflicht: true, zaehlt: true },
    { key: 'kurz', label: 'Kurzbeschreibung', typ: 'text', zaehlt: true },
    { key: 'themenfeld', label: 'Themenfeld', typ: 'text' },
    { key: 'efaTyp', label: 'EfA-Typ', typ: 'text', zaehlt: true },
    {
      key: 'leistungen',
      label: 'Leistungen',
      typ: 'text',
      tooltip: 'Eine Leistung je Zeile: Nummer (L02950), LeiKa-Schlüssel oder genauer Name.',
      zaehlt: true,
    },
    {
      key: 'loesungen',
      label: 'Lösungen',
      typ: 'text',
      tooltip: 'Kennungen der Lösungen, die das Projekt bringt, eine je Zeile.',
    },
    {
      key: 'groessenklassen',
      label: 'Hilft Größenklassen',
      typ: 'text',
      tooltip: 'Ohne Haken heißt: keine Angabe.',
    },
    { key: 'portale', label: 'Zielportale', typ: 'text', tooltip: eachLine },
    {
      key: 'federfuehrung',
      label: 'Federführung',
      typ: 'text',
      tooltip: 'Die Organisation, die leitet. Keine Personen.',
      pflicht: true,
      zaehlt: true,
    },
    {
      key: 'postfach',
      label: 'Funktionspostfach',
      typ: 'text',
      tooltip: 'Ein Funktionspostfach wie ozg@example.de. Alle können es lesen.',
      zaehlt: true,
    },
    {
      key: 'kernteamFach',
      label: 'Kernteam Fach',
      typ: 'text',
      tooltip: `Organisationen, die fachlich mitarbeiten und das zugesichert haben. ${eachLine}`,
      zaehlt: true,
    },
    {
      key: 'kernteamIt',
      label: 'Kernteam IT',
      typ: 'text',
      tooltip: `Organisationen, die technisch mitarbeiten und das zugesichert haben. ${eachLine}`,
      zaehlt: true,
    },
    { key: 'foerderprogramm', label: 'Förderprogramm', typ: 'text' },
    { key: 'foerderVon', label: 'Förderung von', typ: 'datum' },
    { key: 'foerderBis', label: 'Förderung bis', typ: 'datum' },
    { key: 'antragsfrist', label: 'Antragsfrist der Förderung', typ: 'datum' },
    { key: 'dokumente', label: 'Dokumente', typ: 'text', tooltip: 'Je Zeile: Titel | https://adresse' },
    { key: 'notiz', label: 'Hinweise', typ: 'text' },
    { key: 'kontakt', label: 'Ansprechperson (intern)', typ: 'text' },
    {
      key: 'quote',
      label: 'Förderquote (intern)',
      typ: 'text',
      tooltip: 'In Prozent, zum Beispiel 80 oder 66,67.',
    },
    {
      key: 'betrag',
      label: 'Förderbetrag (intern)',
      typ: 'text',
      tooltip: 'In Euro, zum Beispiel 125.000,00.',
    },
    { key: 'nachweisFrist', label: 'Verwendungsnachweis fällig (intern)', typ: 'datum' },
    { key: 'nachweisAm', label: 'Verwendungsnachweis eingereicht (intern)', typ: 'datum' },
    { key: 'internNotiz', label: 'Notizen (intern)', typ: 'text' },
  ],
};

/** What a project says, by the keys of its fields. */
export function feldwerteOf(
  inhalt: Projektinhalt,
  intern: Projektintern | null,
): Readonly<Record<string, unknown>> {
  return {
    ...inhalt,
    themenfeld: inhalt.themenfeldId,
    kontakt: intern?.kontakt,
    quote: intern?.quoteBasispunkte,
    betrag: intern?.betragCent,
    nachweisFrist: intern?.nachweisFrist,
    nachweisAm: intern?.nachweisAm,
    internNotiz: intern?.notiz,
    ...inhalt.felder,
  };
}
