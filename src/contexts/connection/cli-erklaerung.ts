import { type Command, commandOutput, optionText } from '#platform';
import { asBegleiter, options, text, usage } from './cli-begleiter.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import type { Erklaert } from './domain/erklaerung.ts';
import { erklaere } from './use-cases/erklaere.ts';
import { erklaertAnswer } from './views/answers.ts';

/** All open lines before the start in one word. */
export function declareCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.checklist.declare',
    name: 'anbindung erklaeren',
    usage: `<Onlinedienst> ${usage} --grund <Text> [--bis JJJJ-MM-TT] [--auch-gegen-pruefung]`,
    summary: 'Alle offenen Punkte bis zum Start auf einmal erklären, mit einem Grund für alle',
    options: { ...options, grund: text, bis: text, 'auch-gegen-pruefung': { type: 'boolean' } },
    arity: [1, 1],
    run: (input) =>
      asBegleiter(deps, input, 'aendern', async (begleiter, dienst) => {
        const wunsch = {
          grund: optionText(input.values, 'grund'),
          gueltigBis: optionText(input.values, 'bis'),
          auchGegenPruefung: input.values['auch-gegen-pruefung'] === true,
        };
        return commandOutput(await erklaere(deps, begleiter, dienst, wunsch), declaredText, erklaertAnswer);
      }),
  };
}

function declaredText({ zeilen, bleibt }: Erklaert): string {
  return [
    `${zeilen.length} Punkte erklärt, ${bleibt.length} bleiben offen.`,
    ...bleibt.map(({ punkt, warum }) => `  ${punkt.id}: ${warum}`),
  ].join('\n');
}
