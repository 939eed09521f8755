import { ok, type Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import { answerCommands } from './cli-answer.ts';
import { writeCommands } from './cli-write.ts';
import { zustandOn } from './domain/zustand.ts';
import { abgabeLabel, zustandLabel } from './messages.ts';
import type { SurveysDeps } from './surveys-deps.ts';
import { evaluate, evaluateLeistung } from './use-cases/evaluate.ts';
import { readBeteiligung } from './use-cases/participation.ts';
import { fragendeOf } from './use-cases/people.ts';
import { readVeroeffentlichtes } from './use-cases/read-bedarf.ts';
import { readUmfrageFor } from './use-cases/read-umfrage.ts';
import { asReader, readUmfragen, werOf } from './use-cases/read-umfragen.ts';
import {
  auswertungJson,
  beteiligungJson,
  ergebnisJson,
  leistungsauswertungJson,
  umfrageJson,
  zeileJson,
} from './views/json.ts';

/** The Bedarfsabfragen on the command line; the operator names the organisation for which it acts. */
export function surveysCommands(deps: SurveysDeps): readonly Command[] {
  return [...readCommands(deps), ...writeCommands(deps), ...answerCommands(deps)];
}

type Run = (deps: SurveysDeps, principal: Principal, input: CommandInput) => Promise<Result<CommandOutput>>;

function readCommands(deps: SurveysDeps): readonly Command[] {
  const command = (
    capability: string,
    name: string,
    [args, arity]: readonly [string, Command['arity']],
    summary: string,
    run: Run,
  ): Command => ({
    capability,
    name,
    usage: `${args}${organisationUsage}`,
    summary,
    options: organisationOption,
    arity,
    run: (input) => asOrganisation(deps, input, (principal) => run(deps, principal, input)),
  });
  const one = ['<Kennung> ', [1, 1]] as const;
  return [
    command('surveys.list', 'bedarf', ['', [0, 0]], 'Die Bedarfsabfragen einer Organisation', listed),
    command('surveys.show', 'bedarf show', one, 'Eine Bedarfsabfrage', shown),
    command(
      'surveys.participation',
      'bedarf participation',
      one,
      'Wie weit die Kommunen sind',
      participation,
    ),
    command('surveys.evaluate', 'bedarf evaluate', one, 'Die Auswertung, je Leistung gezählt', evaluated),
    command(
      'surveys.leistung',
      'bedarf leistung',
      ['<Kennung> <Leistung> ', [2, 2]],
      'Was jede Kommune zu einer Leistung sagt',
      leistung,
    ),
    command('surveys.result', 'bedarf result', one, 'Das veröffentlichte Ergebnis', result),
  ];
}

async function listed(deps: SurveysDeps, principal: Principal): Promise<Result<CommandOutput>> {
  const wer = await werOf(deps, principal);
  if (!wer.ok) return wer;
  const zeilen = await readUmfragen(deps, wer.value);
  const lines = zeilen.map(
    ({ umfrage, zustand, fertig, gefragt }) =>
      `${umfrage.id}  ${zustandLabel[zustand].padEnd(16)}${fertig}/${gefragt}  ${umfrage.titel}`,
  );
  return ok({
    json: { bedarfsabfragen: zeilen.map(zeileJson) },
    text: lines.join('\n') || 'Keine Bedarfsabfrage.',
  });
}

async function shown(deps: SurveysDeps, principal: Principal, { positionals }: CommandInput) {
  const wer = await werOf(deps, principal);
  if (!wer.ok) return wer;
  const umfrage = await readUmfrageFor(asReader(deps, wer.value), positionals[0] ?? '');
  if (!umfrage.ok) return umfrage;
  const zustand = zustandOn(umfrage.value, deps.clock.today());
  const { titel, frist, fassung } = umfrage.value;
  return ok({
    json: umfrageJson(umfrage.value, zustand),
    text: `${titel} (${zustandLabel[zustand]}), Frist ${frist ?? 'keine'}, Fassung ${fassung}`,
  });
}

async function participation(deps: SurveysDeps, principal: Principal, { positionals }: CommandInput) {
  const who = await fragendeOf(deps, principal, 'lesen');
  if (!who.ok) return who;
  const found = await readBeteiligung(deps, who.value, positionals[0] ?? '');
  if (!found.ok) return found;
  const { zahlen, zeilen } = found.value;
  const lines = zeilen.map(({ name, gefragt, teilt, teilnahme }) =>
    teilt
      ? `${name}: ${abgabeLabel[teilnahme?.zustand ?? 'unbearbeitet']}, ${teilnahme?.beantwortet ?? 0} von ${gefragt}`
      : `${name}: teilt nicht`,
  );
  return ok({
    json: beteiligungJson(found.value),
    text: [`${zahlen.freigegeben} von ${zahlen.gefragt} Kommunen haben geantwortet.`, ...lines].join('\n'),
  });
}

async function evaluated(deps: SurveysDeps, principal: Principal, { positionals }: CommandInput) {
  const who = await fragendeOf(deps, principal, 'lesen');
  if (!who.ok) return who;
  const found = await evaluate(deps, who.value, positionals[0] ?? '');
  return found.ok ? ok({ json: auswertungJson(found.value), text: countLines(found.value.zeilen) }) : found;
}

async function leistung(deps: SurveysDeps, principal: Principal, { positionals }: CommandInput) {
  const who = await fragendeOf(deps, principal, 'lesen');
  if (!who.ok) return who;
  const [id = '', leistungId = ''] = positionals;
  const found = await evaluateLeistung(deps, who.value, id, leistungId);
  if (!found.ok) return found;
  const lines = found.value.antworten.map(({ kommune, bedarf }) => `${kommune}: ${bedarf ?? 'keine Angabe'}`);
  return ok({
    json: leistungsauswertungJson(found.value),
    text: [found.value.ort.name, ...lines].join('\n'),
  });
}

async function result(deps: SurveysDeps, principal: Principal, { positionals }: CommandInput) {
  const wer = await werOf(deps, principal);
  if (!wer.ok) return wer;
  const found = await readVeroeffentlichtes(deps, asReader(deps, wer.value), positionals[0] ?? '');
  return found.ok ? ok({ json: ergebnisJson(found.value), text: countLines(found.value.zeilen) }) : found;
}

const shownLines = 40;

function countLines(zeilen: Parameters<typeof auswertungJson>[0]['zeilen']): string {
  return zeilen
    .toSorted((a, b) => b.ja - a.ja || b.spaeter - a.spaeter)
    .slice(0, shownLines)
    .map(
      ({ ort, ja, spaeter, nein, gefragt }) =>
        `${ja} ja, ${spaeter} später, ${nein} nein von ${gefragt}: ${ort.name}`,
    )
    .join('\n');
}
