import { antragTemplates } from './antrag-templates.ts';
import { cockpitTemplates } from './cockpit-templates.ts';
import { compassTemplates } from './compass-templates.ts';
import { connectionTemplates } from './connection-templates.ts';
import { costsTemplates } from './costs-templates.ts';
import { descriptionsTemplates } from './descriptions-templates.ts';
import { discussionTemplates } from './discussion-templates.ts';
import { fieldsTemplates } from './fields-templates.ts';
import { fimTemplates } from './fim-templates.ts';
import { finderPublicTemplates, finderTemplates } from './finder-templates.ts';
import { marketplaceTemplates } from './marketplace-templates.ts';
import { noticesTemplates } from './notices-templates.ts';
import { packagesTemplates } from './packages-templates.ts';
import type { PageWorld, Who } from './page-world.ts';
import { parametersTemplates } from './parameters-templates.ts';
import { planningTemplates } from './planning-templates.ts';
import { prioritiesTemplates } from './priorities-templates.ts';
import { projectsTemplates } from './projects-templates.ts';
import { qualityTemplates } from './quality-templates.ts';
import { releasesTemplates } from './releases-templates.ts';
import { reportsPublicTemplates, reportsTemplates } from './reports-templates.ts';
import { solutionsPublicTemplates, solutionsTemplates } from './solutions-templates.ts';
import { surveysTemplates } from './surveys-templates.ts';
import { viewsTemplates } from './views-templates.ts';
import { werkstattTemplates } from './werkstatt-templates.ts';
import { workgroupTemplates } from './workgroup-templates.ts';
import { workshopTemplates } from './workshop-templates.ts';
import { zahlenTemplates } from './zahlen-templates.ts';

/** A page in one of its states: who opens which address, and what they press there. */
export interface PageState {
  /** What is particular: empty, filled, error, long. */
  readonly name: string;
  readonly address: string;
  readonly as?: Who;
  /** The name of a button to press; the page that answers is the one to look at. */
  readonly press?: string;
  /** Fields to fill before, by their label. */
  readonly fill?: Readonly<Record<string, string>>;
  /** 200 where nothing is said. */
  readonly status?: number;
}

/** All states of one page template; `route` is its address in the route table. */
export type PageTemplates = Readonly<Record<string, readonly PageState[]>>;

/** States that exist only before anything was done. */
export const freshStates: PageTemplates = {
  '/postausgang': [{ name: 'empty', address: '/postausgang' }],
  '/bestimmungen': [{ name: 'empty', address: '/bestimmungen', as: 'lemgo' }],
  '/loesungen/beitraege': [{ name: 'empty', address: '/loesungen/beitraege', as: 'lemgo' }],
  '/delegationen/angaben': [{ name: 'empty', address: '/delegationen/angaben', as: 'lemgo' }],
  '/zugaenge': [{ name: 'empty', address: '/zugaenge', as: 'lemgo-admin' }],
  '/pruefspur': [{ name: 'fresh', address: '/pruefspur', as: 'lemgo-admin' }],
};

const unknownId = '00000000-0000-4000-8000-000000000009';

