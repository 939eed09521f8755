import { formatLocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  commandUsage,
  type OptionValue,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import { confirmAngabe, ownAngaben, rejectAngabe, stateAngabe } from './bestimmung-actions.ts';
import type { Angabe } from './domain/angabe.ts';
import type { DutiesDeps } from './doors-deps.ts';

const text = { type: 'string' } as const;

/** Bestimmungen on the command line; the operator names the organisation for which it acts. */
export function bestimmungCommands(deps: DutiesDeps): readonly Command[] {
  return [
    {
      capability: 'duties.bestimmungen',
      name: 'bestimmung list',
      usage: organisationUsage,
      summary: 'Die Angaben, die eine Organisation gemacht oder erhalten hat',
      options: organisationOption,
      arity: [0, 0],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const angaben = await ownAngaben(deps, principal);
          return ok({ json: { angaben }, text: angaben.map(line).join('\n') || 'Keine Angaben.' });
        }),
    },
    {
      capability: 'duties.bestimmung.state',
      name: 'bestimmung state',
      usage: `<Aufgabe> <ja|nein> --from JJJJ-MM-TT [--to JJJJ-MM-TT] --source <Quelle> [--url <Adresse>] [--note <Text>] ${organisationUsage}`,
      summary: 'Eine Bestimmung mit Datum und Quelle angeben',
      options: { ...organisationOption, from: text, to: text, source: text, url: text, note: text },
      arity: [2, 2],
      run: (input) => asOrganisation(deps, input, (principal) => state(deps, principal, input)),
    },
    decision(
      deps,
      'confirm',
      '<Angabe> <norm-gelesen|sekundaerquelle|einschaetzung>',
      'Eine Angabe bestätigen',
      confirmAngabe,
    ),
    decision(deps, 'reject', '<Angabe> <Begründung>', 'Eine Angabe mit Begründung ablehnen', rejectAngabe),
  ];
}

async function state(
  deps: DutiesDeps,
  principal: Principal,
  { positionals, values }: CommandInput,
): Promise<Result<CommandOutput>> {
  const [aufgabeId = '', answer] = positionals;
  if (answer !== 'ja' && answer !== 'nein') {
    return refuse(
      commandUsage('Bitte sagen Sie „ja“ (die Kommune nimmt die Aufgabe selbst wahr) oder „nein“.'),
    );
  }
  const stated = await stateAngabe(deps, principal, {
    aufgabeId,
    bestimmt: answer === 'ja',
    gueltigVon: String(values.from ?? ''),
    gueltigBis: textOrNull(values.to),
    quelle: String(values.source ?? ''),
    quelleUrl: textOrNull(values.url),
    note: textOrNull(values.note),
  });
  return stated.ok ? ok({ json: stated.value, text: `Angegeben: ${stated.value.id}` }) : stated;
}

function decision(
  deps: DutiesDeps,
  verb: 'confirm' | 'reject',
  usage: string,
  summary: string,
  decide: (
    deps: DutiesDeps,
    principal: Principal | null,
    id: string,
    detail: string,
  ) => Promise<Refusal | null>,
): Command {
  return {
    capability: `duties.bestimmung.${verb}`,
    name: `bestimmung ${verb}`,
    usage: `${usage} ${organisationUsage}`,
    summary,
    options: organisationOption,
    arity: [2, 60],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const [id = '', ...detail] = input.positionals;
        const refusal = await decide(deps, principal, id, detail.join(' '));
        return refusal === null ? ok({ json: { id }, text: 'Entschieden.' }) : refuse(refusal);
      }),
  };
}

function line({ id, ags, aufgabeId, bestimmt, validFrom, entscheidung }: Angabe): string {
  return `${id}  ${ags}  ${aufgabeId}  ${bestimmt ? 'ja' : 'nein'}  ab ${formatLocalDate(validFrom)}  ${entscheidung ?? 'offen'}`;
}

function textOrNull(value: OptionValue): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
