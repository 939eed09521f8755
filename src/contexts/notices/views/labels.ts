import { type Role, roleLabel, rolesOf } from '#identity';
import type { Ziel } from '../domain/recipients.ts';
import type { Auswahl, EmpfaengerState, RundmailState } from '../domain/rundmail.ts';
import type { Rhythm } from '../domain/summary-due.ts';
import { probe, type WebhookEvent, type ZustellungState } from '../domain/webhook.ts';
import type { Verteiler } from '../store-verteiler.ts';

type BadgeKind = 'info' | 'success' | 'warning' | 'danger' | 'neutral';

export const rundmailLabels: Readonly<Record<RundmailState, readonly [BadgeKind, string]>> = {
  entwurf: ['neutral', 'Entwurf'],
  geplant: ['info', 'geplant'],
  laeuft: ['info', 'läuft'],
  angehalten: ['warning', 'angehalten'],
  abgebrochen: ['warning', 'abgebrochen'],
  abgeschlossen: ['success', 'abgeschlossen'],
};

export const empfaengerLabels: Readonly<Record<EmpfaengerState, readonly [BadgeKind, string]>> = {
  wartet: ['info', 'wartet'],
  gesendet: ['success', 'gesendet'],
  fehlgeschlagen: ['warning', 'fehlgeschlagen'],
  aufgegeben: ['danger', 'aufgegeben'],
};

export const zustellungLabels: Readonly<Record<ZustellungState, readonly [BadgeKind, string]>> = {
  wartet: ['info', 'wartet'],
  zugestellt: ['success', 'zugestellt'],
  aufgegeben: ['danger', 'aufgegeben'],
};

export const rhythmLabels: Readonly<Record<Rhythm, string>> = {
  taeglich: 'täglich, morgens',
  woechentlich: 'einmal in der Woche',
  nie: 'nie',
};

/** The roles to which one can write. */
export const kommuneRoles: readonly Role[] = rolesOf('kommune');

/** Role names as people know them; a name that is none stays. */
export function rolesText(names: readonly string[]): string {
  return names.map((name) => labelOfRole(name)).join(', ');
}

function labelOfRole(name: string): string {
  const role = kommuneRoles.find((each) => each === name);
  return role ? roleLabel(role) : name;
}

/** What an event is called. */
export function eventLabel(events: readonly WebhookEvent[], name: string): string {
  return [probe, ...events].find((event) => event.name === name)?.label ?? name;
}

/** A selection in words. */
export function auswahlText(
  { kommunen, verteiler, rollen }: Auswahl,
  ziele: readonly Ziel[],
  groups: readonly Verteiler[],
): string {
  const who = rollen.length === 0 ? 'alle Mitglieder' : rolesText(rollen);
  if (kommunen === 'alle') return `${who} in allen betreuten Kommunen`;
  const named = [
    ...groups.filter(({ id }) => verteiler.includes(id)).map(({ name }) => `Verteiler „${name}“`),
    ...ziele.filter(({ id }) => kommunen.includes(id)).map(({ name }) => name),
  ];
  return `${who} in ${named.join(', ') || 'keiner Kommune'}`;
}
