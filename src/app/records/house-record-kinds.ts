import { type RecordKind, recordOf } from '#discussion';
import { readAngebote } from '#efa';
import { ok, refuse } from '#kernel';
import { findProjekt } from '#projects';
import { findSitzung } from '#workgroup';
import type { Services } from '../services.ts';
import { pflichtKind } from './pflicht-record-kind.ts';

const everybody = () => true;

/** The Umsetzungsstand of one Leistung in one Kommune; whoever is not of this Kommune is led to its duty. */
export function standKind(services: Services): RecordKind {
  const pflicht = pflichtKind(services);
  return {
    art: 'stand',
    label: 'Umsetzungsstand einer Leistung',
    mayRead: (permissions) => permissions.has('compass.stand.read') || permissions.has('circle.read'),
    find: async (principal, text) => {
      const found = await pflicht.find(principal, text);
      if (!found.ok) return found;
      const { tenant, allgemein, href, name } = found.value;
      const own = tenant !== null && tenant.id === principal.tenant;
      const place = own ? `/stand/${allgemein.id}` : href;
      return ok({ ...found.value, art: 'stand', name: `Umsetzungsstand: ${name}`, href: place });
    },
  };
}

/** A question on a project goes to the own house or its IT-Dienstleister, which leads it or knows who does. */
export function projektKind({ db, clock }: Services): RecordKind {
  return {
    art: 'projekt',
    label: 'Umsetzungsprojekt',
    mayRead: everybody,
    find: async (_, text) => {
      const found = await findProjekt({ db }, text.trim(), clock.today());
      if (!found.ok) return found;
      const { id, inhalt } = found.value;
      return ok(recordOf({ art: 'projekt', id, name: inhalt.titel, href: `/projekte/${id}` }));
    },
  };
}

export function onlinedienstKind({ db }: Services): RecordKind {
  return {
    art: 'onlinedienst',
    label: 'Onlinedienst',
    mayRead: everybody,
    find: async (_, text) => {
      const found = (await db.withPublic(readAngebote)).findLast(({ dienst }) => dienst === text.trim());
      if (found === undefined)
        return refuse({
          kind: 'not-found',
          code: 'EFA_DIENST_UNKNOWN',
          message: `Den Onlinedienst „${text.slice(0, 80)}“ bietet niemand an.`,
        });
      const { dienst: id, data } = found;
      return ok(recordOf({ art: 'onlinedienst', id, name: data.title, href: `/onlinedienste/${id}` }));
    },
  };
}

/** A session of a working group, for whoever belongs to it. */
export function sitzungKind({ db }: Services): RecordKind {
  return {
    art: 'sitzung',
    label: 'Sitzung der Arbeitsgruppe',
    mayRead: (permissions) => permissions.has('workgroup.join') || permissions.has('workgroup.manage'),
    find: async (principal, text) => {
      const found = await findSitzung({ db }, principal, text);
      if (!found.ok) return found;
      const { id, titel } = found.value;
      return ok(recordOf({ art: 'sitzung', id, name: titel, href: `/arbeitsgruppe/sitzungen/${id}` }));
    },
  };
}
