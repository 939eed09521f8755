import { formatCents, ok, type Result, refuse } from '#kernel';
import { type Command, type CommandOutput, commandOutput, commandUsage, optionText } from '#platform';
import { figures, files } from './cli-bill-files.ts';
import { kontoCommands } from './cli-konto.ts';
import { managerCommand, readerCommand, text } from './cli-parts.ts';
import type { CostsDeps } from './costs-deps.ts';
import { zustandLabel } from './messages.ts';
import { gehe, korrigiere, stelle } from './use-cases/abrechnen.ts';
import type { Manager } from './use-cases/actors.ts';
import { abrechnungenOf, eigeneAnteile, eigenerAnteil } from './use-cases/anteile.ts';
import { rechnungsansicht } from './use-cases/rechnungsbild.ts';
import { abrechnungAnswer, anteilAnswer, kopfAnswer } from './views/answers.ts';

/** Bills, payments, budget and use on the command line. */
export function billCommands(deps: CostsDeps): readonly Command[] {
  return [...reading(deps), ...writing(deps), ...kontoCommands(deps), ...files(deps), ...figures(deps)];
}

function reading(deps: CostsDeps): readonly Command[] {
  return [
    readerCommand(
      deps,
      {
        capability: 'costs.bills',
        name: 'abrechnung',
        summary: 'Die Abrechnungen des Hauses, oder was der Kommune abgerechnet wurde',
        arity: [0, 0],
      },
      async (reader) => {
        if (reader.art === 'kommune') {
          const anteile = await eigeneAnteile(deps, reader.payer);
          const lines = anteile.map(
            (one) => `${one.abrechnung}  ${one.rechnungsnummer} ${one.titel}: ${formatCents(one.bruttoCent)}`,
          );
          return ok({
            json: { abrechnungen: [], anteile: anteile.map(anteilAnswer) },
            text: lines.join('\n') || 'Noch keine Abrechnung.',
          });
        }
        const all = await abrechnungenOf(deps, reader.manager);
        const lines = all.map(
          (one) =>
            `${one.id}  ${one.nummer ?? 'Entwurf'} ${one.titel} ${one.jahr}: ${zustandLabel[one.zustand]}`,
        );
        return ok({
          json: { abrechnungen: all.map(kopfAnswer), anteile: [] },
          text: lines.join('\n') || 'Noch keine Abrechnung.',
        });
      },
    ),
    readerCommand(
      deps,
      {
        capability: 'costs.bill',
        name: 'abrechnung show',
        usage: '<Abrechnung>',
        summary: 'Eine Abrechnung mit allen Anteilen, oder der eigene Anteil',
        arity: [1, 1],
      },
      async (reader, { positionals: [id = ''] }) => {
        if (reader.art === 'kommune')
          return commandOutput(
            await eigenerAnteil(deps, reader.payer, id),
            (one) => `${one.rechnungsnummer}: ${formatCents(one.bruttoCent)}`,
            ({ blatt: _, vorher: __, buchungen: ___, ...one }) => anteilAnswer(one),
          );
        return commandOutput(
          await rechnungsansicht(deps, reader.manager, id),
          ({ zeilen }) => zeilen.map((one) => `${one.name}: ${formatCents(one.brutto)}`).join('\n'),
          abrechnungAnswer,
        );
      },
    ),
  ];
}

function writing(deps: CostsDeps): readonly Command[] {
  return [
    managerCommand(
      deps,
      {
        capability: 'costs.bill.step',
        name: 'abrechnung schritt',
        usage: '<Abrechnung> <pruefen|verwerfen|stellen|korrigieren> [--grund <Satz>]',
        options: { grund: text },
        summary: 'Prüfen, verwerfen, stellen oder durch eine neue korrigieren',
        arity: [2, 2],
      },
      (who, { positionals: [id = '', schritt = ''], values }) =>
        takeStep(deps, who, id, schritt, optionText(values, 'grund')),
    ),
  ];
}

async function takeStep(
  deps: CostsDeps,
  who: Manager,
  id: string,
  schritt: string,
  grund: string,
): Promise<Result<CommandOutput>> {
  switch (schritt) {
    case 'pruefen':
    case 'verwerfen': {
      const step = schritt === 'pruefen' ? 'pruefen' : 'verworfen';
      return commandOutput(
        await gehe(deps, who, id, step, grund),
        () => (step === 'pruefen' ? 'Als geprüft festgehalten.' : 'Verworfen.'),
        (done) => ({ id: done, nummer: null }),
      );
    }
    case 'stellen':
      return commandOutput(
        await stelle(deps, who, id),
        ({ nummer, schonGestellt }) => `${nummer} ${schonGestellt ? 'war schon gestellt' : 'ist gestellt'}.`,
        ({ nummer }) => ({ id, nummer }),
      );
    case 'korrigieren':
      return commandOutput(
        await korrigiere(deps, who, id, grund),
        (made) => `Entwurf ${made}.`,
        (made) => ({ id: made, nummer: null }),
      );
    default:
      return refuse(commandUsage('Der Schritt heißt pruefen, verwerfen, stellen oder korrigieren.'));
  }
}
