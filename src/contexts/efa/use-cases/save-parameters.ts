import { isDeepStrictEqual } from 'node:util';
import { type FieldProblem, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { allParameters, statableParameters } from '../domain/all-parameters.ts';
import type { Anbindung } from '../domain/anbindung.ts';
import { type Angebot, newestAngebote } from '../domain/angebot.ts';
import { bezirkProblems } from '../domain/bezirke.ts';
import { missingOf } from '../domain/check-item.ts';
import { checkParameters, missingParameters } from '../domain/check-parameters.ts';
import type { ParameterDefinition } from '../domain/onlinedienst.ts';
import {
  changeDays,
  type ParameterFact,
  valuesAt,
  type WirksamerWert,
  wirksamAt,
} from '../domain/parameter-facts.ts';
import { istOeffentlich, nachSchritt } from '../domain/zustand.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { invalidField, invalidParameters, notReady, stepImpossible, valueBound } from '../errors.ts';
import { insertParameters, type NewParameter, readParameterFacts } from '../store-anbindung.ts';
import { readAngebote, readDefinition } from '../store-angebot.ts';
import { type AnbindungRef, type Change, changeAnbindung } from './change-anbindung.ts';
import type { Editor } from './editor.ts';
import { formItem } from './form-works.ts';
import { runProbes } from './go-live-check.ts';

/** Values as they came, and the day from which they count; without a day from today on. */
export interface ParameterInput extends AnbindungRef {
  readonly values: Readonly<Record<string, unknown>>;
  readonly giltAb?: string;
}

/**
 * States values that count from a day on; only what differs is written. What is not named stays. A service that citizens
 * use never loses a required value, nor gets values with which its form no longer works.
 */
export async function saveParameters(
  deps: Pick<EfaDeps, 'db' | 'clock' | 'probes'>,
  editor: Editor,
  input: ParameterInput,
): Promise<Result<Anbindung>> {
  const day = dayOf(deps, input.giltAb);
  if (!day.ok) return day;
  const giltAb = day.value;
  const erfasstAm = deps.clock.now();
  return changeAnbindung(deps, editor, input, async (current, angebot, tx) => {
    const zustand = nachSchritt(current.zustand, 'parameter-erfassen');
    if (zustand === null) return refuse(stepImpossible(current.zustand, 'parameter-erfassen'));
    const [newest] = newestAngebote(await readAngebote(tx, current.dienst));
    const definitions = statableParameters(angebot.data, (newest ?? angebot).data);
    const checked = checkParameters(definitions, input.values);
    const problems = [...checked.problems, ...bezirkProblems(definitions, checked.values)];
    if (problems.length > 0) return refuse(invalidParameters(problems));
    const facts = await readParameterFacts(tx, current.dienst);
    const before = wirksamAt(facts, { date: giltAb });
    const changed = changedValues(checked.values, before);
    if (changed.length === 0) return ok(null);
    const bound = changed.flatMap(({ name }) => boundBy(definitions, before.get(name)) ?? []);
    if (bound.length > 0) return refuse(valueBound(bound));
    if (istOeffentlich(current.zustand)) {
      const then = [...facts, ...changed.map((each) => factOf(each, giltAb, erfasstAm))];
      const definition = await readDefinition(tx, current.dienst, current.fassung);
      const guarded = await guard(deps, editor, angebot, definition, then, giltAb);
      if (!guarded.ok) return guarded;
    }
    return ok<Change>({
      next: { zustand },
      verb: 'parameters',
      summary: { giltAb, parameter: changed.map(({ name }) => name) },
      write: (inner) =>
        insertParameters(inner, editor.kommune.tenant, current.dienst, changed, { giltAb, erfasstAm }),
    });
  });
}

/** What differs from what counts; taking away what the Kommune never said of its own changes nothing. */
function changedValues(
  values: Readonly<Record<string, NewParameter['wert']>>,
  before: ReadonlyMap<string, WirksamerWert>,
): readonly NewParameter[] {
  return Object.entries(values)
    .filter(([name, wert]) => {
      const known = before.get(name);
      if (wert === null && known?.fact.ebene !== 'kommune') return false;
      return !isDeepStrictEqual(known?.wert ?? null, wert);
    })
    .map(([name, wert]) => ({ name, wert }));
}

function boundBy(
  definitions: readonly ParameterDefinition[],
  value: WirksamerWert | undefined,
): FieldProblem | null {
  if (value === undefined || value.fact.ebene === 'kommune' || !value.fact.verbindlich) return null;
  const { name, sagt, grundlage } = value.fact;
  const label = definitions.find(({ id }) => id === name)?.label ?? name;
  return { field: name, message: `„${label}“ gibt ${sagt} verbindlich vor (${grundlage}).` };
}

function dayOf({ clock }: Pick<EfaDeps, 'clock'>, text: string | undefined): Result<LocalDate> {
  const today = clock.today();
  if (text === undefined || text.trim() === '') return ok(today);
  const parsed = parseLocalDate(text.trim());
  if (!parsed.ok) return refuse(invalidField('giltAb', parsed.refusal.message));
  if (parsed.value >= today) return parsed;
  const message =
    'Werte gelten frühestens ab heute: Anträge, die schon da sind, behalten die Werte vom Tag ihres Eingangs.';
  return refuse(invalidField('giltAb', message));
}

function factOf(
  { name, wert }: Pick<ParameterFact, 'name' | 'wert'>,
  giltAb: LocalDate,
  erfasstAm: Date,
): ParameterFact {
  const own = { erfasstVon: '', ebene: 'kommune', verbindlich: false, sagt: '', grundlage: '' } as const;
  return { nummer: Number.MAX_SAFE_INTEGER, name, wert, giltAb, erfasstAm, ...own };
}

/** On each day from `from` on on which something changes, all is there and the form works. */
async function guard(
  deps: Pick<EfaDeps, 'probes'>,
  { actor, kommune }: Editor,
  { data }: Angebot,
  definition: { readonly dienst: unknown; readonly formular: unknown } | null,
  facts: readonly ParameterFact[],
  from: LocalDate,
): Promise<Result<null>> {
  const probes = deps.probes.filter(({ guardsParameters }) => guardsParameters === true);
  for (const date of changeDays(facts).filter((day) => day >= from)) {
    const parameters = valuesAt(facts, { date });
    const missing: readonly FieldProblem[] = missingParameters(allParameters(data), parameters);
    if (missing.length > 0) return refuse(invalidParameters(missing));
    if (definition === null) continue;
    const subject = { actor, kommune, dienst: data, definition, parameters, date };
    const items = [formItem(subject), ...(await runProbes(probes, subject))];
    if (missingOf(items).length > 0) return refuse(notReady(items));
  }
  return ok(null);
}
