import { flashesOf, type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { PackagesDeps } from '../deps.ts';
import { type Lieferant, lieferantOf } from '../use-cases/lieferant.ts';

export const address = '/pakete';

export const { done, flashOf } = flashesOf({
  gebaut: 'Das Paket ist gebaut und unterschrieben. Sie können es herunterladen.',
  vorhanden: 'Genau dieses Paket gab es schon. Gleicher Inhalt gibt das gleiche Paket.',
  eingelesen: 'Der Onlinedienst ist eingelesen. Anbieten können Sie ihn unter „Onlinedienste“.',
  angeboten: 'Der Onlinedienst ist eingelesen und wird den Kommunen angeboten.',
  aufgenommen: 'Der Schlüssel ist aufgenommen. Pakete mit seiner Unterschrift lassen sich jetzt einlesen.',
  widerrufen: 'Der Schlüssel ist widerrufen. Pakete mit seiner Unterschrift werden ab jetzt abgelehnt.',
  gewechselt: 'Ab jetzt unterschreibt der neue Schlüssel. Geben Sie ihn weiter; der bisherige bestätigt ihn.',
});

/** A page for those who pack and take over services. */
export function lieferantRoute(
  deps: PackagesDeps,
  capability: string,
  [method, path]: readonly ['GET' | 'POST', string],
  act: (lieferant: Lieferant, request: PageRequest) => Promise<PageAnswer>,
): PageRoute {
  return {
    capability,
    method,
    path: `${address}${path}`,
    access: { permission: 'efa.angebot.manage' },
    handle: async (request) => {
      const lieferant = await lieferantOf(deps, request.principal);
      return lieferant.ok ? act(lieferant.value, request) : refusal(lieferant.refusal);
    },
  };
}

export const start = { label: 'Pakete', href: address } as const;
