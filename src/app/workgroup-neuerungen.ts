import { type DeltaEntry, deltaKindLabel, resolveLeistung } from '#catalogue';
import { readAllLive, readAngebote } from '#efa';
import { formatLocalDate, type LocalDate, localDate } from '#kernel';
import { radarOfBody } from '#law';
import { actorOf, type TenantId } from '#platform';
import { artLabel } from '#solutions';
import { type Neuerung, type NeuerungsQuelle, sitzeZwischen } from '#workgroup';
import type { Services } from './services.ts';
import { shippedEnden } from './shipped-enden.ts';
import { type Betroffen, betroffenIn } from './workgroup-betroffene.ts';

const keine = { anzahl: 0, namen: [] } as const;
const germanDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });
const dayOf = (at: Date) => localDate(germanDay.format(at));

/** The dated facts that a working group hears of: each source of the product that dates what it says. */
export function neuerungsQuellen(services: Services): readonly NeuerungsQuelle[] {
  const betroffene = lastAsked(services);
  const quelle = (key: string, titel: string, lies: Lesen): NeuerungsQuelle => ({
    key,
    titel,
    zwischen: async (nach, bis, provider) => {
      const betroffen = await betroffene(provider, bis);
      return lies(services, { nach, bis, in: (tag) => tag !== null && tag > nach && tag <= bis }, betroffen);
    },
  });
  return [
    quelle('normen', 'Normen und Fristen', normen),
    quelle('katalog', 'Änderungen im Katalog', katalog),
    quelle('onlinedienste', 'Neue Onlinedienste', onlinedienste),
    quelle('loesungen', 'Lösungen', loesungen),
    quelle('enden', 'Was geendet hat: Leistungen, Konten und Stellen', enden),
    {
      key: 'sitze',
      titel: 'Wechsel in der Arbeitsgruppe',
      zwischen: async (nach, bis, provider) => {
        const actor = actorOf('system', 'arbeitsgruppe');
        const betroffen = await betroffene(provider, bis);
        const wechsel = await services.db.withTenant(provider, actor, (tx) => sitzeZwischen(tx, nach, bis));
        return wechsel.map(({ tag, haus, ags, gruppe, endet }) => ({
          tag,
          titel: endet ? `${haus}: ein Sitz ist beendet` : `${haus} hat einen Sitz`,
          text: gruppe,
          quelle: 'Sitze der Arbeitsgruppe',
          href: '/arbeitsgruppe/mitglieder',
          kommunen: ags === null ? keine : betroffen.benannte([ags]),
          leistungen: keine,
        }));
      },
    },
  ];
}

/** All sources of a sheet ask for the same circle and day: its duties are decided once. */
function lastAsked(services: Services) {
  let last: { readonly key: string; readonly duties: unknown; readonly found: Promise<Betroffen> } | null =
    null;
  return async (provider: TenantId, bis: LocalDate): Promise<Betroffen> => {
    const { duties } = await services.worlds.duties();
    const key = `${provider} ${bis}`;
    if (last?.key !== key || last.duties !== duties)
      last = { key, duties, found: betroffenIn(services, provider, bis) };
    return last.found;
  };
}

interface Zeitraum {
  readonly nach: LocalDate;
  readonly bis: LocalDate;
  readonly in: (tag: LocalDate | null) => boolean;
}

type Lesen = (services: Services, zeit: Zeitraum, betroffen: Betroffen) => Promise<readonly Neuerung[]>;

