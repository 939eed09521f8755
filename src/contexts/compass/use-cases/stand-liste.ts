import { dutyList, type VerdictWord } from '#duties';
import type { Feld } from '#fields';
import { type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import { resolveBody } from '#territory';
import { type Fachbereiche, type Zuordnung, zuordnungOn } from '../domain/fachbereich.ts';
import { type Frische, frischeOn, terminVerstrichen } from '../domain/frische.ts';
import type { Stand } from '../domain/stand.ts';
import type { CompassDeps, Person } from '../doors-deps.ts';
import { standOfTomorrow } from '../errors.ts';
import { readFachbereiche } from '../store-fachbereiche.ts';
import { readStaende } from '../store-stand.ts';
import type { Reader } from './editor.ts';
import { inheritedStaende, type Mitgezogen } from './inherited.ts';
import { type OrtLeistung, orteOf, ortOfUnknown } from './leistung-orte.ts';
import { eigeneZellen, schutzOf } from './own-cells.ts';

/** Which Leistungen a list shows: those of the asking person, the Kommune's duties and what is stated, or all. */
export const umfaenge = ['meine', 'pflichten', 'alle'] as const;
export type Umfang = (typeof umfaenge)[number];

/** What a Leistung is to the Kommune today: a verdict of the duties, ended, or gone from the catalogue. */
export type Pflichtlage = VerdictWord | 'beendet' | 'nicht im Katalog';

/** One Leistung in the list of a Kommune. */
export interface StandZeile {
  readonly ort: OrtLeistung;
  readonly pflichtlage: Pflichtlage;
  readonly endetAm: LocalDate | null;
  /** `null` is „keine Angabe“. */
  readonly stand: Stand | null;
  /** The Leistung about which the statement was made, where it was carried along and waits to be confirmed. */
  readonly mitgezogenAus: string | null;
  readonly frische: Frische | null;
  readonly verstrichen: boolean;
  readonly zuordnung: Zuordnung | null;
  readonly zustaendig: Person | null;
  readonly vertretung: Person | null;
  /** Somebody was named who has left. */
  readonly ohneZustaendige: boolean;
  readonly loesung: string | null;
  readonly meine: boolean;
  /** Why the asking person may not change it; `null` where it may. */
  readonly gesperrt: Refusal | null;
}

export interface StandListe {
  readonly date: LocalDate;
  readonly zeilen: readonly StandZeile[];
  readonly fachbereiche: Fachbereiche;
  readonly personen: readonly Person[];
  readonly felder: readonly Feld[];
}

type Deps = Pick<CompassDeps, 'db' | 'clock' | 'world' | 'enden' | 'personen' | 'loesungen' | 'fieldsFor'>;

/** Every Leistung of the catalogue, and every one about which something is stated, as the Kommune sees it on a day. */
export async function standListe(
  deps: Deps,
  reader: Reader,
  date: LocalDate = deps.clock.today(),
): Promise<Result<StandListe>> {
  if (date > deps.clock.today()) return refuse(standOfTomorrow);
  const { kommune, actor } = reader;
  const world = await deps.world();
  const body = resolveBody(world.territory, kommune.ags);
  if (!body.ok) return body;
  const [stored, personen, loesungen, felder] = await Promise.all([
    deps.db.withTenant(kommune.tenant, actor, async (tx) => ({
      staende: await readStaende(tx, undefined, date),
      fachbereiche: await readFachbereiche(tx),
    })),
    deps.personen(actor, kommune),
    deps.loesungen(),
    deps.fieldsFor(kommune.tenant, 'stand'),
  ]);
  const { fachbereiche } = stored;
  const mitgezogen = inheritedStaende(world.catalogue, stored.staende, date);
  const zeileOf = zeilenMaker({
    date,
    mitgezogen,
    reader,
    fachbereiche,
    enden: deps.enden,
    staende: new Map(stored.staende.map((stand) => [stand.leistungId, stand])),
    personen: new Map(personen.map((person) => [person.id, person])),
    loesungen: new Map(loesungen.map(({ id, name }) => [id, name])),
  });
  const orte = orteOf(world.catalogue);
  const known = dutyList(world.duties, body.value, date).leistungen.flatMap(({ id, verdict }) => {
    const ort = orte.get(id);
    return ort ? [zeileOf(ort, verdict)] : [];
  });
  const gone = stored.staende
    .filter(({ leistungId }) => !orte.has(leistungId))
    .map(({ leistungId }) =>
      zeileOf(ortOfUnknown(leistungId, deps.enden.get(leistungId)?.name ?? leistungId), 'nicht im Katalog'),
    );
  return ok({ date, zeilen: [...known, ...gone], fachbereiche, personen, felder });
}

/** The rows that an Umfang shows. */
export function zeilenIn({ zeilen }: Pick<StandListe, 'zeilen'>, umfang: Umfang): readonly StandZeile[] {
  if (umfang === 'alle') return zeilen;
  if (umfang === 'meine') return zeilen.filter(({ meine }) => meine);
  return zeilen.filter(({ pflichtlage, stand }) => pflichtlage === 'selbst' || stand !== null);
}

interface Bekanntes {
  readonly date: LocalDate;
  readonly reader: Reader;
  readonly fachbereiche: Fachbereiche;
  readonly enden: CompassDeps['enden'];
  readonly staende: ReadonlyMap<string, Stand>;
  readonly mitgezogen: ReadonlyMap<string, Mitgezogen>;
  readonly personen: ReadonlyMap<string, Person>;
  readonly loesungen: ReadonlyMap<string, string>;
}

function zeilenMaker(bekannt: Bekanntes): (ort: OrtLeistung, verdict: Pflichtlage) => StandZeile {
  const { date, reader, fachbereiche, staende, mitgezogen } = bekannt;
  const zuordnung = zuordnungOn(fachbereiche, date);
  const eigene = eigeneZellen(reader.mitglied, fachbereiche, date);
  const schutz = schutzOf(reader, fachbereiche, date);
  return (ort, verdict) => {
    const inherited = mitgezogen.get(ort.id);
    const stand = staende.get(ort.id) ?? inherited?.stand ?? null;
    const lage = lageOf(bekannt, ort.id, verdict);
    const found = zuordnung(ort, stand?.fachbereichId ?? null);
    return {
      ort,
      ...lage,
      ...standPart(bekannt, stand),
      mitgezogenAus: inherited?.aus ?? null,
      zuordnung: found,
      meine: (lage.pflichtlage === 'selbst' || stand !== null) && eigene(found, stand),
      gesperrt: schutz(ort, stand),
    };
  };
}

function lageOf({ enden, date }: Bekanntes, id: string, verdict: Pflichtlage) {
  const ende = enden.get(id)?.endetAm ?? null;
  const beendet = ende !== null && ende < date;
  return { pflichtlage: beendet ? 'beendet' : verdict, endetAm: beendet ? ende : null } as const;
}

const nichtsGesagt = {
  stand: null,
  frische: null,
  verstrichen: false,
  zustaendig: null,
  vertretung: null,
  ohneZustaendige: false,
  loesung: null,
};

function standPart({ date, personen, loesungen }: Bekanntes, stand: Stand | null) {
  if (stand === null) return nichtsGesagt;
  const { zustaendig: person, vertretung, loesungId } = stand;
  const zustaendig = personen.get(person ?? '') ?? null;
  return {
    stand,
    frische: frischeOn(stand.angegebenAm, date),
    verstrichen: terminVerstrichen(stand, date),
    zustaendig,
    vertretung: personen.get(vertretung ?? '') ?? null,
    ohneZustaendige: person !== null && (zustaendig === null || zustaendig.entfernt),
    loesung: loesungId === null ? null : (loesungen.get(loesungId) ?? loesungId),
  };
}
