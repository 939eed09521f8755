import { resolveLeistung } from '#catalogue';
import { type Anbieter, type EfaDeps, offerOnlinedienst, parametersOf, readAllLive } from '#efa';
import type { Onlinedienst } from '#forms/onlinedienst';
import { readMembers } from '#identity';
import type { LocalDate } from '#kernel';
import { type Actor, actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import { type Finding, findingKinds, type ProverDeps, prove } from '#prover';
import type { Befund, VorschauKommune, WorkshopDeps } from '#workshop';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';

const system = actorOf('system', 'werkstatt');
const nothing: ReadonlySet<string> = new Set();

interface Ports {
  readonly efa: EfaDeps;
  readonly prover: ProverDeps;
  readonly published: () => void;
  readonly rueckfragen: WorkshopDeps['rueckfragen'];
  readonly anmerkungen: WorkshopDeps['anmerkungen'];
  readonly probe: WorkshopDeps['probe'];
}

/** What the workshop needs of efa, prover, identity and the questions. */
export function workshopDeps(
  services: Services,
  { efa, prover, published, rueckfragen, anmerkungen, probe }: Ports,
): WorkshopDeps {
  const { db, clock, demo } = services;
  return {
    db,
    clock,
    demo,
    published,
    rueckfragen,
    anmerkungen,
    probe,
    onlinedienste: efa.onlinedienste,
    ownAnbieter: efa.ownAnbieter,
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
    leistungName: async (leika) => {
      const found = resolveLeistung(await services.worlds.catalogue(), leika);
      return found.ok && found.value.leika === leika ? found.value.name : null;
    },
    namen: (tenant) => namen(services, tenant),
    kommunen: (principal, dienst) => kommunen(services, efa, principal, dienst),
    pruefe: (dienst, today) => pruefe(prover, dienst, today),
    offer: (actor: Actor, anbieter: Anbieter, dienst: string) =>
      offerOnlinedienst(efa, { actor, anbieter }, dienst),
  };
}

async function namen(services: Services, tenant: TenantId): Promise<ReadonlyMap<string, string>> {
  const members = await readMembers(services, { tenant, actor: system, permissions: nothing });
  return new Map(members.map(({ id, name }) => [`mitglied:${id}`, name]));
}

/** The Kommunen of the own circle that have a service live, with their present values. */
async function kommunen(
  { db, clock }: Services,
  efa: EfaDeps,
  principal: Principal,
  dienst: string,
): Promise<readonly VorschauKommune[]> {
  const circle = new Map((await efa.circleOf(principal))?.map((each) => [each.ags, each]) ?? []);
  const live = (await db.withPublic(readAllLive)).filter(
    (each) => each.dienst === dienst && circle.has(each.ags),
  );
  const at = { date: clock.today(), knownAt: clock.now() };
  return Promise.all(
    live.map(async ({ ags, kommune, tenant }) => {
      const own = parseTenantId(tenant);
      const werte =
        own === null ? {} : await db.withTenant(own, system, (tx) => parametersOf(tx, dienst, at));
      return { ags, name: kommune, werte };
    }),
  );
}

/** What the prover finds in a draft. */
export async function pruefe(
  prover: Pick<ProverDeps, 'variantsOf'>,
  dienst: Onlinedienst,
  today: LocalDate,
): Promise<readonly Befund[]> {
  const { findings } = await prove(await prover.variantsOf(dienst), today);
  const parameter = new Set(Object.keys(dienst.definition.parameters).map((id) => `parameters.${id}`));
  const isValue = ({ kind, place }: Finding) => kind === 'werte' && parameter.has(firstTwo(place));
  return findings.map((finding) => (isValue(finding) ? ohneWert(finding) : befundOf(finding)));
}

/** `parameters.steuer.0.betrag` is about `parameters.steuer`. */
function firstTwo(place: string): string {
  return place.split('.').slice(0, 2).join('.');
}

const mostNames = 5;

/**
 * A value that a Kommune lacks holds no version up: it could not be stated before the version is there, and nobody is moved
 * to a version without what it asks for.
 */
function ohneWert(finding: Finding): Befund {
  const { variants, message } = finding;
  const names = variants.flatMap((each) => each.split(', '));
  const more = names.length > mostNames ? ` und ${names.length - mostNames} weitere` : '';
  return {
    ...befundOf(finding),
    schwere: 'hinweis',
    was: `${names.slice(0, mostNames).join(', ')}${more}: ${message}`,
    abhilfe:
      'Das hält nicht auf: Eine Kommune ohne den Wert bleibt bei ihrer Fassung, bis sie ihn ergänzt hat.',
  };
}

function befundOf({ kind, severity, place, message, remedy, because, path }: Finding): Befund {
  return {
    schwere: severity === 'error' ? 'fehler' : 'hinweis',
    art: findingKinds[kind].label,
    stelle: `formular.json: ${place}`,
    was: message,
    abhilfe: remedy,
    weil: because,
    weg: path && { antworten: path.answers, seiten: path.pages },
  };
}
