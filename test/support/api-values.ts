import { askApi } from './api-client.ts';
import { furnishCockpit } from './cockpit-templates.ts';
import { demoBill } from './costs-templates.ts';
import { furnishFim } from './fim-templates.ts';
import { furnishNotices } from './notices-world.ts';
import { planIds } from './planning-templates.ts';
import { furnishReports } from './reports-templates.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';
import { demoSurveys } from './surveys-templates.ts';
import { signedIn } from './visitor.ts';
import { furnishWorkgroup } from './workgroup-templates.ts';

/** What a walk over all GET operations puts into their paths and queries. */
export interface ApiValues {
  /** By path: the values of its parameters, joined by `/`. */
  readonly values: Readonly<Record<string, string>>;
  readonly queries: Readonly<Record<string, string>>;
}

/** Makes one record of each kind, so that every GET operation has something to answer. */
export async function apiValues(
  app: RunningApp,
  { lemgo, provider }: { readonly lemgo: string; readonly provider: string },
): Promise<ApiValues> {
  const members = (await askApi(app, '/members', { token: lemgo })).body as {
    readonly members: readonly { readonly id: string }[];
  };
  const started = await askApi(app, '/referenzdaten/deutschland', {
    method: 'POST',
    token: provider,
    json: {},
  });
  await askApi(app, '/anbindungen/hund-anmelden', { method: 'POST', token: lemgo, json: {} });
  await askApi(app, '/werkstatt', {
    method: 'POST',
    token: provider,
    json: { vorlage: 'bewohnerparkausweis' },
  });
  const base64 = Buffer.from('Name;LeiKa\nAbriss;99012001000000\n').toString('base64');
  const origin = { stand: '2026-11-01', quelle: 'Probe', lizenz: 'unbekannt', teilliste: true };
  const begun = await askApi(app, '/katalog/einlesen', {
    method: 'POST',
    token: provider,
    json: { leistungen: { name: 'leika.csv', base64 }, ...origin },
  });
  const asked = await askApi(app, '/rueckfragen', {
    method: 'POST',
    token: lemgo,
    json: { zu: 'leistung:L02950', adressat: 'dienstleister', betreff: 'Probe', text: 'Geht das?' },
  });
  const beitrag = await askApi(app, '/loesungen/beitraege', {
    method: 'POST',
    token: lemgo,
    json: {
      inhalt: {
        name: 'Probe',
        art: 'formularassistent',
        status: 'angekuendigt',
        evidenz: 'einschaetzung',
        quelle: { title: 'Seite des Anbieters, erfunden', url: null },
        quelleStand: '2026-11-01',
        leistungen: [],
      },
    },
  });
  const view = await askApi(app, '/ansichten', {
    method: 'POST',
    token: lemgo,
    json: { name: 'Hunde', adresse: '/katalog/leistungen?suche=hund' },
  });
  const vorschlag = await askApi(app, '/thesaurus/vorschlaege', {
    method: 'POST',
    token: lemgo,
    json: { aktion: 'dazu', ziel: '10160', art: 'alltag', wort: 'Wuffwuffschein' },
  });
  const plans = await planIds(app);
  const jahr = app.services.clock.today().slice(0, 4);
  await askApi(app, '/kostenplaene', {
    method: 'POST',
    token: provider,
    json: { dienst: 'hund-anmelden', jahr: Number(jahr), art: 'ist' },
  });
  const bill = await demoBill(app);
  const { zug } = await furnishCockpit(app);
  const reports = await furnishReports(app);
  const lead = await signedIn(app, 'ozg-leitung');
  await furnishFim(lead);
  const notices = await furnishNotices(app, lead, members.members[0]?.id ?? '');
  const sammel = await runCommand(app, 'stand bulk', ['Lemgo', 'prioritaet=2'], {
    suche: 'Hundesteuer',
    umfang: 'alle',
    'only-good': true,
  });
  await runCommand(app, 'stand set', ['Lemgo', 'L02951', 'zustand=online']);
  const file = { name: 'Abnahme.pdf', base64: Buffer.from('%PDF-1.7 Probe').toString('base64') };
  const proven = await askApi(app, '/stand/L02951/nachweis', {
    method: 'POST',
    token: lemgo,
    json: { grundlage: 1, ...file },
  });
  const { nachweis } = proven.body as { readonly nachweis?: { readonly datei?: string } };
  const { published } = await demoSurveys(app);
  const { next, vote } = await furnishWorkgroup(app);
  const unterlage = await askApi(app, `/arbeitsgruppe/sitzungen/${next}/unterlagen`, {
    method: 'POST',
    token: provider,
    json: file,
  });
  const ordered = await signedOrder(app, { lemgo, provider }, file);
  const [eins, zwei] = await Promise.all([1, 2].map((format) => builtPackage(app, provider, format)));
  const values: Readonly<Record<string, string>> = {
    '/pakete/{dienst}': 'heimarbeit',
    '/marktplatz/{dienst}': 'bewohnerparkausweis',
    '/marktplatz/{dienst}/dokumente/{id}': `bewohnerparkausweis/${ordered.dokument}`,
    '/bestellungen/{id}': ordered.id,
    '/bestellungen/{id}/dokument': ordered.id,
    '/bestellungen/dateien/{id}': ordered.datei,
    '/fim/schemas/{id}': 'S99000000001',
    '/fim/schemas/{id}/ausgabe': 'S99000000001',
    '/fim/schemas/{id}/arbeitspunkte': 'S99000000001',
    '/fim/schemas/{id}/unterschiede': 'S99000000001',
    ...Object.fromEntries(
      ['', '/antworten', '/ergebnis', '/beteiligung', '/auswertung'].map((part) => [
        `/bedarfsabfragen/{id}${part}`,
        published,
      ]),
    ),
    '/bedarfsabfragen/{id}/auswertung/{leistung}': `${published}/L02950`,
    '/arbeitsgruppe/sitzungen/{id}': next,
    '/arbeitsgruppe/sitzungen/{id}/neues': next,
    '/arbeitsgruppe/sitzungen/{id}/termin': next,
    '/arbeitsgruppe/sitzungen/{id}/protokoll': next,
    '/arbeitsgruppe/beschluesse/{id}': vote,
    '/arbeitsgruppe/unterlagen/{id}': String((unterlage.body as { readonly id?: string }).id ?? ''),
    '/stand/luecken/{leistung}': 'L02950',
    '/beschreibungen/{leistung}': 'L02950',
    '/texte/{leistung}': 'L02950',
    '/textqualitaet/{kommune}': '05766044',
    '/textlinks/{kommune}': '05766044',
    '/textqualitaet/{kommune}/{leistung}': '05766044/L02939',
    '/xzufi/einlesungen/{nummer}': '1',
    '/stand/{leistung}/nachweis/{datei}': `L02951/${nachweis?.datei ?? JSON.stringify(proven.body)}`,
    '/stand/sammel/{id}': (sammel as { readonly id: string }).id,
    '/loesungen/{loesung}/nutzen': 'wohngeld-sh',
    '/kommunen/{body}/stand': '05766044',
    '/berichte/{id}': reports.draft,
    '/berichte/{id}/pdf': reports.draft,
    '/offene-daten/{name}': 'groessenklassen',
    '/members/{id}/benachrichtigungen': members.members[0]?.id ?? '',
    '/webhooks/{id}': notices.webhook,
    '/rundmails/{id}': notices.draft,
    '/ansichten/{id}': String((view.body as { readonly id?: string }).id ?? ''),
    '/felder/{art}': 'stand',
    '/felder/{art}/definition': 'stand',
    '/katalog/ozg/{id}': '10160',
    '/katalog/leistungen/{id}': 'L02950',
    '/katalog/leistungen/{id}/verlauf': 'L02950',
    '/katalog/einlesen/{upload}': String((begun.body as { readonly upload?: string }).upload ?? ''),
    '/kommunen/{body}': '05766044',
    '/kommunen/{body}/duties': '05766044',
    '/kommunen/{body}/duties/{leistung}': '05766/L00002',
    '/leistungen/{leistung}/zustaendigkeit': 'L00002',
    '/rules/{id}': 'wohngeld',
    '/kommunen/{body}/gaps': '05766044',
    '/kommunen/{body}/differences': '05162012',
    '/kommunen/{body}/groessenklasse': '05362028',
    '/delegationen/{id}': 'aachen-gesundheit',
    '/kommunen/{body}/radar': '05766044',
    '/akteure/{id}': 'd-nrw',
    '/wer-macht-was/leistungen/{id}': 'L02950',
    '/wer-macht-was/ozg/{id}': '10035',
    '/ozg2/{id}': 'wohngeld-bescheid',
    '/onlinedienste/{dienst}': 'hund-anmelden',
    '/onlinedienste/{dienst}/pruefung': 'hund-anmelden',
    '/onlinedienste/{dienst}/wirksam': 'hund-anmelden',
    '/onlinedienste/{dienst}/unterschied': 'hund-anmelden',
    '/anbindungen/{dienst}': 'hund-anmelden',
    '/anbindungen/{dienst}/checkliste': 'hund-anmelden',
    '/anbindungen/{dienst}/pruefung': 'hund-anmelden',
    '/fassungen/{dienst}': 'kindertagespflege',
    '/fassungen/{dienst}/kommunen': 'kindertagespflege',
    ...Object.fromEntries(
      ['', '/pruefung', '/vergleich', '/erbe', '/vorschau'].map((part) => [
        `/parameter/{dienst}${part}`,
        'kindertagespflege',
      ]),
    ),
    '/anbindungen/{dienst}/annahmen': 'hund-anmelden',
    '/cockpit/{dienst}': 'hund-anmelden',
    '/cockpit/zuege/{id}': zug,
    '/auskunft/{leistung}': 'L02950',
    '/portale/{slug}': 'lemgo',
    '/portale/{slug}/suche': 'lemgo',
    '/portale/{slug}/leistungen': 'lemgo',
    '/portale/{slug}/leistungen/{leistung}': 'lemgo/L02950',
    '/rueckfragen/{id}': String((asked.body as { readonly id?: string }).id ?? ''),
    '/projekte/{id}': 'efa-einbuergerung',
    '/werkstatt/{dienst}': 'bewohnerparkausweis',
    '/werkstatt/{dienst}/dateien': 'bewohnerparkausweis',
    '/werkstatt/{dienst}/pruefung': 'bewohnerparkausweis',
    '/werkstatt/{dienst}/testfaelle': 'bewohnerparkausweis',
    '/werkstatt/{dienst}/unterschied': 'bewohnerparkausweis',
    '/kostenplaene/{dienst}/{jahr}': `hund-anmelden/${jahr}`,
    '/kostenplaene/{dienst}/{jahr}/abschluss': `hund-anmelden/${jahr}`,
    '/kosten/schluessel/{id}': 'einwohner-05',
    '/kosten/rechnungsangaben/{kennung}': 'HAUS',
    ...Object.fromEntries(
      ['', '/blatt', '/pdf', '/konto'].map((part) => [`/abrechnungen/{id}${part}`, bill]),
    ),
    '/planung/plaene/{id}': plans.gilt,
    '/planung/plaene/{id}/preise': plans.gilt,
    '/planung/plaene/{id}/vergleich/{mit}': `${plans.gilt}/${plans.anderer}`,
    '/prioritaeten/leistungen/{leistung}': 'L02950',
    '/prioritaeten/beschluesse/{nummer}': '1',
    '/einfuehrungsstrategie/{art}/{id}': 'loesung/wohngeld-sh',
    '/loesungen/{id}': 'wohngeld-sh',
    '/loesungen/beitraege/{id}': String(
      (beitrag.body as { readonly id?: string }).id ?? JSON.stringify(beitrag.body),
    ),
    '/lebenslagen/{id}': 'umzug',
    '/thesaurus/vorschlaege/{id}': String((vorschlag.body as { readonly id?: string }).id ?? ''),
    '/stand/{leistung}': 'L02950',
    '/uebergaben/{von}': members.members[0]?.id ?? '',
    '/members/{id}': members.members[0]?.id ?? '',
    '/referenzdaten/vorgang/{id}': String((started.body as { readonly vorgang?: string }).vorgang ?? ''),
  };
  const queries: Readonly<Record<string, string>> = {
    '/beschreibungen/{leistung}': '?gebiet=Lemgo',
    '/rueckfragen-adressaten': '?zu=pflicht:05766044/L02950',
    '/meine-aenderungen': `?mitglied=${members.members[0]?.id ?? ''}`,
    '/suche': '?q=hund+anmelden&ort=Lemgo',
    '/parameter/{dienst}/vorschau': '?kommunen=05766044,05766',
    '/vorschlaege': '?q=hund',
    '/search': '?words=hund&kommune=Lemgo',
    '/what-if': '?aenderungen=05362028:grosse-kreisangehoerige-stadt',
    '/auskunft/{leistung}': '?ort=32657',
    '/portale/{slug}/suche': '?suche=hund',
    '/orte': '?ort=Halle',
    '/wege': '?leistung=L02950&ort=Lemgo',
    '/werkstatt/{dienst}/unterschied': '?von=schritt-1',
    '/prioritaeten/vergleich': '?a=L02950&b=L00002',
    '/paketvergleich': `?von=${eins}&zu=${zwei}`,
    '/prioritaeten/schemata/vergleich': '?a=&b=',
  };
  return { values, queries };
}

