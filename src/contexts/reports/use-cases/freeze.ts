import { alles, answerVerlauf, type Reader, type StandZeile, standListe, visibleBodies } from '#compass';
import { type LocalDate, localDate, ok, type Result } from '#kernel';
import type { Bestand, BestandZeile, Monat } from '../domain/bestand.ts';
import type { ReportsDeps } from '../reports-deps.ts';

const months = 24;

/** Takes everything that a report of a Kommune counts, as of a day. */
export async function freeze(
  deps: ReportsDeps,
  reader: Reader,
  stichtag: LocalDate,
): Promise<Result<Bestand>> {
  const { kommune } = reader;
  const liste = await standListe(deps.compass, reader, stichtag);
  if (!liste.ok) return liste;
  const [world, fristen, verlauf] = await Promise.all([
    deps.compass.world(),
    deps.fristenOf(kommune.ags, stichtag),
    courseOf(deps, reader, stichtag),
  ]);
  const people = world.territory.einwohnerByAgs.get(kommune.ags)?.[0];
  const { titel, stand } = world.catalogue.fassung;
  return ok({
    stichtag,
    ags: kommune.ags,
    kommune: kommune.name,
    einwohner: people ? { zahl: people.zahl, stichtag: people.stichtag, quelle: people.source.title } : null,
    katalog: { titel, stand },
    fristenStand: fristen.stand,
    fristen: fristen.zeilen,
    pflichten: liste.value.zeilen.filter(({ pflichtlage }) => pflichtlage === 'selbst').map(zeileOf),
    verlauf,
  });
}

function zeileOf({ ort, stand, zuordnung, loesung }: StandZeile): BestandZeile {
  return {
    id: ort.id,
    name: ort.name,
    themenfeld: ort.themenfeld,
    fachbereich: zuordnung?.fachbereich.name ?? null,
    zustand: stand?.zustand ?? null,
    reifegrad11: stand?.reifegrad11 ?? null,
    reifegrad20: stand?.reifegrad20 ?? null,
    fallzahl: stand?.fallzahl ?? null,
    fallzahlArt: stand?.fallzahlArt ?? null,
    geplantFuer: stand?.geplantFuer ?? null,
    umgesetztAm: stand?.umgesetztAm ?? null,
    loesung,
    angegebenAm: stand ? localDate(stand.angegebenAm.toISOString().slice(0, 10)) : null,
  };
}

/** „keine Angabe“ first, then the Zustaende in their order: what `answerVerlauf` counts. */
const at = { ohneAngabe: 0, vorgemerkt: 2, inErprobung: 5, online: 6 } as const;

async function courseOf(
  { figures }: ReportsDeps,
  { kommune }: Reader,
  stichtag: LocalDate,
): Promise<readonly Monat[]> {
  const now = await figures();
  const visible = visibleBodies(now, kommune.tenant);
  const umfang = { ...alles(stichtag), kommunen: [kommune.ags] };
  const { tage, paare } = await answerVerlauf({ figures: now, visible, umfang }, months);
  return tage.map((tag, index) => {
    const counts = paare[index] ?? [];
    const between = counts.slice(at.vorgemerkt, at.inErprobung + 1);
    return {
      tag,
      online: counts[at.online] ?? 0,
      unterwegs: between.reduce((sum, each) => sum + each, 0),
      ohneAngabe: counts[at.ohneAngabe] ?? 0,
      gesamt: counts.reduce((sum, each) => sum + each, 0),
    };
  });
}
