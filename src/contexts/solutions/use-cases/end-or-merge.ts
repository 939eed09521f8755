import { ok, parseLocalDate, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { Beitrag } from '../domain/beitrag.ts';
import { invalidLoesung } from '../errors.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { changeable, keepFor, laterOf } from './keep-beitrag.ts';

const longestReason = 1000;

/** Contributes that a Lösung ends; its last day is part of its content. */
export async function contributeEnd(
  deps: SolutionsDeps,
  principal: Principal | null,
  end: { readonly id: string; readonly letzterTag: string; readonly begruendung: string },
): Promise<Result<Beitrag>> {
  const newest = changeable(await deps.register(), end.id, null);
  if (!newest.ok) return newest;
  const endetAm = parseLocalDate(end.letzterTag);
  const begruendung = reason(
    end.begruendung,
    'Bitte nennen Sie die Quelle des Endes (höchstens 1.000 Zeichen).',
  );
  const problems = [
    ...(endetAm.ok ? [] : [{ field: 'letzterTag', message: endetAm.refusal.message }]),
    ...(begruendung.ok ? [] : (begruendung.refusal.fields ?? [])),
  ];
  if (!endetAm.ok || !begruendung.ok) return refuse(invalidLoesung(problems));
  return keepFor(deps, principal, {
    art: 'beenden',
    loesungId: end.id,
    grundlage: newest.value.hash,
    inId: null,
    inhalt: { ...newest.value.inhalt, endetAm: endetAm.value },
    giltAb: laterOf(deps.clock.today(), newest.value.giltAb),
    begruendung: begruendung.value,
    eingereicht: true,
  });
}

/** Contributes that an entry is a duplicate of another one and goes up in it. */
export async function contributeMerge(
  deps: SolutionsDeps,
  principal: Principal | null,
  merge: { readonly id: string; readonly inId: string; readonly begruendung: string },
): Promise<Result<Beitrag>> {
  const register = await deps.register();
  const gone = changeable(register, merge.id, null);
  if (!gone.ok) return gone;
  const kept = changeable(register, merge.inId, null);
  if (!kept.ok || merge.id === merge.inId) {
    const message =
      merge.id === merge.inId
        ? 'Eine Lösung kann nicht in sich selbst aufgehen. Bitte wählen Sie die andere.'
        : kept.ok
          ? ''
          : kept.refusal.message;
    return refuse(invalidLoesung([{ field: 'inId', message }]));
  }
  const begruendung = reason(
    merge.begruendung,
    'Bitte sagen Sie, woran man sieht, dass es dieselbe Lösung ist.',
  );
  if (!begruendung.ok) return begruendung;
  return keepFor(deps, principal, {
    art: 'zusammenfuehren',
    loesungId: merge.id,
    grundlage: gone.value.hash,
    inId: merge.inId,
    inhalt: null,
    giltAb: laterOf(laterOf(deps.clock.today(), gone.value.giltAb), kept.value.giltAb),
    begruendung: begruendung.value,
    eingereicht: true,
  });
}

function reason(given: string, message: string): Result<string> {
  const value = given.trim();
  return value === '' || value.length > longestReason
    ? refuse(invalidLoesung([{ field: 'begruendung', message }]))
    : ok(value);
}
