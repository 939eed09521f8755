import {
  evidenceGrades,
  type FieldProblem,
  type LocalDate,
  ok,
  parseLocalDate,
  type Refusal,
  type Result,
  refuse,
} from '#kernel';
import { newId } from '#platform';
import { resolveBody } from '#territory';
import { delegationConflict, invalidDelegation, unknownDelegation } from '../delegation-errors.ts';
import { type Befund, befundeFor, isHindrance } from '../domain/befunde.ts';
import { type Delegationsinhalt, delegationsformen, withDelegationen } from '../domain/delegation.ts';
import type { Uebernehmer, Uebertragung } from '../domain/uebertragung.ts';
import type { DutiesWorld } from '../duties-world.ts';
import {
  type DelegationInput,
  foreign,
  sideProblems,
  taskProblems,
  textProblems,
} from './delegation-fields.ts';

/** A statement that can be taken, with what else is to be said of it. */
export interface CheckedDelegation {
  readonly inhalt: Delegationsinhalt;
  readonly hinweise: readonly Befund[];
}

/** Checks a new entry: its fields, and whether it leaves each task one executor. `own` limits who may state it. */
export function checkDelegation(
  world: DutiesWorld,
  input: DelegationInput,
  own: string | null,
): Result<CheckedDelegation> {
  const problems: FieldProblem[] = [];
  const read = <T>(field: string, result: Result<T>): T | null => {
    if (result.ok) return result.value;
    problems.push({ field, message: result.refusal.message });
    return null;
  };
  const form = delegationsformen.find((each) => each === input.form);
  const von = read(
    'von',
    input.von.trim() === '' ? refuse(missingBody) : resolveBody(world.territory, input.von),
  );
  const nach = read('nach', readNach(world, input));
  const gebiet = read('gebiet', readGebiet(world, input.gebiet));
  const validFrom = read('gueltigVon', readDay(input.gueltigVon));
  const validTo = read('gueltigBis', readDay(input.gueltigBis));
  const evidenz = evidenceGrades.find((each) => each === input.evidenz);
  if (form === undefined)
    problems.push({ field: 'form', message: 'Bitte wählen Sie die Form der Übertragung.' });
  if (evidenz === undefined)
    problems.push({ field: 'evidenz', message: 'Bitte sagen Sie, wie gut die Quelle ist.' });
  problems.push(...textProblems(input), ...taskProblems(world, input.aufgabeIds));
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    problems.push({
      field: 'gueltigBis',
      message: 'Das Ende liegt vor dem Beginn. Bitte einen späteren Tag angeben.',
    });
  if (von !== null && nach !== null) problems.push(...sideProblems(world, von, nach, own));
  if (problems.length > 0 || !form || !evidenz || von === null || nach === null)
    return refuse(invalidDelegation(problems));
  const uebertragung: Uebertragung = {
    id: `delegation-${newId()}`,
    von: von.ags,
    nach,
    gebiet,
    aufgabeIds: [...new Set(input.aufgabeIds)],
    reichweite: null,
    norm: input.norm.trim(),
    source: { title: input.quelle.trim(), url: input.quelleUrl },
    evidenz,
    validFrom,
    validTo,
    erfunden: false,
    note: input.note?.trim() || null,
  };
  return judged(world, { art: 'eintragen', form, uebertragung });
}

/** What the register would be with this entry, and whether it leaves each task one executor. */
export function judged({ duties }: DutiesWorld, inhalt: Delegationsinhalt): Result<CheckedDelegation> {
  if (inhalt.art === 'beenden') return ok({ inhalt, hinweise: [] });
  const { regelwerk, leistungen } = duties.facts;
  const befunde = befundeFor(inhalt.uebertragung, regelwerk.uebertragungen, leistungen);
  const hindrances = befunde.filter(isHindrance);
  if (hindrances.length > 0)
    return refuse(delegationConflict(hindrances, (ags) => duties.bodyByAgs.get(ags)?.name ?? ags));
  return ok({ inhalt, hinweise: befunde });
}

/** Checks that a transfer may end on a day. */
export function checkEnd(
  world: DutiesWorld,
  id: string,
  letzterTag: string,
  own: string | null,
): Result<CheckedDelegation> {
  const { regelwerk, leistungen } = world.duties.facts;
  const found = regelwerk.uebertragungen.find((each) => each.id === id);
  if (found === undefined) return refuse(unknownDelegation(id));
  const day = parseLocalDate(letzterTag);
  if (!day.ok) return refuse(invalidDelegation([{ field: 'letzterTag', message: day.refusal.message }]));
  if (own !== null && ![found.von, found.nach?.ags].includes(own))
    return refuse(invalidDelegation([foreign]));
  if (found.validTo !== null && found.validTo < day.value)
    return refuse(
      invalidDelegation([{ field: 'letzterTag', message: 'Die Übertragung endet schon früher.' }]),
    );
  const inhalt: Delegationsinhalt = { art: 'beenden', zielId: id, letzterTag: day.value };
  const after = withDelegationen(regelwerk.uebertragungen, [{ inhalt }]);
  const ended = after.find((each) => each.id === id);
  const others = after.filter((each) => each.id !== id);
  const hinweise = ended === undefined ? [] : befundeFor(ended, others, leistungen);
  return ok({ inhalt, hinweise: hinweise.filter(({ art }) => art === 'luecke') });
}

const missingBody: Refusal = {
  kind: 'invalid',
  code: 'DUTIES_DELEGATION_INVALID',
  message: 'Bitte nennen Sie die Gemeinde oder den Kreis.',
};

function readNach(world: DutiesWorld, { form, nach }: DelegationInput): Result<Uebernehmer> {
  const name = nach.trim();
  if (name === '') return refuse(missingBody);
  if (form === 'zweckverband' && name.length > 2 && name.length <= 200) return ok({ name, ags: null });
  const body = resolveBody(world.territory, name);
  return body.ok ? ok({ name: body.value.name, ags: body.value.ags }) : body;
}

function readGebiet(world: DutiesWorld, names: readonly string[]): Result<readonly string[] | null> {
  const keys: string[] = [];
  for (const name of names.filter((each) => each.trim() !== '')) {
    const body = resolveBody(world.territory, name);
    if (!body.ok) return body;
    keys.push(body.value.ags);
  }
  return ok(keys.length === 0 ? null : [...new Set(keys)]);
}

function readDay(text: string | null): Result<LocalDate | null> {
  return text === null || text.trim() === '' ? ok(null) : parseLocalDate(text);
}
