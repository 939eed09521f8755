import { join } from 'node:path';
import { catalogueOperations, cataloguePages } from '#catalogue';
import { compassOperations, compassPages, matchingDoors } from '#compass';
import { connectionOperations, connectionPages } from '#connection';
import { cockpitOperations, cockpitPages } from '#connection/cockpit';
import { costsOperations, costsPages } from '#costs';
import { deliveryOperations, deliveryPages } from '#delivery';
import { descriptionsOperations, descriptionsPages } from '#descriptions';
import { discussionOperations, discussionPages } from '#discussion';
import { dutiesOperations, dutiesPages } from '#duties';
import { efaOperations, efaPages } from '#efa';
import { fieldsOperations, fieldsPages } from '#fields';
import { fimOperations, fimPages } from '#fim';
import { finderOperations, finderPages } from '#finder';
import { identityOperations, identityPages } from '#identity';
import { inboxOperations, inboxPages } from '#inbox';
import { lawOperations, lawPages } from '#law';
import { marketplaceOperations, marketplacePages } from '#marketplace';
import { noticesOperations, noticesPages } from '#notices';
import { overlaysOperations, overlaysPages } from '#overlays';
import { packagesOperations, packagesPages } from '#packages';
import { parametersOperations, parametersPages } from '#parameters';
import { planningOperations, planningPages } from '#planning';
import type { Operation, PageRoute } from '#platform';
import { portalOperations, portalStaffPages } from '#portal';
import { prioritiesOperations, prioritiesPages } from '#priorities';
import { projectsOperations, projectsPages } from '#projects';
import { proverOperations, proverPages } from '#prover';
import { qualityOperations, qualityPages } from '#quality';
import { releasesOperations, releasesPages } from '#releases';
import { reportsOperations, reportsPages } from '#reports';
import { routingOperations, routingPages } from '#routing';
import { solutionsOperations, solutionsPages } from '#solutions';
import { surveysOperations, surveysPages } from '#surveys';
import { populationOperations, populationPages, territoryOperations, territoryPages } from '#territory';
import { viewsOperations, viewsPages, withListViews } from '#views';
import { workgroupOperations, workgroupPages } from '#workgroup';
import { workshopOperations, workshopPages } from '#workshop';
import { tableOperations, tablePages } from './catalogue-import/index.ts';
import { type Contexts, wireContexts } from './contexts.ts';
import { dataFolder } from './load-reference-data.ts';
import { heldUploads, referenceOperations, referencePages } from './reference/index.ts';
import type { Services } from './services.ts';
import { siteRoutes } from './site/site-routes.ts';
import { verdictsFor, vollzugFor } from './wiring/duties.ts';
import { deliveryWebDeps } from './wiring/onlinedienst.ts';
import { viewsDeps } from './wiring/views.ts';

/** Everything that the staff area and the API offer, context by context. */
export interface AllDoors {
  readonly pages: readonly PageRoute[];
  readonly operations: readonly Operation[];
}

