import type { Kommune } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type TenantId, type Tx } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { Befunde } from '../domain/befunde.ts';
import { type Erklaert, type Erklaerung, erklaert } from '../domain/erklaerung.ts';
import { punkteFor } from '../domain/katalog.ts';
import { kuerzesterGrund } from '../domain/pruefe-fakt.ts';
import { anbindungUnknown, invalidFakt } from '../errors.ts';
import { insertErklaerung } from '../store-fakt.ts';
import { readBefunde } from './befunde.ts';
import { type Begleiter, within } from './begleiter.ts';
import { readAnbindungsstand } from './read-stand.ts';

type Deps = Pick<ConnectionDeps, 'db' | 'clock' | 'katalog' | 'auftraege' | 'efa' | 'schluesselEnden'>;

const meanwhile = 'Inzwischen hat jemand anderes diesen Punkt geändert.';

/** Says of all open lines of an Anbindung before its start that they are done, with one reason for all of them. */
export async function erklaere(
  deps: Deps,
  wer: Begleiter,
  dienst: string,
  wunsch: Erklaerung,
): Promise<Result<Erklaert>> {
  const wrong = problemOf(wunsch);
  if (wrong !== null) return refuse(invalidFakt([wrong]));
  const befunde = await readBefunde(deps, wer, dienst);
  const gueltigBis = wunsch.gueltigBis.trim() || (await keyEnd(deps, wer.kommune));
  const gesagt = { ...wunsch, gueltigBis, grund: wunsch.grund.trim() };
  return within(deps, wer, async (tx) => {
    const done = await erklaereIn(
      tx,
      deps,
      { haus: wer.haus.name, kommune: wer.kommune, befunde },
      dienst,
      gesagt,
    );
    return done === null ? refuse(anbindungUnknown(dienst)) : ok(done);
  });
}

function problemOf({ grund }: Erklaerung) {
  const { length } = grund.trim();
  if (length >= kuerzesterGrund && length <= 1000) return null;
  return {
    field: 'grund',
    message: `Bitte schreiben Sie in ${kuerzesterGrund} bis 1.000 Zeichen, worauf sich die Erklärung stützt.`,
  };
}

/** The last day of the receiving key that ends first; empty where there is none. */
async function keyEnd({ schluesselEnden, clock }: Deps, kommune: Kommune): Promise<string> {
  const today = clock.today();
  const days = (await schluesselEnden([kommune])).map(({ bis }) => bis).filter((bis) => bis >= today);
  return days.toSorted()[0] ?? '';
}

/** What an explanation would come to, without giving it. */
export async function erklaerungVorschau(
  deps: Deps,
  wer: Begleiter,
  dienst: string,
  auchGegenPruefung: boolean,
): Promise<Result<Erklaert>> {
  const befunde = await readBefunde(deps, wer, dienst);
  const gueltigBis = await keyEnd(deps, wer.kommune);
  return within(deps, wer, async (tx) => {
    const [stand] = await readAnbindungsstand(tx, deps, { dienst, kommunen: [wer.kommune] });
    if (stand === undefined) return refuse(anbindungUnknown(dienst));
    const punkte = punkteFor(deps.katalog, dienst);
    const today = deps.clock.today();
    return ok(
      erklaert(
        { punkte, lage: stand.lage, befunde, today },
        { grund: 'x'.repeat(kuerzesterGrund), gueltigBis, auchGegenPruefung },
      ),
    );
  });
}

/** For which Kommune, by which house, against what the probes found. */
export interface Erklaerende {
  readonly haus: string;
  readonly kommune: Kommune;
  readonly befunde: Befunde;
}

/** The same inside a transaction that may write of the Kommune; `null` where it is not connected. */
export async function erklaereIn(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'katalog' | 'auftraege'>,
  { haus, kommune, befunde }: Erklaerende,
  dienst: string,
  wunsch: Erklaerung,
): Promise<Erklaert | null> {
  const [stand] = await readAnbindungsstand(tx, deps, { dienst, kommunen: [kommune] });
  if (stand === undefined) return null;
  const punkte = punkteFor(deps.katalog, dienst);
  const bild = { punkte, lage: stand.lage, befunde, today: deps.clock.today() };
  const { zeilen, bleibt } = erklaert(bild, wunsch);
  const written = await write(tx, kommune.tenant, dienst, zeilen, { haus, am: deps.clock.now() });
  if (written.size > 0)
    await recordAudit(tx, {
      action: 'connection.punkte.erklaert',
      object: { type: 'connection.anbindung', id: dienst },
      summary: { punkte: written.size, gegenPruefung: wunsch.auchGegenPruefung, ags: kommune.ags },
    });
  const late = zeilen.filter(({ punkt }) => !written.has(punkt.id));
  return {
    zeilen: zeilen.filter(({ punkt }) => written.has(punkt.id)),
    bleibt: [...bleibt, ...late.map(({ punkt }) => ({ punkt, warum: meanwhile }))],
  };
}

function write(
  tx: Tx,
  tenant: TenantId,
  dienst: string,
  zeilen: Erklaert['zeilen'],
  von: { readonly haus: string; readonly am: Date },
): Promise<ReadonlySet<string>> {
  const rows = zeilen.map(({ punkt, nummer, fakt }) => ({ punkt: punkt.id, nummer, fakt }));
  return rows.length === 0 ? Promise.resolve(new Set()) : insertErklaerung(tx, tenant, dienst, rows, von);
}
