import type { Catalogue } from '#catalogue';
import { type Angebot, countAngebote, readAngebote } from '#efa';
import { type LocalDate, localDate, parseLocalDate } from '#kernel';
import type { Tx } from '#platform';
import type { Loesung, LoesungFassung, LoesungInhalt } from '../domain/loesung.ts';
import type { Register } from '../domain/register.ts';
import { hashOfInhalt } from '../inhalt-schema.ts';
import {
  type ReferenzFassung,
  readReferenz,
  readUebernommene,
  registerCounter,
  type UebernommeneFassung,
} from '../store-register.ts';

/** What the register is made of, as the database holds it. */
export interface RegisterRows {
  readonly referenz: readonly ReferenzFassung[];
  readonly uebernommen: readonly UebernommeneFassung[];
  readonly angebote: readonly Angebot[];
}

/** Grows with every change of the register, offered Onlinedienste included. */
export async function registerVersion(tx: Tx): Promise<number> {
  return (await registerCounter(tx)) + (await countAngebote(tx));
}

export async function loadRegisterRows(tx: Tx): Promise<RegisterRows> {
  return {
    referenz: await readReferenz(tx),
    uebernommen: await readUebernommene(tx),
    angebote: await readAngebote(tx),
  };
}

/** Joins shipped, contributed and offered Lösungen; what people took over follows what was shipped. */
export function buildRegister(rows: RegisterRows, catalogue: Catalogue): Register {
  const byId = new Map<string, Omit<LoesungFassung, 'nummer'>[]>();
  const add = (id: string, fassung: Omit<LoesungFassung, 'nummer'>) => {
    const list = byId.get(id);
    if (list) list.push(fassung);
    else byId.set(id, [fassung]);
  };
  for (const each of rows.referenz) add(each.id, fassungOfReferenz(each));
  for (const each of rows.uebernommen) add(each.id, fassungOfUebernommen(each));
  for (const each of rows.angebote) add(angebotId(each.dienst), fassungOfAngebot(each, catalogue));
  const loesungen = [...byId].map(
    ([id, fassungen]): Loesung => ({
      id,
      herkunft: herkunftOf(fassungen),
      fassungen: fassungen.map((each, index) => ({ ...each, nummer: index + 1 })),
    }),
  );
  return { loesungen, byId: new Map(loesungen.map((each) => [each.id, each])) };
}

/** The id under which an offered Onlinedienst stands in the register. */
export function angebotId(dienst: string): string {
  return `angebot-${dienst}`;
}

function herkunftOf(fassungen: readonly Pick<LoesungFassung, 'anlass'>[]): Loesung['herkunft'] {
  const anlass = fassungen.at(-1)?.anlass;
  if (anlass === 'angebot') return 'angebot';
  return anlass === 'referenz' || anlass === 'entfallen' ? 'referenz' : 'beitrag';
}

function fassungOfReferenz({ inhalt, stand, quelle }: ReferenzFassung): Omit<LoesungFassung, 'nummer'> {
  return {
    giltAb: dayOfStand(stand),
    anlass: inhalt === null ? 'entfallen' : 'referenz',
    inhalt,
    aufgegangenIn: null,
    haus: quelle,
    uebernommenVon: null,
    hash: hashOfInhalt(inhalt),
  };
}

/** A state that names only a year or month begins on its first day. */
function dayOfStand(stand: string): LocalDate {
  const parsed = parseLocalDate(`${stand}-01-01`.slice(0, 10));
  return parsed.ok ? parsed.value : localDate('1900-01-01');
}

function fassungOfUebernommen(row: UebernommeneFassung): Omit<LoesungFassung, 'nummer'> {
  return {
    giltAb: localDate(row.giltAb),
    anlass: row.art,
    inhalt: row.inhalt,
    aufgegangenIn: row.aufgegangenIn,
    haus: row.beigetragenHaus,
    uebernommenVon: row.uebernommenHaus,
    hash: hashOfInhalt(row.inhalt),
  };
}

function fassungOfAngebot(angebot: Angebot, catalogue: Catalogue): Omit<LoesungFassung, 'nummer'> {
  const inhalt = inhaltOfAngebot(angebot, catalogue);
  return {
    giltAb: inhalt.quelleStand,
    anlass: 'angebot',
    inhalt,
    aufgegangenIn: null,
    haus: angebot.anbieter,
    uebernommenVon: null,
    hash: hashOfInhalt(inhalt),
  };
}

/** What efa knows of an offer, in the words of the register; what it does not know stays open. */
function inhaltOfAngebot(
  { data, anbieter, angebotenAm, dienst }: Angebot,
  catalogue: Catalogue,
): LoesungInhalt {
  const day = localDate(angebotenAm.toISOString().slice(0, 10));
  return {
    name: data.title,
    art: 'onlinedienst',
    anbieter,
    hersteller: null,
    preisText: null,
    preisEinmaligCent: null,
    preisJaehrlichCent: null,
    schnittstellen: ['FIT-Connect'],
    fachverfahren: [],
    voraussetzungen: null,
    vertrauensniveau: null,
    zahlverfahren: [],
    portale: [],
    verfuegbarAb: day,
    endetAm: null,
    status: 'verfuegbar',
    efa: {},
    leistungen: data.covers.flatMap(({ leika }) => {
      const leistung = catalogue.leistungByLeika.get(leika);
      if (leistung === undefined) return [];
      const open = { reifegrad11: null, reifegrad20: null, kommentar: null };
      return [{ leistungId: leistung.id, status: 'verfuegbar' as const, ...open }];
    }),
    url: null,
    hinweis: data.summary.replaceAll(/\s+/g, ' ').trim().slice(0, 1000),
    quelle: { title: `Angebot „${dienst}“ in diesem Haus`, url: null },
    quelleStand: day,
    evidenz: 'sekundaerquelle',
    felder: {},
  };
}
