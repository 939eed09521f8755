import { resolveLeistung } from '#catalogue';
import { type RecordKind, type RecordRef, recordOf } from '#discussion';
import { ok, type Result, refuse } from '#kernel';
import { findLoesung } from '#solutions';
import { resolveBody } from '#territory';
import type { Services } from '../services.ts';
import { entwurfKind } from './entwurf-record-kind.ts';
import { onlinedienstKind, projektKind, sitzungKind, standKind } from './house-record-kinds.ts';
import { leistungKey, pflichtKind, tenantOf } from './pflicht-record-kind.ts';

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
