import { type Kommune, readAnbindungenOf } from '#efa';
import type { Tx } from '#platform';
import type { Auftrag, ConnectionDeps } from '../connection-deps.ts';
import { type Fortschritt, progressOf } from '../domain/fortschritt.ts';
import { punkteFor } from '../domain/katalog.ts';
import { type Phase, phaseOf } from '../domain/phase.ts';
import { type Fakt, type Lage, lageOf, type Punkt } from '../domain/punkt.ts';
import { type Punktstand, staendeOn } from '../domain/stand.ts';
import { type Uhrstand, wartetAuf } from '../domain/uhr.ts';
import { readFakten } from '../store-fakt.ts';

/** An Anbindung as efa keeps it. */
type AnbindungOf = Awaited<ReturnType<typeof readAnbindungenOf>>[number];

/** One Anbindung as everybody who works on it sees it: everything follows from efa's state and the facts. */
export interface Anbindungsstand {
  readonly kommune: Kommune;
  readonly anbindung: AnbindungOf;
  readonly phase: Phase;
  /** The order that the provider accepted; `null` where there is none. */
  readonly auftrag: Auftrag | null;
  readonly fortschritt: Fortschritt;
  readonly staende: ReadonlyMap<string, Punktstand>;
  readonly lage: Lage;
  readonly fakten: readonly Fakt[];
  /** From when on the clocks run. */
  readonly beginn: Date;
  readonly uhr: readonly Uhrstand[];
}

/** Which Anbindungen are asked for. */
export interface Standfrage {
  readonly dienst: string;
  readonly kommunen: readonly Kommune[];
}

type Deps = Pick<ConnectionDeps, 'katalog' | 'auftraege' | 'clock'>;

/**
 * How the Anbindungen of several Kommunen to one service stand; a Kommune without one is missing. The transaction is the
 * Kommune's own, or in scope circle that of the IT-Dienstleister: three queries, for one Kommune as for four hundred.
 */
export async function readAnbindungsstand(
  tx: Tx,
  deps: Deps,
  { dienst, kommunen }: Standfrage,
): Promise<readonly Anbindungsstand[]> {
  const tenants = kommunen.map(({ tenant }) => tenant);
  const anbindungen = new Map((await readAnbindungenOf(tx, dienst)).map((each) => [each.tenant, each]));
  const fakten = Map.groupBy(await readFakten(tx, dienst, tenants), ({ tenant }) => tenant);
  const auftraege = await deps.auftraege(tx, dienst, kommunen);
  const punkte = punkteFor(deps.katalog, dienst);
  return kommunen.flatMap((kommune) => {
    const anbindung = anbindungen.get(kommune.tenant);
    if (anbindung === undefined) return [];
    const own = fakten.get(kommune.tenant) ?? [];
    const auftrag = auftraege.get(kommune.tenant);
    return [standOf(deps, punkte, kommune, anbindung, own, auftrag?.angenommen ? auftrag : null)];
  });
}

function standOf(
  { clock }: Deps,
  punkte: readonly Punkt[],
  kommune: Kommune,
  anbindung: AnbindungOf,
  fakten: readonly Fakt[],
  auftrag: Auftrag | null,
): Anbindungsstand {
  const lage = lageOf(fakten);
  const staende = staendeOn(punkte, lage, clock.today());
  const lines = punkte.map((punkt) => ({ punkt, stand: staende.get(punkt.id) ?? ('offen' as const) }));
  const jetzt = clock.now();
  const beginn = new Date(
    Math.min(anbindung.geaendertAm.getTime(), ...fakten.map(({ am }) => am.getTime()), jetzt.getTime()),
  );
  return {
    kommune,
    anbindung,
    phase: phaseOf({ zustand: anbindung.zustand, beauftragt: auftrag !== null, punkte: lines }),
    auftrag,
    fortschritt: progressOf(lines),
    staende,
    lage,
    fakten,
    beginn,
    uhr: uhrOf(punkte, fakten, anbindung, { beginn, jetzt }),
  };
}

/** What ended waits for nobody any more; the days until then stay. */
function uhrOf(
  punkte: readonly Punkt[],
  fakten: readonly Fakt[],
  { zustand, geaendertAm }: AnbindungOf,
  { beginn, jetzt }: { readonly beginn: Date; readonly jetzt: Date },
): readonly Uhrstand[] {
  if (zustand !== 'beendet') return wartetAuf(punkte, fakten, { beginn, jetzt });
  return wartetAuf(punkte, fakten, { beginn, jetzt: geaendertAm }).map((each) => ({ ...each, seit: null }));
}
