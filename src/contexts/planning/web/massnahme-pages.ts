import type { Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { massnahmeUnknown } from '../errors.ts';
import { type Felder, felderOf, feldLabel, kennungOf, leseFelder } from '../felder/massnahme-felder.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { bestandOf } from '../use-cases/grundlage.ts';
import { saveMassnahme } from '../use-cases/save-massnahme.ts';
import { done, plannerRoute } from './answers.ts';
import { address, massnahmeContent } from './massnahme-form.ts';

/** One Massnahme, to be made or changed. Stands after the fixed addresses of the list. */
export function massnahmeRoutes(deps: PlanningDeps): readonly PageRoute[] {
  return (['neu', ':massnahme'] as const).flatMap((last) => [
    plannerRoute(deps, 'planning.measure.save', 'GET', `${address}/${last}`, (planner, request) =>
      show(deps, planner, request),
    ),
    plannerRoute(deps, 'planning.measure.save', 'POST', `${address}/${last}`, (planner, request) =>
      save(deps, planner, request),
    ),
  ]);
}

async function show(deps: PlanningDeps, planner: Planner, request: PageRequest): Promise<PageAnswer> {
  const bestand = await bestandOf(deps, planner);
  const id = request.params.massnahme;
  const massnahme = bestand.massnahmen.find((one) => one.id === id) ?? null;
  if (id !== undefined && massnahme === null) return refusal(massnahmeUnknown(id));
  const typed: Felder = massnahme
    ? { ...felderOf(massnahme.inhalt), beendet: massnahme.beendet ? 'ja' : '' }
    : { gewicht: '50' };
  return page(massnahmeContent(request, { massnahme, typed, reason: null, bestand }));
}

async function save(deps: PlanningDeps, planner: Planner, request: PageRequest): Promise<PageAnswer> {
  const bestand = await bestandOf(deps, planner);
  const { massnahme: id } = request.params;
  const massnahme = bestand.massnahmen.find((one) => one.id === id) ?? null;
  if (id !== undefined && massnahme === null) return refusal(massnahmeUnknown(id));
  const typed = Object.fromEntries(
    Object.keys(feldLabel).map((name) => [name, formField(request.form, name)]),
  );
  const beendet = formField(request.form, 'beendet');
  const again = (reason: Refusal) =>
    refusedPage(
      massnahmeContent(request, { massnahme, typed: { ...typed, beendet }, reason, bestand }),
      reason,
    );
  const read = leseFelder(typed, massnahme?.inhalt ?? null);
  if (!read.ok) return again(read.refusal);
  const saved = await saveMassnahme(deps, planner, {
    id: massnahme?.id ?? kennungOf(read.value.titel),
    grundlage: massnahme ? numberIn(request.form.get('grundlage')) : 0,
    inhalt: read.value,
    herkunft: 'hand',
    beendet: beendet === 'ja',
  });
  return saved.ok ? done(address, 'massnahme') : again(saved.refusal);
}
