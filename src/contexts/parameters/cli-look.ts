import { ok, refuse } from '#kernel';
import { type Command, commandOutput } from '#platform';
import { command, tagIn, text } from './cli-parts.ts';
import type { ParametersDeps } from './deps.ts';
import { notManager } from './errors.ts';
import { schwereLabel } from './messages.ts';
import { pruefeDienst } from './use-cases/pruefe-dienst.ts';
import { uebersichtOf } from './use-cases/uebersicht.ts';
import { werteOf } from './use-cases/werte.ts';
import { pruefungAnswer, werteAnswer } from './views/answers.ts';

export function lookCommands(deps: ParametersDeps): readonly Command[] {
  return [
    command(
      deps,
      {
        capability: 'parameters.overview',
        name: 'parameter',
        usage: '',
        summary: 'Onlinedienste mit ihren Werten',
        arity: [0, 0],
      },
      async (asker) => {
        const dienste = await uebersichtOf(deps, asker);
        const lines = dienste.map(
          ({ dienst, eigene, vonOben, naechste }) =>
            `${dienst.padEnd(28)}${eigene} eigene, ${vonOben} von oben${naechste ? `, Änderung am ${naechste}` : ''}`,
        );
        return ok({ json: { dienste }, text: lines.join('\n') || 'Noch keine Werte.' });
      },
    ),
    command(
      deps,
      {
        capability: 'parameters.values',
        name: 'parameter werte',
        usage: '<Onlinedienst> [--datum JJJJ-MM-TT]',
        summary: 'Die Werte einer Kommune an einem Tag, und woher jeder kommt',
        options: { datum: text },
      },
      async (asker, dienst, input) => {
        if (asker.art !== 'kommune') return refuse(notManager);
        const tag = tagIn(deps, input);
        if (!tag.ok) return tag;
        return commandOutput(
          await werteOf(deps, asker, dienst, tag.value),
          ({ werte }) =>
            werte
              .map(
                ({ definition, text: value, erklaerung }) =>
                  `${definition.label}: ${value}\n    ${erklaerung}`,
              )
              .join('\n'),
          werteAnswer,
        );
      },
    ),
    command(
      deps,
      {
        capability: 'parameters.lint',
        name: 'parameter pruefen',
        summary: 'Was an den Werten nicht stimmt; endet mit 1, wo ein Fehler ist',
      },
      async (asker, dienst) => {
        const found = await pruefeDienst(deps, asker, dienst);
        if (!found.ok) return found;
        const befunde = found.value.kommunen.flatMap(({ name, befunde: own }) =>
          own.map((each) => ({ name, ...each })),
        );
        const lines = befunde.map(
          ({ name, schwere, ort, text: what, abhilfe }) =>
            `${schwereLabel[schwere].padEnd(8)}${name}, ${ort}: ${what} ${abhilfe}`,
        );
        return ok({
          json: pruefungAnswer(found.value),
          text: lines.join('\n') || 'Nichts gefunden.',
          found: befunde.some(({ schwere }) => schwere === 'fehler'),
        });
      },
    ),
  ];
}
