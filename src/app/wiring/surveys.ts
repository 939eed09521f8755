import { type CompassDeps, type Kommune, type StandZeile, standListe } from '#compass';
import type { EfaDeps } from '#efa';
import { listOrganisations, permissionsOf, readCircle, readMembers } from '#identity';
import { type Actor, actorOf } from '#platform';
import type { Kompasszeile, SurveysDeps } from '#surveys';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';

const system = actorOf('system', 'bedarf');
const nothing: ReadonlySet<string> = new Set();

/** What the Bedarfsabfragen need of identity and the Kompass. */
export function surveysDeps(
  services: Services,
  { ownKommune, ownAnbieter }: Pick<EfaDeps, 'ownKommune' | 'ownAnbieter'>,
  compass: CompassDeps,
  spielraum: SurveysDeps['spielraum'],
): SurveysDeps {
  const { db, clock, demo, keys, worlds, mailer, hosts } = services;
  return {
    db,
    clock,
    demo,
    keys,
    world: worlds.duties,
    ownKommune: keptKommune(ownKommune),
    ownAnbieter,
    betreute: async (tenant) => {
      const circle = await readCircle(services, { tenant, actor: system, permissions: nothing });
      return circle.flatMap(({ id, bodyKey, name, teiltSeit }) =>
        bodyKey === null ? [] : [{ tenant: id, ags: bodyKey, name, teilt: teiltSeit !== null }],
      );
    },
    kompass: (actor, kommune) => kompassOf(compass, actor, kommune),
    personen: async (actor, { tenant }) => {
      const members = await readMembers(services, { tenant, actor, permissions: nothing });
      return members
        .filter(({ state }) => state === 'active')
        .map(({ id, name, roles }) => ({
          id,
          name,
          darfAntworten: permissionsOf(roles).has('surveys.answer'),
        }));
    },
    spielraum,
    alleAnbieter: async () =>
      (await listOrganisations(services, system))
        .filter(({ kind }) => kind === 'it-dienstleister')
        .map(({ id }) => id),
    sendMail: mailer.send,
    staffOrigin: hosts.originOf('staff'),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
}

/** Key and name of an organisation never change, and an answer is saved at every pause of somebody's typing. */
function keptKommune(find: EfaDeps['ownKommune']): EfaDeps['ownKommune'] {
  const kept = new Map<string, Kommune>();
  return async (principal) => {
    const tenant = principal?.tenant ?? null;
    const known = tenant === null ? undefined : kept.get(tenant);
    if (known) return known;
    const found = await find(principal);
    if (found) kept.set(found.tenant, found);
    return found;
  };
}

/** What the Kompass knows of the Leistungen of a Kommune, as its own people see it. */
async function kompassOf(
  compass: CompassDeps,
  actor: Actor,
  kommune: Kommune,
): Promise<ReadonlyMap<string, Kompasszeile>> {
  // Names of people are of no use here, and reading them would stand in the audit trail.
  const quiet = { ...compass, personen: async () => [] };
  const reader = { actor, kommune, mitglied: null, darfPflegen: false, darfVerwalten: false };
  const liste = await standListe(quiet, reader);
  return new Map(liste.ok ? liste.value.zeilen.map((zeile) => [zeile.ort.id, kompasszeileOf(zeile)]) : []);
}

function kompasszeileOf({ pflichtlage, stand, zuordnung }: StandZeile): Kompasszeile {
  return {
    pflicht: pflichtlage === 'selbst',
    stand: stand && {
      online: stand.zustand === 'online' || stand.zustand === 'nicht-anwendbar',
      geplantFuer: stand.geplantFuer,
      fallzahl: stand.fallzahl,
      angegebenAm: stand.angegebenAm,
    },
    fachbereich: zuordnung && { id: zuordnung.fachbereich.id, name: zuordnung.fachbereich.name },
  };
}
