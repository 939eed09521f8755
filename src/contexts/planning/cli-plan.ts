import { ok, parseLocalDate, parseQuartal, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  commandOutput,
  organisationOption,
  organisationUsage,
  parseVorgangId,
} from '#platform';
import { plannerCommand, usage } from './cli-parts.ts';
import type { Annahme } from './domain/grundlage.ts';
import { lueckeOf } from './domain/kosten.ts';
import { parseTage } from './domain/tage.ts';
import { cancelled } from './handlers.ts';
import { prozent, quartalText } from './messages.ts';
import type { PlanningDeps } from './planning-deps.ts';
import type { Planner } from './use-cases/actors.ts';
import { beginPlan } from './use-cases/begin-plan.ts';
import { compare } from './use-cases/compare.ts';
import { decide } from './use-cases/decide.ts';
import { sekundenUsual, usualBegin } from './use-cases/grundlage.ts';
import { move } from './use-cases/move.ts';
import { nextSteps } from './use-cases/next-steps.ts';
import { fertig, planstand, planuebersicht } from './use-cases/read-plan.ts';
import { planAnswer, planzeileAnswer, preiseAnswer, vergleichAnswer, zieleAnswer } from './views/answers.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Plans on the command line. */
export function planCommands(deps: PlanningDeps): readonly Command[] {
  return [...readCommands(deps), ...lookCommands(deps), ...makeCommands(deps), ...decideCommands(deps)];
}

function named(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A plan by its number or id. */
async function planOf(deps: PlanningDeps, planner: Planner, word: string) {
  const { plaene } = await planuebersicht(deps, planner);
  return planstand(deps, planner, plaene.find(({ nummer }) => String(nummer) === word)?.id ?? word);
}

function readCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      { capability: 'planning.overview', name: 'planung', usage: '', summary: 'Alle Pläne', arity: [0, 0] },
      async (planner) => {
        const { plaene, entscheide } = await planuebersicht(deps, planner);
        const gilt = entscheide[0]?.planId ?? null;
        const lines = plaene.map(({ id, nummer, titel, zielwert }) =>
          [
            `Plan ${nummer}: ${titel}`,
            zielwert === null ? 'nicht fertig' : `Verspätung ${zielwert}`,
            ...(id === gilt ? ['gilt'] : []),
          ].join(', '),
        );
        return ok({
          json: { plaene: plaene.map(planzeileAnswer), gilt },
          text: lines.join('\n') || 'Noch kein Plan.',
        });
      },
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.plan.show',
        name: 'planung plan',
        usage: '<Nummer|Kennung>',
        summary: 'Ein Plan mit allen Plätzen, Engpässen und dem, was bewiesen ist',
        arity: [1, 1],
      },
      async (planner, { positionals: [word = ''] }) => {
        const stand = await planOf(deps, planner, word);
        if (!stand.ok) return stand;
        const json = planAnswer(stand.value);
        if (json.ergebnis === null)
          return ok({ json, text: `${json.titel}: ${json.stand?.text ?? 'nicht fertig'}` });
        const { verspaetung, schranke, plaetze, verstoesse } = json.ergebnis;
        const lines = plaetze
          .filter(({ ags }) => ags !== null)
          .map(({ quartal, massnahme, ags }) => `${quartal ?? '–'.padEnd(7)}  ${massnahme}  ${ags}`)
          .sort();
        const head = `${json.titel}: Verspätung ${verspaetung}, höchstens ${prozent(lueckeOf(verspaetung, schranke))} über dem Besten`;
        return ok({ json, text: [head, ...verstoesse, ...lines].join('\n') });
      },
    ),
    {
      capability: 'planning.next-steps',
      name: 'planung schritte',
      usage: `[<AGS>] ${organisationUsage}`,
      summary: 'Was eine Kommune nach dem beschlossenen Plan als Nächstes tut',
      options: organisationOption,
      arity: [0, 1],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const found = await nextSteps(deps, principal, input.positionals[0] ?? '');
          if (!found.ok) return found;
          const { reader, beschluesse } = found.value;
          const lines = beschluesse.flatMap(({ ziele }) =>
            ziele.map(({ quartal, titel }) => `${quartalText(quartal)}: ${titel}`),
          );
          const { ags, name } = reader.kommune;
          return ok({
            json: { kommune: { ags, name }, beschluesse: beschluesse.map(zieleAnswer) },
            text: lines.join('\n') || 'Noch kein beschlossener Plan.',
          });
        }),
    },
  ];
}

function lookCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      {
        capability: 'planning.plan.price',
        name: 'planung preise',
        usage: '<Plan> [<Maßnahme>]',
        summary: 'Was es die anderen kostet, verspätete Wünsche doch zu erfüllen',
        arity: [1, 2],
      },
      async (planner, { positionals: [word = '', massnahme = null] }) => {
        const stand = await planOf(deps, planner, word);
        if (!stand.ok) return stand;
        const made = fertig(stand.value);
        if (!made.ok) return made;
        const preise = preiseAnswer(made.value, massnahme);
        const lines = preise.map(
          ({ wuensche, preis }) => `${wuensche.map(({ was }) => was).join(', ')}: ${preis}`,
        );
        return ok({ json: { preise }, text: lines.join('\n') || 'Kein Wunsch ist verspätet.' });
      },
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.plan.compare',
        name: 'planung vergleich',
        usage: '<Plan> <anderer Plan>',
        summary: 'Was der zweite Plan gewinnt und verliert',
        arity: [2, 2],
      },
      async (planner, { positionals: [one = '', other = ''] }) => {
        const [first, second] = [await planOf(deps, planner, one), await planOf(deps, planner, other)];
        if (!first.ok) return first;
        if (!second.ok) return second;
        const compared = await compare(deps, planner, first.value.plan.id, second.value.plan.id);
        return commandOutput(
          compared,
          ({ vergleich: { gewinnt, verliert, gleich } }) =>
            `${gewinnt.length} früher, ${verliert.length} später, ${gleich} gleich.`,
          ({ vergleich }) => vergleichAnswer(vergleich),
        );
      },
    ),
  ];
}

function makeCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      {
        capability: 'planning.plan',
        name: 'planung rechnen',
        usage: '<Name> [--ab JJJJ-Qn] [--quartale <n>] [--team <Team> --mehr <Tage>]',
        options: { ab: text, quartale: text, team: text, mehr: text },
        summary: 'Einen Plan rechnen lassen; er entsteht im laufenden Dienst',
        arity: [1, 1],
      },
      (planner, input) => begin(deps, planner, input),
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.plan.cancel',
        name: 'planung abbrechen',
        usage: '<Plan>',
        summary: 'Das Rechnen abbrechen; gespeichert wird nichts',
        arity: [1, 1],
      },
      async (planner, { positionals: [word = ''] }) => {
        const stand = await planOf(deps, planner, word);
        if (!stand.ok) return stand;
        const vorgang = parseVorgangId(stand.value.plan.vorgang);
        const { anbieter, actor } = planner;
        const abgebrochen = vorgang !== null && (await cancelled(deps, anbieter.tenant, actor, vorgang));
        return ok({
          json: { abgebrochen },
          text: abgebrochen ? 'Abgebrochen.' : 'Der Plan war schon zu Ende.',
        });
      },
    ),
  ];
}

async function begin(
  deps: PlanningDeps,
  planner: Planner,
  { positionals: [titel = ''], values }: CommandInput,
): Promise<Result<CommandOutput>> {
  const ab = parseQuartal(named(values.ab) ?? usualBegin(deps.clock.today()));
  if (!ab.ok) return ab;
  const annahmen = annahmenOf(named(values.team), named(values.mehr));
  if (!annahmen.ok) return annahmen;
  const quartale = Number(named(values.quartale) ?? '8');
  const wunsch = { titel, ab: ab.value, quartale, sekunden: sekundenUsual, annahmen: annahmen.value };
  if (titel.length < 3) return refuse(usage('Der Plan braucht einen Namen mit mindestens drei Zeichen.'));
  const begun = await beginPlan(deps, planner, wunsch);
  return commandOutput(
    begun,
    ({ nummer }) =>
      `Plan ${nummer} wird gerechnet, sobald der Dienst läuft. Ansehen: leitwerk planung plan ${nummer}`,
    ({ id, nummer }) => ({ id, nummer }),
  );
}

function annahmenOf(team: string | null, mehr: string | null): Result<readonly Annahme[]> {
  if (team === null || mehr === null) return ok([]);
  const tage = parseTage(mehr.replace(/^-/, ''));
  if (!tage.ok) return refuse(usage(tage.refusal));
  return ok([{ team, monatlich: mehr.startsWith('-') ? -tage.value : tage.value }]);
}

function decideCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      {
        capability: 'planning.plan.move',
        name: 'planung verschieben',
        usage: '<Plan> <Maßnahme> <AGS|einmalig> <JJJJ-Qn|ohne> [--trotzdem]',
        options: { trotzdem: flag },
        summary: 'Von Hand verschieben; sagt, was das bricht, und tut es nur mit --trotzdem',
        arity: [4, 4],
      },
      async (planner, { positionals: [word = '', massnahme = '', ags = '', wohin = ''], values }) => {
        const stand = await planOf(deps, planner, word);
        if (!stand.ok) return stand;
        const quartal = wohin === 'ohne' ? ok(null) : parseQuartal(wohin);
        if (!quartal.ok) return quartal;
        const next = await move(deps, planner, {
          plan: stand.value.plan.id,
          grundlage: stand.value.plan.fassungen.at(-1)?.fassung ?? 0,
          massnahme,
          ags: ags === 'einmalig' ? null : ags,
          quartal: quartal.value,
          trotzdem: values.trotzdem === true,
        });
        return commandOutput(
          next,
          ({ fassung, bemerkung }) => `${bemerkung}. Der Plan steht in Fassung ${fassung}.`,
          ({ fassung, zielwert }) => ({ fassung, verspaetung: zielwert }),
        );
      },
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.plan.decide',
        name: 'planung beschluss',
        usage: '<Plan> --wer <Gremium> --grund <Satz> [--am JJJJ-MM-TT]',
        options: { wer: text, grund: text, am: text },
        summary: 'Festhalten, wer den Plan wann und warum beschlossen hat; setzt die Ziele jeder Kommune',
        arity: [1, 1],
      },
      async (planner, { positionals: [word = ''], values }) => {
        const stand = await planOf(deps, planner, word);
        if (!stand.ok) return stand;
        const am = parseLocalDate(named(values.am) ?? deps.clock.today());
        if (!am.ok) return am;
        const entscheid = await decide(deps, planner, {
          plan: stand.value.plan.id,
          grundlage: stand.value.plan.fassungen.at(-1)?.fassung ?? 0,
          am: am.value,
          wer: named(values.wer) ?? '',
          grund: named(values.grund) ?? '',
        });
        return commandOutput(
          entscheid,
          ({ fassung, verstoesse }) =>
            `Beschlossen ist Fassung ${fassung}${verstoesse > 0 ? `, die ${verstoesse} Regeln bricht` : ''}.`,
        );
      },
    ),
  ];
}
