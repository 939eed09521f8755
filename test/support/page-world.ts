import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AntragWorld, furnishAntraege } from './antrag-world.ts';
import { shippedData } from './broken-data.ts';
import { furnishCockpit } from './cockpit-templates.ts';
import { furnishConnection } from './connection-templates.ts';
import { type CostsPages, furnishCosts } from './costs-templates.ts';
import { type DiscussionWorld, furnishDiscussion } from './discussion-templates.ts';
import { doWork } from './do-work.ts';
import { type FimPages, furnishFim } from './fim-templates.ts';
import { furnishFinder } from './finder-templates.ts';
import { furnishMarketplace, type MarketplacePages } from './marketplace-templates.ts';
import { furnishNotices, type NoticesWorld } from './notices-world.ts';
import { furnishPackages, type PackagesPages } from './packages-templates.ts';
import { furnishParameters, type ParametersPages } from './parameters-templates.ts';
import { furnishPlanning, type PlanningPages } from './planning-templates.ts';
import { furnishPriorities, type PrioritiesPages } from './priorities-templates.ts';
import { furnishProjects, type ProjectsPages } from './projects-templates.ts';
import { demoMeldung } from './releases-templates.ts';
import { furnishReports, type ReportsPages } from './reports-templates.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';
import { furnishSolutions, type SolutionsPages } from './solutions-world.ts';
import { furnishSurveys, type SurveysPages } from './surveys-templates.ts';
import { furnishFields, furnishViews } from './views-fields-world.ts';
import { signedIn, type Visitor, visitor } from './visitor.ts';
import { furnishWerkstatt } from './werkstatt-templates.ts';
import { furnishWorkgroup, type WorkgroupPages } from './workgroup-templates.ts';

/** Who looks at a page of the walk over all pages. */
export type Who =
  | 'nobody'
  | 'lemgo'
  | 'lemgo-admin'
  | 'lemgo-fachbereich'
  | 'lemgo-kaemmerei'
  | 'detmold'
  | 'kreis-lippe'
  | 'ozg-leitung'
  | 'betrieb'
  /** Has given the password and not yet the code. */
  | 'between'
  /** Must set up a second factor before anything else. */
  | 'enrolling'
  | 'invited'
  | 'forgetful';

export type People = Readonly<Record<Who, Visitor>>;

/** What was made so that pages have something to show. */
export interface PageWorld {
  readonly member: string;
  readonly angabe: string;
  readonly angabeDecided: string;
  readonly delegation: string;
  /** A proposal about a rule that waits for a second person. */
  readonly proposal: string;
  readonly upload: Readonly<Record<'running' | 'good' | 'broken' | 'applied', string>>;
  readonly vorgang: string;
  readonly antrag: AntragWorld;
  /** A secret that Lemgo keeps. */
  readonly secret: string;
  readonly fim: FimPages;
  readonly packages: PackagesPages;
  readonly projects: ProjectsPages;
  readonly marketplace: MarketplacePages;
  readonly parameters: ParametersPages;
  readonly planning: PlanningPages;
  readonly costs: CostsPages;
  /** The maintenance window of the demo. */
  readonly meldung: string;
  readonly cockpit: { readonly zug: string };
  readonly priorities: PrioritiesPages;
  readonly discussion: DiscussionWorld;
  readonly solutions: SolutionsPages;
  /** A word that Lemgo proposed for the thesaurus. */
  readonly vorschlag: string;
  /** A saved view of Lemgo's coordinator. */
  readonly ansicht: string;
  /** A Fachbereich of Lemgo with a long name. */
  readonly fachbereich: string;
  readonly notices: NoticesWorld;
  readonly reports: ReportsPages;
  readonly surveys: SurveysPages;
  readonly workgroup: WorkgroupPages;
  /** Bulk changes of Lemgo: one to be decided, one done. */
  readonly sammel: Readonly<Record<'preview' | 'applied', string>>;
  readonly table: Readonly<Record<'running' | 'good' | 'broken' | 'columns', string>>;
}

