import type { Datensatzart } from '#fields';
import type { LoesungInhalt } from './domain/loesung.ts';

/** The fields of a Lösung as they are worded where nobody words them otherwise. */
export const loesungArt: Datensatzart = {
  art: 'loesung',
  label: 'Lösung',
  felder: [
    { key: 'name', label: 'Name', typ: 'text', pflicht: true, zaehlt: true },
    { key: 'art', label: 'Art', typ: 'text', pflicht: true, zaehlt: true },
    { key: 'status', label: 'Status', typ: 'text', pflicht: true },
    {
      key: 'verfuegbarAb',
      label: 'Verfügbar ab',
      typ: 'datum',
      tooltip: 'Auch ein geplanter Tag. Verfügbar wird die Lösung erst, wenn jemand den Status ändert.',
      zaehlt: true,
    },
    { key: 'endetAm', label: 'Letzter Tag', typ: 'datum' },
    { key: 'anbieter', label: 'Anbieter', typ: 'text', zaehlt: true, gruppe: 'Herkunft' },
    { key: 'hersteller', label: 'Hersteller', typ: 'text', zaehlt: true, gruppe: 'Herkunft' },
    { key: 'url', label: 'Adresse', typ: 'link', zaehlt: true },
    { key: 'hinweis', label: 'Hinweis', typ: 'text' },
    { key: 'preisText', label: 'Preis in Worten', typ: 'text', zaehlt: true, gruppe: 'Preis' },
    {
      key: 'preisEinmalig',
      label: 'Einmalig',
      typ: 'zahl',
      tooltip: 'In Euro, zum Beispiel 1.200,50',
      zaehlt: true,
      gruppe: 'Preis',
    },
    {
      key: 'preisJaehrlich',
      label: 'Jährlich',
      typ: 'zahl',
      tooltip: 'In Euro, zum Beispiel 1.200,50',
      zaehlt: true,
      gruppe: 'Preis',
    },
    { key: 'schnittstellen', label: 'Schnittstellen', typ: 'text', zaehlt: true },
    { key: 'fachverfahren', label: 'Benötigte Fachverfahren (eines davon)', typ: 'text' },
    { key: 'voraussetzungen', label: 'Weitere Voraussetzungen', typ: 'text', zaehlt: true },
    { key: 'vertrauensniveau', label: 'Mindest-Vertrauensniveau', typ: 'text', zaehlt: true },
    { key: 'zahlverfahren', label: 'Zahlverfahren', typ: 'text' },
    { key: 'portale', label: 'Portale, auf denen sie läuft', typ: 'text' },
    { key: 'leistungen', label: 'Enthaltene Leistungen', typ: 'text', zaehlt: true },
    {
      key: 'quelle',
      label: 'Quelle',
      typ: 'text',
      tooltip: 'Woher wissen Sie das? Zum Beispiel die Seite des Anbieters.',
      pflicht: true,
    },
    { key: 'quelleUrl', label: 'Adresse der Quelle', typ: 'link' },
    { key: 'quelleStand', label: 'Stand der Quelle', typ: 'datum', pflicht: true },
    { key: 'evidenz', label: 'Wie gut ist die Quelle?', typ: 'text', pflicht: true },
  ],
};

/** What a Lösung says, by the keys of its fields. */
export function feldwerteOf(inhalt: LoesungInhalt): Readonly<Record<string, unknown>> {
  return {
    ...inhalt,
    preisEinmalig: inhalt.preisEinmaligCent,
    preisJaehrlich: inhalt.preisJaehrlichCent,
    quelle: inhalt.quelle.title,
    quelleUrl: inhalt.quelle.url,
    leistungen: inhalt.leistungen.map(({ leistungId }) => leistungId),
    ...inhalt.felder,
  };
}