/** The content hash of a service's package in a format. */
async function builtPackage(app: RunningApp, token: string, format: number): Promise<string> {
  const built = await askApi(app, '/pakete/heimarbeit', { method: 'POST', token, json: { format } });
  return String((built.body as { readonly summe?: string }).summe ?? JSON.stringify(built.body));
}

/** An order of Lemgo that was signed on paper, and a document of the service. */
async function signedOrder(
  app: RunningApp,
  { lemgo, provider }: { readonly lemgo: string; readonly provider: string },
  file: { readonly name: string; readonly base64: string },
) {
  const ask = async (token: string, path: string, json?: unknown) => {
    const answer = await askApi(app, path, json === undefined ? { token } : { method: 'POST', token, json });
    return answer.body as {
      readonly id?: string;
      readonly version?: number;
      readonly befugnisse?: readonly { readonly id: string }[];
      readonly zeichnung?: { readonly datei: string };
    };
  };
  const { befugnisse } = await ask(lemgo, '/zeichnungsbefugnisse');
  const order = await ask(lemgo, '/marktplatz/bewohnerparkausweis/bestellungen', { vergabe: 'inhouse' });
  const signed = await ask(lemgo, `/bestellungen/${order.id}/papier`, {
    version: order.version,
    befugnis: befugnisse?.[0]?.id,
    am: '2026-11-01',
    datei: file,
  });
  const dokument = await ask(provider, '/marktplatz/bewohnerparkausweis/dokumente', {
    titel: 'Probe',
    datei: file,
  });
  return { id: order.id ?? '', datei: signed.zeichnung?.datei ?? '', dokument: dokument.id ?? '' };
}
