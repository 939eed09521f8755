import { evidenceLabel } from '#kernel';
import { artLabel, type LoesungStand, statusLabel } from '#solutions';
import type { Datensatz } from './datensatz.ts';
import { eigeneLizenz, herausgeber } from './herausgeber-lizenz.ts';
import { type Feld, makeDatensatz } from './make-datensatz.ts';

/** The register of Lösungen. */
export function loesungDaten(loesungen: readonly LoesungStand[], stand: string): Datensatz {
  const felder: readonly Feld<LoesungStand>[] = [
    { name: 'loesung_id', typ: 'text', beschreibung: 'Kennung im Register', wert: ({ id }) => id },
    { name: 'name', typ: 'text', beschreibung: 'Name der Lösung', wert: ({ inhalt }) => inhalt.name },
    {
      name: 'art',
      typ: 'text',
      beschreibung: 'Onlinedienst, EfA-Dienst, Formularassistent oder Fachverfahren',
      wert: ({ inhalt }) => artLabel[inhalt.art],
    },
    {
      name: 'anbieter',
      typ: 'text',
      beschreibung: 'Wer sie anbietet',
      wert: ({ inhalt }) => inhalt.anbieter,
    },
    {
      name: 'status',
      typ: 'text',
      beschreibung: 'Stand am Tag der Datei',
      wert: ({ status }) => statusLabel[status],
    },
    {
      name: 'verfuegbar_ab',
      typ: 'datum',
      beschreibung: 'Erster Tag; leer: unbekannt',
      wert: ({ inhalt }) => inhalt.verfuegbarAb,
    },
    {
      name: 'endet_am',
      typ: 'datum',
      beschreibung: 'Letzter Tag; leer: keiner bekannt',
      wert: ({ inhalt }) => inhalt.endetAm,
    },
    {
      name: 'leistungen',
      typ: 'text',
      beschreibung: 'Nummern der enthaltenen Leistungen, durch Leerzeichen getrennt',
      wert: ({ inhalt }) => inhalt.leistungen.map(({ leistungId }) => leistungId).join(' '),
    },
    { name: 'url', typ: 'text', beschreibung: 'Adresse der Beschreibung', wert: ({ inhalt }) => inhalt.url },
    {
      name: 'gilt_ab',
      typ: 'datum',
      beschreibung: 'Ab wann diese Angaben gelten',
      wert: ({ fassung }) => fassung.giltAb,
    },
    {
      name: 'evidenz',
      typ: 'text',
      beschreibung: 'Wie gut es belegt ist',
      wert: ({ inhalt }) => evidenceLabel[inhalt.evidenz],
    },
    {
      name: 'quelle',
      typ: 'text',
      beschreibung: 'Fundstelle',
      wert: ({ inhalt }) => inhalt.quelle.url ?? inhalt.quelle.title,
    },
  ];
  return makeDatensatz(
    {
      name: 'loesungen',
      titel: 'Register der Lösungen',
      beschreibung:
        'Womit Kommunen ihre Leistungen online anbieten. Übernommen ist, was eine zweite Person geprüft hat.',
      quelle: 'Register der Lösungen; jede Zeile nennt ihre Quelle',
      herausgeber,
      lizenz: eigeneLizenz,
      stand,
    },
    felder,
    loesungen,
  );
}
