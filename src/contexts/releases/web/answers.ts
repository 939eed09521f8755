import { flashesOf, type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { Lead, ReleasesDeps } from '../deps.ts';
import { leadOf, type Viewer, viewerOf } from '../use-cases/actors.ts';

export const { done, flashOf } = flashesOf({
  geplant: 'Die Ausrollung ist geplant. Sie beginnt erst, wenn Sie sie beginnen.',
  schritt: 'Der Schritt ist getan.',
  notiz: 'Die Notiz ist gespeichert.',
  fest: 'Ihre Kommune bleibt bei ihrer Fassung.',
  geloest: 'Ihre Kommune geht bei der nächsten Gelegenheit mit.',
  gestellt: 'Die Kommune ist umgestellt.',
  meldung: 'Die Meldung ist eingetragen. Betroffene Kommunen und ihre Bürgerinnen und Bürger sehen sie.',
  entfallen: 'Die Meldung entfällt. Sie bleibt in der Liste, auf den Portalen steht sie nicht mehr.',
});

export const manage = { permission: 'releases.manage' } as const;

export const fassungen = { label: 'Fassungen', href: '/fassungen' } as const;

type Method = 'GET' | 'POST';

/** A page of those who roll out. */
export function leadRoute(
  deps: ReleasesDeps,
  capability: string,
  method: Method,
  path: string,
  act: (lead: Lead, request: PageRequest) => Promise<PageAnswer>,
): PageRoute {
  return {
    capability,
    method,
    path,
    access: manage,
    handle: async (request) => {
      const lead = await leadOf(deps, request.principal);
      return lead.ok ? act(lead.value, request) : refusal(lead.refusal);
    },
  };
}

/** A page for the provider and for Kommunen that use its services. */
export function viewerRoute(
  deps: ReleasesDeps,
  capability: string,
  path: string,
  act: (viewer: Viewer, request: PageRequest) => Promise<PageAnswer>,
): PageRoute {
  return {
    capability,
    method: 'GET',
    path,
    access: 'signed-in',
    handle: async (request) => {
      const viewer = await viewerOf(deps, request.principal);
      return viewer.ok ? act(viewer.value, request) : refusal(viewer.refusal);
    },
  };
}
