import { addDays, type LocalDate, localDate } from '#kernel';
import {
  acceptOrder,
  addBefugnis,
  addRahmen,
  anbietendeOf,
  bestellendeOf,
  describeDienst,
  type MarketplaceDeps,
  preisblattOf,
  prepareOrder,
  recordPaper,
  statePrice,
} from '#marketplace';
import { actorOf, type IncomingFile, type Principal, type TenantId } from '#platform';
import type { Contexts } from '../contexts.ts';
import { need } from './need.ts';

const dienst = 'bewohnerparkausweis';
const actor = actorOf('system', 'vorfuehrung');

const papier: IncomingFile = {
  fileName: 'bestellung-unterschrieben.pdf',
  bytes: Buffer.from('%PDF-1.4\n% Vorführung: kein echtes Dokument\n%%EOF\n'),
  scanned: null,
};

/** Somebody of the demonstration who acts for an organisation. */
function acting(tenant: TenantId): Principal {
  return { kind: 'betreiber', actor, tenant, permissions: new Set() };
}

/**
 * One priced Onlinedienst: Lemgo may order it at once, Detmold has an order that waits for its signature, and Aachen has a
 * contract. All of it invented.
 */
export async function makeDemoMarketplace(
  { marketplace }: Pick<Contexts, 'marketplace'>,
  providerName: string,
): Promise<void> {
  const today = marketplace.clock.today();
  const there = await marketplace.db.withPublic((tx) => preisblattOf(tx, dienst, today));
  const haus = await marketplace.efa.anbieterNamed(providerName);
  if (there !== null || haus === null) return;
  await offer(marketplace, haus.tenant, today);
  const house = need(await anbietendeOf(marketplace, acting(haus.tenant)));
  await agree(marketplace, '05766044', haus.tenant);
  const detmold = await agree(marketplace, '05766020', haus.tenant);
  const aachen = await agree(marketplace, '05334002', haus.tenant);
  if (detmold) need(await prepareOrder(marketplace, detmold.wer, wunsch));
  if (!aachen) return;
  const { id, version } = need(await prepareOrder(marketplace, aachen.wer, wunsch));
  const paper = { id, version, befugnis: aachen.befugnis, am: addDays(today, -1), file: papier };
  const signed = need(await recordPaper(marketplace, aachen.wer, paper));
  need(await acceptOrder(marketplace, house, signed));
}

const wunsch = {
  dienst,
  laufzeitJahre: 4,
  laufendeVerwaltung: false,
  laufendGrund: '',
  vergabe: 'inhouse',
  vergabeGrund: 'Beschluss der Verbandsversammlung (erfunden)',
  beginn: null,
  bemerkung: 'Erfunden für die Vorführung.',
} as const;

async function offer(deps: MarketplaceDeps, tenant: TenantId, today: LocalDate): Promise<void> {
  const house = need(await anbietendeOf(deps, acting(tenant)));
  const beleg = 'Prüfbericht der Vorführung (erfunden)';
  need(
    await describeDienst(deps, house, dienst, {
      grundlage: 0,
      inhalt: {
        betreiber: 'Rechenzentrum der Vorführung (erfunden)',
        kontakt: 'marktplatz@rechenzentrum.demo.invalid',
        leistungsgute: {
          verfuegbarkeit: '99,5 % im Jahr (erfunden)',
          support: 'Montag bis Freitag 8 bis 16 Uhr (erfunden)',
          reaktion: 'Vier Stunden bei einem Ausfall (erfunden)',
          wartung: 'Dienstag ab 19 Uhr, fünf Tage vorher angekündigt (erfunden)',
        },
        kriterien: {
          'neutrales-design': { erfuellt: true, beleg },
          'behoerde-genannt': { erfuellt: true, beleg },
          empfaenger: { erfuellt: true, beleg },
          wappen: { erfuellt: false, beleg },
        },
        rahmenNoetig: true,
        eingestelltZum: null,
      },
    }),
  );
  need(
    await statePrice(deps, house, dienst, {
      grundlage: 0,
      gueltigAb: localDate(`${today.slice(0, 4)}-01-01`),
      inhalt: {
        jaehrlich: {
          art: 'staffel',
          stufen: [
            { bisEinwohner: 20_000, cent: 120_000 },
            { bisEinwohner: 60_000, cent: 240_000 },
            { bisEinwohner: null, cent: 480_000 },
          ],
        },
        ersteCent: 60_000,
        einmalig: [{ bezeichnung: 'Einrichtung und Schulung', cent: 50_000 }],
        erlaeuterung: 'Mit Betrieb, Pflege und Support. Ohne die Schnittstelle zum Fachverfahren.',
        quelle: 'Preisliste der Vorführung (erfunden)',
        annahme: true,
      },
    }),
  );
}

/** A Kommune's contract with the house, and its head, who may sign. */
async function agree(deps: MarketplaceDeps, ags: string, anbieterId: TenantId) {
  const kommune = await deps.efa.kommuneOf(ags);
  if (kommune === null) return null;
  const wer = need(await bestellendeOf(deps, acting(kommune.tenant), 'vorbereiten'));
  const [person] = (await deps.personen(actor, kommune)).filter(({ darfBestellen }) => darfBestellen);
  const name = person?.name ?? 'Leitung der Verwaltung (erfunden)';
  const rahmen = {
    anbieterId,
    titel: 'Rahmenvereinbarung Onlinedienste (erfunden)',
    gueltigVon: localDate('2026-01-01'),
    gueltigBis: null,
    kuendigungMonate: 3,
    gezeichnetVon: name,
  };
  need(await addRahmen(deps, wer, rahmen, null));
  const befugnis = await addBefugnis(
    deps,
    wer,
    {
      name,
      mitglied: person?.id ?? null,
      art: 'leitung',
      grenzeCent: null,
      gueltigVon: localDate('2025-11-01'),
      gueltigBis: localDate('2030-10-31'),
      grundlage: 'Kommunalwahl 2025 (erfunden)',
    },
    null,
  );
  return { wer, befugnis: need(befugnis).id };
}
