import { type FieldProblem, type LocalDate, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type Tx } from '#platform';
import { type Frage, frageArten, type Umfrage, type Umfrageinhalt } from '../domain/umfrage.ts';
import { changedMeanwhile, invalidUmfrage, onlyInEntwurf, umfrageUnknown } from '../errors.ts';
import { insertUmfrage, lockUmfrage, updateUmfrage } from '../store-umfrage.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import type { Fragende } from './people.ts';

/** What somebody wants a survey to say; with `grundlage` it is the Fassung that was read, otherwise the survey is new. */
export interface Umfragewunsch {
  readonly inhalt: Umfrageinhalt;
  readonly frist: LocalDate | null;
  readonly nachfrist: LocalDate | null;
  readonly bisher: { readonly id: string; readonly grundlage: number } | null;
}

type Deps = Pick<SurveysDeps, 'db' | 'clock' | 'world' | 'demo'>;

/** Begins a survey as a draft, or changes one that is still a draft. */
export async function keepUmfrage(
  deps: Deps,
  { actor, anbieter }: Fragende,
  wunsch: Umfragewunsch,
): Promise<Result<Umfrage>> {
  const { catalogue } = await deps.world();
  const problems = problemsIn(wunsch, deps.clock.today(), {
    leistung: (id) => catalogue.leistungById.has(id),
    themenfeld: (id) => catalogue.themenfeldById.has(id),
  });
  if (problems.length > 0) return refuse(invalidUmfrage(problems));
  return deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    const base = await grundlageOf(tx, wunsch.bisher);
    if (!base.ok) return base;
    const next = nextOf(deps, anbieter.tenant, base.value, wunsch);
    if (base.value) await updateUmfrage(tx, next);
    else await insertUmfrage(tx, next);
    await recordAudit(tx, {
      action: base.value ? 'surveys.umfrage.changed' : 'surveys.umfrage.begun',
      object: { type: 'surveys.umfrage', id: next.id },
      summary: { fassung: next.fassung },
    });
    return ok(next);
  });
}

/** The draft that is changed, `null` for a new one, or why it cannot be. */
async function grundlageOf(tx: Tx, bisher: Umfragewunsch['bisher']): Promise<Result<Umfrage | null>> {
  if (bisher === null) return ok(null);
  const current = await lockUmfrage(tx, bisher.id);
  if (!current) return refuse(umfrageUnknown);
  if (current.zustand !== 'entwurf') return refuse(onlyInEntwurf(current.zustand));
  return current.fassung === bisher.grundlage ? ok(current) : refuse(changedMeanwhile);
}

function nextOf(
  { clock, demo }: Pick<Deps, 'clock' | 'demo'>,
  tenant: string,
  current: Umfrage | null,
  { inhalt, frist, nachfrist }: Umfragewunsch,
): Umfrage {
  const head = current ?? {
    tenant,
    id: newId(),
    fassung: 0,
    angelegtAm: clock.now(),
    geoeffnetAm: null,
    erfunden: demo,
  };
  return { ...head, fassung: head.fassung + 1, zustand: 'entwurf', ...inhalt, frist, nachfrist };
}

interface Known {
  readonly leistung: (id: string) => boolean;
  readonly themenfeld: (id: number) => boolean;
}

/** Everything about a draft that cannot be. */
function problemsIn(
  { inhalt, frist, nachfrist }: Umfragewunsch,
  today: LocalDate,
  known: Known,
): readonly FieldProblem[] {
  const { titel, beschreibung, umfang, quorum, fragen, erinnerungen } = inhalt;
  const unknown = [...umfang.fokus, ...umfang.liste].filter((id) => !known.leistung(id));
  const felder = umfang.themenfelder.filter((id) => !known.themenfeld(id));
  const told: readonly (FieldProblem | false)[] = [
    (titel.length < 3 || titel.length > 200) && {
      field: 'titel',
      message: 'Bitte geben Sie einen Titel mit 3 bis 200 Zeichen.',
    },
    beschreibung.length > 4000 && { field: 'beschreibung', message: 'Hier passen 4.000 Zeichen hin.' },
    unknown.length > 0 && {
      field: 'liste',
      message: `Diese Leistungen gibt es nicht: ${unknown.join(', ')}.`,
    },
    felder.length > 0 && {
      field: 'themenfelder',
      message: `Diese Themenfelder gibt es nicht: ${felder.join(', ')}.`,
    },
    frist !== null && frist < today && { field: 'frist', message: 'Die Frist liegt in der Vergangenheit.' },
    nachfrist !== null &&
      (frist === null || nachfrist <= frist) && {
        field: 'nachfrist',
        message: 'Die Nachfrist endet nach der Frist. Bitte geben Sie beide Tage an.',
      },
    !(Number.isInteger(quorum) && quorum >= 0 && quorum <= 1000) && {
      field: 'quorum',
      message: 'Das Quorum ist eine Zahl von Kommunen, oder 0.',
    },
    erinnerungen.some((days) => days < 0 || days > 60) && {
      field: 'erinnerungen',
      message: 'Erinnert wird 0 bis 60 Tage vor der Frist.',
    },
    ...fragenProblems(fragen),
  ];
  return told.filter((each) => each !== false);
}

const mostQuestions = 8;

function fragenProblems(fragen: readonly Frage[]): readonly FieldProblem[] {
  const ids = fragen.map(({ id }) => id);
  const tell = (message: string) => ({ field: 'fragen', message });
  return [
    ...(fragen.length > mostQuestions ? [tell(`Höchstens ${mostQuestions} eigene Fragen.`)] : []),
    ...(new Set(ids).size < ids.length ? [tell('Zwei eigene Fragen haben dieselbe Kennung.')] : []),
    ...fragen.flatMap(({ id, text, art, optionen }) => [
      ...(/^[a-z][a-z0-9-]{0,39}$/.test(id) ? [] : [tell(`„${id}“ ist keine Kennung einer Frage.`)]),
      ...(text.length >= 3 && text.length <= 200 ? [] : [tell('Eine eigene Frage hat 3 bis 200 Zeichen.')]),
      ...(frageArten.includes(art) ? [] : [tell(`Die Art „${art}“ gibt es nicht.`)]),
      ...(art === 'auswahl' && optionen.length < 2
        ? [tell(`„${text}“: Bitte nennen Sie mindestens zwei Antworten zur Auswahl.`)]
        : []),
    ]),
  ];
}
