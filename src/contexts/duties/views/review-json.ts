import { evidenceLabel } from '#kernel';
import type { DutyBody } from '../domain/compiled-duties.ts';
import type { NamedLeistung } from '../domain/duty-list.ts';
import { mitgezogenText } from '../domain/mitgezogen.ts';
import type { Unterschied } from '../domain/unterschied.ts';
import type { Betroffen } from '../domain/wirkung.ts';
import { rowOfRegel } from '../regelwerk-of-rows.ts';
import type { Vorschlag } from '../store-vorschlag.ts';
import type { MitgezogeneLeistung } from '../use-cases/mitgezogene-leistungen.ts';
import type { ReviewRow } from '../use-cases/read-review.ts';

/** A rule of the queue as JSON. */
export function reviewJson({ regel, themenfeld, erreicht, stand, mitgezogen }: ReviewRow) {
  const { id, aufgabe, norm, evidenz } = regel;
  return {
    id,
    aufgabe,
    themenfeld,
    norm,
    evidence: evidenceLabel[evidenz],
    erreicht,
    stand,
    mitgezogen: mitgezogen.map(mitgezogenJson),
  };
}

/** A proposal as JSON. */
export function proposalJson(vorschlag: Vorschlag) {
  const { regelId, art, begruendung, haus, entscheidung, antwort } = vorschlag;
  return {
    id: vorschlag.id,
    regelId,
    art,
    begruendung,
    haus,
    vorgeschlagenAm: vorschlag.vorgeschlagenAm.toISOString(),
    entscheidung,
    entschiedenAm: vorschlag.entschiedenAm?.toISOString() ?? null,
    antwort,
    regel: vorschlag.regel === null ? null : { ...rowOfRegel(vorschlag.regel) },
  };
}

/** Whom a change would concern as JSON. */
export function effectJson(effect: readonly Betroffen<NamedLeistung, DutyBody>[]) {
  return {
    betroffen: effect.map(({ body: { ags, name }, gewinnt, verliert, sonst }) => ({
      ags,
      name,
      gewinnt: gewinnt.map(wechselJson),
      verliert: verliert.map(wechselJson),
      sonst: sonst.map(wechselJson),
    })),
  };
}

function wechselJson({ leistung, vorher, nachher }: Unterschied<NamedLeistung>) {
  return { leistung: leistung.id, vorher: vorher.verdict, nachher: nachher.verdict };
}

function mitgezogenJson({ leistung, frueher }: MitgezogeneLeistung) {
  return { leistung: leistung.id, art: frueher.art, text: mitgezogenText(frueher) };
}
