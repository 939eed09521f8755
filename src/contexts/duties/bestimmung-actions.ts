import {
  type EvidenceGrade,
  evidenceGrades,
  evidenceLabel,
  type LocalDate,
  type Refusal,
  type Result,
  refuse,
} from '#kernel';
import type { Principal, TenantId } from '#platform';
import type { Angabe } from './domain/angabe.ts';
import type { Regel } from './domain/regel.ts';
import type { DutiesDeps } from './doors-deps.ts';
import type { DutiesWorld } from './duties-world.ts';
import { invalidAngabe, notAllowed } from './errors.ts';
import {
  confirmBestimmung,
  type DecidingProvider,
  listAngaben,
  rejectBestimmung,
} from './use-cases/decide-bestimmung.ts';
import { type BestimmungInput, stateBestimmung } from './use-cases/state-bestimmung.ts';

/** The tasks that the rules leave to a Bestimmung of this body, each by the first of its rules. */
export function rulesWithBestimmung({ duties }: DutiesWorld, ags: string, date: LocalDate): readonly Regel[] {
  const klasse = duties.facts.klasseOn(ags, date)?.klasse;
  if (klasse === undefined) return [];
  const regeln = duties.facts.regelwerk.regeln.filter(({ verteilung }) => verteilung[klasse] === 'A');
  return [...new Map(regeln.toReversed().map((regel) => [regel.aufgabeId, regel])).values()].toReversed();
}

/** A member of a Kommune states a Bestimmung to the IT-Dienstleister that looks after it. */
export async function stateAngabe(
  deps: DutiesDeps,
  principal: Principal | null,
  input: BestimmungInput,
): Promise<Result<{ readonly id: string }>> {
  const [ags, provider] = await Promise.all([deps.ownAgs(principal), deps.providerOf(principal)]);
  if (!principal?.tenant || ags === null) return refuse(notAllowed('Eine Bestimmung angeben'));
  if (provider === null) return refuse(withoutProvider);
  const { duties } = await deps.world();
  const mayState = principal.permissions.has('duties.bestimmung.state');
  return stateBestimmung(
    deps.db,
    duties,
    { actor: principal.actor, tenant: principal.tenant, provider, ags, mayState },
    input,
  );
}

/** The IT-Dienstleister confirms a statement; the refusal, or `null` where it is done. */
export async function confirmAngabe(
  deps: DutiesDeps,
  principal: Principal | null,
  id: string,
  evidenz: string,
): Promise<Refusal | null> {
  const grade = evidenceGrades.find((known) => known === evidenz);
  if (!grade)
    return invalidAngabe([
      {
        field: 'evidenz',
        message: `Bitte wählen Sie, wie Sie die Quelle geprüft haben: ${Object.values(evidenceLabel).join(', ')}.`,
      },
    ]);
  const refused = await decide(principal, (provider) =>
    confirmBestimmung(deps.db, provider, id, grade satisfies EvidenceGrade),
  );
  // Whoever looks next, the Kreis too, sees the new fact and not the kept snapshot.
  if (refused === null) deps.worldChanged();
  return refused;
}

/** The IT-Dienstleister rejects a statement with a reason; the refusal, or `null` where it is done. */
export function rejectAngabe(
  deps: DutiesDeps,
  principal: Principal | null,
  id: string,
  begruendung: string,
): Promise<Refusal | null> {
  return decide(principal, (provider) => rejectBestimmung(deps.db, provider, id, begruendung));
}

async function decide(
  principal: Principal | null,
  act: (provider: DecidingProvider) => Promise<Result<unknown>>,
): Promise<Refusal | null> {
  if (!principal?.tenant) return notAllowed('Über Bestimmungen entscheiden');
  const mayConfirm = principal.permissions.has('duties.bestimmung.confirm');
  const result = await act({ actor: principal.actor, provider: principal.tenant, mayConfirm });
  return result.ok ? null : result.refusal;
}

const withoutProvider: Refusal = {
  kind: 'conflict',
  code: 'DUTIES_NO_PROVIDER',
  message:
    'Ihre Kommune wird von keinem IT-Dienstleister betreut, der die Angabe bestätigen könnte. Bitte wenden Sie sich an den Betrieb.',
};

/** The statements that the person's organisation made or received; nobody else's. */
export async function ownAngaben(deps: DutiesDeps, principal: Principal | null): Promise<readonly Angabe[]> {
  const tenant: TenantId | null = principal?.tenant ?? null;
  return principal && tenant ? listAngaben(deps.db, tenant, principal.actor) : [];
}
