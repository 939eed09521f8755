import { ok, refuse } from '#kernel';
import { type Command, commandOutput, commandUsage, dayOfOption, optionText } from '#platform';
import { detailOf, line, paperCommand, said, steps } from './cli-order-steps.ts';
import { acting, text, written } from './cli-parts.ts';
import { vergabearten } from './domain/bestellung.ts';
import type { MarketplaceDeps } from './marketplace-deps.ts';
import { prepareOrder } from './use-cases/bestellen.ts';
import { openDatei } from './use-cases/dateien.ts';
import { orderPdf } from './use-cases/dokument.ts';
import { betrachtendeOf, listBestellungen } from './use-cases/read-bestellungen.ts';
import { bestellendeOf } from './use-cases/wer.ts';
import { bestellAnswer, bestelldetailAnswer } from './views/answers.ts';

/** Orders on the command line; signing is a person's alone and has no command. */
export function orderCommands(deps: MarketplaceDeps): readonly Command[] {
  return [...reading(deps), prepareCommand(deps), paperCommand(deps), ...steps(deps)];
}

function reading(deps: MarketplaceDeps): readonly Command[] {
  return [
    acting(
      deps,
      {
        capability: 'marketplace.orders',
        name: 'bestellungen',
        usage: '',
        summary: 'Die Bestellungen einer Kommune, oder die an einen IT-Dienstleister',
        arity: [0, 0],
      },
      async (principal) => {
        const who = await betrachtendeOf(deps, principal);
        if (!who.ok) return who;
        const all = await listBestellungen(deps, who.value);
        return ok({
          json: { bestellungen: all.map(bestellAnswer) },
          text: all.map(line).join('\n') || 'Noch keine Bestellung.',
        });
      },
    ),
    acting(
      deps,
      {
        capability: 'marketplace.order',
        name: 'bestellung',
        usage: '<Kennung>',
        summary: 'Eine Bestellung',
        arity: [1, 1],
      },
      async (principal, { positionals }) =>
        commandOutput(
          await detailOf(deps, principal, positionals[0] ?? ''),
          ({ bestellung }) => line(bestellung),
          bestelldetailAnswer,
        ),
    ),
    acting(
      deps,
      {
        capability: 'marketplace.order.document',
        name: 'bestellung document',
        usage: '<Kennung> <Ziel.pdf>',
        summary: 'Das Dokument einer Bestellung als PDF',
        arity: [2, 2],
      },
      async (principal, { positionals: [id = '', path = ''] }) => {
        const detail = await detailOf(deps, principal, id);
        return detail.ok ? ok(await written(path, await orderPdf(detail.value, deps.clock.now()))) : detail;
      },
    ),
    acting(
      deps,
      {
        capability: 'marketplace.file',
        name: 'bestellung file',
        usage: '<Kennung der Datei> <Zieldatei>',
        summary: 'Ein unterschriebenes Papier in eine Datei schreiben',
        arity: [2, 2],
      },
      async (principal, { positionals: [id = '', path = ''] }) => {
        const opened = await openDatei(deps, principal, id);
        return opened.ok ? ok(await written(path, opened.value.bytes)) : opened;
      },
    ),
  ];
}

function prepareCommand(deps: MarketplaceDeps): Command {
  return acting(
    deps,
    {
      capability: 'marketplace.order.prepare',
      name: 'bestellung prepare',
      usage: `<Dienst> --basis <${vergabearten.join('|')}> [--reason <Text>] [--years <n>] [--current <Grund>] [--start JJJJ-MM-TT]`,
      summary: 'Eine Bestellung vorbereiten; sie bindet niemanden',
      options: { basis: text, reason: text, years: text, current: text, start: text },
      arity: [1, 1],
    },
    async (principal, { positionals, values }) => {
      const wer = await bestellendeOf(deps, principal, 'vorbereiten');
      if (!wer.ok) return wer;
      const vergabe = vergabearten.find((each) => each === values.basis);
      if (!vergabe)
        return refuse(commandUsage(`Bitte nennen Sie die Grundlage: --basis ${vergabearten.join('|')}.`));
      const beginn = dayOfOption(values, 'start', null);
      if (!beginn.ok) return beginn;
      const years = optionText(values, 'years');
      const laufendGrund = optionText(values, 'current');
      const prepared = await prepareOrder(deps, wer.value, {
        dienst: positionals[0] ?? '',
        laufzeitJahre: years === '' ? null : Number(years),
        laufendeVerwaltung: laufendGrund !== '',
        laufendGrund,
        vergabe,
        vergabeGrund: optionText(values, 'reason'),
        beginn: beginn.value,
        bemerkung: '',
      });
      return said(prepared);
    },
  );
}
