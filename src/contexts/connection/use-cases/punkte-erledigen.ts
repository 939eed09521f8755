import type { Kommune } from '#efa';
import { type FieldProblem, nearest, ok, type Refusal, type Result, refuse } from '#kernel';
import { recordAudit, type TenantId, type Tx } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { type Befunde, befundZu } from '../domain/befunde.ts';
import { punkteFor } from '../domain/katalog.ts';
import { type Eingabe, type NeuerFakt, pruefeFakt, type Umstand } from '../domain/pruefe-fakt.ts';
import type { Punkt } from '../domain/punkt.ts';
import { anbindungUnknown, changedMeanwhile, invalidFakt, punktUnknown } from '../errors.ts';
import { parteiLabel } from '../messages.ts';
import { insertFakten } from '../store-fakt.ts';
import { readBefunde } from './befunde.ts';
import { type Begleiter, traegtEin, within } from './begleiter.ts';
import { type Anbindungsstand, readAnbindungsstand } from './read-stand.ts';

type Deps = Pick<ConnectionDeps, 'db' | 'clock' | 'katalog' | 'auftraege' | 'efa'>;

/** One thing said of the same line, for one Kommune or many. */
export interface Schritt {
  readonly dienst: string;
  readonly punkt: string;
  readonly eingabe: Eingabe;
  /** What the probes found against each Kommune's lines; left out where nobody looked. */
  readonly befunde?: ReadonlyMap<TenantId, Befunde>;
}

/** What would become of a step for each Kommune, without doing it. */
export interface Vorschau {
  readonly punkt: Punkt;
  readonly zeilen: readonly {
    readonly stand: Anbindungsstand;
    /** The number of the line's newest fact, to be named when the step is taken. */
    readonly nummer: number;
    /** Why it is not possible; empty where it is. */
    readonly problems: readonly FieldProblem[];
    readonly fakt: NeuerFakt | null;
  }[];
}

/** Looks at a step before it is taken. Refuses an unknown line; one of another party, or against a probe, wants a reason. */
export function vorschauOf(
  { katalog, clock }: Pick<Deps, 'katalog' | 'clock'>,
  staende: readonly Anbindungsstand[],
  { seite }: Pick<Begleiter, 'seite'>,
  { dienst, punkt: id, eingabe, befunde }: Schritt,
): Result<Vorschau> {
  const punkte = punkteFor(katalog, dienst);
  const punkt = punkte.find((each) => each.id === id);
  if (punkt === undefined) {
    const near = nearest(id.slice(0, 80), punkte, (each) => `${each.id} ${each.titel}`, 5).map((each) => ({
      key: each.id,
      label: each.titel,
    }));
    return refuse(punktUnknown(id, near));
  }
  const zeilen = staende.map((stand) => ({
    stand,
    nummer: stand.lage.get(id)?.nummer ?? 0,
    ...pruefeFakt(
      punkt,
      punkte,
      stand.lage,
      eingabe,
      clock.today(),
      umstandOf(seite, punkt, befunde?.get(stand.kommune.tenant)),
    ),
  }));
  return ok({ punkt, zeilen });
}

function umstandOf(seite: Begleiter['seite'], punkt: Punkt, befunde: Befunde | undefined): Umstand {
  return {
    fuer: traegtEin(seite, punkt.wer) ? null : parteiLabel[punkt.wer],
    befund: befunde === undefined ? null : befundZu(punkt, befunde),
  };
}

/** What a step did for many Kommunen: nobody is overwritten, and nobody holds the others up. */
export interface Ergebnis {
  readonly erledigt: readonly Kommune[];
  readonly abgelehnt: readonly { readonly kommune: Kommune; readonly grund: Refusal }[];
}

/**
 * Takes a step for many Kommunen in the transaction of a house, in one statement. `gelesen` names the number of the line
 * that was seen for each Kommune; where somebody was faster, or the line waits for another, that Kommune is told so.
 */
export async function punkteErledigen(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'katalog' | 'auftraege'>,
  wer: Pick<Begleiter, 'seite' | 'haus'>,
  schritt: Schritt,
  gelesen: readonly { readonly kommune: Kommune; readonly nummer: number }[],
): Promise<Result<Ergebnis>> {
  const kommunen = gelesen.map(({ kommune }) => kommune);
  const staende = await readAnbindungsstand(tx, deps, { dienst: schritt.dienst, kommunen });
  const vorschau = vorschauOf(deps, staende, wer, schritt);
  if (!vorschau.ok) return vorschau;
  const seen = new Map<TenantId, number>(gelesen.map(({ kommune, nummer }) => [kommune.tenant, nummer]));
  const { zeilen } = vorschau.value;
  const possible = zeilen.flatMap(({ stand, fakt }) => {
    const nummer = seen.get(stand.kommune.tenant);
    return fakt === null || nummer === undefined ? [] : [{ tenant: stand.kommune.tenant, nummer, fakt }];
  });
  const fakt = possible[0]?.fakt;
  const { dienst, punkt } = schritt;
  const aussage = { dienst, punkt, haus: wer.haus.name, am: deps.clock.now() };
  const done =
    fakt === undefined ? new Set<TenantId>() : await insertFakten(tx, possible, { ...aussage, fakt });
  if (done.size > 0)
    await audit(
      tx,
      schritt,
      kommunen.filter(({ tenant }) => done.has(tenant)),
    );
  const problemsOf = new Map(zeilen.map(({ stand, problems }) => [stand.kommune.tenant, problems]));
  return ok({
    erledigt: kommunen.filter(({ tenant }) => done.has(tenant)),
    abgelehnt: kommunen
      .filter(({ tenant }) => !done.has(tenant))
      .map((kommune) => ({ kommune, grund: grundOf(problemsOf.get(kommune.tenant), dienst) })),
  });
}

function grundOf(problems: readonly FieldProblem[] | undefined, dienst: string): Refusal {
  if (problems === undefined) return anbindungUnknown(dienst);
  return problems.length > 0 ? invalidFakt(problems) : changedMeanwhile;
}

function audit(tx: Tx, { dienst, punkt, eingabe }: Schritt, kommunen: readonly Kommune[]): Promise<void> {
  const one = kommunen.length === 1 ? { ags: kommunen[0]?.ags ?? '' } : {};
  return recordAudit(tx, {
    action: `connection.punkt.${eingabe.art}`,
    object: { type: 'connection.anbindung', id: dienst },
    summary: { punkt, kommunen: kommunen.length, ...one },
  });
}

/** Says something of one line of one Kommune's Anbindung; `nummer` is the one that the person had before their eyes. */
export async function punktErledigen(
  deps: Deps,
  wer: Begleiter,
  schritt: Schritt,
  nummer: number,
): Promise<Result<null>> {
  const befunde = new Map([[wer.kommune.tenant, await readBefunde(deps, wer, schritt.dienst)]]);
  return within(deps, wer, async (tx) => {
    const done = await punkteErledigen(tx, deps, wer, { ...schritt, befunde }, [
      { kommune: wer.kommune, nummer },
    ]);
    if (!done.ok) return done;
    const [refused] = done.value.abgelehnt;
    return refused ? refuse(refused.grund) : ok(null);
  });
}