/** The public pages: start, catalogue, Kommunen, duties, rules, legal pages. */
export const publicTemplates: PageTemplates = {
  '/': [
    { name: 'anonymous', address: '/' },
    { name: 'coordinator', address: '/', as: 'lemgo' },
    { name: 'provider', address: '/', as: 'ozg-leitung' },
    { name: 'operator', address: '/', as: 'betrieb' },
  ],
  '/impressum': [{ name: 'filled', address: '/impressum' }],
  '/datenschutz': [{ name: 'filled', address: '/datenschutz' }],
  '/barrierefreiheit': [{ name: 'filled', address: '/barrierefreiheit' }],
  '/feedback': [
    { name: 'empty', address: '/feedback' },
    { name: 'error', address: '/feedback', press: 'Meldung senden', status: 422 },
    {
      name: 'sent',
      address: '/feedback',
      fill: { 'Ihre Meldung': 'Die Liste ist mit der Tastatur schwer zu filtern.' },
      press: 'Meldung senden',
    },
  ],
  '/postausgang': [{ name: 'long', address: '/postausgang' }],
  '/wege': [
    { name: 'filled', address: '/wege?leistung=99102013002000&ort=Lemgo' },
    { name: 'several places', address: '/wege?leistung=99102013002000&ort=Halle' },
  ],
  '/orte': [{ name: 'filled', address: '/orte?ort=Halle' }],
  '/katalog': [
    { name: 'filled', address: '/katalog' },
    { name: 'as of a date', address: '/katalog?datum=2024-01-01' },
  ],
  '/katalog/themenfelder/:id': [
    { name: 'filled', address: '/katalog/themenfelder/1' },
    { name: 'as of a date', address: '/katalog/themenfelder/1?datum=2024-01-01' },
    { name: 'error', address: '/katalog/themenfelder/999', status: 404 },
  ],
  '/katalog/lagen/:id': [
    { name: 'filled', address: '/katalog/lagen/1' },
    { name: 'error', address: '/katalog/lagen/999', status: 404 },
  ],
  '/katalog/ohne-ozg': [{ name: 'filled', address: '/katalog/ohne-ozg' }],
  '/katalog/ozg/:id': [
    { name: 'filled', address: '/katalog/ozg/10160' },
    { name: 'as of a date', address: '/katalog/ozg/10160?datum=2010-01-01' },
    { name: 'long', address: '/katalog/ozg/10255' },
    { name: 'error', address: '/katalog/ozg/1', status: 404 },
  ],
  '/katalog/leistungen': [
    ...listStates('/katalog/leistungen'),
    { name: 'as of a date', address: '/katalog/leistungen?datum=2026-01-01' },
  ],
  '/katalog/leistungen/:id': [
    { name: 'filled', address: '/katalog/leistungen/L02950' },
    { name: 'ended', address: '/katalog/leistungen/L03071' },
    { name: 'still in force', address: '/katalog/leistungen/L03071?datum=2023-12-31' },
    { name: 'without LeiKa and OZG', address: '/katalog/leistungen/L00043' },
    { name: 'long', address: '/katalog/leistungen/L00570' },
    { name: 'error', address: '/katalog/leistungen/Hundesteur', status: 404 },
  ],
  '/katalog/leistungen/:id/verlauf': [
    { name: 'filled', address: '/katalog/leistungen/L02950/verlauf' },
    { name: 'split', address: '/katalog/leistungen/L00001/verlauf' },
    { name: 'error', address: '/katalog/leistungen/L99999/verlauf', status: 404 },
  ],
  '/katalog/fassungen': listStates('/katalog/fassungen'),
  '/katalog/aenderungen': [
    ...listStates('/katalog/aenderungen'),
    { name: 'no difference', address: '/katalog/aenderungen?von=1&bis=1' },
    { name: 'error', address: '/katalog/aenderungen?von=1&bis=99', status: 404 },
  ],
  '/kommunen': listStates('/kommunen'),
  '/kommunen/:ags': [
    { name: 'filled', address: '/kommunen/05766044' },
    { name: 'long', address: '/kommunen/05766' },
    { name: 'differs from its class', address: '/kommunen/05334002' },
    { name: 'ambiguous', address: '/kommunen/Unna', status: 409 },
    { name: 'error', address: `/kommunen/${'x'.repeat(300)}`, status: 404 },
  ],
  '/kommunen/:ags/pflichten': [
    ...listStates('/kommunen/05766044/pflichten'),
    { name: 'signed in', address: '/kommunen/05766044/pflichten?urteil=selbst', as: 'lemgo' },
    { name: 'wrong date', address: '/kommunen/05766044/pflichten?datum=2024-02-30', status: 422 },
  ],
  '/kommunen/:ags/pflichten/:leistung': [
    { name: 'filled', address: '/kommunen/05766044/pflichten/L02950' },
    { name: 'open', address: '/kommunen/05962032/pflichten/L00570?datum=2025-01-01', as: 'kreis-lippe' },
    { name: 'long', address: '/kommunen/05766/pflichten/L00002' },
    { name: 'error', address: '/kommunen/05766/pflichten/L99999', status: 404 },
  ],
  '/leistungen/:leistung/zustaendigkeit': listStates('/leistungen/L00002/zustaendigkeit'),
  '/kommunen/:ags/aenderungen': [
    ...listStates('/kommunen/05162012/aenderungen'),
    { name: 'long', address: '/kommunen/05162012/aenderungen?von=2018-06-30&bis=2026-11-21&anzahl=100' },
    {
      name: 'wrong order',
      address: '/kommunen/05766044/aenderungen?von=2026-01-01&bis=2025-01-01',
      status: 422,
    },
    { name: 'error', address: '/kommunen/Nirgendwo/aenderungen', status: 404 },
  ],
  '/kommunen/:ags/groessenklasse': [
    { name: 'filled', address: '/kommunen/05362028/groessenklasse' },
    { name: 'long', address: '/kommunen/05162012/groessenklasse?datum=2018-12-31' },
    { name: 'of a Kreis', address: '/kommunen/05766/groessenklasse' },
    { name: 'wrong date', address: '/kommunen/05766044/groessenklasse?datum=2024-02-30', status: 422 },
    { name: 'error', address: '/kommunen/Nirgendwo/groessenklasse', status: 404 },
  ],
  '/groessenklassen': [
    ...listStates('/groessenklassen'),
    { name: 'wrong date', address: '/groessenklassen?datum=morgen', status: 422 },
  ],
  '/groessenklassen/schwellen': [
    { name: 'filled', address: '/groessenklassen/schwellen' },
    { name: 'before', address: '/groessenklassen/schwellen?datum=2005-01-01' },
  ],
  '/groessenklassen/was-waere-wenn': [
    { name: 'empty', address: '/groessenklassen/was-waere-wenn' },
    {
      name: 'long',
      address:
        '/groessenklassen/was-waere-wenn?aenderungen=05362028:grosse-kreisangehoerige-stadt,05962004:kreisangehoerige-gemeinde&anzahl=100',
    },
    {
      name: 'added',
      address: '/groessenklassen/was-waere-wenn',
      fill: { Gemeinde: 'Hürth' },
      press: 'Annehmen',
    },
    { name: 'error', address: '/groessenklassen/was-waere-wenn?aenderungen=unsinn', status: 422 },
    {
      name: 'contradiction',
      address:
        '/groessenklassen/was-waere-wenn?aenderungen=05362028:grosse-kreisangehoerige-stadt,05362028:kreisfreie-stadt',
      status: 409,
    },
  ],
  '/delegationen': [
    ...listStates('/delegationen'),
    { name: 'signed in', address: '/delegationen', as: 'lemgo' },
  ],
  '/delegationen/befunde': listStates('/delegationen/befunde'),
  '/delegationen/:id': [
    { name: 'filled', address: '/delegationen/aachen-gesundheit' },
    { name: 'with findings', address: '/delegationen/aachen-ungeklaert', as: 'ozg-leitung' },
    {
      name: 'error',
      address: '/delegationen/aachen-gesundheit',
      as: 'ozg-leitung',
      press: 'Ende angeben',
      status: 422,
    },
    { name: 'unknown', address: '/delegationen/gibt-es-nicht', status: 404 },
  ],
  '/wer-macht-was/leistungen/:id': [
    { name: 'filled', address: '/wer-macht-was/leistungen/L02950' },
    { name: 'without OZG', address: '/wer-macht-was/leistungen/L00043' },
    { name: 'error', address: '/wer-macht-was/leistungen/L99999', status: 404 },
  ],
  '/wer-macht-was/ozg/:id': [
    { name: 'filled', address: '/wer-macht-was/ozg/10035' },
    { name: 'long', address: '/wer-macht-was/ozg/10294' },
    { name: 'error', address: '/wer-macht-was/ozg/1', status: 404 },
  ],
  ...solutionsPublicTemplates,
  ...finderPublicTemplates,
  ...reportsPublicTemplates,
  '/akteure': listStates('/akteure'),
  '/akteure/:id': [
    { name: 'filled', address: '/akteure/bund' },
    { name: 'empty', address: '/akteure/it-dienstleister-10' },
    { name: 'error', address: '/akteure/gibt-es-nicht', status: 404 },
  ],
  '/ozg2': listStates('/ozg2'),
  '/ozg2/:id': [
    { name: 'filled', address: '/ozg2/nutzer-99050012' },
    { name: 'empty', address: '/ozg2/schriftform-nutzerkonto' },
    { name: 'error', address: '/ozg2/gibt-es-nicht', status: 404 },
  ],
  '/kommunen/:ags/radar': [
    ...listStates('/kommunen/05766044/radar'),
    { name: 'Kreis', address: '/kommunen/05766/radar' },
    { name: 'wrong date', address: '/kommunen/05766044/radar?datum=2024-02-30', status: 422 },
  ],
  '/kommunen/:ags/radar/:zeile': [
    { name: 'long', address: '/kommunen/05766044/radar/standards-2026?datum=2026-11-22' },
    { name: 'empty', address: '/kommunen/05766044/radar/anspruch-bund?datum=2026-11-22' },
    { name: 'error', address: '/kommunen/05766044/radar/gibt-es-nicht', status: 404 },
  ],
  '/regeln': listStates('/regeln'),
  '/regeln/abdeckung': [
    { name: 'filled', address: '/regeln/abdeckung' },
    { name: 'wrong date', address: '/regeln/abdeckung?datum=2024-02-30', status: 422 },
  ],
  '/regeln/offen': listStates('/regeln/offen'),
  '/regeln/:id': [
    { name: 'filled', address: '/regeln/jugendamt-10009' },
    { name: 'to review', address: '/regeln/wohngeld', as: 'lemgo' },
    { name: 'nothing written', address: '/regeln/wohngeld', as: 'lemgo', press: 'Schreiben', status: 422 },
    { name: 'error', address: '/regeln/gibt-es-nicht', status: 404 },
  ],
};

