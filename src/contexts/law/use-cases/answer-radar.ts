import { decisionsOf } from '#duties';
import { evidenceLabel, type LocalDate, ok } from '#kernel';
import { type Body, resolveBody } from '#territory';
import { type Radar, type RadarZeile, radarOf } from '../domain/radar.ts';
import type { LawWorld } from '../law-world.ts';
import { type ListedLeistung, lawLeistung, names } from './law-leistung.ts';

/** The Leistungen that a body carries out itself on a day. */
export function eigeneLeistungen(world: LawWorld, body: Body, date: LocalDate): readonly ListedLeistung[] {
  const decisions = decisionsOf(world.duties, body, date);
  return world.duties.facts.leistungen
    .filter((_, index) => decisions[world.duties.fallByLeistung[index] ?? 0]?.verdict === 'selbst')
    .map((leistung) => lawLeistung(world.catalogue, leistung));
}

/** The radar of a body on a day. */
export function radarOfBody(world: LawWorld, body: Body, date: LocalDate): Radar {
  return radarOf({ law: world.law, eigene: eigeneLeistungen(world, body, date), names, date });
}

/** The radar as API and command give it. Refuses an unknown or ambiguous body. */
export function answerRadar(world: LawWorld, name: string, date: LocalDate) {
  const body = resolveBody(world.territory, name);
  return body.ok ? ok(radarJson(world, body.value, date)) : body;
}

function radarJson(world: LawWorld, body: Body, date: LocalDate) {
  const { zeilen, luecken } = radarOfBody(world, body, date);
  return {
    kommune: { ags: body.ags, name: body.name },
    date,
    stand: world.law.stand,
    luecken: { ...luecken },
    zeilen: zeilen.map(({ evidenz, leistungen, quelle, ...zeile }) => ({
      ...zeile,
      evidence: evidenceLabel[evidenz],
      quelle: { ...quelle },
      betroffen: leistungen.length,
      leistungen: [...leistungen],
    })),
  };
}

export type RadarAnswer = ReturnType<typeof radarJson>;

/** The own Leistungen behind one line. */
export function leistungenOfZeile(
  world: LawWorld,
  body: Body,
  date: LocalDate,
  { leistungen }: RadarZeile,
): readonly ListedLeistung[] {
  const wanted = new Set(leistungen);
  return eigeneLeistungen(world, body, date).filter((one) => wanted.has(one.id));
}
