import { ok } from '#kernel';
import { type Command, commandOutput, optionText } from '#platform';
import { acting, text } from './cli-parts.ts';
import type { MarketplaceDeps } from './marketplace-deps.ts';
import { interessentLabel } from './messages.ts';
import { inviteToOrder, listInteressenten } from './use-cases/interessenten.ts';
import { anbietendeOf } from './use-cases/wer.ts';
import { eingeladenAnswer } from './views/answers.ts';

/** Who showed interest, and inviting them, on the command line. */
export function interessentenCommands(deps: MarketplaceDeps): readonly Command[] {
  return [
    acting(
      deps,
      {
        capability: 'marketplace.interested',
        name: 'marktplatz interessierte',
        usage: '',
        summary: 'Die Kommunen, die an den Onlinediensten eines IT-Dienstleisters Interesse haben',
        arity: [0, 0],
      },
      async (principal) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        const all = await listInteressenten(deps, wer.value);
        return ok({
          json: { interessierte: all.map(({ tenant: _, ...rest }) => rest) },
          text:
            all
              .map(
                ({ ags, kommune, titel, stand, seit }) =>
                  `${ags}  ${kommune}: ${titel}, ${interessentLabel[stand]}, seit ${seit}`,
              )
              .join('\n') || 'Noch kein Interesse.',
        });
      },
    ),
    acting(
      deps,
      {
        capability: 'marketplace.invite',
        name: 'marktplatz einladen',
        usage: '<Onlinedienst> <AGS> [<AGS> …] [--nachricht <Text>]',
        summary: 'Interessierte Kommunen zur Bestellung einladen',
        options: { nachricht: text },
        arity: [2, 500],
      },
      async (principal, { positionals: [dienst = '', ...kommunen], values }) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        const done = await inviteToOrder(deps, wer.value, {
          dienst,
          kommunen,
          nachricht: optionText(values, 'nachricht'),
        });
        return commandOutput(
          done,
          (value) => {
            const { eingeladen, ausgelassen } = eingeladenAnswer(value);
            const left = ausgelassen.map(({ kommune, warum }) => `  ${kommune}: ${warum}`);
            return [`Eingeladen: ${eingeladen.join(', ') || 'niemand'}`, ...left].join('\n');
          },
          eingeladenAnswer,
        );
      },
    ),
  ];
}
