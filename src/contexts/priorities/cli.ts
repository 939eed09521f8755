import { ok } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  commandOutput,
  optionText,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import { cliSchemes } from './cli-schemes.ts';
import { cliStatements } from './cli-statements.ts';
import { cliStrategy } from './cli-strategy.ts';
import { kriteriumText, tausendstel } from './messages.ts';
import type { PrioritiesDeps } from './priorities-deps.ts';
import { compare, explain, rowOf } from './use-cases/explain.ts';
import { readRangfolge } from './use-cases/read-rangfolge.ts';
import { viewerOf } from './use-cases/viewer.ts';
import { erklaerungAnswer, kriterienAnswer, rangfolgeAnswer, vergleichAnswer } from './views/answers.ts';
import { wunschOfText } from './weights-text.ts';

const text = { type: 'string' } as const;
const weightOptions = { ...organisationOption, gewichte: text, unbekannt: text, schema: text } as const;
const weightUsage = `${organisationUsage} [--gewichte fallzahlen=40,frist=0] [--unbekannt frist=voll] [--schema <Kennung>]`;

/** This context on the command line; the operator acts for an IT-Dienstleister or one of its Kommunen. */
export function prioritiesCommands(deps: PrioritiesDeps): readonly Command[] {
  return [
    rankCommand(deps),
    criteriaCommand(deps),
    explainCommand(deps),
    compareCommand(deps),
    ...cliStatements(deps),
    ...cliSchemes(deps),
    ...cliStrategy(deps),
  ];
}

async function ranked(deps: PrioritiesDeps, principal: Principal, values: CommandInput['values']) {
  const viewer = await viewerOf(deps, principal);
  if (!viewer.ok) return viewer;
  const wunsch = wunschOfText({
    gewichte: optionText(values, 'gewichte'),
    unbekannt: optionText(values, 'unbekannt'),
    schema: optionText(values, 'schema'),
  });
  return wunsch.ok ? readRangfolge(deps, viewer.value, wunsch.value) : wunsch;
}

function rankCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.rank',
    name: 'prioritaeten',
    usage: `${weightUsage} [--anzahl 20]`,
    summary: 'Die Rangfolge der Leistungen unter beschlossenen oder eigenen Gewichten',
    options: { ...weightOptions, anzahl: text },
    arity: [0, 0],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const found = await ranked(deps, principal, input.values);
        if (!found.ok) return found;
        const asked = optionText(input.values, 'anzahl');
        const count = /^\d{1,4}$/.test(asked) ? Number(asked) : 20;
        const json = rangfolgeAnswer(found.value, 0, count);
        const lines = json.leistungen.map(
          ({ rang, punkte, name, id }) =>
            `${String(rang).padStart(5)}. ${String(punkte).padStart(4)}  ${name} (${id})`,
        );
        return ok({ json, text: [`Grundlage: ${json.grundlage.titel}`, ...lines].join('\n') });
      }),
  };
}

function criteriaCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.criteria',
    name: 'prioritaeten criteria',
    usage: organisationUsage,
    summary: 'Die acht Kriterien mit Regel und Herkunft, und von wie vielen Leistungen sie bekannt sind',
    options: organisationOption,
    arity: [0, 0],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const found = await ranked(deps, principal, {});
        return commandOutput(
          found,
          (value) =>
            kriterienAnswer(value)
              .kriterien.map(({ label, bekannt, regel }) => `${label} (bekannt von ${bekannt}): ${regel}`)
              .join('\n'),
          kriterienAnswer,
        );
      }),
  };
}

function explainCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.explain',
    name: 'prioritaeten explain',
    usage: `<Leistung> ${weightUsage}`,
    summary: 'Warum eine Leistung auf ihrem Platz steht, und wie fest',
    options: weightOptions,
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const found = await ranked(deps, principal, input.values);
        if (!found.ok) return found;
        const row = rowOf(await deps.catalogue(), found.value.welt, input.positionals[0] ?? '');
        if (!row.ok) return row;
        const json = erklaerungAnswer(found.value, explain(found.value, row.value));
        const lines = json.beitraege.map(
          ({ kriterium, gewicht, wert, beitrag, satz }) =>
            `- ${kriteriumText[kriterium].label}: ${gewicht} × ${tausendstel(wert)} = ${beitrag}. ${satz}`,
        );
        const head = `${json.name}: Platz ${json.rang}, ${json.rechenpunkte} Rechenpunkte, ${json.punkte} von 1.000 Punkten`;
        return ok({ json, text: [head, ...lines, json.festigkeit].join('\n') });
      }),
  };
}

function compareCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.compare',
    name: 'prioritaeten compare',
    usage: `<Leistung> <Leistung> ${weightUsage}`,
    summary: 'Warum eine Leistung über einer anderen steht',
    options: weightOptions,
    arity: [2, 2],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const found = await ranked(deps, principal, input.values);
        if (!found.ok) return found;
        const catalogue = await deps.catalogue();
        const a = rowOf(catalogue, found.value.welt, input.positionals[0] ?? '');
        if (!a.ok) return a;
        const b = rowOf(catalogue, found.value.welt, input.positionals[1] ?? '');
        if (!b.ok) return b;
        const both = compare(found.value, a.value, b.value);
        return commandOutput(
          both,
          ({ satz }) => satz,
          (value) => vergleichAnswer(found.value, value),
        );
      }),
  };
}
