import { standArt } from '#compass';
import type { Datensatzart } from '#fields';

/** The kinds of records whose fields can be labelled and added to; a context that has one declares it, this list joins them. */
export const datensatzarten: readonly Datensatzart[] = [
  standArt,
  {
    art: 'loesung',
    label: 'Lösung',
    felder: [
      { key: 'name', label: 'Name', typ: 'text', pflicht: true, zaehlt: true },
      { key: 'art', label: 'Art', typ: 'text', pflicht: true, zaehlt: true },
      { key: 'anbieter', label: 'Anbieter', typ: 'text', zaehlt: true, gruppe: 'Herkunft' },
      { key: 'hersteller', label: 'Hersteller', typ: 'text', zaehlt: true, gruppe: 'Herkunft' },
      { key: 'preisText', label: 'Preis', typ: 'text', zaehlt: true },
      { key: 'schnittstellen', label: 'Schnittstellen', typ: 'text', zaehlt: true },
      { key: 'fachverfahren', label: 'Fachverfahren', typ: 'text' },
      { key: 'voraussetzungen', label: 'Voraussetzungen', typ: 'text', zaehlt: true },
      { key: 'vertrauensniveau', label: 'Mindest-Vertrauensniveau', typ: 'text', zaehlt: true },
      { key: 'verfuegbarAb', label: 'Verfügbar ab', typ: 'datum', zaehlt: true },
      { key: 'leistungen', label: 'Enthaltene Leistungen', typ: 'text', pflicht: true, zaehlt: true },
      { key: 'url', label: 'Website', typ: 'link', zaehlt: true },
    ],
  },
  {
    art: 'projekt',
    label: 'Umsetzungsprojekt',
    felder: [
      { key: 'titel', label: 'Titel', typ: 'text', pflicht: true, zaehlt: true },
      { key: 'kurz', label: 'Kurzbeschreibung', typ: 'text', zaehlt: true },
      { key: 'efaTyp', label: 'EfA-Typ', typ: 'text', zaehlt: true },
      { key: 'federfuehrung', label: 'Federführung', typ: 'text', pflicht: true, zaehlt: true },
      { key: 'postfach', label: 'Funktionspostfach', typ: 'text', zaehlt: true },
      { key: 'kernteamFach', label: 'Kernteam Fach', typ: 'text', zaehlt: true },
      { key: 'kernteamIt', label: 'Kernteam IT', typ: 'text', zaehlt: true },
      { key: 'leistungen', label: 'Leistungen', typ: 'text', pflicht: true, zaehlt: true },
      { key: 'foerderprogramm', label: 'Förderprogramm', typ: 'text' },
      { key: 'antragsfrist', label: 'Antragsfrist', typ: 'datum' },
      { key: 'notiz', label: 'Notiz', typ: 'text' },
    ],
  },
];
