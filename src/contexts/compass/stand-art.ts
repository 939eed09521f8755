import type { Datensatzart } from '#fields';

/** The fields of the Umsetzungsstand as they are worded where nobody words them otherwise. */
export const standArt: Datensatzart = {
  art: 'stand',
  label: 'Umsetzungsstand',
  felder: [
    { key: 'zustand', label: 'Zustand', typ: 'text', pflicht: true, zaehlt: true },
    { key: 'giltAb', label: 'Gilt ab', typ: 'datum' },
    { key: 'grund', label: 'Grund', typ: 'text', tooltip: 'Nötig bei „nicht anwendbar“.' },
    { key: 'geplantFuer', label: 'Geplant für', typ: 'datum', zaehlt: true, gruppe: 'Termin' },
    { key: 'umgesetztAm', label: 'Umgesetzt am', typ: 'datum', zaehlt: true, gruppe: 'Termin' },
    { key: 'abgeschaltetAm', label: 'Abgeschaltet am', typ: 'datum', zaehlt: true, gruppe: 'Termin' },
    { key: 'reifegrad11', label: 'Reifegrad 1.1 (0 bis 4)', typ: 'zahl', zaehlt: true },
    { key: 'reifegrad20', label: 'Reifegrad 2.0 (0 bis 7)', typ: 'zahl' },
    { key: 'fallzahl', label: 'Fälle im Jahr', typ: 'zahl', zaehlt: true },
    { key: 'fallzahlJahr', label: 'Jahr der Fallzahl', typ: 'zahl' },
    { key: 'fallzahlArt', label: 'Gezählt oder geschätzt?', typ: 'text' },
    { key: 'loesungId', label: 'Lösung', typ: 'text', zaehlt: true },
    { key: 'prioritaet', label: 'Priorität', typ: 'zahl' },
    { key: 'fachbereichId', label: 'Fachbereich', typ: 'text', zaehlt: true },
    { key: 'zustaendig', label: 'Zuständig', typ: 'text', zaehlt: true },
    { key: 'vertretung', label: 'Vertretung', typ: 'text' },
    { key: 'nachweis', label: 'Art des Nachweises', typ: 'text', zaehlt: true },
    { key: 'bemerkung', label: 'Bemerkung', typ: 'text' },
  ],
};
