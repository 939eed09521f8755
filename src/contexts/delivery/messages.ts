import { formatLocalDate, localDate } from '#kernel';
import type { ZustellpunktState } from './domain/zustellpunkt.ts';
import type { Zustellpunkt } from './use-cases/manage-zustellpunkt.ts';

/** The German texts of this context. */
export const stateLabels: Readonly<Record<ZustellpunktState, string>> = {
  draft: 'Entwurf',
  active: 'nimmt an',
  suspended: 'ausgesetzt',
  ended: 'beendet',
};

export const texts = {
  none: 'Diese Organisation hat keinen Zustellpunkt.',
  created: (id: string) =>
    `Der Zustellpunkt ${id} nimmt Anträge an. Sein privater Schlüssel liegt nur im Ordner der Schlüssel; bitte sichern Sie ihn getrennt von der Datenbank.`,
  rotated: (kid: string) =>
    `Neuer Schlüssel ${kid}. Der bisherige gilt noch 30 Tage; was mit ihm verschlüsselt ist, bleibt lesbar.`,
  mailbox: 'Das Postfach ist gespeichert.',
  changed: (state: ZustellpunktState) => `Der Zustellpunkt ist jetzt: ${stateLabels[state]}.`,
  whole: (submissions: number) => `${submissions} Sendungen geprüft, alle Ketten sind unverändert.`,
  broken: (submissions: number, ids: readonly string[]) =>
    `${submissions} Sendungen geprüft, ${ids.length} verändert: ${ids.join(', ')}`,
} as const;

/** One line of the list. */
export function zustellpunktLine({ id, name, state, key }: Zustellpunkt): string {
  const until = key ? formatLocalDate(localDate(key.validTo.toISOString().slice(0, 10))) : null;
  return `${id}  ${name}  ${stateLabels[state]}  ${until ? `Schlüssel bis ${until}` : 'ohne gültigen Schlüssel'}`;
}
