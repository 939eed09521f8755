import { ok, type Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  organisationOption,
  organisationUsage,
} from '#platform';
import { confirm, ownDelegationAngaben, reject, state, stateItsEnd } from './delegation-actions.ts';
import { befundText } from './delegation-errors.ts';
import type { DutiesDeps } from './doors-deps.ts';
import type { DelegationAngabe } from './store-delegation.ts';
import { bodyNames } from './use-cases/answer-delegations.ts';
import type { StatedDelegation } from './use-cases/state-delegation.ts';
import { befundJson, statementJson } from './views/delegation-json.ts';

const text = { type: 'string' } as const;

/** What people state about the register, on the command line. */
export function delegationStatementCommands(deps: DutiesDeps): readonly Command[] {
  const one = { options: organisationOption, arity: [1, 1] } as const;
  return [
    {
      ...one,
      capability: 'duties.delegation.statements',
      name: 'delegation statements',
      usage: organisationUsage,
      summary: 'Die Angaben zum Register, die eine Organisation gemacht oder erhalten hat',
      arity: [0, 0],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const angaben = (await ownDelegationAngaben(deps, principal)).map(statementJson);
          const lines = angaben.map(
            ({ id, art, uebertragung, haus, entscheidung }) =>
              `${id}  ${art}  ${uebertragung}  ${haus}  ${entscheidung ?? 'offen'}`,
          );
          return ok({ json: { angaben }, text: lines.join('\n') || 'Keine Angaben.' });
        }),
    },
    {
      capability: 'duties.delegation.state',
      name: 'delegation state',
      usage: `<Aufgabe> … --form <vereinbarung|zweckverband|heranziehung|gesetz> --von <Kommune> --nach <Kommune|Zweckverband> [--gebiet <Gemeinden>] --norm <Norm> --source <Quelle> --evidence <Beleg> [--url <Adresse>] [--from JJJJ-MM-TT] [--to JJJJ-MM-TT] [--note <Text>] ${organisationUsage}`,
      summary: 'Eine Übertragung mit Tagen, Norm und Quelle angeben',
      options: {
        ...organisationOption,
        form: text,
        von: text,
        nach: text,
        gebiet: text,
        norm: text,
        source: text,
        evidence: text,
        url: text,
        from: text,
        to: text,
        note: text,
      },
      arity: [1, 50],
      run: (input) =>
        asOrganisation(deps, input, async (principal) =>
          statedText(deps, await state(deps, principal, inputOf(input))),
        ),
    },
    {
      capability: 'duties.delegation.end',
      name: 'delegation end',
      usage: `<Übertragung> <letzter Tag> --source <Quelle> ${organisationUsage}`,
      summary: 'Das Ende einer Übertragung mit Quelle angeben',
      options: { ...organisationOption, source: text },
      arity: [2, 2],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const [id = '', letzterTag = ''] = input.positionals;
          const begruendung = String(input.values.source ?? '');
          return statedText(deps, await stateItsEnd(deps, principal, { id, letzterTag, begruendung }));
        }),
    },
    {
      ...one,
      capability: 'duties.delegation.confirm',
      name: 'delegation confirm',
      usage: `<Angabe> ${organisationUsage}`,
      summary: 'Eine Angabe zum Register bestätigen',
      run: (input) =>
        asOrganisation(deps, input, async (principal) =>
          decidedText(await confirm(deps, principal, input.positionals[0] ?? '')),
        ),
    },
    {
      ...one,
      capability: 'duties.delegation.reject',
      name: 'delegation reject',
      usage: `<Angabe> <Begründung> ${organisationUsage}`,
      summary: 'Eine Angabe zum Register mit Begründung ablehnen',
      arity: [2, 60],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const [id = '', ...reason] = input.positionals;
          return decidedText(await reject(deps, principal, id, reason.join(' ')));
        }),
    },
  ];
}

function inputOf({ positionals, values }: CommandInput) {
  const given = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  return {
    form: given('form'),
    von: given('von'),
    nach: given('nach'),
    gebiet: given('gebiet')
      .split(',')
      .filter((each) => each.trim() !== ''),
    aufgabeIds: positionals,
    norm: given('norm'),
    quelle: given('source'),
    quelleUrl: given('url') || null,
    evidenz: given('evidence'),
    gueltigVon: given('from') || null,
    gueltigBis: given('to') || null,
    note: given('note') || null,
  };
}

async function statedText(
  deps: DutiesDeps,
  stated: Result<StatedDelegation>,
): Promise<Result<CommandOutput>> {
  if (!stated.ok) return stated;
  const nameOf = bodyNames(await deps.world());
  const { id, hinweise } = stated.value;
  return ok({
    json: { id, hinweise: hinweise.map((each) => befundJson(each, nameOf)) },
    text: [`Angegeben: ${id}`, ...hinweise.map((each) => befundText(each, nameOf))].join('\n'),
  });
}

function decidedText(decided: Result<DelegationAngabe>): Result<CommandOutput> {
  if (!decided.ok) return decided;
  return ok({ json: statementJson(decided.value), text: `Entschieden: ${decided.value.entscheidung}` });
}