/** Joins the doors of all contexts. */
export function allDoors(services: Services, contexts: Contexts = wireContexts(services)): AllDoors {
  const { worlds, clock, demo, db } = services;
  const catalogue = catalogueDoors(services, contexts);
  const tables = { db, clock, uploads: tableUploads(services), changed: worlds.expire };
  const territory = { territory: worlds.territory, clock, demo };
  const population = { ...territory, db, changed: worlds.expire };
  const law = { clock, demo, world: worlds.law };
  const { discussion, duties, identity, efa, inbox, portal } = contexts;
  const views = viewsDeps(services, () => pages);
  const zustellpunkte = deliveryWebDeps(services, contexts.delivery);
  const pages: readonly PageRoute[] = [
    ...siteRoutes(services, contexts),
    ...cataloguePages(catalogue),
    ...territoryPages(territory),
    ...populationPages(population),
    ...dutiesPages(duties),
    ...lawPages(law),
    ...identityPages(identity),
    ...fieldsPages(contexts.fields),
    ...discussionPages(discussion),
    ...descriptionsPages(contexts.descriptions),
    ...cockpitPages(contexts.cockpit),
    ...efaPages(efa),
    ...connectionPages(contexts.connection),
    ...marketplacePages(contexts.marketplace),
    ...costsPages(contexts.costs),
    ...fimPages(contexts.fim),
    ...packagesPages(contexts.packages),
    ...finderPages(contexts.finder),
    ...deliveryPages(zustellpunkte),
    ...inboxPages(inbox),
    ...portalStaffPages(portal),
    ...matchingDoors.pages(contexts.matching),
    ...compassPages(contexts.compass),
    ...solutionsPages(contexts.solutions),
    ...projectsPages(contexts.projects),
    ...prioritiesPages(contexts.priorities),
    ...planningPages(contexts.planning),
    ...noticesPages(contexts.notices),
    ...releasesPages(contexts.releases),
    ...reportsPages(contexts.reports),
    ...surveysPages(contexts.surveys),
    ...workgroupPages(contexts.workgroup),
    ...routingPages(contexts.routing),
    ...qualityPages(contexts.quality),
    ...proverPages(contexts.prover),
    ...overlaysPages(contexts.overlays),
    ...parametersPages(contexts.parameters),
    ...workshopPages(contexts.workshop),
    ...tablePages(tables),
    ...referencePages({ db, dataFolder, uploads: referenceUploads(services) }),
    ...viewsPages(views),
  ];
  return {
    pages: withListViews(views, pages),
    operations: [
      ...catalogueOperations(catalogue),
      ...territoryOperations(territory),
      ...populationOperations(population),
      ...dutiesOperations(duties),
      ...lawOperations(law),
      ...identityOperations(identity),
      ...fieldsOperations(contexts.fields),
      ...discussionOperations(discussion),
      ...descriptionsOperations(contexts.descriptions),
      ...efaOperations(efa),
      ...cockpitOperations(contexts.cockpit),
      ...connectionOperations(contexts.connection),
      ...marketplaceOperations(contexts.marketplace),
      ...costsOperations(contexts.costs),
      ...fimOperations(contexts.fim),
      ...packagesOperations(contexts.packages),
      ...finderOperations(contexts.finder),
      ...projectsOperations(contexts.projects),
      ...prioritiesOperations(contexts.priorities),
      ...planningOperations(contexts.planning),
      ...deliveryOperations(zustellpunkte),
      ...inboxOperations(inbox),
      ...portalOperations(portal),
      ...matchingDoors.operations(contexts.matching),
      ...solutionsOperations(contexts.solutions),
      ...compassOperations(contexts.compass),
      ...noticesOperations(contexts.notices),
      ...releasesOperations(contexts.releases),
      ...reportsOperations(contexts.reports),
      ...surveysOperations(contexts.surveys),
      ...workgroupOperations(contexts.workgroup),
      ...routingOperations(contexts.routing),
      ...qualityOperations(contexts.quality),
      ...proverOperations(contexts.prover),
      ...overlaysOperations(contexts.overlays),
      ...parametersOperations(contexts.parameters),
      ...workshopOperations(contexts.workshop),
      ...tableOperations(tables),
      ...referenceOperations({ db }),
      ...viewsOperations(views),
    ],
  };
}

/** What the catalogue's doors need. */
export function catalogueDoors(services: Services, { enden, duties }: Pick<Contexts, 'enden' | 'duties'>) {
  const { worlds, clock, demo, db } = services;
  return {
    db,
    clock,
    demo,
    catalogue: worlds.catalogue,
    search: worlds.search,
    versions: worlds.versions,
    changed: worlds.expire,
    verdictsFor: verdictsFor(services),
    vollzugFor: vollzugFor(services),
    hinweisFor: duties.rueckfragen,
    enden,
  };
}

/** Where uploaded reference files wait between preview and confirmation. */
export function referenceUploads({ config, clock }: Services) {
  return heldUploads(join(config.dataFolder, 'uploads'), clock.now);
}

const day = 86_400_000;

/** Where tables of the catalogue wait while somebody decides about them: a day, for there may be much to decide. */
export function tableUploads({ config, clock }: Services) {
  return heldUploads(join(config.dataFolder, 'uploads', 'katalog'), clock.now, day);
}
