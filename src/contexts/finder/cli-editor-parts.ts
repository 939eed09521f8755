import { ok, type Result } from '#kernel';
import { type Command, type CommandOutput, organisationOption, organisationUsage } from '#platform';
import type { Vorschlag } from './domain/vorschlag.ts';
import { aktionLabel, standOf } from './messages.ts';
import { jsonOfVorschlag } from './views/json.ts';

export function forOrganisation(
  capability: string,
  name: string,
  words: string,
  summary: string,
): Omit<Command, 'run'> {
  return {
    capability,
    name,
    usage: `${words}${organisationUsage}`,
    summary,
    options: organisationOption,
    arity: [0, 0],
  };
}

export function lineOf(vorschlag: Vorschlag): string {
  const { id, aktion, ozgId, leistungId, wort, haus } = vorschlag;
  return `${id}  ${aktionLabel[aktion]}  ${leistungId ?? ozgId}  „${wort}“  ${haus}  ${standOf(vorschlag)}`;
}

export function output(result: Result<Vorschlag>): Result<CommandOutput> {
  return result.ok ? ok({ json: jsonOfVorschlag(result.value), text: lineOf(result.value) }) : result;
}