/** The pages for which one signs in. */
export function staffTemplates(world: PageWorld): PageTemplates {
  return {
    ...compassTemplates(world.fachbereich, world.sammel),
    '/ueberblick': [
      ...listStates('/ueberblick', 'ozg-leitung'),
      { name: 'long', address: '/ueberblick?umfang=land&anzahl=100', as: 'ozg-leitung' },
      { name: 'forbidden', address: '/ueberblick', as: 'lemgo', status: 403 },
    ],
    '/delegationen/angaben': listStates('/delegationen/angaben', 'lemgo'),
    '/delegationen/neu': [
      { name: 'empty', address: '/delegationen/neu', as: 'lemgo' },
      { name: 'error', address: '/delegationen/neu', as: 'lemgo', press: 'Angabe senden', status: 422 },
    ],
    '/delegationen/angaben/:id': [
      { name: 'long', address: `/delegationen/angaben/${world.delegation}`, as: 'lemgo' },
      { name: 'to decide', address: `/delegationen/angaben/${world.delegation}`, as: 'ozg-leitung' },
      {
        name: 'error',
        address: `/delegationen/angaben/${world.delegation}`,
        as: 'ozg-leitung',
        press: 'Ablehnen',
        status: 422,
      },
      { name: 'unknown', address: `/delegationen/angaben/${unknownId}`, as: 'lemgo', status: 404 },
    ],
    '/einwohner/einlesen': [
      { name: 'empty', address: '/einwohner/einlesen', as: 'ozg-leitung' },
      {
        name: 'error',
        address: '/einwohner/einlesen',
        as: 'ozg-leitung',
        press: 'Änderungen zeigen',
        status: 422,
      },
      { name: 'forbidden', address: '/einwohner/einlesen', as: 'lemgo', status: 403 },
    ],
    '/neuerungen': [
      ...listStates('/neuerungen', 'lemgo'),
      { name: 'forbidden', address: '/neuerungen', as: 'ozg-leitung', status: 403 },
    ],
    '/bestimmungen': listStates('/bestimmungen', 'lemgo'),
    '/bestimmungen/neu': [
      { name: 'empty', address: '/bestimmungen/neu', as: 'lemgo' },
      { name: 'nothing to state', address: '/bestimmungen/neu', as: 'kreis-lippe' },
      { name: 'error', address: '/bestimmungen/neu', as: 'lemgo', press: 'Angabe senden', status: 422 },
    ],
    '/bestimmungen/:id': [
      { name: 'long', address: `/bestimmungen/${world.angabe}`, as: 'lemgo' },
      { name: 'rejected', address: `/bestimmungen/${world.angabeDecided}`, as: 'lemgo' },
      { name: 'to decide', address: `/bestimmungen/${world.angabe}`, as: 'ozg-leitung' },
      {
        name: 'error',
        address: `/bestimmungen/${world.angabe}`,
        as: 'ozg-leitung',
        press: 'Ablehnen',
        status: 422,
      },
      { name: 'unknown', address: `/bestimmungen/${unknownId}`, as: 'lemgo', status: 404 },
    ],
    ...reviewTemplates(world),
    ...antragTemplates(world.antrag),
    ...connectionTemplates(world.secret),
    ...projectsTemplates(world.projects),
    ...marketplaceTemplates(world.marketplace),
    ...parametersTemplates(world.parameters),
    ...planningTemplates(world.planning),
    ...costsTemplates(world.costs),
    ...releasesTemplates(world.meldung),
    ...cockpitTemplates(world.cockpit),
    ...prioritiesTemplates(world.priorities),
    ...workgroupTemplates(world.workgroup),
    ...qualityTemplates,
    ...workshopTemplates,
    ...discussionTemplates(world.discussion),
    ...descriptionsTemplates,
    ...solutionsTemplates(world.solutions),
    ...fimTemplates(world.fim),
    ...packagesTemplates(world.packages),
    ...finderTemplates(world.vorschlag),
    ...fieldsTemplates,
    ...viewsTemplates(world.ansicht),
    ...werkstattTemplates,
    ...noticesTemplates(world.notices),
    ...reportsTemplates(world.reports),
    ...surveysTemplates(world.surveys),
    ...signInTemplates,
    ...zahlenTemplates,
    ...memberTemplates(world),
    ...providerTemplates(world),
  };
}

