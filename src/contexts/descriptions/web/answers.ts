import { flashesOf, type PageAnswer, type PageRequest, type PageRoute, type Principal } from '#platform';
import { descriptionsPermissions } from '../deps.ts';

const flashes = {
  entwurf: 'Der Entwurf ist gespeichert. Veröffentlicht ist er noch nicht.',
  veroeffentlicht: 'Der Text ist veröffentlicht.',
  zurueckgezogen: 'Der Text ist zurückgezogen. Es gilt wieder, was Land und Bund sagen.',
  'entwurf-weg': 'Der Entwurf ist verworfen.',
  quelle: 'Die Quelle ist gespeichert.',
  uebernommen: 'Die Lieferung ist übernommen.',
  gleich: 'Alles stand schon da. Es gab nichts zu übernehmen.',
  verworfen: 'Die Lieferung ist verworfen. Der Bestand ist unverändert.',
} as const;

export const { done, flashOf } = flashesOf(flashes);

type Handle = (request: PageRequest, principal: Principal) => Promise<PageAnswer>;

/** A route that only somebody signed in with the permission reaches. */
export function routeFor(permission: keyof typeof descriptionsPermissions) {
  return (capability: string, method: 'GET' | 'POST', path: string, handle: Handle): PageRoute => ({
    capability,
    method,
    path,
    access: { permission: descriptionsPermissions[permission] },
    handle: async (request) => {
      if (request.principal === null) throw new Error(`${path} was reached without a principal`);
      return handle(request, request.principal);
    },
  });
}