/** Deadlines that were reached, those whose lead time has begun, and rules that came into force. */
async function normen(
  { worlds }: Services,
  zeit: Zeitraum,
  betroffen: Betroffen,
): Promise<readonly Neuerung[]> {
  const world = await worlds.law();
  const fristen = world.law.fristen.flatMap((frist) => {
    const beginn = worldDay(frist.faelligAm, frist.vorlaufTage);
    const wann = zeit.in(frist.faelligAm) ? frist.faelligAm : zeit.in(beginn) ? beginn : null;
    return wann === null ? [] : [{ frist, tag: wann, erreicht: wann === frist.faelligAm }];
  });
  const radar =
    fristen.length === 0
      ? []
      : betroffen.bodies.map((body) => ({
          ags: body.ags,
          zeilen: radarOfBody(world, body, zeit.bis).zeilen,
        }));
  const zeilen = fristen.map(({ frist, tag, erreicht }): Neuerung => {
    const touched = radar
      .map(({ ags, zeilen }) => ({ ags, ids: zeilen.find(({ id }) => id === frist.id)?.leistungen ?? [] }))
      .filter(({ ids }) => ids.length > 0);
    return {
      tag,
      titel: erreicht
        ? `${frist.titel}: der Tag ist da`
        : `${frist.titel}: Zeit zu beginnen, fällig am ${formatLocalDate(frist.faelligAm)}`,
      text: frist.tun,
      quelle: `${frist.norm}; ${frist.quelle.title}`,
      href: `/ozg2/${frist.id}`,
      kommunen: betroffen.benannte(touched.map(({ ags }) => ags)),
      leistungen: betroffen.leistungen([...new Set(touched.flatMap(({ ids }) => ids))]),
    };
  });
  const eintraege = world.law.eintraege
    .filter(({ validFrom }) => zeit.in(validFrom))
    .map((eintrag): Neuerung => {
      const ids = [...(eintrag.reichweite?.leistungen ?? [])];
      return {
        tag: eintrag.validFrom ?? zeit.bis,
        titel: `${eintrag.titel} gilt`,
        text: eintrag.aussage,
        quelle: `${eintrag.norm}; ${eintrag.quelle.title}`,
        href: `/ozg2/${eintrag.id}`,
        kommunen: ids.length > 0 ? betroffen.kommunen(ids) : keine,
        leistungen: betroffen.leistungen(ids),
      };
    });
  return [...zeilen, ...eintraege];
}

