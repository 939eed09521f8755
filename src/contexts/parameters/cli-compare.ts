import { type Command, commandOutput, optionList } from '#platform';
import { command, tagIn, text } from './cli-parts.ts';
import type { ParametersDeps } from './deps.ts';
import { erbeOf } from './use-cases/erbe.ts';
import { vergleiche } from './use-cases/vergleiche.ts';
import { nebeneinander } from './use-cases/vorschau.ts';
import { erbeAnswer, vergleichAnswer, vorschauAnswer } from './views/answers.ts';

export function compareCommands(deps: ParametersDeps): readonly Command[] {
  return [
    command(
      deps,
      {
        capability: 'parameters.compare',
        name: 'parameter vergleich',
        usage: '<Onlinedienst> [--datum JJJJ-MM-TT]',
        summary: 'Kommunen und ihre Werte, und wer vom Üblichen abweicht',
        options: { datum: text },
      },
      async (asker, dienst, input) => {
        const tag = tagIn(deps, input);
        if (!tag.ok) return tag;
        return commandOutput(
          await vergleiche(deps, asker, dienst, tag.value),
          ({ zeilen, definitions }) =>
            zeilen
              .map(({ sicht, abweichungen, zellen }) => {
                const where = definitions
                  .filter(({ id }) => zellen.get(id)?.abweichend)
                  .map(({ label }) => label);
                return `${sicht.name.padEnd(28)}${abweichungen} Abweichungen${where.length > 0 ? `: ${where.join(', ')}` : ''}`;
              })
              .join('\n') || 'Noch keine Kommune.',
          vergleichAnswer,
        );
      },
    ),
    command(
      deps,
      {
        capability: 'parameters.inherit',
        name: 'parameter erbe',
        summary: 'Was Land und Kreise für alle darunter vorgeben',
      },
      async (asker, dienst) =>
        commandOutput(
          await erbeOf(deps, asker, dienst),
          ({ vorgaben }) =>
            vorgaben
              .map(
                ({ sagt, name, giltAb, verbindlich, lage }) =>
                  `${sagt}: ${name} ab ${giltAb}, ${verbindlich ? 'verbindlich' : 'Vorschlag'}, ${lage}`,
              )
              .join('\n') || 'Keine Vorgabe.',
          erbeAnswer,
        ),
    ),
    command(
      deps,
      {
        capability: 'parameters.preview',
        name: 'parameter nebeneinander',
        usage: '<Onlinedienst> --kommunen <AGS,AGS> [--datum JJJJ-MM-TT]',
        summary: 'Was sich auf der Seite von zwei bis vier Kommunen unterscheidet',
        options: { kommunen: text, datum: text },
      },
      async (asker, dienst, input) => {
        const tag = tagIn(deps, input);
        if (!tag.ok) return tag;
        const kommunen = optionList(input.values, 'kommunen');
        return commandOutput(
          await nebeneinander(deps, asker, dienst, { kommunen, tag: tag.value }),
          ({ unterschiede, bilder }) =>
            unterschiede
              .filter(({ gleich }) => !gleich)
              .map(
                ({ label, texte }) =>
                  `${label}\n${texte.map((each, index) => `    ${bilder[index]?.name}: ${each}`).join('\n')}`,
              )
              .join('\n') || 'Kein Unterschied.',
          vorschauAnswer,
        );
      },
    ),
  ];
}
