import { formatCents, localDate, ok, parseLocalDate, refuse } from '#kernel';
import { type Command, commandOutput, commandUsage, optionText } from '#platform';
import { flag, managerCommand, stelleIn, text } from './cli-parts.ts';
import { changing, ist, place } from './cli-plan-change.ts';
import type { CostsDeps } from './costs-deps.ts';
import { toJson } from './domain/json.ts';
import { rundungen } from './domain/kostenplan.ts';
import { entwerfe } from './use-cases/abrechnen.ts';
import { jahresabschluss, trageVor } from './use-cases/jahresabschluss.ts';
import { plaeneOf, planstand } from './use-cases/plan.ts';
import { simuliere, type Versuch } from './use-cases/simuliere.ts';
import { planAnswer, planzeileAnswer, simulationAnswer } from './views/answers.ts';

/** Plans on the command line. */
export function planCommands(deps: CostsDeps): readonly Command[] {
  return [...looking(deps), ...changing(deps), ...closing(deps)];
}

function looking(deps: CostsDeps): readonly Command[] {
  return [
    managerCommand(
      deps,
      { capability: 'costs.plans', name: 'kosten', summary: 'Die Kostenpläne des Hauses', arity: [0, 0] },
      async (who) => {
        const plaene = await plaeneOf(deps, who);
        const lines = plaene.map((one) => `${one.dienst} ${one.jahr} (${one.art}): ${one.inhalt.titel}`);
        return ok({
          json: { plaene: plaene.map(planzeileAnswer) },
          text: lines.join('\n') || 'Noch kein Kostenplan.',
        });
      },
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.plan',
        name: 'kosten plan',
        usage: `${place} [--ist]`,
        options: ist,
        summary: 'Ein Kostenplan und was er ergibt',
        arity: [2, 2],
      },
      async (who, input) => {
        const stand = await planstand(deps, who, stelleIn(input));
        return commandOutput(
          stand,
          ({ plan, rechnung }) =>
            `${plan.inhalt.titel} ${plan.jahr}, Fassung ${plan.fassung}: ${rechnung.ok ? `${formatCents(rechnung.value.summe.brutto)} für ${rechnung.value.zahlungen.length} Zahler` : rechnung.refusal.message}`,
          planAnswer,
        );
      },
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.simulate',
        name: 'kosten simulation',
        usage: `${place} [--schluessel <Id>] [--beitritt <AGS>] [--austritt <AGS>] [--rundung <Art>] [--tag <JJJJ-MM-TT>]`,
        options: { schluessel: text, beitritt: text, austritt: text, rundung: text, tag: text },
        summary: 'Vorher und nachher, ohne etwas zu ändern',
        arity: [2, 2],
      },
      async (who, input) => {
        const stelle = stelleIn(input);
        const versuch = versuchIn(input.values, stelle.jahr);
        if (versuch === null)
          return refuse(
            commandUsage(
              'Bitte sagen, was ausprobiert wird: --schluessel, --beitritt, --austritt oder --rundung.',
            ),
          );
        const made = await simuliere(deps, who, stelle, versuch);
        return commandOutput(
          made,
          ({ unterschiede }) =>
            unterschiede
              .map((one) => `${one.name}: ${formatCents(one.vorher)} → ${formatCents(one.nachher)}`)
              .join('\n'),
          simulationAnswer,
        );
      },
    ),
  ];
}

function versuchIn(values: Parameters<typeof optionText>[0], jahr: number): Versuch | null {
  const asked = parseLocalDate(optionText(values, 'tag'));
  const day = (otherwise: string) => (asked.ok ? asked.value : localDate(otherwise));
  const [schluessel, beitritt, austritt] = ['schluessel', 'beitritt', 'austritt'].map((name) =>
    optionText(values, name),
  );
  if (schluessel) return { art: 'schluessel', position: null, schluessel };
  if (beitritt) return { art: 'beitritt', kennung: beitritt, ab: day(`${jahr}-01-01`) };
  if (austritt) return { art: 'austritt', kennung: austritt, bis: day(`${jahr}-06-30`) };
  const rundung = rundungen.find((one) => one === optionText(values, 'rundung'));
  return rundung ? { art: 'rundung', rundung } : null;
}

function closing(deps: CostsDeps): readonly Command[] {
  return [
    managerCommand(
      deps,
      {
        capability: 'costs.bill.draft',
        name: 'kosten abrechnen',
        usage: place,
        summary: 'Eine Abrechnung entwerfen',
        arity: [2, 2],
      },
      async (who, input) => {
        const made = await entwerfe(deps, who, stelleIn(input));
        return commandOutput(
          made,
          (id) => `Entwurf ${id}.`,
          (id) => ({ id }),
        );
      },
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.carry-over',
        name: 'kosten abschluss',
        usage: `${place} [--uebertragen]`,
        options: { uebertragen: flag },
        summary: 'Geplant und tatsächlich; mit --uebertragen geht der Unterschied in das nächste Jahr',
        arity: [2, 2],
      },
      async (who, input) => {
        const { dienst, jahr } = stelleIn(input);
        if (input.values.uebertragen === true) {
          const saved = await trageVor(deps, who, { dienst, jahr });
          return commandOutput(saved, (plan) => `Übertragen in den Plan ${plan.jahr}.`, planzeileAnswer);
        }
        const closed = await jahresabschluss(deps, who, { dienst, jahr });
        return commandOutput(
          closed,
          ({ zeilen }) =>
            zeilen.map((one) => `${one.name}: ${formatCents(one.soll)} → ${formatCents(one.ist)}`).join('\n'),
          toJson,
        );
      },
    ),
  ];
}