/** Signs everybody in who needs no further data; a code counts once, so each role does it once. */
export async function signEverybodyIn(app: RunningApp): Promise<People> {
  const between = visitor(app.staff);
  const { email, password } = app.person('betrieb');
  await between.post('/anmelden', { email, passwort: password });
  return {
    nobody: visitor(app.staff),
    lemgo: await signedIn(app, 'lemgo'),
    'lemgo-admin': await signedIn(app, 'lemgo-admin'),
    'lemgo-fachbereich': await signedIn(app, 'lemgo-fachbereich'),
    'lemgo-kaemmerei': await signedIn(app, 'lemgo-kaemmerei'),
    detmold: await signedIn(app, 'detmold'),
    'kreis-lippe': await signedIn(app, 'kreis-lippe'),
    'ozg-leitung': await signedIn(app, 'ozg-leitung'),
    betrieb: await signedIn(app, 'betrieb'),
    between,
    enrolling: visitor(app.staff),
    invited: visitor(app.staff),
    forgetful: visitor(app.staff),
  };
}

const lemgo = { organisation: '05766044' };
const longName = 'Dr. Maximiliane-Charlotte Freifrau von und zu Hohenstein-Wittgenstein-Berleburg-Ysenburg';
const newPassword = 'drei blaue Elefanten im Rathaus';

/** Fills the organisations with members, statements, tokens, mails and uploads, long ones among them. */
export async function furnish(app: RunningApp, people: People): Promise<PageWorld> {
  const member = await invite(
    app,
    longName,
    `${'lange-adresse-'.repeat(4)}eins@demo.invalid`,
    'koordination',
  );
  await invite(app, 'Ole Wartend', 'ole.wartend@demo.invalid', 'lesen');
  await people.invited.get(await linkFrom(app, 'ole.wartend@demo.invalid'));
  await invite(app, 'Nele Neu', 'nele.neu@demo.invalid', 'administrator');
  await startEnrolling(people.enrolling, await linkFrom(app, 'nele.neu@demo.invalid'));
  await people.forgetful.post('/passwort-vergessen', { email: app.person('lemgo-fachbereich').email });
  await people.forgetful.get(await linkFrom(app, app.person('lemgo-fachbereich').email));
  await runCommand(app, 'token issue', ['Auswertung Fachbereich 2'], { ...lemgo, scopes: 'members.read' });
  await people.lemgo.post('/onlinedienste/bewohnerparkausweis/interesse', {});
  const antrag = await furnishAntraege(app, people.lemgo);
  const notices = await furnishNotices(app, people['ozg-leitung'], member);
  const { angabe, angabeDecided } = await stateTwice(app, people);
  const delegation = await stateDelegation(app);
  const proposal = await proposeChange(app);
  const discussion = await furnishDiscussion(people);
  const ansicht = await furnishViews(people.lemgo);
  const solutions = await furnishSolutions(app, people.lemgo);
  const vorschlag = await furnishFinder(people.lemgo);
  const fachbereich = await furnishStand(app);
  const reports = await furnishReports(app);
  // The first look reads all figures; a browser would not wait for it on a busy machine.
  await people['ozg-leitung'].get('/uebersicht');
  const sammel = { preview: await bulk(app, false), applied: await bulk(app, true) };
  // What is stated above says nothing about the required field that comes now.
  await furnishFields(app);
  const table = await tables(app, people['ozg-leitung']);
  await furnishWerkstatt(people['ozg-leitung']);
  return {
    member,
    angabe,
    angabeDecided,
    delegation,
    proposal,
    antrag,
    secret: await furnishConnection(app),
    fim: await furnishFim(people['ozg-leitung']),
    packages: await furnishPackages(people['ozg-leitung']),
    projects: await furnishProjects(people['ozg-leitung']),
    marketplace: await furnishMarketplace(app),
    meldung: await demoMeldung(app),
    parameters: await furnishParameters(people.lemgo),
    planning: await furnishPlanning(app, people['ozg-leitung']),
    costs: await furnishCosts(app, people['ozg-leitung']),
    cockpit: await furnishCockpit(app),
    priorities: await furnishPriorities(people['ozg-leitung']),
    discussion,
    solutions,
    vorschlag,
    ansicht,
    fachbereich,
    notices,
    reports,
    surveys: await furnishSurveys(app, { lemgo: people.lemgo, lead: people['ozg-leitung'] }),
    workgroup: await furnishWorkgroup(app),
    sammel,
    table,
    ...(await uploads(app, people['ozg-leitung'])),
  };
}

