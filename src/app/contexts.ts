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
import { openInForce, type ParametersDeps, werteProbe } from '#parameters';
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
import { portalHref, probePort } from './probe-port.ts';
import type { Services } from './services.ts';
import { shippedEnden } from './shipped-enden.ts';
import { alleOnlinedienste, shippedOnlinedienste } from './wiring/alle-onlinedienste.ts';
import { antragWiring } from './wiring/antrag.ts';
import { cockpitDeps } from './wiring/cockpit.ts';
import { compassDeps } from './wiring/compass.ts';
import {
  amZugSource,
  connectionDeps,
  fristenSource,
  shippedKatalog,
  startProbeOf,
} from './wiring/connection.ts';
import { costsDeps, rechnungenSource } from './wiring/costs.ts';
import { descriptionsDeps } from './wiring/descriptions.ts';
import { discussionDeps } from './wiring/discussion.ts';
import { dutiesDeps } from './wiring/duties.ts';
import { fieldsDeps, registerFields } from './wiring/fields.ts';
import { fimDeps } from './wiring/fim.ts';
import { finderDeps } from './wiring/finder.ts';
import { identityDeps } from './wiring/identity.ts';
import { marketplaceDeps } from './wiring/marketplace.ts';
import { matchingDeps } from './wiring/matching.ts';
import { bestellSource, noticesDeps } from './wiring/notices.ts';
import { deliveryOf, efaDeps } from './wiring/onlinedienst.ts';
import { eingelesen, packagesDeps } from './wiring/packages.ts';
import { layDienst, parametersDeps } from './wiring/parameters.ts';
import { planningDeps, zielPort } from './wiring/planning.ts';
import { endedBy, portalDeps } from './wiring/portal.ts';
import { prioritiesDeps, spielraumPort } from './wiring/priorities.ts';
import { projectsDeps } from './wiring/projects.ts';
import { qualityDeps } from './wiring/quality.ts';
import { fassungenSource, releasesDeps } from './wiring/releases.ts';
import { berichteSource, reportsDeps } from './wiring/reports.ts';
import { routingDeps } from './wiring/routing.ts';
import { solutionsDeps } from './wiring/solutions.ts';
import { surveysDeps } from './wiring/surveys.ts';
import { overlaysDeps, proverDeps } from './wiring/werkstatt.ts';
import { anmerkungenPort, freigabenSource } from './wiring/werkstatt-ports.ts';
import { recordPort, workgroupDeps } from './wiring/workgroup.ts';
import { workshopDeps } from './wiring/workshop.ts';

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
  const shipped = shippedOnlinedienste(services);
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
  const inForce = openInForce(serve);
  const dienste = openDienstReader(services.db, layDienst(inForce));
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
    previewHref: (_, dienst) => `/anbindungen/${encodeURIComponent(dienst)}/formular`,
    portalHref: portalHref(services),
  });
  const efa: EfaDeps = {
    ...wiredEfa,
    rueckfragen,
    probes: [...wiredEfa.probes, werteProbe(wiredEfa)],
    fassungGehalten: (kommune, dienst, fassung) => heldFor(services, kommune, dienst, fassung),
  };
  const releases = releasesDeps(services, efa);
  const marketplace = marketplaceDeps(services, efa, katalog);
  const connection = connectionDeps(services, { efa, delivery, katalog });
  const costs = costsDeps(services, efa);
  const planning: PlanningDeps = planningDeps(services, efa, priorities, discussion);
  const descriptions = descriptionsDeps(services);
  const overlays = overlaysDeps(services, onlinedienste, effectives);
  const prover = proverDeps(services, overlays);
  const fim = fimDeps(services);
  const reports = reportsDeps(services, compass);
  return {
    enden: endeById(enden),
    descriptions,
    discussion,
    duties,
    notices: noticesDeps(services, duties, compass, [
      bestellSource(marketplace),
      amZugSource(connection),
      fristenSource(connection),
      fassungenSource(releases),
      rechnungenSource(costs),
      freigabenSource(services),
      berichteSource(reports),
    ]),
    costs,
    identity: identityDeps(services),
    fields,
    delivery,
    efa,
    marketplace,
    fim,
    finder,
    projects: projectsDeps(
      services,
      efa,
      { felderOf: registerFields(fields, projektArt), rueckfragen },
      matching,
    ),
    planning,
    priorities,
    ...antragWiring(services, delivery, onlinedienste, { routing, inForce, fim }),
    packages: packagesDeps(services, { efa, shipped: shipped.nummeriert, changed: uebernommen.expire }),
    portal,
    cockpit: cockpitDeps(services, connection, { delivery, portal }),
    overlays,
    parameters: parametersDeps(services, efa, serve),
    prover,
    workshop: workshopDeps(services, {
      ...{ efa, prover, published: neueste.published, rueckfragen },
      anmerkungen: anmerkungenPort(discussion),
      probe: probePort(services, wiredEfa, inForce),
    }),
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
    reports,
    surveys: surveysDeps(services, efa, compass, spielraumPort(services, priorities)),
    workgroup,
  };
}
