import type { Catalogue } from '#catalogue';
import { readEigene } from '#descriptions';
import { type Freigabetext, type LiveDienst, readLive, releasedTexts } from '#efa';
import type { LocalDate } from '#kernel';
import type { PortalReadDeps, PortalSite } from '../deps.ts';

/** What citizens of a Kommune find: its Onlinedienste and the texts that it released. Nothing that has ended. */
export interface Bestand {
  readonly live: readonly LiveDienst[];
  readonly texte: ReadonlyMap<string, Freigabetext>;
  readonly ended: ReadonlyMap<string, LocalDate>;
  readonly heute: LocalDate;
}

/** One entry of the list of services. */
export interface Angebot {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly online: boolean;
  readonly leistungIds: readonly string[];
}

export async function readBestand(
  deps: Pick<PortalReadDeps, 'db' | 'clock' | 'ended' | 'world'>,
  { ags }: Pick<PortalSite, 'ags'>,
): Promise<Bestand> {
  const heute = deps.clock.today();
  const [live, texte, ended, { catalogue }] = await Promise.all([
    deps.db.withPublic((tx) => readLive(tx, ags)),
    releasedTexts(deps, ags),
    deps.ended(heute),
    deps.world(),
  ]);
  return {
    live: live.filter((dienst) => leistungenOf(catalogue, dienst).some((id) => !ended.has(id))),
    texte: new Map(texte.map(({ leistungId, text }) => [leistungId, text])),
    ended,
    heute,
  };
}

/** The Leistungen of the catalogue that an Onlinedienst covers. */
export function leistungenOf(catalogue: Catalogue, { leika }: Pick<LiveDienst, 'leika'>): readonly string[] {
  return leika.flatMap((key) => catalogue.leistungByLeika.get(key)?.id ?? []);
}

/** The Onlinedienst that covers a Leistung here: one that can be used before one that rests. */
export function dienstFor(catalogue: Catalogue, { live }: Bestand, leistungId: string): LiveDienst | null {
  const covering = live.filter((dienst) => leistungenOf(catalogue, dienst).includes(leistungId));
  return covering.find(({ ausgesetztGrund }) => ausgesetztGrund === null) ?? covering[0] ?? null;
}

/** All services from A to Z: the Onlinedienste, and the Leistungen whose text the Kommune released or published. */
export async function readAngebote(
  deps: Pick<PortalReadDeps, 'db' | 'clock' | 'ended' | 'world'>,
  site: Pick<PortalSite, 'ags' | 'tenant'>,
): Promise<{ readonly angebote: readonly Angebot[]; readonly catalogue: Catalogue }> {
  const [bestand, { catalogue }, eigene] = await Promise.all([
    readBestand(deps, site),
    deps.world(),
    deps.db.withPublic((tx) => readEigene(tx, site.tenant)),
  ]);
  const described = eigene
    .filter(({ inhalt, leistungId }) => inhalt !== null && !bestand.ended.has(leistungId))
    .map(({ leistungId }) => leistungId);
  return { angebote: angebotOf(catalogue, bestand, described), catalogue };
}

function angebotOf(catalogue: Catalogue, bestand: Bestand, described: readonly string[]): readonly Angebot[] {
  const dienste = bestand.live.map((dienst) => ({
    id: dienst.dienst,
    name: dienst.titel,
    href: `/dienste/${dienst.dienst}`,
    online: dienst.ausgesetztGrund === null,
    leistungIds: leistungenOf(catalogue, dienst),
  }));
  const leistungen = [...new Set([...bestand.texte.keys(), ...described])].flatMap((id) => {
    const name = catalogue.leistungById.get(id)?.name;
    if (name === undefined) return [];
    const online = dienstFor(catalogue, bestand, id)?.ausgesetztGrund === null;
    return [{ id, name, href: `/leistungen/${id}`, online, leistungIds: [id] }];
  });
  return [...dienste, ...leistungen].toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
}
