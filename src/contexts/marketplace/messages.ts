import type { Befugnisart, Hindernis } from './domain/befugnis.ts';
import type { Bestellzustand, Vergabeart } from './domain/bestellung.ts';
import type { Einladungshindernis, Interessentenstand } from './domain/einladung.ts';
import type { Preisluecke } from './domain/preisblatt.ts';
import type { Erklaerungsform } from './domain/vertretungsregeln.ts';

export const befugnisLabel: Readonly<Record<Befugnisart, string>> = {
  leitung: 'Bürgermeister/in, Landrätin oder Landrat',
  vertretung: 'Vertretung im Amt',
  vollmacht: 'Vollmacht',
  'laufende-verwaltung': 'Geschäfte der laufenden Verwaltung',
};

export const formLabel: Readonly<Record<Erklaerungsform, string>> = {
  textform: 'Textform (hier oder auf Papier)',
  schriftform: 'Schriftform (auf Papier)',
  unbekannt: 'Form nicht belegt, deshalb auf Papier',
};

export const zustandLabel: Readonly<Record<Bestellzustand, string>> = {
  vorbereitet: 'vorbereitet',
  gezeichnet: 'bestellt',
  angenommen: 'angenommen',
  abgelehnt: 'abgelehnt',
  zurueckgezogen: 'zurückgezogen',
  beendet: 'beendet',
};

export const zustandText: Readonly<Record<Bestellzustand, string>> = {
  vorbereitet: 'Die Bestellung liegt bereit und bindet noch niemanden. Es fehlt die Unterschrift.',
  gezeichnet: 'Die Bestellung ist unterschrieben und liegt beim Anbieter.',
  angenommen: 'Der Anbieter hat angenommen. Der Vertrag besteht.',
  abgelehnt: 'Der Anbieter hat abgelehnt. Es besteht kein Vertrag.',
  zurueckgezogen: 'Die Bestellung ist zurückgezogen. Es besteht kein Vertrag.',
  beendet: 'Der Vertrag ist beendet oder endet am genannten Tag.',
};

export const interessentLabel: Readonly<Record<Interessentenstand, string>> = {
  interessiert: 'interessiert',
  eingeladen: 'eingeladen',
  bestellt: 'bestellt, wartet auf Annahme',
  vertrag: 'Vertrag',
  zurueckgezogen: 'Interesse zurückgezogen',
};

/** Why somebody is left out when Kommunen are invited. */
export const einladungText: Readonly<Record<Einladungshindernis, string>> = {
  'kein-interesse': 'hat kein Interesse bekundet oder es zurückgezogen',
  'schon-bestellt': 'hat schon bestellt',
  'gerade-eingeladen': 'ist in den letzten 14 Tagen schon eingeladen worden',
};

export const vergabeLabel: Readonly<Record<Vergabeart, string>> = {
  inhouse: 'Inhouse: Die Kommune beherrscht den Anbieter mit (§ 108 GWB)',
  zusammenarbeit: 'Zusammenarbeit öffentlicher Stellen (§ 108 GWB)',
  abruf: 'Einzelabruf aus einer Rahmenvereinbarung',
  direktauftrag: 'Direktauftrag unter der Wertgrenze',
  wettbewerb: 'Ergebnis eines Vergabeverfahrens',
  sonstiges: 'etwas anderes',
};

export const preisluecke: Readonly<Record<Preisluecke, string>> = {
  'kein-preisblatt': 'Der Anbieter hat noch keinen Preis genannt.',
  'einwohner-unbekannt':
    'Der Preis richtet sich nach Einwohnern, und für Ihre Kommune ist hier keine Zahl bekannt.',
  'keine-stufe': 'Das Preisblatt nennt keine Stufe für eine Kommune dieser Größe.',
  'umlage-offen': 'Die Kosten werden umgelegt, und für Ihre Kommune ist noch kein Anteil berechnet.',
};

/** What stands in the way of signing, and what to do. */
export const hindernisText: Readonly<Record<Hindernis, string>> = {
  keine:
    'Für diese Person ist keine Zeichnungsbefugnis eingetragen. Bereiten Sie die Bestellung vor, und lassen Sie sie von jemandem unterschreiben, der die Kommune binden darf.',
  widerrufen:
    'Diese Zeichnungsbefugnis ist widerrufen. Bitte lassen Sie die Bestellung von jemand anderem unterschreiben.',
  abgelaufen:
    'Diese Zeichnungsbefugnis ist abgelaufen. Bitte tragen Sie die neue ein, oder lassen Sie die Bestellung von jemand anderem unterschreiben.',
  'noch-nicht':
    'Diese Zeichnungsbefugnis gilt erst später. Bitte warten Sie bis dahin, oder lassen Sie die Bestellung von jemand anderem unterschreiben.',
  'nur-laufend':
    'Diese Person darf nur Geschäfte der laufenden Verwaltung abschließen, und diese Bestellung ist keines. Bitte lassen Sie sie von der Leitung, ihrer Vertretung im Amt oder mit einer Vollmacht unterschreiben.',
  'ohne-papier': 'Zu dieser Vollmacht liegt kein Papier vor. Bitte tragen Sie sie mit der Datei neu ein.',
  grenze:
    'Der Wert liegt über der Grenze dieser Zeichnungsbefugnis. Bitte lassen Sie die Bestellung von jemandem mit höherer Grenze oder von der Leitung unterschreiben.',
};
