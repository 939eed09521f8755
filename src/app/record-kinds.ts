import { type Leistung, resolveLeistung } from '#catalogue';
import { type RecordKind, type RecordRef, recordOf } from '#discussion';
import { readAngebote } from '#efa';
import { readCircle } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import { findProjekt } from '#projects';
import { findLoesung } from '#solutions';
import { type Body, resolveBody } from '#territory';
import { findSitzung } from '#workgroup';
import { entwurfArt, findeElement } from '#workshop';
import { ownAnbieter } from './onlinedienst-wiring.ts';
import { ownOrganisation } from './organisations.ts';
import type { Services } from './services.ts';

const everybody = () => true;

/** On what a question can hang: each kind is declared here once, by its own context's finders. */
export function recordKinds(services: Services): readonly RecordKind[] {
  return [
    leistungKind(services),
    pflichtKind(services),
    regelKind(services),
    kommuneKind(services),
    standKind(services),
    loesungKind(services),
    projektKind(services),
    entwurfKind(services),
    onlinedienstKind(services),
    sitzungKind(services),
  ];
}

function leistungKind({ worlds }: Services): RecordKind {
  return {
    art: 'leistung',
    label: 'Leistung',
    mayRead: everybody,
    find: async (_, text) => {
      const leistung = resolveLeistung(await worlds.catalogue(), text);
      return leistung.ok ? ok(recordOf(leistungKey(leistung.value))) : leistung;
    },
  };
}

/** A Leistung of one Kommune: what is published about it stands at the Leistung, for all. */
function pflichtKind(services: Services): RecordKind {
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

/** The Umsetzungsstand of one Leistung in one Kommune; whoever is not of this Kommune is led to its duty. */
function standKind(services: Services): RecordKind {
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

/** An element of a draft in the workshop: only the house that builds it may ask about it. */
function entwurfKind(services: Services): RecordKind {
  const deps = {
    db: services.db,
    ownAnbieter: (principal: Principal | null) => ownAnbieter(services, principal),
  };
  return {
    art: entwurfArt,
    label: 'Teil eines Onlinedienstes im Entwurf',
    mayRead: (permissions) => permissions.has('workshop.author'),
    find: async (principal, text) => {
      const found = await findeElement(deps, principal, text);
      return found.ok ? ok(recordOf({ art: entwurfArt, ...found.value })) : found;
    },
  };
}

function loesungKind({ worlds, clock }: Services): RecordKind {
  return {
    art: 'loesung',
    label: 'Lösung',
    mayRead: everybody,
    find: async (_, text) => {
      const found = findLoesung(await worlds.solutions(), text.trim(), clock.today());
      if (!found.ok) return found;
      const { id, inhalt } = found.value.stand;
      return ok(recordOf({ art: 'loesung', id, name: inhalt.name, href: `/loesungen/${id}` }));
    },
  };
}

/** A question on a project goes to the own house or its IT-Dienstleister, which leads it or knows who does. */
function projektKind({ db, clock }: Services): RecordKind {
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

function onlinedienstKind({ db }: Services): RecordKind {
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
function sitzungKind({ db }: Services): RecordKind {
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

/** `05766044/L02950`. */
export function pflichtId({ ags }: Pick<Body, 'ags'>, { id }: Pick<Leistung, 'id'>): string {
  return `${ags}/${id}`;
}

function regelKind({ worlds }: Services): RecordKind {
  return {
    art: 'regel',
    label: 'Regel der Zuständigkeit',
    mayRead: everybody,
    find: async (_, text): Promise<Result<RecordRef>> => {
      const { duties } = await worlds.duties();
      const regel = duties.facts.regelwerk.regeln.find(({ id }) => id === text.trim());
      if (regel === undefined)
        return refuse({
          kind: 'not-found',
          code: 'DUTIES_RULE_UNKNOWN',
          message: `Die Regel „${text}“ gibt es nicht.`,
        });
      return ok(recordOf({ art: 'regel', id: regel.id, name: regel.aufgabe, href: `/regeln/${regel.id}` }));
    },
  };
}

function kommuneKind(services: Services): RecordKind {
  return {
    art: 'kommune',
    label: 'Kommune',
    mayRead: everybody,
    find: async (principal, text) => {
      const body = resolveBody(await services.worlds.territory(), text);
      if (!body.ok) return body;
      const { ags, name } = body.value;
      const record = recordOf({ art: 'kommune', id: ags, name, href: `/kommunen/${ags}` });
      return ok({ ...record, tenant: await tenantOf(services, principal, body.value) });
    },
  };
}

function leistungKey({ id, name }: Leistung) {
  return { art: 'leistung', id, name, href: `/katalog/leistungen/${id}` };
}

/** The organisation of a body, as far as the person may know it: its own, or one that it cares for. */
async function tenantOf(
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
