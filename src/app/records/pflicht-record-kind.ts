import { type Leistung, resolveLeistung } from '#catalogue';
import type { RecordKind, RecordRef } from '#discussion';
import { readCircle } from '#identity';
import { ok } from '#kernel';
import type { Principal } from '#platform';
import { type Body, resolveBody } from '#territory';
import { ownOrganisation } from '../organisations.ts';
import type { Services } from '../services.ts';

const everybody = () => true;

/** A Leistung of one Kommune: what is published about it stands at the Leistung, for all. */
export function pflichtKind(services: Services): RecordKind {
  return {
    art: 'pflicht',
    label: 'Leistung einer Kommune',
    mayRead: everybody,
    find: async (principal, text) => {
      const { catalogue, territory } = await services.worlds.duties();
      const [ags = '', id = ''] = text.split('/', 2);
      const body = resolveBody(territory, ags);
      if (!body.ok) return body;
      const found = resolveLeistung(catalogue, id);
      if (!found.ok) return found;
      const leistung = leistungKey(found.value);
      return ok({
        art: 'pflicht',
        id: pflichtId(body.value, found.value),
        name: `${leistung.name} in ${body.value.name}`,
        href: `/kommunen/${body.value.ags}/pflichten/${leistung.id}`,
        tenant: await tenantOf(services, principal, body.value),
        allgemein: { art: leistung.art, id: leistung.id, name: leistung.name },
      });
    },
  };
}

/** `05766044/L02950`. */
export function pflichtId({ ags }: Pick<Body, 'ags'>, { id }: Pick<Leistung, 'id'>): string {
  return `${ags}/${id}`;
}

export function leistungKey({ id, name }: Leistung) {
  return { art: 'leistung', id, name, href: `/katalog/leistungen/${id}` };
}

/** The organisation of a body, as far as the person may know it: its own, or one that it cares for. */
export async function tenantOf(
  services: Services,
  principal: Principal,
  { ags }: Body,
): Promise<RecordRef['tenant']> {
  const own = (await ownOrganisation(services, principal))?.organisation;
  if (own?.bodyKey === ags) return { id: own.id, name: own.name };
  if (own?.kind !== 'it-dienstleister') return null;
  const { actor, permissions } = principal;
  const circle = await readCircle(services, { tenant: own.id, actor, permissions });
  const found = circle.find(({ bodyKey }) => bodyKey === ags);
  return found ? { id: found.id, name: found.name } : null;
}
