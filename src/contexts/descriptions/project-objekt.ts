import { createHash } from 'node:crypto';
import { parseLocalDate } from '#kernel';
import {
  readLeistung,
  readOnlinedienst,
  readOrganisationseinheit,
  writeXml,
  type XzufiObjekt,
  type XzufiZustaendigkeit,
} from '#standards/xzufi';
import { plainText } from './domain/plain-text.ts';
import { areasOf, keyOf, type ProjectionGround, safeLink, unknownLeika } from './project-ground.ts';
import type { KeptAbschnitt } from './store-read.ts';

/** A row of the table of objects, with the keys under which it is found. */
export interface ObjektRow {
  readonly art: string;
  readonly agentur: string;
  readonly id: string;
  readonly geloescht: boolean;
  readonly pruefsumme: string;
  readonly xml: string;
  readonly leistungId: string | null;
  readonly leika: string | null;
  readonly name: string;
  readonly ars: readonly string[];
  readonly abschnitte: readonly KeptAbschnitt[];
  readonly suchbegriffe: readonly string[];
  readonly teaser: string;
  readonly daten: unknown;
  readonly geaendertAm: string | null;
  readonly stand: string | null;
  readonly redaktion: string;
  readonly gueltigVon: string | null;
  readonly gueltigBis: string | null;
  readonly schluessel: readonly (readonly [schluessel: string, ars: readonly string[]])[];
}

type Understood = Omit<ObjektRow, 'art' | 'agentur' | 'id' | 'geloescht' | 'pruefsumme' | 'xml'>;

const nothing: Understood = {
  leistungId: null,
  leika: null,
  name: '',
  ars: [],
  abschnitte: [],
  suchbegriffe: [],
  teaser: '',
  daten: {},
  geaendertAm: null,
  stand: null,
  redaktion: '',
  gueltigVon: null,
  gueltigBis: null,
  schluessel: [],
};

/** What is kept of an object: its whole XML, and beside it what we understand. */
export function projectObjekt(objekt: XzufiObjekt, geloescht: boolean, ground: ProjectionGround): ObjektRow {
  const { art, agentur, id, inhalt } = objekt;
  const xml = writeXml(inhalt);
  const understood = geloescht ? nothing : understand(objekt, ground);
  return {
    art,
    agentur,
    id,
    geloescht,
    pruefsumme: createHash('md5').update(xml).digest('hex'),
    xml,
    ...understood,
  };
}

function understand(objekt: XzufiObjekt, ground: ProjectionGround): Understood {
  if (objekt.art === 'leistung' || objekt.art === 'spezialisierung') return leistungRow(objekt, ground);
  if (objekt.art === 'organisationseinheit') return stelleRow(objekt, ground);
  if (objekt.art === 'onlinedienst') return dienstRow(objekt, ground);
  return nothing;
}

function leistungRow({ inhalt, art }: XzufiObjekt, ground: ProjectionGround): Understood {
  const leistung = readLeistung(inhalt);
  const ids = leistung.leika.flatMap((key) => ground.leistungOf(key) ?? unknownLeika(key, ground));
  const abschnitte = leistung.texte
    .map(({ modul, sprache, text }) => ({ modul, sprache, inhalt: plainText(text) }))
    .filter(({ inhalt: text }) => text !== '');
  const ars = areasOf(leistung.gebiete, ground);
  const keys = art === 'spezialisierung' ? [leistung.leistungId ?? ''] : ids;
  return {
    ...nothing,
    leistungId: ids[0] ?? null,
    leika: leistung.leika[0] ?? null,
    name: textIn(abschnitte, ['02', '03']) || leistung.id,
    ars,
    abschnitte,
    suchbegriffe: [...new Set(leistung.begriffe.map(({ text }) => plainText(text)))].filter(
      (each) => each !== '',
    ),
    teaser: teaserOf(textIn(abschnitte, ['24', '05', '06'])),
    ...changedOn(leistung.geaendertAm),
    redaktion: plainText(leistung.herausgeber ?? ground.redaktion).slice(0, 200),
    gueltigVon: dayOf(leistung.beginn),
    gueltigBis: dayOf(leistung.ende),
    schluessel: [...new Set(keys)].filter((key) => key !== '').map((key) => [key, ars]),
  };
}