async function invite(app: RunningApp, name: string, email: string, role: string): Promise<string> {
  const invited = await runCommand(app, 'member invite', [name, email], { ...lemgo, roles: role });
  return (invited as { readonly memberId: string }).memberId;
}

/** The path of the newest link that was mailed to an address. */
async function linkFrom(app: RunningApp, email: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const mail = (await app.services.mailer.caught()).find(({ to }) => to === email);
    const link = mail && /https?:\/\/\S+/.exec(mail.text)?.[0];
    if (link) return new URL(link).pathname;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no mail to ${email}`);
}

async function startEnrolling(someone: Visitor, link: string): Promise<void> {
  await someone.get(link);
  await someone.post('/einladung', { passwort: newPassword, wiederholung: newPassword });
  const answer = await someone.post('/anmelden', { email: 'nele.neu@demo.invalid', passwort: newPassword });
  assert.match(answer.headers.location ?? '', /einrichten/);
}

async function stateTwice(app: RunningApp, people: People) {
  const source = `Verordnung über die Bestimmung, ${'mit einer sehr langen Fundstelle, '.repeat(8)}erfunden`;
  const state = async (from: string) => {
    const stated = await runCommand(app, 'bestimmung state', ['jugendamt', 'ja'], { ...lemgo, from, source });
    return (stated as { readonly id: string }).id;
  };
  const [angabe, angabeDecided] = [await state('2001-01-01'), await state('2002-01-01')];
  await people['ozg-leitung'].post(`/bestimmungen/${angabeDecided}/ablehnen`, {
    begruendung: 'Die Fundstelle nennt eine andere Stadt.',
  });
  return { angabe, angabeDecided };
}

/** A Fachbereich with a long name, and a Leistung about which much was said twice. */
async function bulk(app: RunningApp, yes: boolean): Promise<string> {
  const values = { suche: 'Hundesteuer', umfang: 'alle', 'only-good': true, yes };
  const made = await runCommand(
    app,
    'stand bulk',
    ['Lemgo', 'prioritaet=2', 'umgesetztAm=2026-01-01'],
    values,
  );
  return (made as { readonly id: string }).id;
}

async function furnishStand(app: RunningApp): Promise<string> {
  const name = 'Fachbereich für Stadtentwicklung, Grundstücksverkehrsangelegenheiten und Bauordnung';
  const made = await runCommand(app, 'fachbereiche create', [name], { kommune: 'Lemgo' });
  const { id } = made as { readonly id: string };
  await runCommand(app, 'fachbereiche assign', ['leistung', 'L02950'], { kommune: 'Lemgo', fachbereich: id });
  const nachweis = {
    art: 'link',
    link: `https://www.lemgo.de/${'sehr-langer-pfad/'.repeat(8)}`,
    text: 'Seite',
  };
  const kriterien = {
    leistungsbeschreibung: 4,
    antrag: 2,
    nutzerkonto: 9,
    authentifizierung: 9,
    bezahlung: 2,
  };
  const rest = { nachweise: 9, schriftform: 9, rueckkanal: 2, bescheid: 2, daten: 3 };
  await runCommand(app, 'stand set', [
    'Lemgo',
    'L02950',
    'zustand=in-umsetzung',
    'geplantFuer=2026-01-01',
    `nachweis=${JSON.stringify(nachweis)}`,
    `kriterien11=${JSON.stringify({ ...kriterien, ...rest })}`,
    `bemerkung=${'Eine sehr lange Bemerkung. '.repeat(30)}`,
  ]);
  await runCommand(app, 'stand set', ['Lemgo', 'L02950', 'prioritaet=1', 'kriterien20={"information":7}']);
  return id;
}