function reviewTemplates({ proposal }: PageWorld): PageTemplates {
  const as = 'lemgo';
  return {
    '/regeln/pruefen': listStates('/regeln/pruefen', as),
    '/regeln/vorschlaege': listStates('/regeln/vorschlaege', as),
    '/regeln/vorschlaege/:id': [
      { name: 'long', address: `/regeln/vorschlaege/${proposal}`, as },
      { name: 'to decide', address: `/regeln/vorschlaege/${proposal}`, as: 'ozg-leitung' },
      {
        name: 'error',
        address: `/regeln/vorschlaege/${proposal}`,
        as: 'ozg-leitung',
        press: 'Ablehnen',
        status: 422,
      },
      { name: 'unknown', address: `/regeln/vorschlaege/${unknownId}`, as, status: 404 },
    ],
    '/regeln/neu': [
      { name: 'empty', address: '/regeln/neu', as },
      { name: 'for a Leistung', address: '/regeln/neu?leistung=L02950', as },
      { name: 'error', address: '/regeln/neu', as, press: 'Vorschlagen', status: 422 },
    ],
    '/regeln/:id/aendern': [
      { name: 'filled', address: '/regeln/wohngeld/aendern', as },
      {
        name: 'effect',
        address: '/regeln/wohngeld/aendern',
        as,
        fill: { Aufgabe: 'Wohngeldstelle' },
        press: 'Wirkung zeigen',
      },
      { name: 'error', address: '/regeln/wohngeld/aendern', as, press: 'Vorschlagen', status: 422 },
    ],
  };
}