function worldDay(faelligAm: LocalDate, vorlaufTage: number): LocalDate {
  const day = new Date(`${faelligAm}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - vorlaufTage);
  return localDate(day.toISOString().slice(0, 10));
}

/** What each Fassung of the catalogue changed, dated by the day on which it was imported here. */
async function katalog(
  { worlds }: Services,
  zeit: Zeitraum,
  betroffen: Betroffen,
): Promise<readonly Neuerung[]> {
  const counting = (await worlds.versions.all()).filter(({ zurueckgenommen }) => zurueckgenommen === null);
  const found: Neuerung[] = [];
  for (const [at, fassung] of counting.entries()) {
    const before = counting[at - 1];
    const tag = dayOf(fassung.eingelesen_am);
    // The first one is the stock with which the installation began.
    if (before === undefined || !zeit.in(tag)) continue;
    const delta = await worlds.versions.delta(before.nummer, fassung.nummer);
    if (!delta.ok) continue;
    const quelle = `Katalog, Fassung ${fassung.nummer}, Stand ${formatLocalDate(localDate(fassung.stand))}`;
    found.push(...delta.value.entries.map((entry) => deltaZeile(entry, { tag, quelle }, betroffen)));
  }
  return found;
}

function deltaZeile(
  { ebene, id, name, kinds }: DeltaEntry,
  when: Pick<Neuerung, 'tag' | 'quelle'>,
  betroffen: Betroffen,
): Neuerung {
  const ids = ebene === 'Leistung' ? [id] : [];
  return {
    ...when,
    titel: name,
    text: `${ebene}: ${kinds.map((kind) => deltaKindLabel[kind]).join(', ')}`,
    href: ebene === 'Leistung' ? `/katalog/leistungen/${id}` : `/katalog/ozg/${id}`,
    kommunen: ids.length > 0 ? betroffen.kommunen(ids) : keine,
    leistungen: betroffen.leistungen(ids),
  };
}

/** Services that are offered now, and Kommunen where one went live. */
async function onlinedienste(
  { db, worlds }: Services,
  zeit: Zeitraum,
  betroffen: Betroffen,
): Promise<readonly Neuerung[]> {
  const [angebote, live] = await db.withPublic(
    async (tx) => [await readAngebote(tx), await readAllLive(tx)] as const,
  );
  const catalogue = await worlds.catalogue();
  const idsOf = (leika: readonly string[]) =>
    leika.flatMap((key) => {
      const found = resolveLeistung(catalogue, key);
      return found.ok ? [found.value.id] : [];
    });
  const offered = angebote
    .filter(({ angebotenAm }) => zeit.in(dayOf(angebotenAm)))
    .map(({ dienst, fassung, data, anbieter, angebotenAm }): Neuerung => {
      const ids = idsOf(data.covers.map(({ leika }) => leika));
      return {
        tag: dayOf(angebotenAm),
        titel: `${data.title}, Fassung ${fassung}`,
        text: `Angeboten von ${anbieter}`,
        quelle: 'Angebote von Onlinediensten',
        href: `/onlinedienste/${dienst}`,
        kommunen: betroffen.kommunen(ids),
        leistungen: betroffen.leistungen(ids),
      };
    });
  const started = live
    .filter(({ seit }) => zeit.in(seit))
    .map(
      ({ titel, kommune, ags, leika, seit }): Neuerung => ({
        tag: seit,
        titel: `${titel}: online in ${kommune}`,
        text: '',
        quelle: 'Anbindungen',
        href: `/kommunen/${ags}`,
        kommunen: betroffen.benannte([ags]),
        leistungen: betroffen.leistungen(idsOf(leika)),
      }),
    );
  return [...offered, ...started];
}

const anlassText = {
  neu: 'neu im Register',
  aendern: 'geändert',
  beenden: 'beendet',
  zusammenfuehren: 'zusammengeführt',
  referenz: 'neu in den Referenzdaten',
  angebot: 'als Onlinedienst angeboten',
  entfallen: 'nicht mehr in den Referenzdaten',
} as const;

/** Changes of the register of Lösungen, and those whose last day came. */
async function loesungen(
  { worlds }: Services,
  zeit: Zeitraum,
  betroffen: Betroffen,
): Promise<readonly Neuerung[]> {
  const { loesungen: all } = await worlds.solutions();
  const beginn = ersterBestand(all);
  return all.flatMap(({ id, fassungen }) =>
    fassungen.flatMap(({ giltAb, anlass, inhalt }): Neuerung[] => {
      const ends = inhalt !== null && zeit.in(inhalt.endetAm);
      const neu = zeit.in(giltAb) && !(anlass === 'referenz' && giltAb === beginn);
      if (inhalt === null || (!neu && !ends)) return [];
      const ids = inhalt.leistungen.map(({ leistungId }) => leistungId);
      return [
        {
          tag: ends && inhalt.endetAm !== null ? inhalt.endetAm : giltAb,
          titel: inhalt.name,
          text: `${artLabel[inhalt.art]}, ${ends ? 'letzter Tag' : anlassText[anlass]}`,
          quelle: inhalt.quelle.title,
          href: `/loesungen/${id}`,
          kommunen: betroffen.kommunen(ids),
          leistungen: betroffen.leistungen(ids),
        },
      ];
    }),
  );
}

/** The day on which the installation began with its reference data: that stock is no news. */
function ersterBestand(all: readonly Loesung[]): LocalDate | undefined {
  const days = all.flatMap(({ fassungen }) =>
    fassungen.filter(({ anlass }) => anlass === 'referenz').map(({ giltAb }) => giltAb),
  );
  return days.toSorted()[0];
}

type Loesung = Awaited<ReturnType<Services['worlds']['solutions']>>['loesungen'][number];

/** Leistungen that ended, and Akteure and their roles (accounts and offices) whose last day came. */
async function enden(
  { worlds }: Services,
  zeit: Zeitraum,
  betroffen: Betroffen,
): Promise<readonly Neuerung[]> {
  const leistungen = shippedEnden()
    .filter(({ endetAm }) => zeit.in(endetAm))
    .map(
      ({ leistungId, name, endetAm, grund, quelle }): Neuerung => ({
        tag: endetAm ?? zeit.bis,
        titel: `${name} ist beendet`,
        text: grund,
        quelle,
        href: `/katalog/leistungen/${leistungId}`,
        kommunen: betroffen.kommunen([leistungId]),
        leistungen: betroffen.leistungen([leistungId]),
      }),
    );
  const { law } = await worlds.law();
  const stellen = law.akteure
    .filter(({ validTo }) => zeit.in(validTo))
    .map(
      ({ id, name, aufgabe, validTo, quelle }): Neuerung => ({
        tag: validTo ?? zeit.bis,
        titel: `${name}: nicht mehr zuständig`,
        text: aufgabe,
        quelle: quelle.title,
        href: `/akteure/${id}`,
        kommunen: betroffen.alle(),
        leistungen: keine,
      }),
    );
  return [...leistungen, ...stellen];
}
