import {
  type Beschreibung,
  ebeneOf,
  kettenOf,
  type MergedBeschreibung,
  mergeBeschreibung,
  readBeschreibungen,
} from '#descriptions';
import {
  type Abschnitt,
  abschnitte,
  type Freigabetext,
  type LiveDienst,
  readLive,
  releasedTexts,
} from '#efa';
import { type LocalDate, localDate } from '#kernel';
import { parseTenantId } from '#platform';
import type { Place } from '#routing';
import type { AuskunftDeps } from '../deps.ts';
import type { DienstSeite } from './read-dienst.ts';

/** Where the parts of our own texts stand among the modules of the LeiKa. */
const modulOf: Readonly<Record<Abschnitt, string>> = {
  was: '05',
  fuerWen: '09',
  benoetigt: '08',
  kosten: '98',
  dauer: '95',
  frist: '97',
  recht: '07',
};

const abschnittOf = new Map(abschnitte.map((abschnitt) => [modulOf[abschnitt], abschnitt]));

/** What we call a module: `was`, `kosten`; its code where we have no word of our own for it. */
export function abschnittOfModul(modul: string): string {
  return abschnittOf.get(modul) ?? modul;
}

const rank: Readonly<Record<Beschreibung['ebene'], number>> = { Gemeinde: 0, Kreis: 1, Land: 2, Bund: 3 };

/**
 * What is written about a Leistung at a place, part by part in the words of the most special level: what a body released,
 * what its Onlinedienst says, then what feeds and editors say, from the Gemeinde up. Null where nobody wrote anything.
 */
export async function textsAtPlace(
  deps: AuskunftDeps,
  leistungId: string,
  place: Pick<Place, 'ags' | 'ars'> | null,
  tag: LocalDate,
): Promise<MergedBeschreibung | null> {
  const bodies = place === null ? [] : [...new Set([place.ags, place.ags.slice(0, 5)])];
  const kette = kettenOf(place?.ars ?? '');
  const [published, ...own] = await Promise.all([
    deps.db.withPublic((tx) => readBeschreibungen(tx, { leistungId, kette, tag, sprache: 'de' })),
    ...bodies.map((ags) => textsOfBody(deps, ags, leistungId, tag)),
  ]);
  const all = [...own.flat(), ...published].toSorted((a, b) => rank[a.ebene] - rank[b.ebene]);
  const merged = mergeBeschreibung(all);
  // Parts of our own texts bear no name of their own.
  return merged && { ...merged, name: published[0]?.name ?? merged.name };
}

async function textsOfBody(
  deps: AuskunftDeps,
  ags: string,
  leistungId: string,
  tag: LocalDate,
): Promise<readonly Beschreibung[]> {
  const { catalogue, territory, dienste } = await deps.routing.world();
  const leika = catalogue.leistungById.get(leistungId)?.leika ?? '';
  const covers = ({ leika: keys }: Pick<LiveDienst, 'leika'>) => keys.includes(leika);
  const hasDienst = dienste.some((each) => each.ags === ags && covers(each));
  const [released, live] = await Promise.all([
    releasedTexts(deps, ags),
    hasDienst ? deps.db.withPublic((tx) => readLive(tx, ags)) : [],
  ]);
  const body = territory.bodyByAgs.get(ags);
  const ars = body?.ars ?? ags.padEnd(12, '0');
  const head = { leistungId, ars, name: catalogue.leistungById.get(leistungId)?.name ?? '' };
  const texts: Beschreibung[] = released
    .filter((each) => each.leistungId === leistungId)
    .map(({ text, freigegebenAm }) => ({
      ...ownText(head, textsOfFreigabe(text)),
      stand: localDate(freigegebenAm.toISOString().slice(0, 10)),
      redaktion: body?.name ?? '',
      quelle: body?.name ?? '',
    }));
  for (const dienst of live.filter(covers)) {
    const tenant = parseTenantId(dienst.tenant);
    const seite = tenant && (await deps.dienste(tenant, dienst, tag));
    if (seite) texts.push(textOfDienst(head, dienst, seite));
  }
  return texts;
}

interface TextHead {
  readonly leistungId: string;
  readonly ars: string;
  readonly name: string;
}

/** What an Onlinedienst says, as a description of its Kommune. */
export function textOfDienst(head: TextHead, dienst: LiveDienst, seite: DienstSeite): Beschreibung {
  const quelle = `Onlinedienst „${dienst.titel}“`;
  const own = ownText(head, textsOfDienst(seite));
  return { ...own, stand: dienst.seit, redaktion: dienst.kommune, quelle };
}

function ownText({ leistungId, ars, name }: TextHead, parts: readonly (readonly [Abschnitt, string])[]) {
  return {
    id: `portal.${ars}.${leistungId}`,
    ...{ leistungId, ars, name },
    leika: null,
    // A kreisfreie Stadt has a key like a Kreis; its texts come first all the same, for nobody stands below it.
    ebene: ebeneOf(ars),
    sprache: 'de',
    abschnitte: parts.map(([abschnitt, inhalt]) => ({ modul: modulOf[abschnitt], inhalt })),
    suchbegriffe: [],
    gueltigVon: null,
    gueltigBis: null,
  };
}

function textsOfFreigabe(text: Freigabetext): readonly (readonly [Abschnitt, string])[] {
  return abschnitte.map((abschnitt) => [abschnitt, text[abschnitt]]);
}

/** The texts of an Onlinedienst, filled with the Kommune's values; lists as lines. */
function textsOfDienst(seite: DienstSeite): readonly (readonly [Abschnitt, string])[] {
  const { texte } = seite;
  if (texte === null) return [];
  const parts: readonly (readonly [Abschnitt, string | readonly string[]])[] = [
    ['was', texte.what],
    ['fuerWen', texte.forWhom],
    ['benoetigt', texte.need],
    ['kosten', texte.cost],
    ['dauer', texte.time],
    ['frist', texte.deadline],
    ['recht', texte.law],
  ];
  return parts.map(([abschnitt, text]) => [
    abschnitt,
    typeof text === 'string' ? text : text.map((item) => `- ${item}`).join('\n'),
  ]);
}
