import { type LocalDate, localDate, type Source } from '#kernel';
import type { Kopf, Tx } from '#platform';
import { buildTerritory, type EinwohnerFact } from '../domain/build-territory.ts';
import type { Schwelle } from '../domain/schwelle.ts';
import type { Bestand, Body, GroessenklasseFact, Territory } from '../domain/territory.ts';
import {
  type EinwohnerRow,
  einwohnerTableRow,
  type KlasseRow,
  type KoerperschaftRow,
  klasseTableRow,
  koerperschaftTableRow,
  landRow,
  plzRow,
  type SchwelleRow,
  schwelleRow,
  type WebsiteRow,
  websiteRow,
} from '../reference-files.ts';
import { type FassungRow, readFassungen, readTable } from '../store.ts';
import { readMeldungen } from '../store-meldung.ts';

/** Reads all bodies and their dated facts as one immutable value. Throws before the first import. */
export async function loadTerritory(tx: Tx): Promise<Territory> {
  const fassungen = await readFassungen(tx);
  const newest = fassungen.at(-1);
  if (!newest)
    throw new Error(
      'Das Gebiet ist noch nicht eingelesen. Bitte „leitwerk start“ oder „leitwerk import“ ausführen.',
    );
  const versions = fassungen.map(({ nummer }) => nummer);
  const websites = new Map(
    (await readTable(tx, 'website', versions, websiteRow)).map((row) => [row.ags, row]),
  );
  const kopfOf = kopfReader(fassungen);
  const koerperschaften = await readTable(tx, 'koerperschaft', versions, koerperschaftTableRow);
  const klassen = await readTable(tx, 'groessenklasse', versions, klasseTableRow);
  const einwohner = await readTable(tx, 'einwohner', versions, einwohnerTableRow);
  return buildTerritory({
    version: newest.nummer,
    bestaende: newestOfEach(fassungen),
    laender: await readTable(tx, 'land', versions, landRow),
    bodies: koerperschaften.map((row) => bodyOf(row, websites.get(row.ags))),
    klassen: klassen.map((row) => klasseOf(row, kopfOf(row.satz))),
    einwohner: [
      ...einwohner.map((row) => einwohnerOf(row, sourceOf(kopfOf(row.satz)))),
      ...(await readMeldungen(tx)),
    ],
    schwellen: (await readTable(tx, 'schwelle', versions, schwelleRow)).map(schwelleOf),
    plz: await readTable(tx, 'plz', versions, plzRow),
    lagepunkte: new Map(koerperschaften.flatMap((row) => lagepunktOf(row) ?? [])),
  });
}

function lagepunktOf({ ags, lat, lon, flaecheKm2 }: KoerperschaftRow) {
  if (lat === null || lon === null || flaecheKm2 === null) return undefined;
  return [[ags, { lat, lon, flaecheKm2 }]] as const;
}

/** The head of a set as the newest import that holds the set has it. */
function kopfReader(fassungen: readonly FassungRow[]): (satz: string) => Kopf {
  const kopfs = new Map(fassungen.flatMap(({ saetze }) => Object.entries(saetze)));
  return (satz) => {
    const kopf = kopfs.get(satz);
    if (!kopf) throw new Error(`territory.fassung has no head for ${satz}`);
    return kopf;
  };
}

function newestOfEach(fassungen: readonly FassungRow[]): readonly Bestand[] {
  const newest = new Map(fassungen.map((fassung) => [fassung.umfang, fassung]));
  return [...newest.values()].map((fassung) => {
    const { titel, quelle, lizenz } = kopfReader([fassung])('gemeinden');
    const { nummer, umfang, stand } = fassung;
    return { nummer, umfang, stand: localDate(stand), titel, quelle, lizenz };
  });
}

function sourceOf({ quelle, quelleUrl }: Kopf): Source {
  return { title: quelle, url: quelleUrl };
}

function bodyOf(row: KoerperschaftRow, website: WebsiteRow | undefined): Body {
  const suspect = website?.status.startsWith('verdächtig') ?? false;
  return {
    ags: row.ags,
    ars: row.ars,
    name: row.name,
    officialName: row.amtlicherName,
    art: row.art,
    bezeichnung: row.bezeichnung,
    kreisAgs: row.kreisAgs,
    regierungsbezirk: row.regierungsbezirk,
    land: row.land,
    website: suspect ? null : (website?.website ?? null),
    websiteStatus: website?.status ?? null,
  };
}

function klasseOf(row: KlasseRow, kopf: Kopf): GroessenklasseFact {
  return {
    ags: row.ags,
    klasse: row.klasse,
    validFrom: localDate(row.gueltigVon),
    validTo: row.gueltigBis === null ? null : localDate(row.gueltigBis),
    source: sourceOf(kopf),
    evidence: kopf.evidenz,
    note: row.hinweis,
  };
}

function einwohnerOf(row: EinwohnerRow, source: Source): EinwohnerFact {
  return { ags: row.ags, stichtag: localDate(row.stichtag), zahl: row.einwohner, source };
}

function schwelleOf(row: SchwelleRow): Schwelle {
  const { regelfassung, gueltigVon, gueltigBis, zaehltAb, quelle, evidenz, hinweis, ...rest } = row;
  return {
    ...rest,
    fassung: regelfassung,
    validFrom: dayOrNull(gueltigVon),
    validTo: dayOrNull(gueltigBis),
    zaehltAb: dayOrNull(zaehltAb),
    source: quelle,
    evidence: evidenz,
    note: hinweis,
  };
}

function dayOrNull(text: string | null): LocalDate | null {
  return text === null ? null : localDate(text);
}
