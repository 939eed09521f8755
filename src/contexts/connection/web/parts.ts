import { flashesOf } from '#platform';
import { badge, textLink } from '#ui';
import { haeltStartAuf } from '../domain/phase.ts';
import type { Punktstand } from '../domain/stand.ts';
import { standLabel } from '../messages.ts';
import type { Begleiter } from '../use-cases/begleiter.ts';
import type { PunktZeile } from '../views/zeilen.ts';

const flashes = {
  punkt: 'Der Stand des Punktes ist gespeichert. Was vorher galt, bleibt im Verlauf.',
  erklaert: 'Alle Punkte bis zum Start sind erklärt. Der Grund steht bei jedem.',
  'teils-erklaert': 'Was ging, ist erklärt. Unten steht, was offen bleibt und warum.',
  bestanden: 'Der Probelauf ist bestanden.',
  durchgefallen: 'Der Probelauf ist nicht bestanden. Unten steht, was zu tun ist.',
  hinterlegt: 'Die Zugangsdaten sind versiegelt hinterlegt. Niemand kann sie wieder ansehen.',
  ersetzt: 'Die Zugangsdaten sind ersetzt. Die früheren sind gelöscht.',
  geloescht: 'Die Zugangsdaten sind gelöscht.',
} as const;

export const { done, flashOf } = flashesOf(flashes);

const kinds = {
  offen: 'info',
  wartet: 'neutral',
  erledigt: 'success',
  abgelaufen: 'danger',
  entfaellt: 'neutral',
} as const satisfies Record<Punktstand, string>;

/** The required lines that hold the start up. */
export function offenVorStart(zeilen: readonly PunktZeile[]): readonly PunktZeile[] {
  return zeilen.filter(({ punkt, stand }) => haeltStartAuf(punkt, stand));
}

/** How a line stands, as word, icon and colour. */
export function standBadge(stand: Punktstand) {
  return badge(kinds[stand], standLabel[stand]);
}

/** The address of a page of an Anbindung, with the Kommune that an IT-Dienstleister looks at. */
export function addressOf({ seite, kommune }: Begleiter, dienst: string, ending: string): string {
  const whose = seite === 'dienstleister' ? `?kommune=${kommune.ags}` : '';
  return `/anbindungen/${dienst}/${ending}${whose}`;
}

/** A path of the catalogue with the service in it. */
export function placeOf(wo: string, dienst: string): string {
  return wo.replaceAll('{dienst}', dienst);
}

/** Where a line is done, as a link with words. */
export function placeLink(wo: string, dienst: string) {
  const href = placeOf(wo, dienst);
  const [, room = '', , page = ''] = href.split('/');
  return textLink(href, placeNames[page] ?? placeNames[room] ?? 'Zur Seite');
}

const placeNames: Readonly<Record<string, string>> = {
  anbindungen: 'Anbindung',
  probelauf: 'Prüfung und Probelauf',
  marktplatz: 'Marktplatz',
  rahmenvereinbarungen: 'Rahmenvereinbarungen',
  onlinedienste: 'Onlinedienst',
  zustellpunkte: 'Zustellpunkte',
  zugangsdaten: 'Zugangsdaten',
  portal: 'Bürgerportal',
  freigaben: 'Freigaben',
  mitglieder: 'Mitglieder',
  eingang: 'Eingang',
};

/** Whether a house that was named in the address goes along in a form. */
export function whoseOf({ seite, kommune }: Begleiter): Readonly<Record<string, string>> {
  return seite === 'dienstleister' ? { kommune: kommune.ags } : {};
}