const signInTemplates: PageTemplates = {
  '/anmelden': [
    { name: 'empty', address: '/anmelden?weiter=/konto' },
    { name: 'error', address: '/anmelden', press: 'Anmelden', status: 401 },
    { name: 'said', address: '/anmelden?meldung=abgemeldet' },
  ],
  '/anmelden/code': [
    { name: 'empty', address: '/anmelden/code', as: 'between' },
    { name: 'error', address: '/anmelden/code', as: 'between', press: 'Weiter', status: 422 },
  ],
  '/anmelden/einrichten': [
    { name: 'filled', address: '/anmelden/einrichten', as: 'enrolling' },
    {
      name: 'error',
      address: '/anmelden/einrichten',
      as: 'enrolling',
      press: 'Zweiten Faktor einschalten',
      status: 422,
    },
  ],
  '/konto/zweiter-faktor': [
    { name: 'filled', address: '/konto/zweiter-faktor', as: 'lemgo' },
    {
      name: 'error',
      address: '/konto/zweiter-faktor',
      as: 'lemgo',
      press: 'Zweiten Faktor einschalten',
      status: 422,
    },
  ],
  '/einladung': [
    { name: 'filled', address: '/einladung', as: 'invited' },
    { name: 'error', address: '/einladung', as: 'invited', press: 'Einladung annehmen', status: 422 },
    { name: 'used', address: '/einladung', status: 404 },
  ],
  '/neues-passwort': [
    { name: 'filled', address: '/neues-passwort', as: 'forgetful' },
    { name: 'error', address: '/neues-passwort', as: 'forgetful', press: 'Passwort speichern', status: 422 },
    { name: 'used', address: '/neues-passwort', status: 404 },
  ],
  '/passwort-vergessen': [
    { name: 'empty', address: '/passwort-vergessen' },
    { name: 'error', address: '/passwort-vergessen', press: 'Link anfordern', status: 422 },
    { name: 'sent', address: '/passwort-vergessen?meldung=mail-unterwegs' },
  ],
  '/konto': [
    { name: 'filled', address: '/konto', as: 'lemgo-admin' },
    { name: 'without second factor', address: '/konto', as: 'lemgo' },
    { name: 'error', address: '/konto', as: 'lemgo', press: 'Passwort ändern', status: 422 },
  ],
};

