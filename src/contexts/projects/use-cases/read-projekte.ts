import type { LocalDate } from '#kernel';
import type { Principal } from '#platform';
import { type Projektphase, phaseOn } from '../domain/phase.ts';
import type { Projektfassung, Projektintern } from '../domain/projekt.ts';
import { groessterVerzug, type Verzug } from '../domain/verzug.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { interessenOn, interessenzahlen } from '../store-interesse.ts';
import { internOn, projekteOn } from '../store-projekt.ts';
import { asViewer } from './view.ts';

/** A project as somebody sees it in the list, as it was on a day. */
export interface Projektzeile {
  readonly projekt: Projektfassung;
  readonly phase: Projektphase;
  readonly verzug: Verzug | null;
  /** How many Kommunen want to join. */
  readonly interessierte: number;
  /** The viewer's own Kommune wants to join. */
  readonly eigenesInteresse: boolean;
  /** The viewer's own house leads it. */
  readonly gefuehrt: boolean;
  /** What only the leading house knows. */
  readonly intern: Projektintern | null;
}

/** Every project as it was known and planned on a day. */
export function readProjekte(
  deps: Pick<ProjectsDeps, 'db'>,
  principal: Principal | null,
  day: LocalDate,
): Promise<readonly Projektzeile[]> {
  return asViewer(deps, principal, async (tx) => {
    const [projekte, zahlen] = [await projekteOn(tx, day), await interessenzahlen(tx, day)];
    const tenant = principal?.tenant ?? null;
    const intern = tenant ? await internOn(tx, day) : new Map<string, Projektintern>();
    const words = tenant ? await interessenOn(tx, day) : [];
    const own = new Set(
      words.filter((word) => word.tenant === tenant && word.interessiert).map(({ projektId }) => projektId),
    );
    return projekte.map((projekt) => ({
      projekt,
      phase: phaseOn(projekt.inhalt, day),
      verzug: groessterVerzug(projekt.inhalt, day),
      interessierte: zahlen.get(projekt.id)?.zahl ?? 0,
      eigenesInteresse: own.has(projekt.id),
      gefuehrt: tenant !== null && projekt.tenant === tenant,
      intern: projekt.tenant === tenant ? (intern.get(projekt.id) ?? null) : null,
    }));
  });
}