async function stateDelegation(app: RunningApp): Promise<string> {
  const stated = await runCommand(app, 'delegation state', ['fahrerlaubnis'], {
    ...lemgo,
    form: 'heranziehung',
    von: '05766',
    nach: '05766044',
    gebiet: '05766044',
    norm: `Satzung über die Heranziehung, ${'mit einem sehr langen Titel, '.repeat(6)}erfunden`,
    source: 'Kreisblatt 1/2026, erfunden',
    evidence: 'einschaetzung',
    from: '2026-01-01',
  });
  return (stated as { readonly id: string }).id;
}

/** Lemgo proposes that the Kreis decides on building permits, with a long reason. */
async function proposeChange(app: RunningApp): Promise<string> {
  const reason = `Nach der Zuständigkeitsverordnung ${'mit einer sehr langen Begründung, '.repeat(8)}erfunden`;
  const proposed = await runCommand(app, 'rules propose', ['wohngeld', 'entfernen'], { ...lemgo, reason });
  return (proposed as { readonly id: string }).id;
}

/** Tables of the catalogue on their way in: one applied, so that there are two Fassungen, and four that wait. */
async function tables(app: RunningApp, lead: Visitor): Promise<PageWorld['table']> {
  const origin = {
    stand: '2026-11-01',
    quelle: 'Auszug, erfunden',
    lizenz: 'unbekannt',
    umfang: 'teilliste',
  };
  const send = async (content: string) => {
    const path = await lead.upload('/katalog/einlesen', { leistungen: content }, origin);
    return path.split('/').at(-1) ?? '';
  };
  const head = 'LeiKa;Name;OZG-Nr;Vorgänger';
  const whole = '(Baumuster-) Prüfung von Gefahrengutverpackungen';
  const applied = await send(
    [head, '99102013000000;Steuer auf Hunde;;', `;${whole} A;10478;L00001`, `;${whole} B;10478;L00001`].join(
      '\n',
    ),
  );
  await doWork(app);
  await lead.post(`/katalog/einlesen/${applied}/uebernehmen`, { beenden: 'ja' });
  await doWork(app);
  const broken = Array.from(
    { length: 70 },
    (_, at) => `9,9E+13;${'Sehr lange Bezeichnung '.repeat(8)}${at};99999;`,
  );
  const good = await send(
    [head, ...broken, '99012001000000;Abriss;10513;', ';Teil A;;L00043', ';Teil B;;L00043'].join('\n'),
  );
  const columns = await send('A;B\n99012001000000;Abriss\n');
  const unreadable = await send('PK\u0003\u0004 kein Archiv');
  await doWork(app);
  const running = await send(`${head}\n;Neu;;\n`);
  return { running, good, broken: unreadable, columns };
}

async function uploads(app: RunningApp, lead: Visitor): Promise<Pick<PageWorld, 'upload' | 'vorgang'>> {
  const text = readFileSync(join(shippedData, 'katalog/themenfelder.jsonl'), 'utf8');
  const changed = text.replace('Bauen & Wohnen', `Bauen, Wohnen und ${'noch viel mehr '.repeat(10)}`);
  const send = async (content: string) => {
    const path = await lead.upload('/referenzdaten/import/katalog', { 'themenfelder.jsonl': content });
    return path.split('/').at(-1) ?? '';
  };
  const good = await send(changed);
  const broken = await send(text.replace('"id":2', '"id":"zwei"'));
  const applied = await send(changed.replace('Bildung', 'Bildung und Kultur'));
  await doWork(app);
  await lead.post(`/referenzdaten/vorschau/${applied}`, {});
  await doWork(app);
  const running = await send(changed);
  const germany = await lead.post('/referenzdaten/deutschland', {});
  const vorgang = germany.headers.location?.split('/').at(-1) ?? '';
  return { upload: { good, broken, applied, running }, vorgang };
}
