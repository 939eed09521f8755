import { ok, type Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandOutput,
  organisationOption,
  organisationUsage,
} from '#platform';
import { proposeCommands } from './cli-propose.ts';
import type { DutiesDeps } from './doors-deps.ts';
import { accept, reject } from './review-actions.ts';
import { readOwnVorschlaege, readReviewQueue } from './use-cases/read-review.ts';
import { proposalJson, reviewJson } from './views/review-json.ts';

/** The workbench of the rules on the command line; the operator names the organisation for which it acts. */
export function reviewCommands(deps: DutiesDeps): readonly Command[] {
  return [...readCommands(deps), ...proposeCommands(deps), ...decideCommands(deps)];
}

function readCommands(deps: DutiesDeps): readonly Command[] {
  return [
    {
      capability: 'duties.reviews',
      name: 'rules reviews',
      usage: organisationUsage,
      summary: 'Alle Regeln mit ihrem Stand in der Prüfung',
      options: organisationOption,
      arity: [0, 0],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const regeln = (await readReviewQueue(deps.db, await deps.world(), principal)).map(reviewJson);
          const lines = regeln.map(({ id, stand, erreicht, evidence, mitgezogen }) =>
            [
              id.padEnd(44),
              stand.padEnd(17),
              String(erreicht).padStart(4),
              evidence,
              ...mitgezogen.map(({ leistung, text }) => `${leistung}: ${text}`),
            ].join('  '),
          );
          return ok({ json: { regeln }, text: lines.join('\n') });
        }),
    },
    {
      capability: 'duties.proposals',
      name: 'rules proposals',
      usage: organisationUsage,
      summary: 'Die Vorschläge, die eine Organisation gemacht oder erhalten hat',
      options: organisationOption,
      arity: [0, 0],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const vorschlaege = (await readOwnVorschlaege(deps.db, principal)).map(proposalJson);
          const lines = vorschlaege.map(
            ({ id, regelId, art, haus, entscheidung }) =>
              `${id}  ${art.padEnd(12)}${entscheidung ?? 'offen'}  ${regelId}  (${haus})`,
          );
          return ok({ json: { vorschlaege }, text: lines.join('\n') || 'Keine Vorschläge.' });
        }),
    },
  ];
}

function decideCommands(deps: DutiesDeps): readonly Command[] {
  return [
    {
      capability: 'duties.proposal.accept',
      name: 'rules accept',
      usage: `<Vorschlag> ${organisationUsage}`,
      summary: 'Als zweite Person einen Vorschlag annehmen',
      options: organisationOption,
      arity: [1, 1],
      run: (input) =>
        asOrganisation(deps, input, async (principal) =>
          decided(await accept(deps, principal, input.positionals[0] ?? '')),
        ),
    },
    {
      capability: 'duties.proposal.reject',
      name: 'rules reject',
      usage: `<Vorschlag> <Begründung> ${organisationUsage}`,
      summary: 'Als zweite Person einen Vorschlag mit Begründung ablehnen',
      options: organisationOption,
      arity: [2, 200],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const [id = '', ...reason] = input.positionals;
          return decided(await reject(deps, principal, id, reason.join(' ')));
        }),
    },
  ];
}

function decided(result: Awaited<ReturnType<typeof accept>>): Result<CommandOutput> {
  return result.ok ? ok({ json: proposalJson(result.value), text: 'Entschieden.' }) : result;
}