function stelleRow({ inhalt }: XzufiObjekt, ground: ProjectionGround): Understood {
  const stelle = readOrganisationseinheit(inhalt);
  const zustaendig = stelle.zustaendig.flatMap((each) => zustaendigkeitOf(each, ground));
  const name = stelle.namen.find(({ sprache }) => sprache.startsWith('de')) ?? stelle.namen[0];
  return {
    ...nothing,
    name: plainText(name?.text ?? stelle.id),
    ars: [...new Set(zustaendig.flatMap(({ gebiete }) => gebiete))],
    daten: {
      anschrift: stelle.anschrift.map(plainText).join('\n') || null,
      telefon: stelle.telefon,
      email: stelle.email,
      oeffnungszeiten: stelle.oeffnungszeiten === null ? null : plainText(stelle.oeffnungszeiten),
      zustaendig,
    },
    ...changedOn(stelle.geaendertAm),
    redaktion: ground.redaktion,
    schluessel: zustaendig.map(({ leistung, gebiete }) => [leistung, gebiete] as const),
  };
}

function zustaendigkeitOf(
  { leistungId, gebiete, rolle, destination }: XzufiZustaendigkeit,
  ground: ProjectionGround,
) {
  if (leistungId === '') return [];
  if (rolle !== '01' && rolle !== '02') {
    ground.hinweis('rolle', rolle);
    return [];
  }
  return [{ leistung: keyOf(leistungId, ground), gebiete: areasOf(gebiete, ground), rolle, destination }];
}

function dienstRow({ inhalt }: XzufiObjekt, ground: ProjectionGround): Understood {
  const dienst = readOnlinedienst(inhalt);
  const link = safeLink(dienst.link);
  if (link === null) ground.hinweis('link', (dienst.link ?? 'keine').slice(0, 80));
  const ars = areasOf(dienst.gebiete, ground);
  const leistungen = dienst.leistungen.map((each) => keyOf(each, ground));
  const name =
    dienst.bezeichnungen.find(({ sprache }) => sprache.startsWith('de')) ?? dienst.bezeichnungen[0];
  const { vertrauensniveau, parameter } = dienst;
  return {
    ...nothing,
    name: plainText(name?.text ?? dienst.id),
    ars,
    daten: { link: link ?? '', leistungen, vertrauensniveau, parameter },
    ...changedOn(dienst.geaendertAm),
    redaktion: ground.redaktion,
    schluessel: link === null ? [] : leistungen.map((each) => [each, ars] as const),
  };
}

function textIn(abschnitte: readonly KeptAbschnitt[], module: readonly string[]): string {
  const found = module
    .map(
      (modul) =>
        abschnitte.find((each) => each.modul === modul && each.sprache.startsWith('de')) ??
        abschnitte.find((each) => each.modul === modul),
    )
    .find((each) => each !== undefined);
  return found?.inhalt ?? '';
}

const longestTeaser = 200;

/** The beginning of a text, cut between words. */
export function teaserOf(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= longestTeaser) return line;
  return `${line.slice(0, longestTeaser - 2).replace(/ \S*$/, '')} …`;
}

function changedOn(text: string | null): Pick<Understood, 'geaendertAm' | 'stand'> {
  const at = text === null ? Number.NaN : Date.parse(text);
  if (Number.isNaN(at)) return { geaendertAm: null, stand: null };
  return { geaendertAm: new Date(at).toISOString(), stand: dayOf(text) };
}

function dayOf(text: string | null): string | null {
  const day = parseLocalDate((text ?? '').slice(0, 10));
  return day.ok ? day.value : null;
}
