import { addDays, type LocalDate } from '#kernel';
import { actorOf, type TenantId } from '#platform';
import type { Umfrage } from '../domain/umfrage.ts';
import { type SchrittArt, type Zustand, zustandOn } from '../domain/zustand.ts';
import { insertSchritt, listUmfragen, lockUmfrage, updateUmfrage } from '../store-umfrage.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { remind } from './remind.ts';

const system = actorOf('system', 'bedarf');

type Deps = Pick<SurveysDeps, 'db' | 'clock' | 'alleAnbieter'>;

/** Writes down what deadlines did by themselves, and begins the reminders that are due. */
export async function maintainSurveys(deps: Deps): Promise<void> {
  for (const anbieter of await deps.alleAnbieter()) await maintainHouse(deps, anbieter);
}

async function maintainHouse(deps: Deps, tenant: TenantId): Promise<void> {
  const today = deps.clock.today();
  const umfragen = await deps.db.withTenant(tenant, system, listUmfragen);
  for (const umfrage of umfragen.filter(({ tenant: of }) => of === tenant)) {
    if (zustandOn(umfrage, today) !== umfrage.zustand) await writeDown(deps, tenant, umfrage.id, today);
    const anlass = dueReminder(umfrage, today);
    // Refused where this occasion had its reminders before.
    if (anlass !== null)
      await remind(deps, { actor: system, anbieter: { tenant, name: '' } }, umfrage.id, anlass);
  }
}

/** The occasion of an automatic reminder on a day, or `null`. A day on which nothing ran is made up for. */
export function dueReminder(umfrage: Umfrage, today: LocalDate): string | null {
  const { zustand, frist, erinnerungen, geoeffnetAm } = umfrage;
  if (zustandOn(umfrage, today) !== 'offen' || zustand !== 'offen' || frist === null) return null;
  const opened = geoeffnetAm?.toISOString().slice(0, 10) ?? '';
  const due = erinnerungen.filter((days) => {
    const on = addDays(frist, -days);
    return on <= today && on > opened;
  });
  return due.length === 0 ? null : `${Math.min(...due)} Tage vor der Frist ${frist}`;
}

const artOf: Readonly<Partial<Record<Zustand, SchrittArt>>> = {
  nachfrist: 'nachfrist',
  geschlossen: 'schliessen',
};

async function writeDown({ db, clock }: Deps, tenant: TenantId, id: string, today: LocalDate): Promise<void> {
  await db.withTenant(tenant, system, async (tx) => {
    const current = await lockUmfrage(tx, id);
    const nach = current && zustandOn(current, today);
    const art = nach && artOf[nach];
    if (!current || !art || nach === current.zustand) return;
    await updateUmfrage(tx, { ...current, zustand: nach, fassung: current.fassung + 1 });
    await insertSchritt(tx, id, {
      art,
      von: current.zustand,
      nach,
      grund: 'Die Frist ist abgelaufen.',
      am: clock.now(),
    });
  });
}
