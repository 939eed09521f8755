import {
  changeZustellpunkt,
  createZustellpunkt,
  type Delivery,
  type listZustellpunkte,
  rotateReceivingKey,
} from '#delivery';
import { offerOnlinedienst } from '#efa';
import type { Refusal, Result } from '#kernel';
import { actorOf } from '#platform';
import { describeSite, siteBySlug } from '#portal';
import type { Contexts } from './contexts.ts';

const actor = actorOf('system', 'vorfuehrung');

/** The Kommunen of the demo whose public site exists from the start, with invented contact data. */
const demoSites = [
  { ags: '05766044', slug: 'lemgo', offices: ['Steueramt (erfunden)', 'Ordnungsamt (erfunden)'] },
  { ags: '05766020', slug: 'detmold', offices: ['Steueramt (erfunden)'] },
] as const;

/** Offers the shipped Onlinedienste by the invented provider, and gives two Kommunen a site and places to deliver to. */
export async function makeDemoOffers(contexts: Contexts, providerName: string): Promise<void> {
  const { efa } = contexts;
  const anbieter = await efa.anbieterNamed(providerName);
  if (anbieter === null) return;
  for (const { id } of await efa.onlinedienste()) need(await offerOnlinedienst(efa, { actor, anbieter }, id));
  for (const site of demoSites) await makeSite(contexts, site);
}

async function makeSite({ portal, delivery }: Contexts, site: (typeof demoSites)[number]): Promise<void> {
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
    email: `rathaus@${site.slug}.demo.invalid`,
    vertretung: 'Die Bürgermeisterin oder der Bürgermeister (erfunden)',
    datenschutzEmail: `datenschutz@${site.slug}.demo.invalid`,
    veroeffentlichtAb: '2026-01-01',
    barrierefreiheitGeprueftAm: '',
  };
  need(
    await describeSite(portal, { actor, kommune }, { fields, hours: { woche, ausnahmen: '' }, version: 0 }),
  );
  for (const office of site.offices) await makeZustellpunkt(delivery, kommune.tenant, office);
}

async function makeZustellpunkt(
  delivery: Delivery,
  tenant: Parameters<typeof listZustellpunkte>[1],
  office: string,
): Promise<void> {
  const party = { tenant, actor };
  const id = need(await createZustellpunkt(delivery, party, office));
  need(await rotateReceivingKey(delivery, party, id));
  need(await changeZustellpunkt(delivery, party, id, 'activate'));
}

function need<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`${result.refusal.message} ${JSON.stringify(result.refusal.fields ?? [])}`);
  return result.value;
}
