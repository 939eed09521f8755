import { formatCents, formatLocalDate, parseLocalDate, refuse } from '#kernel';
import { type Command, commandOutput, commandUsage, optionText } from '#platform';
import { managerCommand, readerCommand, text } from './cli-parts.ts';
import type { CostsDeps } from './costs-deps.ts';
import { parseEuro } from './euro.ts';
import { kontoFor } from './use-cases/konto.ts';
import { trageZahlungEin, zahleZurueck } from './use-cases/zahlungen.ts';
import { kontoAnswer } from './views/answers.ts';
import { buchungText } from './views/buchung-text.ts';

/** What was paid on a bill and what went back, on the command line. */
export function kontoCommands(deps: CostsDeps): readonly Command[] {
  return [
    readerCommand(
      deps,
      {
        capability: 'costs.account',
        name: 'abrechnung konto',
        usage: '<Abrechnung> [--zahler <Kennung>]',
        options: { zahler: text },
        summary: 'Zahlungen, Rückzahlungen und Guthaben eines Zahlers oder der eigenen Kommune',
        arity: [1, 1],
      },
      async (reader, { positionals: [id = ''], values }) =>
        commandOutput(
          await kontoFor(deps, reader, id, optionText(values, 'zahler')),
          ({ buchungen, stand }) =>
            [
              ...buchungen.map(
                (one) => `${formatLocalDate(one.am)}  ${formatCents(one.cent)}  ${buchungText(one)}`,
              ),
              `Offen: ${formatCents(stand.offenCent)}. Guthaben: ${formatCents(stand.guthabenCent)}.`,
            ].join('\n'),
          kontoAnswer,
        ),
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.payment',
        name: 'abrechnung zahlung',
        usage: '<Abrechnung> <Zahler> <Betrag> <JJJJ-MM-TT> [--bemerkung <Text>]',
        options: { bemerkung: text },
        summary: 'Eine Zahlung eintragen',
        arity: [4, 4],
      },
      async (who, { positionals: [abrechnung = '', zahler = '', betrag = '', tag = ''], values }) => {
        const [cent, am] = [parseEuro(betrag), parseLocalDate(tag)];
        if (cent === null || !am.ok) return refuse(commandUsage('Bitte Betrag und Tag prüfen.'));
        const bemerkung = optionText(values, 'bemerkung').slice(0, 300);
        return commandOutput(
          await trageZahlungEin(deps, who, { abrechnung, zahler, cent, am: am.value, bemerkung }),
          ({ offenCent }) => `Eingetragen. Offen sind ${formatCents(offenCent)}.`,
          ({ offenCent }) => ({ offenCent: String(offenCent) }),
        );
      },
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.repayment',
        name: 'abrechnung rueckzahlung',
        usage: '<Abrechnung> <Zahler> <Betrag> <JJJJ-MM-TT> --beleg <Text> [--stand <Zahl der Buchungen>]',
        options: { beleg: text, stand: text },
        summary: 'Eine Rückzahlung eintragen, höchstens das Guthaben, das bezahlt ist',
        arity: [4, 4],
      },
      async (who, { positionals: [abrechnung = '', zahler = '', betrag = '', tag = ''], values }) => {
        const [cent, am, read] = [parseEuro(betrag), parseLocalDate(tag), optionText(values, 'stand')];
        if (cent === null || !am.ok || !/^\d{0,6}$/.test(read))
          return refuse(commandUsage('Bitte Betrag, Tag und Stand prüfen.'));
        const stand = read === '' ? null : Number(read);
        const wunsch = { abrechnung, zahler, cent, am: am.value, beleg: optionText(values, 'beleg'), stand };
        return commandOutput(
          await zahleZurueck(deps, who, wunsch),
          ({ guthabenCent }) => `Eingetragen. Das Guthaben beträgt ${formatCents(guthabenCent)}.`,
          ({ guthabenCent }) => ({ guthabenCent: String(guthabenCent) }),
        );
      },
    ),
  ];
}
