import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { allParameters } from '../domain/all-parameters.ts';
import type { Anbindung } from '../domain/anbindung.ts';
import type { Angebot } from '../domain/angebot.ts';
import { missingOf } from '../domain/check-item.ts';
import { checkParameters, missingParameters } from '../domain/check-parameters.ts';
import { type ParameterFact, valuesAt } from '../domain/parameter-facts.ts';
import { istOeffentlich, nachSchritt, type Zustand } from '../domain/zustand.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { dienstUnknown, stepImpossible } from '../errors.ts';
import { type NewParameter, readAnbindung, readParameterFacts } from '../store-anbindung.ts';
import { insertManyParameters } from '../store-many.ts';
import { type Change, changeAnbindung } from './change-anbindung.ts';
import type { Editor } from './editor.ts';
import { expressInterest } from './express-interest.ts';
import { parameterItems } from './go-live-check.ts';

/** How far one of many Kommunen shall be taken. */
export interface Weiterfuehrung {
  readonly dienst: string;
  /** Values for parameters that the Kommune has not stated; what it stated stays. */
  readonly werte: Readonly<Record<string, unknown>>;
  /** Begins an ended Anbindung anew; without it an ended one is left alone. */
  readonly neuBeginnen: boolean;
}

/** How far it came. */
export interface Weitergefuehrt {
  readonly nachher: Anbindung;
  /** The parameters that were filled in now. */
  readonly gesetzt: readonly string[];
  /** What is still missing, or was given in a form that cannot be read. */
  readonly fehlt: readonly FieldProblem[];
}

/**
 * Takes a Kommune as far as its values carry: interest, what is missing filled in, test. Asked again it goes on where it
 * stopped and changes nothing twice. A service that is live, or rests, is left as it is.
 */
export async function carryForward(
  deps: Pick<EfaDeps, 'db' | 'clock'>,
  editor: Editor,
  wunsch: Weiterfuehrung,
): Promise<Result<Weitergefuehrt>> {
  const begun = await begunAnbindung(deps, editor, wunsch.dienst);
  if (!begun.ok) return begun;
  let outcome: Omit<Weitergefuehrt, 'nachher'> = { gesetzt: [], fehlt: [] };
  const ref = { dienst: wunsch.dienst, version: begun.value.version };
  const carried = await changeAnbindung(deps, editor, ref, async (current, angebot, tx) => {
    if (istOeffentlich(current.zustand)) return ok(null);
    if (current.zustand === 'beendet' && !wunsch.neuBeginnen)
      return refuse(stepImpossible(current.zustand, 'parameter-erfassen'));
    const facts = await readParameterFacts(tx, wunsch.dienst);
    const plan = planOf(angebot, facts, wunsch, current.zustand, deps.clock.today());
    outcome = { gesetzt: plan.neu.map(({ name }) => name), fehlt: plan.fehlt };
    if (plan.zustand === current.zustand && plan.neu.length === 0) return ok(null);
    const when = { giltAb: deps.clock.today(), erfasstAm: deps.clock.now() };
    return ok<Change>({
      next: { zustand: plan.zustand, liveSeit: null, grund: null },
      verb: 'carried',
      summary: { parameter: outcome.gesetzt },
      write: (inner) => insertManyParameters(inner, editor.kommune.tenant, wunsch.dienst, plan.neu, when),
    });
  });
  return carried.ok ? ok({ nachher: carried.value, ...outcome }) : carried;
}

/** The Anbindung of a Kommune, begun where it has none. */
async function begunAnbindung(
  deps: Pick<EfaDeps, 'db' | 'clock'>,
  editor: Editor,
  dienst: string,
): Promise<Result<Anbindung>> {
  const read = () =>
    deps.db.withTenant(editor.kommune.tenant, editor.actor, (tx) => readAnbindung(tx, dienst));
  const known = await read();
  if (known !== null) return ok(known);
  const interest = await expressInterest(deps, editor, dienst);
  if (interest.ok) return interest;
  const meanwhile = await read();
  return meanwhile === null ? refuse(dienstUnknown(dienst)) : ok(meanwhile);
}

interface Plan {
  readonly neu: readonly NewParameter[];
  readonly fehlt: readonly FieldProblem[];
  readonly zustand: Zustand;
}

/** Which values are filled in, what is missing then, and how far that carries. */
function planOf(
  angebot: Angebot,
  facts: readonly ParameterFact[],
  { werte }: Weiterfuehrung,
  from: Zustand,
  date: Parameters<typeof valuesAt>[1]['date'],
): Plan {
  const definitions = allParameters(angebot.data);
  const before = valuesAt(facts, { date });
  const wanted = Object.fromEntries(
    definitions.flatMap(({ id }) => (before[id] === undefined && id in werte ? [[id, werte[id]]] : [])),
  );
  const checked = checkParameters(definitions, wanted);
  const neu = Object.entries(checked.values).flatMap(([name, wert]) =>
    wert === null ? [] : [{ name, wert }],
  );
  const values = { ...before, ...Object.fromEntries(neu.map(({ name, wert }) => [name, wert])) };
  const begun = from === 'beendet' ? 'interesse' : from;
  const stated = nachSchritt(begun, 'parameter-erfassen') ?? begun;
  const complete = missingOf(parameterItems(angebot, values)).length === 0;
  return {
    neu,
    fehlt: [...missingParameters(definitions, values), ...checked.problems],
    zustand: complete ? (nachSchritt(stated, 'testen') ?? stated) : stated,
  };
}
