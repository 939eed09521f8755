import { type ApplicationsDeps, antragCounts } from '#applications';
import { endeById, type Leistungsenden } from '#catalogue';
import type { CompassDeps, MatchingDeps } from '#compass';
import type { ConnectionDeps } from '#connection';
import type { CockpitDeps } from '#connection/cockpit';
import type { CostsDeps } from '#costs';
import type { Delivery } from '#delivery';
import type { DescriptionsDeps } from '#descriptions';
import type { DiscussionDeps } from '#discussion';
import type { DutiesDeps } from '#duties';
import type { EfaDeps } from '#efa';
import type { FieldsDeps } from '#fields';
import type { FimDeps } from '#fim';
import type { FinderDeps } from '#finder';
import type { IdentityDeps } from '#identity';
import type { InboxDeps } from '#inbox';
import type { MarketplaceDeps } from '#marketplace';
import type { NoticesDeps } from '#notices';
import { createEffectives, type OverlaysDeps, openServing } from '#overlays';
import type { PackagesDeps } from '#packages';
import { type ParametersDeps, werteProbe } from '#parameters';
import { type PlanningDeps, planZiel } from '#planning';
import { openDienstReader, type PortalDeps, type PortalDoorDeps } from '#portal';
import { type PrioritiesDeps, schemaZiel, strategieZiel } from '#priorities';
import { type ProjectsDeps, projektArt } from '#projects';
import type { ProverDeps } from '#prover';
import type { QualityDeps } from '#quality';
import { heldFor, type ReleasesDeps } from '#releases';
import type { ReportsDeps } from '#reports';
import type { RoutingDeps } from '#routing';
import { loesungArt, type SolutionsDeps } from '#solutions';
import type { SurveysDeps } from '#surveys';
import type { WorkgroupDeps } from '#workgroup';
import type { WorkshopDeps } from '#workshop';
import { antragWiring } from './antrag-wiring.ts';
import { cockpitDeps } from './cockpit-wiring.ts';
import { compassDeps } from './compass-wiring.ts';
import { connectionDeps, fristenSource, shippedKatalog, startProbeOf } from './connection-wiring.ts';
import { costsDeps } from './costs-wiring.ts';
import { descriptionsDeps } from './descriptions-wiring.ts';
import { discussionDeps } from './discussion-wiring.ts';
import { dutiesDeps } from './duties-wiring.ts';
import { fieldsDeps, registerFields } from './fields-wiring.ts';
import { fimDeps } from './fim-wiring.ts';
import { finderDeps } from './finder-wiring.ts';
import { identityDeps } from './identity-wiring.ts';
import { marketplaceDeps } from './marketplace-wiring.ts';
import { matchingDeps } from './matching-wiring.ts';
import { noticesDeps } from './notices-wiring.ts';
import { deliveryOf, efaDeps, shippedOnlinedienste } from './onlinedienst-wiring.ts';
import { eingelesen, packagesDeps } from './packages-wiring.ts';
import { layDienst, parametersDeps } from './parameters-wiring.ts';
import { planningDeps, zielPort } from './planning-wiring.ts';
import { endedBy, portalDeps } from './portal-wiring.ts';
import { prioritiesDeps, spielraumPort } from './priorities-wiring.ts';
import { projectsDeps } from './projects-wiring.ts';
import { qualityDeps } from './quality-wiring.ts';
import { fassungenSource, releasesDeps } from './releases-wiring.ts';
import { reportsDeps } from './reports-wiring.ts';
import { routingDeps } from './routing-wiring.ts';
import type { Services } from './services.ts';
import { shippedEnden } from './shipped-enden.ts';
import { solutionsDeps } from './solutions-wiring.ts';
import { surveysDeps } from './surveys-wiring.ts';
import { overlaysDeps, proverDeps } from './werkstatt-wiring.ts';
import { recordPort, workgroupDeps } from './workgroup-wiring.ts';
import { alleOnlinedienste, workshopDeps } from './workshop-wiring.ts';