function memberTemplates({ member, antrag }: PageWorld): PageTemplates {
  const as = 'lemgo-admin';
  return {
    '/mitglieder': listStates('/mitglieder', as),
    '/mitglieder/einladen': [
      { name: 'empty', address: '/mitglieder/einladen', as },
      { name: 'error', address: '/mitglieder/einladen', as, press: 'Einladung senden', status: 422 },
    ],
    '/mitglieder/:id': [
      { name: 'long', address: `/mitglieder/${member}`, as },
      { name: 'offices', address: `/mitglieder/${antrag.fachbereich}`, as },
      { name: 'error', address: `/mitglieder/${member}`, as, press: 'Vertretung eintragen', status: 422 },
      { name: 'unknown', address: `/mitglieder/${unknownId}`, as, status: 404 },
    ],
    '/mitglieder/:id/entfernen': [{ name: 'long', address: `/mitglieder/${member}/entfernen`, as }],
    '/organisation': [
      { name: 'Kommune', address: '/organisation', as },
      { name: 'provider', address: '/organisation', as: 'ozg-leitung' },
    ],
    '/zugaenge': [
      { name: 'filled', address: '/zugaenge', as },
      { name: 'error', address: '/zugaenge', as, press: 'Zugang ausstellen', status: 422 },
      {
        name: 'issued',
        address: '/zugaenge',
        as,
        fill: { 'Wofür ist der Zugang?': 'Rundgang' },
        press: 'Zugang ausstellen',
      },
    ],
    '/pruefspur': [
      { name: 'filled', address: '/pruefspur', as },
      { name: 'empty', address: '/pruefspur?was=gibt.es.nicht', as },
      { name: 'checked', address: '/pruefspur', as, press: 'Kette prüfen' },
    ],
  };
}

