import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { allParameters } from '../domain/all-parameters.ts';
import type { Angebot } from '../domain/angebot.ts';
import { type CheckItem, missingOf } from '../domain/check-item.ts';
import { checkParameters, missingParameters } from '../domain/check-parameters.ts';
import type { ParameterDefinition, ParameterValues } from '../domain/onlinedienst.ts';
import { valuesAt } from '../domain/parameter-facts.ts';
import { parameterTopic } from '../domain/standard-parameters.ts';
import type { GoLiveProbe, ProbeSubject } from '../doors-deps.ts';
import { anbindungUnknown, dienstUnknown } from '../errors.ts';
import { readAnbindung, readParameterFacts } from '../store-anbindung.ts';
import { readAngebot, readDefinition } from '../store-angebot.ts';
import type { CheckDeps } from './check-deps.ts';
import { dutyItems } from './duty-items.ts';
import type { Editor } from './editor.ts';
import { formItem } from './form-works.ts';
import { zustellpunktItems } from './zustellpunkt-items.ts';

/** What must hold before a service goes live in a Kommune, with what is there and what is missing. `fassung` tries another version. */
export async function goLiveCheck(
  deps: CheckDeps,
  editor: Editor,
  dienst: string,
  fassung?: string,
): Promise<Result<readonly CheckItem[]>> {
  const { actor, kommune } = editor;
  const date = deps.clock.today();
  const read = await deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const anbindung = await readAnbindung(tx, dienst);
    if (anbindung === null) return refuse(anbindungUnknown(dienst));
    const version = fassung ?? anbindung.fassung;
    const [angebot, definition] = [
      await readAngebot(tx, dienst, version),
      await readDefinition(tx, dienst, version),
    ];
    if (angebot === null || definition === null) return refuse(dienstUnknown(dienst));
    return ok({ angebot, definition, facts: await readParameterFacts(tx, dienst) });
  });
  if (!read.ok) return read;
  const { angebot, definition, facts } = read.value;
  const subject = {
    actor,
    kommune,
    dienst: angebot.data,
    definition,
    parameters: valuesAt(facts, { date }),
    date,
  };
  return ok([
    ...(await itemsOf(deps, angebot, subject, formItem)),
    ...(await runProbes(deps.probes, subject)),
  ]);
}

/** The lines that this context knows of itself; `formItemOf` says whether the form works. */
export async function itemsOf(
  deps: Pick<CheckDeps, 'zustellpunkte' | 'world' | 'ended'>,
  angebot: Angebot,
  subject: ProbeSubject,
  formItemOf: (subject: ProbeSubject) => CheckItem,
): Promise<readonly CheckItem[]> {
  const stated = parameterItems(angebot, subject.parameters);
  // Before the values are complete the form has nothing to say that the lines above do not say better.
  const form = missingOf(stated).some(({ id }) => id.startsWith('parameter')) ? [] : [formItemOf(subject)];
  return [
    ...stated,
    ...form,
    ...(await zustellpunktItems(deps, subject)),
    ...landItems(subject),
    ...(await dutyItems(deps, subject)),
  ];
}

/** The lines of several probes, in their order. */
export async function runProbes(
  probes: readonly GoLiveProbe[],
  subject: ProbeSubject,
): Promise<readonly CheckItem[]> {
  const lists = await Promise.all(probes.map(({ probe }) => probe(subject)));
  return lists.flat();
}

const topics = [
  { id: 'parameter', topic: 'dienst', who: 'Kommune', what: 'Parameter des Onlinedienstes' },
  {
    id: 'parameter-dienstleister',
    topic: 'dienst',
    who: 'IT-Dienstleister',
    what: 'Parameter vom IT-Dienstleister',
  },
  { id: 'zustellpunkt', topic: 'zustellpunkt', who: 'Kommune', what: 'Zustellpunkt gewählt' },
  { id: 'stelle', topic: 'stelle', who: 'Kommune', what: 'Zuständige Stelle mit Öffnungszeiten und Kontakt' },
  { id: 'datenschutz', topic: 'datenschutz', who: 'Kommune', what: 'Angaben zum Datenschutz' },
] as const;

/** Whether a Kommune's values are complete for a version, one line per topic. */
export function parameterItems({ dienst, data }: Angebot, values: ParameterValues): readonly CheckItem[] {
  return topics.flatMap(({ id, topic, who, what }) => {
    const definitions = allParameters(data).filter(
      (each) => parameterTopic(each) === topic && each.filledBy === who,
    );
    const [first] = definitions;
    if (first === undefined) return [];
    const known = Object.entries(values).filter(([name]) => definitions.some((each) => each.id === name));
    const missing = missingParameters(definitions, values);
    const wrong = checkParameters(definitions, Object.fromEntries(known)).problems;
    const problems = [...missing, ...wrong];
    const field = (problems[0]?.field ?? first.id).replaceAll('.', '-');
    return [
      {
        ...{ id, what, who, required: true, ok: problems.length === 0 },
        how: howOf(definitions, missing, wrong),
        href: `/anbindungen/${dienst}#feld-${field}`,
      },
    ];
  });
}

/** What is missing, in one sentence, then what is wrong. */
function howOf(
  definitions: readonly ParameterDefinition[],
  missing: readonly FieldProblem[],
  wrong: readonly FieldProblem[],
): string {
  const labels = missing.map(
    ({ field }) => `„${definitions.find(({ id }) => id === field)?.label ?? field}“`,
  );
  const sentence = labels.length > 0 ? [`Bitte tragen Sie ein: ${labels.join(', ')}.`] : [];
  return [...sentence, ...wrong.map(({ message }) => message)].join(' ') || 'vollständig';
}

/** A service that follows the law of another Land is none for this Kommune. */
function landItems({ kommune, dienst }: ProbeSubject): readonly CheckItem[] {
  if (dienst.land === null || kommune.ags.startsWith(dienst.land)) return [];
  return [
    {
      id: 'land',
      what: 'Der Onlinedienst folgt dem Recht Ihres Landes',
      ok: false,
      required: true,
      who: 'IT-Dienstleister',
      how: `Er folgt dem Recht des Landes mit dem Schlüssel ${dienst.land}.`,
      href: `/onlinedienste/${dienst.id}`,
    },
  ];
}
