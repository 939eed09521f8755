import { ok, type Result, refuse } from '#kernel';
import { type Command, type CommandInput, type CommandOutput, organisationUsage } from '#platform';
import { fachdatenCommands } from './cli-fachdaten.ts';
import { detailText } from './detail-text.ts';
import { organisationMissing } from './errors.ts';
import { aktionLabel, zustandLabel } from './messages.ts';
import type { InboxDeps, Worker } from './ports.ts';
import { act, capabilityOf, type OfficeAction, officeActions } from './use-cases/act.ts';
import { listEingaenge, openEingang } from './use-cases/read.ts';
import { workerIn } from './use-cases/worker.ts';
import { detailAnswer, rowAnswer, rowLine, standAnswer } from './views.ts';

const text = { type: 'string' } as const;

/** The inbox at the command line; the operator names the authority. */
export function inboxCommands(deps: InboxDeps): readonly Command[] {
  return [
    ...readCommands(deps),
    ...fachdatenCommands(deps, (run) => as(deps, run)),
    ...officeActions.map((aktion) => actionCommand(deps, aktion)),
  ];
}

function readCommands(deps: InboxDeps): readonly Command[] {
  return [
    {
      capability: 'inbox.list',
      name: 'eingang list',
      usage: organisationUsage,
      summary: 'Die Vorgänge einer Behörde, ohne Angaben zur Person',
      options: { organisation: text },
      arity: [0, 0],
      run: as(deps, async (worker) => {
        const rows = await listEingaenge(deps, worker, false);
        const lines = rows.map(rowLine).join('\n') || 'Noch kein Antrag.';
        return ok({ json: { vorgaenge: rows.map(rowAnswer) }, text: lines });
      }),
    },
    {
      capability: 'inbox.show',
      name: 'eingang show',
      usage: `<Nummer> ${organisationUsage}`,
      summary: 'Ein Vorgang mit Antworten und Verlauf; das Lesen steht in der Prüfspur',
      options: { organisation: text },
      arity: [1, 1],
      run: as(deps, async (worker, { positionals: [nummer = ''] }) => {
        const detail = await openEingang(deps, worker, nummer);
        return detail.ok ? ok({ json: detailAnswer(detail.value), text: detailText(detail.value) }) : detail;
      }),
    },
  ];
}

const names: Readonly<Record<OfficeAction, string>> = {
  uebernehmen: 'take',
  abgeben: 'hand-on',
  rueckfragen: 'ask',
  nachfordern: 'ask-for-more',
  'nachforderung-zuruecknehmen': 'withdraw-asking',
  notieren: 'note',
  entscheiden: 'decide',
  abschliessen: 'close',
  zuleiten: 'give-to-office',
  weiterleiten: 'forward',
};

const wants: Readonly<Record<OfficeAction, string>> = {
  uebernehmen: '--mitglied <Kennung>',
  abgeben: '--mitglied <Kennung>',
  rueckfragen: '--text <Frage>',
  nachfordern: '--felder <Kennung,…> --frist <JJJJ-MM-TT> --text <Grund>',
  'nachforderung-zuruecknehmen': '',
  notieren: '--text <Notiz>',
  entscheiden: '--ergebnis stattgegeben|abgelehnt [--text <Hinweis>]',
  abschliessen: '--text <Grund>',
  zuleiten: '--ziel <Zustellpunkt> --text <Grund>',
  weiterleiten: '--ziel <Zustellpunkt> --text <Nachricht>',
};

function actionCommand(deps: InboxDeps, aktion: OfficeAction): Command {
  return {
    capability: capabilityOf[aktion],
    name: `eingang ${names[aktion]}`,
    usage: `<Nummer> ${wants[aktion]}${wants[aktion] === '' ? '' : ' '}[--version <n>] ${organisationUsage}`,
    summary: aktionLabel[aktion],
    options: {
      organisation: text,
      version: text,
      text,
      mitglied: text,
      ziel: text,
      ergebnis: text,
      felder: text,
      frist: text,
    },
    arity: [1, 1],
    run: as(deps, async (operator, { positionals: [nummer = ''], values }) => {
      const version = await versionOf(deps, operator, nummer, option(values, 'version'));
      if (!version.ok) return version;
      const mitglied = option(values, 'mitglied');
      const input = {
        nummer,
        version: version.value,
        mitglied,
        text: option(values, 'text'),
        ziel: option(values, 'ziel'),
        ergebnis: option(values, 'ergebnis'),
        felder: option(values, 'felder')
          ?.split(',')
          .map((one) => one.trim()),
        frist: option(values, 'frist'),
      };
      // The operator does not work on cases: it takes one over for a member.
      const step = aktion === 'uebernehmen' && mitglied ? 'abgeben' : aktion;
      const done = await act(deps, operator, step, input);
      if (!done.ok) return done;
      const { zustand, version: now } = done.value;
      return ok({
        json: standAnswer(done.value),
        text: `${nummer}: ${zustandLabel[zustand]}, Version ${now}`,
      });
    }),
  };
}

/** The version that the operator names, else the one that is stored now. */
async function versionOf(
  deps: InboxDeps,
  worker: Worker,
  nummer: string,
  named: string | undefined,
): Promise<Result<number>> {
  if (named !== undefined) return ok(/^\d{1,9}$/.test(named) ? Number(named) : 0);
  const rows = await listEingaenge(deps, worker, false);
  return ok(rows.find(({ eingang }) => eingang.nummer === nummer)?.eingang.version ?? 0);
}

/** Runs a command for the authority that the operator names. */
function as(
  deps: InboxDeps,
  run: (worker: Worker, input: CommandInput) => Promise<Result<CommandOutput>>,
): Command['run'] {
  return async (input) => {
    const named = option(input.values, 'organisation');
    if (!named) return refuse(organisationMissing);
    const found = await deps.findOrganisation(input.principal.actor, named);
    return found.ok ? run(workerIn(found.value.id, input.principal), input) : found;
  };
}

function option(values: CommandInput['values'], name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