function providerTemplates({ upload, vorgang, table }: PageWorld): PageTemplates {
  const as = 'ozg-leitung';
  const preview = (id: string) => `/referenzdaten/vorschau/${id}`;
  return {
    '/betreuung': listStates('/betreuung', as),
    '/betreuung/aufnehmen': [
      { name: 'empty', address: '/betreuung/aufnehmen', as },
      { name: 'error', address: '/betreuung/aufnehmen', as, press: 'Aufnehmen und einladen', status: 404 },
    ],
    '/katalog/einlesen': [
      { name: 'empty', address: '/katalog/einlesen', as },
      { name: 'error', address: '/katalog/einlesen', as, press: 'Änderungen zeigen', status: 422 },
    ],
    '/katalog/einlesen/:upload': [
      { name: 'running', address: `/katalog/einlesen/${table.running}`, as },
      { name: 'long', address: `/katalog/einlesen/${table.good}`, as },
      { name: 'columns', address: `/katalog/einlesen/${table.columns}`, as },
      { name: 'broken', address: `/katalog/einlesen/${table.broken}`, as },
      { name: 'unknown', address: `/katalog/einlesen/${unknownId}`, as, status: 404 },
    ],
    '/katalog/fassungen/:nummer/zuruecknehmen': [
      { name: 'empty', address: '/katalog/fassungen/1/zuruecknehmen', as },
      {
        name: 'error',
        address: '/katalog/fassungen/1/zuruecknehmen',
        as,
        press: 'Zurücknehmen',
        status: 422,
      },
      { name: 'unknown', address: '/katalog/fassungen/99/zuruecknehmen', as, status: 404 },
    ],
    '/referenzdaten': [{ name: 'filled', address: '/referenzdaten', as }],
    '/referenzdaten/import/:area': [
      { name: 'empty', address: '/referenzdaten/import/katalog', as },
      {
        name: 'error',
        address: '/referenzdaten/import/gebiet',
        as,
        press: 'Änderungen zeigen',
        status: 422,
      },
      { name: 'unknown', address: '/referenzdaten/import/mond', as, status: 404 },
    ],
    '/referenzdaten/vorschau/:upload': [
      { name: 'running', address: preview(upload.running), as },
      { name: 'long', address: preview(upload.good), as },
      { name: 'error', address: preview(upload.broken), as },
      { name: 'applied', address: preview(upload.applied), as },
      { name: 'unknown', address: preview(unknownId), as, status: 404 },
    ],
    '/referenzdaten/vorgang/:vorgang': [
      { name: 'running', address: `/referenzdaten/vorgang/${vorgang}`, as },
      { name: 'unknown', address: `/referenzdaten/vorgang/${unknownId}`, as, status: 404 },
    ],
  };
}

/** The states of a list: filled, without a hit, with a misunderstood address, with as many rows as one may ask for. */
function listStates(path: string, as: Who = 'nobody'): readonly PageState[] {
  return [
    { name: 'filled', address: path, as },
    { name: 'empty', address: `${path}?suche=gibtesnichtxyz`, as },
    { name: 'misunderstood', address: `${path}?seite=-1&sortierung=unsinn&anzahl=7`, as },
    { name: 'long', address: `${path}?anzahl=100`, as },
  ];
}

