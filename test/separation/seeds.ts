import { applicationsSeeds } from './applications-seeds.ts';
import { compassSeeds } from './compass-seeds.ts';
import { connectionSeeds } from './connection-seeds.ts';
import { costsSeeds } from './costs-seeds.ts';
import { deliverySeeds } from './delivery-seeds.ts';
import { descriptionsSeeds } from './descriptions-seeds.ts';
import { discussionSeeds } from './discussion-seeds.ts';
import { efaSeeds } from './efa-seeds.ts';
import { fieldsSeeds } from './fields-seeds.ts';
import { fimSeeds } from './fim-seeds.ts';
import { finderSeeds } from './finder-seeds.ts';
import { identitySeeds } from './identity-seeds.ts';
import { inboxSeeds } from './inbox-seeds.ts';
import { lawSeeds } from './law-seeds.ts';
import { marketplaceSeeds } from './marketplace-seeds.ts';
import { noticesSeeds } from './notices-seeds.ts';
import { overlaysSeeds } from './overlays-seeds.ts';
import { packagesSeeds } from './packages-seeds.ts';
import { parametersSeeds } from './parameters-seeds.ts';
import { planningSeeds } from './planning-seeds.ts';
import { portalSeeds } from './portal-seeds.ts';
import { prioritiesSeeds } from './priorities-seeds.ts';
import { projectsSeeds } from './projects-seeds.ts';
import { publicSeeds } from './public-seeds.ts';
import { qualitySeeds } from './quality-seeds.ts';
import { releasesSeeds } from './releases-seeds.ts';
import { reportsSeeds } from './reports-seeds.ts';
import { provider, type SeedTenant } from './seed-tenant.ts';
import { solutionsSeeds } from './solutions-seeds.ts';
import { surveysSeeds } from './surveys-seeds.ts';
import { viewsSeeds } from './views-seeds.ts';
import { workgroupSeeds } from './workgroup-seeds.ts';
import { workshopSeeds } from './workshop-seeds.ts';

/** The statement that puts rows of one organisation into a table, run by the owner under that tenant's claim. */
export type Seed = (tenant: SeedTenant) => string;

const platformSeeds: Readonly<Record<string, Seed>> = {
  'platform.installation': () => 'insert into platform.installation default values on conflict do nothing',
  'platform.tenant_key': (t) => `insert into platform.tenant_key values ('${t.id}', 'master', '\\x${t.key}')`,
  'platform.audit': (t) =>
    `insert into platform.audit (action, object_type, object_id, summary)
      values ('test.seeded', 'thing', '${t.uuid(1)}', '{}'), ('test.seeded', 'thing', '${t.uuid(2)}', '{}')`,
  'platform.outbox': (t) =>
    `insert into platform.outbox (tenant_id, event, payload) values ('${t.id}', 'test.seeded', '{"id": "${t.uuid(1)}"}')`,
  'platform.job_worker': (t) => `insert into platform.job_worker values ('worker-${t.letter}', ${t.number})`,
  'platform.maintenance': (t) => `insert into platform.maintenance values ('task-${t.letter}', now())`,
  'platform.stand': (t) => `insert into platform.stand (tenant_id, thema) values ('${t.id}', 'probe')`,
  'platform.stand_fuer_alle': (t) =>
    `insert into platform.stand_fuer_alle (thema) values ('probe ${t.letter}')`,
  'platform.vorgang': (t) =>
    `insert into platform.vorgang (tenant_id, kind, message) values ('${t.id}', 'test', 'of ${t.letter}')`,
};

const dutiesSeeds: Readonly<Record<string, Seed>> = {
  'duties.delegation_angabe': (t) =>
    `insert into duties.delegation_angabe (tenant_id, id, recipient_id, art, ziel_id, letzter_tag, begruendung, haus)
      values ('${t.id}', '${t.uuid(1)}', '${provider}', 'beenden', 'aachen-abfall', '2026-01-01', 'Quelle', 'Haus')`,
  'duties.bestimmung_angabe': (t) =>
    `insert into duties.bestimmung_angabe (tenant_id, id, recipient_id, ags, aufgabe_id, bestimmt, source, gueltig_von)
      values ('${t.id}', '${t.uuid(1)}', '${provider}', '0576604${t.number}', 'regel', true, '{}', '2026-01-01')`,
  'duties.regel_vorschlag': (t) =>
    `insert into duties.regel_vorschlag (tenant_id, id, recipient_id, regel_id, art, grundlage, begruendung, haus)
      values ('${t.id}', '${t.uuid(1)}', '${provider}', 'regel-${t.letter}', 'bestaetigen', 'hash', '', 'Haus')`,
  'duties.regel_notiz': (t) =>
    `insert into duties.regel_notiz (tenant_id, id, recipient_id, regel_id, text, haus)
      values ('${t.id}', '${t.uuid(1)}', '${provider}', 'regel-${t.letter}', 'Text', 'Haus')`,
  'duties.neuerung_stand': (t) =>
    `insert into duties.neuerung_stand (tenant_id, fassung, leistung_id, stand)
      values ('${t.id}', ${t.number}, 'L0000${t.number}', 'gelesen')`,
};

/** A seed for every table of our schemas, in the order in which they refer to each other. */
export const seeds: Readonly<Record<string, Seed>> = {
  ...publicSeeds,
  ...lawSeeds,
  ...finderSeeds,
  ...fimSeeds,
  ...packagesSeeds,
  ...qualitySeeds,
  ...identitySeeds,
  ...platformSeeds,
  ...dutiesSeeds,
  ...deliverySeeds,
  ...efaSeeds,
  ...releasesSeeds,
  ...marketplaceSeeds,
  ...overlaysSeeds,
  ...costsSeeds,
  ...parametersSeeds,
  ...compassSeeds,
  ...applicationsSeeds,
  ...inboxSeeds,
  ...portalSeeds,
  ...projectsSeeds,
  ...workshopSeeds,
  ...planningSeeds,
  ...prioritiesSeeds,
  ...descriptionsSeeds,
  ...discussionSeeds,
  ...viewsSeeds,
  ...fieldsSeeds,
  ...solutionsSeeds,
  ...noticesSeeds,
  ...reportsSeeds,
  ...surveysSeeds,
  ...connectionSeeds,
  ...workgroupSeeds,
};

/** Tables that hold one row for the whole installation; it counts as A's. */
export const singleRowTables: ReadonlySet<string> = new Set(['platform.installation']);