/** What each context was given of the others: wired once a process, used by pages, API, commands and worker alike. */
export interface Contexts {
  /** What is known of the ends of Leistungen. */
  readonly enden: Leistungsenden;
  readonly descriptions: DescriptionsDeps;
  readonly discussion: DiscussionDeps;
  readonly duties: DutiesDeps;
  readonly identity: IdentityDeps;
  readonly fields: FieldsDeps;
  readonly costs: CostsDeps;
  readonly delivery: Delivery;
  readonly efa: EfaDeps;
  readonly marketplace: MarketplaceDeps;
  readonly fim: FimDeps;
  readonly finder: FinderDeps;
  readonly projects: ProjectsDeps;
  readonly planning: PlanningDeps;
  readonly priorities: PrioritiesDeps;
  readonly applications: ApplicationsDeps;
  readonly inbox: InboxDeps;
  readonly notices: NoticesDeps;
  readonly packages: PackagesDeps;
  readonly portal: PortalDeps & PortalDoorDeps;
  readonly cockpit: CockpitDeps;
  readonly compass: CompassDeps;
  readonly connection: ConnectionDeps;
  readonly matching: MatchingDeps;
  readonly solutions: SolutionsDeps;
  readonly releases: ReleasesDeps;
  readonly reports: ReportsDeps;
  readonly surveys: SurveysDeps;
  readonly routing: RoutingDeps;
  readonly quality: QualityDeps;
  readonly overlays: OverlaysDeps;
  readonly parameters: ParametersDeps;
  readonly prover: ProverDeps;
  readonly workshop: WorkshopDeps;
  readonly workgroup: WorkgroupDeps;
}

/** Wires the contexts of one process. */
export function wireContexts(services: Services): Contexts {
  const shipped = shippedOnlinedienste();
  const uebernommen = eingelesen(services);
  const neueste = alleOnlinedienste(services, shipped, uebernommen);
  const onlinedienste = neueste.alle;
  const enden = shippedEnden();
  const ended = endedBy(enden);
  const delivery = deliveryOf(services);
  const discussion = discussionDeps(services);
  const priorities = prioritiesDeps(services, ended);
  const workgroup: WorkgroupDeps = workgroupDeps(services, discussion, {
    compass: () => compass,
    ziele: [schemaZiel(priorities), strategieZiel(priorities), planZiel(() => planning)],
  });
  const rueckfragen = recordPort(discussion, workgroup);
  const fields = fieldsDeps(services);
  const { fieldsFor } = fields.reader;
  const loesungFelder = registerFields(fields, loesungArt);
  const compass: CompassDeps = compassDeps(services, { rueckfragen, fieldsFor, ziele: zielPort(services) });
  const matching = matchingDeps(services, compass);
  const duties = { ...dutiesDeps(services), rueckfragen };
  const effectives = createEffectives();
  const serve = openServing(effectives);
  const dienste = openDienstReader(services.db, layDienst(serve));
  const routing = routingDeps(services, dienste);
  const finder = finderDeps(services, routing.world);
  const portal = portalDeps(services, { ended, dienste, finder, routing });
  const katalog = shippedKatalog();
  const wiredEfa = efaDeps(services, {
    probes: [startProbeOf(services, katalog)],
    onlinedienste,
    ended,
    antragCounts: (kommunen) =>
      antragCounts(
        services,
        kommunen.map(({ tenant }) => tenant),
      ),
    previewHref: () => null,
  });
  const efa: EfaDeps = {
    ...wiredEfa,
    rueckfragen,
    probes: [...wiredEfa.probes, werteProbe(wiredEfa)],
    fassungGehalten: (kommune, dienst, fassung) => heldFor(services, kommune, dienst, fassung),
  };
  const releases = releasesDeps(services, efa);
  const connection = connectionDeps(services, { efa, delivery, katalog });
  const planning: PlanningDeps = planningDeps(services, efa, priorities, discussion);
  const descriptions = descriptionsDeps(services);
  const overlays = overlaysDeps(services, onlinedienste, effectives);
  const prover = proverDeps(services, overlays);
  return {
    enden: endeById(enden),
    descriptions,
    discussion,
    duties,
    notices: noticesDeps(services, duties, compass, [fristenSource(connection), fassungenSource(releases)]),
    costs: costsDeps(services, efa),
    identity: identityDeps(services),
    fields,
    delivery,
    efa,
    marketplace: marketplaceDeps(services, efa, katalog),
    fim: fimDeps(services),
    finder,
    projects: projectsDeps(
      services,
      efa,
      { felderOf: registerFields(fields, projektArt), rueckfragen },
      matching,
    ),
    planning,
    priorities,
    ...antragWiring(services, delivery, onlinedienste, routing, serve),
    packages: packagesDeps(services, { efa, shipped, changed: uebernommen.expire }),
    portal,
    cockpit: cockpitDeps(services, connection, { delivery, portal }),
    overlays,
    parameters: parametersDeps(services, efa, serve),
    prover,
    workshop: workshopDeps(services, { efa, prover, published: neueste.published, rueckfragen }),
    routing,
    quality: qualityDeps(services, descriptions, routing),
    compass,
    connection,
    matching,
    solutions: solutionsDeps(services, matching, {
      rueckfragen,
      felderOf: (principal) => loesungFelder(principal?.tenant ?? null),
    }),
    releases,
    reports: reportsDeps(services, compass),
    surveys: surveysDeps(services, efa, compass, spielraumPort(services, priorities)),
    workgroup,
  };
}