/** GET routes that answer no page of their own, with what they do instead. */
export const routesWithoutPage: Readonly<Record<string, string>> = {
  '/werkstatt/pruefung/:dienst': 'leads to /onlinedienste/:dienst/pruefung',
  '/fim/:id': 'leads to the newest version of a schema',
  '/fim/:id/:version/schema.xml': 'a file to save',
  '/fim/:id/:version/formular.json': 'a file to save',
  '/fristen.ics': 'a file to save',
  '/pakete/dateien/:summe': 'a file to save',
  '/werkstatt/:dienst/vorschau/formular': 'stands in the frame of the preview, which is looked at with it',
  '/parameter/:dienst/vorschau/seite':
    'stands in the frames of pages side by side, which are looked at with it',
  '/werkstatt/:dienst/dienst.json': 'a file to save',
  '/werkstatt/:dienst/formular.json': 'a file to save',
  '/werkstatt/:dienst/testfaelle.json': 'a file to save',
  '/regeln/pruefen/naechste': 'leads to the next rule that nobody has reviewed',
  '/pflichten': 'leads to the duties of one’s own Kommune',
  '/radar': 'leads to the radar of one’s own Kommune',
  '/einladung/:secret': 'keeps the secret in a cookie and leads to /einladung',
  '/neues-passwort/:secret': 'keeps the secret in a cookie and leads to /neues-passwort',
  '/referenzdaten/vorgang/:vorgang/stand': 'JSON for the progress script',
  '/katalog/einlesen/:upload/stand': 'JSON for the progress script',
  '/stand/sammel/:id/stand': 'JSON for the progress script',
  '/cockpit/zuege/:id/stand': 'JSON for the progress script',
  '/parameter/:dienst/eingelesen/:vorgang/stand': 'JSON for the progress script',
  '/planung/plaene/:plan/stand': 'JSON for the progress script',
  '/kosten/budget.pdf': 'a file to save',
  '/abrechnungen/:id/pdf': 'a file to save',
  '/abrechnungen/:id/xrechnung': 'a file to save',
  '/abrechnungen/:id/xrechnungen': 'a file to save',
  '/abrechnungen/:id/storno': 'a file to save',
  '/abrechnungen/:id/stornopdf': 'a file to save',
  '/abrechnungen/datei/:vorgang': 'JSON for the progress script',
  '/abrechnungen/:id/blatt': 'a file to save',
  '/fassungen/:dienst/fortschritt': 'JSON for the progress script',
  '/wartung.ics': 'a file to save',
  '/portal/aussehen/vorschau/:nummer':
    'a page as citizens see it, looked at by test/browser/portal-accessibility.test.ts',
  '/portal/aussehen/vorschau/:nummer/:datei': 'a file of the preview',
  '/bedarf/:id/beteiligung': 'JSON for the progress script',
  '/katalog/einlesen/:upload/fehler': 'a file to save',
  '/eingang/:nummer/anlagen/:anlage': 'a file to save',
  '/eingang/:nummer/fachdaten.xml': 'a file to save',
  '/eingang/:nummer/fachdaten.json': 'a file to save',
  '/felder/:art/definition': 'a file to save',
  '/berichte/:id/pdf': 'a file to save',
  '/arbeitsgruppe/sitzungen/:id/termin.ics': 'a file to save',
  '/arbeitsgruppe/sitzungen/:id/protokoll.pdf': 'a file to save',
  '/arbeitsgruppe/einarbeitung.pdf': 'a file to save',
  '/arbeitsgruppe/unterlagen/:id': 'a file to save',
  '/bestellungen/:id/dokument.pdf': 'a file to save',
  '/bestellungen/dateien/:id': 'a file to save',
  '/marktplatz/:dienst/dokumente/:id': 'a file to save',
  '/redaktion/xzufi/:nummer/stand': 'JSON for the progress script',
  '/redaktion/xzufi/ausgabe': 'a file to save',
  '/suche/vorschlaege.json': 'JSON for the suggestions while typing',
  '/offene-daten/:datei': 'a file to save',
  '/offene-daten/katalog.jsonld': 'a file to save',
};
