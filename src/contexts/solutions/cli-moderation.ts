import { ok, type Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandOutput,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import { beitragOutput } from './cli-parts.ts';
import { type Beitrag, beitragStand } from './domain/beitrag.ts';
import { beitragArtLabel, beitragStandLabel } from './messages.ts';
import type { SolutionsDeps } from './solutions-deps.ts';
import { type ReadBeitrag, refuseBeitrag, takeBeitrag, withdrawBeitrag } from './use-cases/moderate.ts';
import { findBeitrag, ownBeitraege } from './use-cases/read-beitraege.ts';
import { answerQuestion, askBack } from './use-cases/talk.ts';
import { jsonOfBeitrag } from './views/beitrag-json.ts';

/** Contributions and decisions about them on the command line. */
export function moderationCommands(deps: SolutionsDeps): readonly Command[] {
  return [listCommand(deps), showCommand(deps), ...decideCommands(deps), ...talkCommands(deps)];
}

function listCommand(deps: SolutionsDeps): Command {
  return {
    capability: 'solutions.beitraege',
    name: 'loesungen contributions',
    usage: organisationUsage,
    summary: 'Die Beiträge, die eine Organisation gemacht hat oder entscheidet',
    options: organisationOption,
    arity: [0, 0],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const beitraege = await ownBeitraege(deps, principal);
        const lines = beitraege.map(
          (each) =>
            `${each.id}  ${beitragArtLabel[each.art].padEnd(18)}${each.loesungId}  ${each.haus}  ${beitragStandLabel[beitragStand(each)]}`,
        );
        return ok({
          json: { beitraege: beitraege.map(jsonOfBeitrag) },
          text: lines.join('\n') || 'Keine Beiträge.',
        });
      }),
  };
}

function showCommand(deps: SolutionsDeps): Command {
  return {
    capability: 'solutions.beitrag',
    name: 'loesungen contribution',
    usage: `<Beitrag> ${organisationUsage}`,
    summary: 'Ein Beitrag mit seinen Nachrichten',
    options: organisationOption,
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const found = await findBeitrag(deps, principal, input.positionals[0] ?? '');
        if (!found.ok) return found;
        const json = jsonOfBeitrag(found.value);
        return ok({ json, text: JSON.stringify(json, null, 2) });
      }),
  };
}

type Decide = (principal: Principal, read: ReadBeitrag, words: string) => Promise<Result<Beitrag>>;

function decideCommands(deps: SolutionsDeps): readonly Command[] {
  const command = (
    part: Pick<Command, 'capability' | 'name' | 'summary'>,
    words: boolean,
    decide: Decide,
  ): Command => ({
    ...part,
    usage: `<Beitrag> ${words ? '<Begründung> ' : ''}${organisationUsage}`,
    options: organisationOption,
    arity: words ? [2, 60] : [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal): Promise<Result<CommandOutput>> => {
        const [id = '', ...rest] = input.positionals;
        const found = await findBeitrag(deps, principal, id);
        return found.ok ? beitragOutput(await decide(principal, found.value, rest.join(' '))) : found;
      }),
  });
  return [
    command(
      { capability: 'solutions.take', name: 'loesungen take', summary: 'Einen Beitrag übernehmen' },
      false,
      (principal, read) => takeBeitrag(deps, principal, read),
    ),
    command(
      { capability: 'solutions.refuse', name: 'loesungen refuse', summary: 'Einen Beitrag ablehnen' },
      true,
      (principal, read, words) => refuseBeitrag(deps, principal, read, words),
    ),
    command(
      {
        capability: 'solutions.withdraw',
        name: 'loesungen withdraw',
        summary: 'Einen eigenen Beitrag zurückziehen',
      },
      false,
      (principal, read) => withdrawBeitrag(deps, principal, read),
    ),
  ];
}

function talkCommands(deps: SolutionsDeps): readonly Command[] {
  const command = (
    part: Pick<Command, 'capability' | 'name' | 'summary'>,
    say: (principal: Principal, id: string, words: string) => Promise<Result<Beitrag>>,
  ): Command => ({
    ...part,
    usage: `<Beitrag> <Text> ${organisationUsage}`,
    options: organisationOption,
    arity: [2, 200],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const [id = '', ...words] = input.positionals;
        return beitragOutput(await say(principal, id, words.join(' ')));
      }),
  });
  return [
    command(
      { capability: 'solutions.ask', name: 'loesungen ask', summary: 'Zu einem Beitrag zurückfragen' },
      (principal, id, words) => askBack(deps, principal, id, words),
    ),
    command(
      { capability: 'solutions.answer', name: 'loesungen answer', summary: 'Eine Rückfrage beantworten' },
      (principal, id, words) => answerQuestion(deps, principal, id, words),
    ),
  ];
}
