import { ok, type Result } from '#kernel';
import {
  type Actor,
  type Command,
  type CommandInput,
  type CommandOutput,
  organisationOption,
  organisationUsage,
  type TenantId,
} from '#platform';
import { type ZustellpunktAction, zustellpunktActions } from './domain/zustellpunkt.ts';
import { texts, zustellpunktLine } from './messages.ts';
import type { Delivery, Party } from './ports.ts';
import { checkLedger } from './use-cases/check-ledger.ts';
import { maintainDelivery } from './use-cases/maintain-delivery.ts';
import { changeZustellpunkt, listZustellpunkte, setPostfach } from './use-cases/manage-zustellpunkt.ts';
import { openZustellpunkt } from './use-cases/open-zustellpunkt.ts';
import { rotateReceivingKey } from './use-cases/receiving-keys.ts';

/** What the commands need beside the use cases: the organisation that an operator names. */
export interface DeliveryDoors extends Delivery {
  readonly findOrganisation: (actor: Actor, text: string) => Promise<Result<{ readonly id: TenantId }>>;
}

/** Everything of this context at the command line. */
export function deliveryCommands(deps: DeliveryDoors): readonly Command[] {
  return [
    ...zustellpunktCommands(deps),
    {
      ...command(
        'delivery check',
        'delivery.check',
        [0, 0],
        organisationUsage,
        'Prüft die Ketten aller Sendungen',
      ),
      run: withOrganisation(deps, async (party) => {
        const check = await deps.db.withTenant(party.tenant, party.actor, (tx) =>
          checkLedger(tx, party.tenant),
        );
        const { submissions, broken } = check;
        const text = broken.length > 0 ? texts.broken(submissions, broken) : texts.whole(submissions);
        return ok({ json: check, text });
      }),
    },
    {
      ...command('delivery maintain', 'delivery.maintain', [0, 0], '', 'Löscht Fälliges und räumt auf'),
      run: async () => {
        const report = await maintainDelivery(deps);
        return ok({ json: report, text: JSON.stringify(report) });
      },
    },
  ];
}

function zustellpunktCommands(deps: DeliveryDoors): readonly Command[] {
  return [
    {
      ...command(
        'zustellpunkt list',
        'delivery.zustellpunkt.list',
        [0, 0],
        organisationUsage,
        'Zeigt die Zustellpunkte',
      ),
      run: withOrganisation(deps, async ({ tenant }) => {
        const list = await deps.db.withPublic((tx) => listZustellpunkte(tx, tenant, deps.clock.now()));
        return ok({ json: list, text: list.map(zustellpunktLine).join('\n') || texts.none });
      }),
    },
    {
      ...command(
        'zustellpunkt create',
        'delivery.zustellpunkt.create',
        [1, 2],
        `<Name der Stelle> [Postfach] ${organisationUsage}`,
        'Legt einen Zustellpunkt mit Schlüssel an und öffnet ihn',
      ),
      run: withOrganisation(deps, (party, [name = '', postfach = '']) => create(deps, party, name, postfach)),
    },
    {
      ...command(
        'zustellpunkt rotate',
        'delivery.zustellpunkt.rotate',
        [1, 1],
        `<Zustellpunkt> ${organisationUsage}`,
        'Erzeugt einen neuen Schlüssel',
      ),
      run: withOrganisation(deps, async (party, [id = '']) => {
        const kid = await rotateReceivingKey(deps, party, id);
        return kid.ok ? ok({ json: { kid: kid.value }, text: texts.rotated(kid.value) }) : kid;
      }),
    },
    {
      ...command(
        'zustellpunkt mailbox',
        'delivery.zustellpunkt.mailbox',
        [1, 2],
        `<Zustellpunkt> [Postfach] ${organisationUsage}`,
        'Ändert das Funktionspostfach einer Stelle; ohne Postfach wird es entfernt',
      ),
      run: withOrganisation(deps, async (party, [id = '', text = '']) => {
        const postfach = await setPostfach(deps, party, id, text);
        return postfach.ok ? ok({ json: { postfach: postfach.value }, text: texts.mailbox }) : postfach;
      }),
    },
    ...zustellpunktActions.map((action) => actionCommand(deps, action)),
  ];
}

const actionSummaries: Readonly<Record<ZustellpunktAction, string>> = {
  activate: 'Öffnet einen Zustellpunkt',
  suspend: 'Setzt einen Zustellpunkt aus',
  resume: 'Öffnet einen ausgesetzten Zustellpunkt wieder',
  end: 'Beendet einen Zustellpunkt für immer; was ankam, bleibt lesbar',
};

function actionCommand(deps: DeliveryDoors, action: ZustellpunktAction): Command {
  const usage = `<Zustellpunkt> ${organisationUsage}`;
  return {
    ...command(
      `zustellpunkt ${action}`,
      `delivery.zustellpunkt.${action}`,
      [1, 1],
      usage,
      actionSummaries[action],
    ),
    run: withOrganisation(deps, async (party, [id = '']) => {
      const state = await changeZustellpunkt(deps, party, id, action);
      return state.ok ? ok({ json: { state: state.value }, text: texts.changed(state.value) }) : state;
    }),
  };
}

async function create(
  deps: DeliveryDoors,
  party: Party,
  name: string,
  postfach: string,
): Promise<Result<CommandOutput>> {
  const opened = await openZustellpunkt(deps, party, name, postfach);
  return opened.ok ? ok({ json: opened.value, text: texts.created(opened.value.id) }) : opened;
}

function command(
  name: string,
  capability: string,
  arity: readonly [number, number],
  usage: string,
  summary: string,
) {
  const options = usage.includes(organisationUsage) ? organisationOption : {};
  return { name, capability, arity, usage, summary, options };
}

type Run = (party: Party, rest: readonly string[]) => Promise<Result<CommandOutput>>;

/** Runs a command for the organisation that `--organisation` names, or that the principal belongs to. */
function withOrganisation(deps: DeliveryDoors, run: Run): Command['run'] {
  return async ({ positionals, values, principal }: CommandInput) => {
    const { actor, tenant } = principal;
    if (tenant) return run({ tenant, actor }, positionals);
    const named = typeof values.organisation === 'string' ? values.organisation : '';
    const found = await deps.findOrganisation(actor, named);
    return found.ok ? run({ tenant: found.value.id, actor }, positionals) : found;
  };
}
