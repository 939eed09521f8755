import { ok, parseLocalDate, type Result, refuse } from '#kernel';
import type { Anbindung } from '../domain/anbindung.ts';
import { newestAngebote } from '../domain/angebot.ts';
import { missingOf } from '../domain/check-item.ts';
import { valuesAt } from '../domain/parameter-facts.ts';
import { istOeffentlich, nachSchritt, type Schritt } from '../domain/zustand.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { dienstUnknown, invalidField, notReady, stepImpossible, versionHeld } from '../errors.ts';
import { readParameterFacts } from '../store-anbindung.ts';
import { readAngebote } from '../store-angebot.ts';
import { type AnbindungRef, type Change, changeAnbindung } from './change-anbindung.ts';
import type { CheckDeps } from './check-deps.ts';
import type { Editor } from './editor.ts';
import { goLiveCheck, parameterItems } from './go-live-check.ts';

type StateDeps = CheckDeps;

/** A step that somebody wants to take; saving parameters has a use case of its own. */
export interface StepInput extends AnbindungRef {
  readonly schritt: Exclude<Schritt, 'parameter-erfassen'>;
  /** Why a service is suspended, as citizens read it. */
  readonly grund?: string;
}

const verbOf = {
  testen: 'test-begun',
  'zurueck-zu-parametern': 'parameters-resumed',
  'live-schalten': 'live',
  aussetzen: 'suspended',
  fortsetzen: 'resumed',
  beenden: 'ended',
  'neu-beginnen': 'restarted',
} as const;

/** Takes a step of the state table. Going live, also again, is refused as long as a required line of the check is not fulfilled. */
export async function changeState(
  deps: StateDeps,
  editor: Editor,
  input: StepInput,
): Promise<Result<Anbindung>> {
  const { schritt } = input;
  const grund = (input.grund ?? '').trim();
  if (schritt === 'aussetzen' && (grund === '' || grund.length > 500)) {
    const message =
      'Bitte sagen Sie den Bürgerinnen und Bürgern in höchstens 500 Zeichen, warum der Onlinedienst ruht.';
    return refuse(invalidField('grund', message));
  }
  const ready = await readiness(deps, editor, input);
  if (!ready.ok) return ready;
  return changeAnbindung(deps, editor, input, async (current, angebot, tx) => {
    const zustand = nachSchritt(current.zustand, schritt);
    if (zustand === null) return refuse(stepImpossible(current.zustand, schritt));
    if (schritt === 'testen') {
      const facts = await readParameterFacts(tx, current.dienst);
      const items = parameterItems(angebot, valuesAt(facts, { date: deps.clock.today() }));
      if (missingOf(items).length > 0) return refuse(notReady(items));
    }
    const [newest] = newestAngebote(await readAngebote(tx, current.dienst));
    const change: Change = {
      verb: verbOf[schritt],
      next: {
        zustand,
        grund: schritt === 'aussetzen' ? grund : null,
        ...(schritt === 'live-schalten' ? { liveSeit: deps.clock.today(), geplantAm: null } : {}),
        ...(schritt === 'neu-beginnen' && newest ? { fassung: newest.fassung, liveSeit: null } : {}),
      },
    };
    return ok(change);
  });
}

async function readiness(
  deps: StateDeps,
  editor: Editor,
  { dienst, schritt }: StepInput,
): Promise<Result<null>> {
  if (schritt !== 'live-schalten' && schritt !== 'fortsetzen') return ok(null);
  const items = await goLiveCheck(deps, editor, dienst);
  if (!items.ok) return items;
  return missingOf(items.value).length > 0 ? refuse(notReady(items.value)) : ok(null);
}

/** Notes the day for which going live is planned, or takes it away. A plan changes no state. */
export function planGoLive(
  deps: Pick<EfaDeps, 'db' | 'clock'>,
  editor: Editor,
  input: AnbindungRef & { readonly geplantAm: string },
): Promise<Result<Anbindung>> {
  const text = input.geplantAm.trim();
  const parsed = text === '' ? ok(null) : parseLocalDate(text);
  if (!parsed.ok) return Promise.resolve(refuse(invalidField('geplantAm', parsed.refusal.message)));
  const geplantAm = parsed.value;
  if (geplantAm !== null && geplantAm < deps.clock.today())
    return Promise.resolve(refuse(invalidField('geplantAm', 'Der geplante Tag liegt in der Vergangenheit.')));
  return changeAnbindung(deps, editor, input, async () =>
    ok({ next: { geplantAm }, verb: 'planned', summary: { geplantAm } }),
  );
}

/** Moves an Anbindung to the newest offered version; where citizens use it, only if it would be ready with it. */
export async function moveToNewest(
  deps: StateDeps & Pick<EfaDeps, 'fassungGehalten'>,
  editor: Editor,
  ref: AnbindungRef,
): Promise<Result<Anbindung>> {
  const [newest] = newestAngebote(await deps.db.withPublic((tx) => readAngebote(tx, ref.dienst)));
  if (!newest) return refuse(dienstUnknown(ref.dienst));
  const held = await deps.fassungGehalten?.(editor.kommune, newest.dienst, newest.fassung);
  if (held) return refuse(versionHeld(newest.fassung, held));
  const items = await goLiveCheck(deps, editor, ref.dienst, newest.fassung);
  if (!items.ok) return items;
  return changeAnbindung(deps, editor, ref, async (current) => {
    if (current.fassung === newest.fassung) return ok(null);
    if (istOeffentlich(current.zustand) && missingOf(items.value).length > 0)
      return refuse(notReady(items.value));
    return ok({ next: { fassung: newest.fassung }, verb: 'moved', summary: { vorher: current.fassung } });
  });
}
