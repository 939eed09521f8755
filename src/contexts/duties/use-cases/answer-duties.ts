import { type Leistung, resolveLeistung } from '#catalogue';
import { evidenceLabel, type LocalDate, ok, type Result } from '#kernel';
import { resolveBody } from '#territory';
import { fallFor } from '../domain/compiled-duties.ts';
import { decide } from '../domain/decide.ts';
import { type Duty, type DutyList, type DutyRow, dutyList, dutyOf } from '../domain/duty-list.ts';
import { herkunftOf } from '../domain/herkunft.ts';
import type { Stelle, VerdictWord } from '../domain/verdict.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { type Achsen, allAxes, axesOf } from './duty-axes.ts';

/** The list with its axes and the state of the catalogue that it rests on. */
export type DutyListAnswer = Omit<DutyList, 'leistungen'> & {
  /** `achse` is the place of the Leistung's axes in `achsen`: hundreds share them. */
  readonly leistungen: readonly (DutyRow & { readonly achse: number })[];
  readonly achsen: readonly Achsen[];
  readonly katalogstand: LocalDate;
};

/** The Gemeinden of a Kreis, by AGS, as they stand to one Leistung. */
export interface GemeindenAnswer {
  readonly handeltFuer: readonly string[];
  readonly offen: readonly string[];
  readonly andere: readonly string[];
}

/** One duty with its reasons; for a Kreis also the Gemeinden for which it acts. */
export type DutyAnswer = Duty &
  Achsen & {
    readonly katalogstand: LocalDate;
    readonly gemeinden: GemeindenAnswer | null;
  };

/** What a body owes on a day. Refuses an unknown or ambiguous body with the ones that come near. */
export function answerDuties(world: DutiesWorld, body: string, date: LocalDate): Result<DutyListAnswer> {
  const found = resolveBody(world.territory, body);
  if (!found.ok) return found;
  const { leistungen, ...list } = dutyList(world.duties, found.value, date);
  const { achsen, achseOf } = allAxes(world, found.value.land, date);
  return ok({
    ...list,
    leistungen: leistungen.map((row, index) => ({ ...row, achse: achseOf[index] ?? 0 })),
    achsen,
    katalogstand: world.catalogue.fassung.stand,
  });
}

/** Why a body owes a Leistung or not. Refuses unknown bodies and keys. */
export function answerDuty(
  world: DutiesWorld,
  body: string,
  leistung: string,
  date: LocalDate,
): Result<DutyAnswer> {
  const foundBody = resolveBody(world.territory, body);
  if (!foundBody.ok) return foundBody;
  const foundLeistung = resolveLeistung(world.catalogue, leistung);
  if (!foundLeistung.ok) return foundLeistung;
  const lage = decide(
    world.duties,
    fallFor(world.duties, foundLeistung.value),
    foundBody.value,
    date,
  ).gemeinden;
  const keys = (bodies: readonly { readonly ags: string }[]) => bodies.map(({ ags }) => ags);
  return ok({
    ...dutyOf(world.duties, foundBody.value, foundLeistung.value, date),
    ...axesOf(
      world,
      foundLeistung.value,
      herkunftOf(fallFor(world.duties, foundLeistung.value), foundBody.value.land, date),
    ),
    katalogstand: world.catalogue.fassung.stand,
    gemeinden: lage && {
      handeltFuer: keys(lage.handeltFuer),
      offen: keys(lage.offen),
      andere: keys(lage.andere),
    },
  });
}

/** Who acts for one Leistung, seen from every body. */
export interface CompetenceAnswer {
  readonly id: string;
  readonly name: string;
  readonly date: LocalDate;
  readonly kommunen: readonly {
    readonly ags: string;
    readonly name: string;
    readonly verdict: VerdictWord;
    readonly stelle: string | null;
    readonly evidence: string | null;
  }[];
}

/** Who is competent for a Leistung, in every body. Refuses an unknown key. */
export function answerCompetence(
  world: DutiesWorld,
  leistung: string,
  date: LocalDate,
): Result<CompetenceAnswer> {
  const found = resolveLeistung(world.catalogue, leistung);
  if (!found.ok) return found;
  const fall = fallFor(world.duties, found.value satisfies Leistung);
  const kommunen = world.duties.facts.bodies.map((body) => {
    const { verdict, stelle, grade } = decide(world.duties, fall, body, date);
    return {
      ags: body.ags,
      name: body.name,
      verdict,
      stelle: nameOf(stelle),
      evidence: grade && evidenceLabel[grade],
    };
  });
  return ok({ id: found.value.id, name: found.value.name, date, kommunen });
}

function nameOf(stelle: Stelle | null): string | null {
  return stelle?.name ?? null;
}
