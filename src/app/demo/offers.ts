import { type Delivery, openZustellpunkt } from '#delivery';
import { offerOnlinedienst } from '#efa';
import { changeOffices, readMembers } from '#identity';
import { foldGerman } from '#kernel';
import { actorOf, type TenantId } from '#platform';
import { describeSite, siteBySlug } from '#portal';
import type { Contexts } from '../contexts.ts';
import { need } from './need.ts';
import { rollOutUpdate } from './updates.ts';

const actor = actorOf('system', 'vorfuehrung');

/** Whose public site exists in the demo from the start, with invented contact data. */
const stadt = { post: 'rathaus', leitung: 'Die Bürgermeisterin oder der Bürgermeister' } as const;
const kreis = { post: 'kreishaus', leitung: 'Die Landrätin oder der Landrat' } as const;
const bezirk = {
  post: 'poststelle',
  leitung: 'Die Regierungspräsidentin oder der Regierungspräsident',
} as const;
const demoSites = [
  { ...stadt, ags: '05766044', slug: 'lemgo', offices: ['Steueramt', 'Ordnungsamt', 'Jugendamt'] },
  { ...stadt, ags: '05766020', slug: 'detmold', offices: ['Steueramt'] },
  { ...kreis, ags: '05766', slug: 'kreis-lippe', offices: ['Jagdbehörde', 'Jugendamt'] },
  { ...bezirk, ags: '05700', slug: 'bezirksregierung-detmold', offices: ['Arbeitsschutz'] },
] as const;

/** Offers the shipped Onlinedienste by the invented provider, and gives some Kommunen and an office of the Land a site and places to deliver to. */
export async function makeDemoOffers(contexts: Contexts, providerName: string): Promise<void> {
  const { efa } = contexts;
  const anbieter = await efa.anbieterNamed(providerName);
  if (anbieter === null) return;
  const lead = { actor, anbieter };
  for (const { id } of await efa.onlinedienste()) {
    const offered = need(await offerOnlinedienst(efa, lead, id));
    if (offered.neu) await rollOutUpdate(contexts, lead, offered);
  }
  for (const site of demoSites) await makeSite(contexts, site);
}

async function makeSite(
  { portal, delivery, identity }: Contexts,
  site: (typeof demoSites)[number],
): Promise<void> {
  const kommune = await portal.kommuneOf(site.ags);
  if (kommune === null || (await siteBySlug(portal.db, site.slug)) !== null) return;
  const weekday = '8:00–12:30, 13:30–16:00';
  const woche = {
    mo: weekday,
    di: weekday,
    mi: weekday,
    do: '8:00–12:30, 13:30–18:00',
    fr: '8:00–12:30',
    sa: '',
    so: '',
  };
  const fields = {
    anschrift: `Musterplatz 1 (erfunden)\n00000 ${kommune.name}`,
    telefon: '05261 000-0',
    email: `${site.post}@${site.slug}.demo.invalid`,
    vertretung: `${site.leitung} (erfunden)`,
    datenschutzEmail: `datenschutz@${site.slug}.demo.invalid`,
    veroeffentlichtAb: '2026-01-01',
    barrierefreiheitGeprueftAm: '',
  };
  need(
    await describeSite(portal, { actor, kommune }, { fields, hours: { woche, ausnahmen: '' }, version: 0 }),
  );
  const offices: string[] = [];
  for (const office of site.offices)
    offices.push(await makeZustellpunkt(delivery, kommune.tenant, office, site.slug));
  await staffOffices(identity, kommune.tenant, offices);
}

/** The invented case workers work for all offices of their Kommune. */
async function staffOffices(
  identity: Contexts['identity'],
  tenant: TenantId,
  offices: readonly string[],
): Promise<void> {
  const caller = { tenant, actor, permissions: new Set<string>() };
  for (const { id, roles } of await readMembers(identity, caller))
    if (roles.includes('fachbereich')) need(await changeOffices(identity, caller, id, offices));
}

async function makeZustellpunkt(
  delivery: Delivery,
  tenant: TenantId,
  office: string,
  slug: string,
): Promise<string> {
  const postfach = `${foldGerman(office)}@${slug}.demo.invalid`;
  return need(await openZustellpunkt(delivery, { tenant, actor }, `${office} (erfunden)`, postfach)).id;
}
