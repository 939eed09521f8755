import { ok, type Result, refuse } from '#kernel';
import type { CostsDeps } from '../costs-deps.ts';
import { type Abschluss, schliesseJahr } from '../domain/abschluss.ts';
import { planUnknown } from '../errors.ts';
import type { Plan } from '../plan-inhalt.ts';
import type { Manager } from './actors.ts';
import { planstand, savePlan } from './plan.ts';

/** Which year of which service is closed. */
export interface Abschlussstelle {
  readonly dienst: string;
  readonly jahr: number;
}

type Deps = Pick<CostsDeps, 'db' | 'clock' | 'grundlagen'>;

/** Planned against actual of a year, payer by payer, and what the next year takes over. */
export async function jahresabschluss(
  deps: Deps,
  manager: Manager,
  { dienst, jahr }: Abschlussstelle,
): Promise<Result<Abschluss>> {
  const soll = await planstand(deps, manager, { dienst, jahr, art: 'plan' });
  if (!soll.ok) return soll;
  const ist = await planstand(deps, manager, { dienst, jahr, art: 'ist' });
  if (!ist.ok) return ist;
  if (!soll.value.rechnung.ok) return soll.value.rechnung;
  if (!ist.value.rechnung.ok) return ist.value.rechnung;
  const next = await planstand(deps, manager, { dienst, jahr: jahr + 1, art: 'plan' });
  const zahler = next.ok ? next.value.plan.inhalt.zahler : ist.value.plan.inhalt.zahler;
  const [first] = (next.ok ? next.value : ist.value).plan.inhalt.schluessel;
  return schliesseJahr(
    soll.value.rechnung.value,
    ist.value.rechnung.value,
    new Set(zahler.map(({ kennung }) => kennung)),
    first?.id ?? '',
  );
}

/** Puts what a year left into the plan of the next one, once: what was put there before for that year is replaced. */
export async function trageVor(deps: Deps, manager: Manager, stelle: Abschlussstelle): Promise<Result<Plan>> {
  const closed = await jahresabschluss(deps, manager, stelle);
  if (!closed.ok) return closed;
  const { dienst, jahr } = stelle;
  const next = await planstand(deps, manager, { dienst, jahr: jahr + 1, art: 'plan' });
  if (!next.ok)
    return refuse({
      ...planUnknown,
      message: `Für ${jahr + 1} gibt es noch keinen Kostenplan. Bitte legen Sie ihn an; dann lässt sich der Übertrag aus ${jahr} eintragen.`,
    });
  const { plan } = next.value;
  const kept = plan.inhalt.uebertraege.filter(({ ausJahr }) => ausJahr !== jahr);
  const inhalt = { ...plan.inhalt, uebertraege: [...kept, ...closed.value.uebertraege] };
  const saved = await savePlan(deps, manager, {
    ...{ dienst, jahr: jahr + 1, art: 'plan' },
    grundlage: plan.fassung,
    inhalt,
  });
  return saved.ok ? ok(saved.value) : saved;
}
