import { ok, type Result, refuse } from '#kernel';
import {
  type Command,
  type CommandInput,
  commandOutput,
  dayOfOption,
  optionText,
  type Principal,
} from '#platform';
import { acting, dayNamed, fileAt, text, usage, written } from './cli-parts.ts';
import { type Bestellung, vergabearten } from './domain/bestellung.ts';
import { euro } from './geld.ts';
import type { MarketplaceDeps } from './marketplace-deps.ts';
import { zustandLabel } from './messages.ts';
import { prepareOrder } from './use-cases/bestellen.ts';
import { acceptOrder, declineOrder, endOrder, withdrawOrder } from './use-cases/bestellschritte.ts';
import { openDatei } from './use-cases/dateien.ts';
import { orderPdf } from './use-cases/dokument.ts';
import { betrachtendeOf, listBestellungen, readBestelldetail } from './use-cases/read-bestellungen.ts';
import { anbietendeOf, bestellendeOf } from './use-cases/wer.ts';
import { type BestellRef, recordPaper } from './use-cases/zeichnen.ts';
import { bestellAnswer, bestelldetailAnswer } from './views/answers.ts';

/** Orders on the command line; signing is a person's alone and has no command. */
export function orderCommands(deps: MarketplaceDeps): readonly Command[] {
  return [...reading(deps), prepareCommand(deps), paperCommand(deps), ...steps(deps)];
}

const line = ({ id, inhalt, kommune, zustand }: Bestellung) =>
  `${id}  ${zustandLabel[zustand].padEnd(16)}${euro(inhalt.wertCent).padStart(16)}  ${kommune}: ${inhalt.titel}`;

function said(result: Result<Bestellung>) {
  return commandOutput(result, line, bestellAnswer);
}

async function detailOf(deps: MarketplaceDeps, principal: Principal, id: string) {
  const who = await betrachtendeOf(deps, principal);
  return who.ok ? readBestelldetail(deps, who.value, id) : who;
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
        return refuse(usage(`Bitte nennen Sie die Grundlage: --basis ${vergabearten.join('|')}.`));
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

function paperCommand(deps: MarketplaceDeps): Command {
  return acting(
    deps,
    {
      capability: 'marketplace.order.paper',
      name: 'bestellung paper',
      usage: '<Kennung> <Datei> --signer <Befugnis> --on JJJJ-MM-TT',
      summary: 'Erfassen, wer eine Bestellung wann auf Papier unterschrieben hat',
      options: { signer: text, on: text },
      arity: [2, 2],
    },
    async (principal, { positionals: [id = '', path = ''], values }) => {
      const wer = await bestellendeOf(deps, principal, 'vorbereiten');
      if (!wer.ok) return wer;
      const am = dayNamed(values, 'on');
      if (!am.ok) return am;
      const file = await fileAt(deps, path);
      if (!file.ok) return file;
      const ref = await refOf(deps, principal, id);
      if (!ref.ok) return ref;
      const befugnis = optionText(values, 'signer');
      return said(
        await recordPaper(deps, wer.value, { ...ref.value, befugnis, am: am.value, file: file.value }),
      );
    },
  );
}

/** The order as it stands at this moment. */
async function refOf(deps: MarketplaceDeps, principal: Principal, id: string): Promise<Result<BestellRef>> {
  const detail = await detailOf(deps, principal, id);
  return detail.ok ? ok({ id, version: detail.value.bestellung.version }) : detail;
}

function steps(deps: MarketplaceDeps): readonly Command[] {
  const step = (
    command: Pick<Command, 'capability' | 'name' | 'usage' | 'summary' | 'options'>,
    act: (
      principal: Principal,
      ref: BestellRef,
      values: CommandInput['values'],
    ) => Promise<Result<Bestellung>>,
  ) =>
    acting(deps, { ...command, arity: [1, 1] }, async (principal, { positionals, values }) => {
      const ref = await refOf(deps, principal, positionals[0] ?? '');
      return ref.ok ? said(await act(principal, ref.value, values)) : ref;
    });
  const reason = { reason: text };
  return [
    step(
      {
        capability: 'marketplace.order.withdraw',
        name: 'bestellung withdraw',
        usage: '<Kennung> --reason <Text>',
        summary: 'Eine Bestellung zurückziehen, die noch nicht angenommen ist',
        options: reason,
      },
      async (principal, ref, values) => {
        const wer = await bestellendeOf(deps, principal, 'vorbereiten');
        return wer.ok ? withdrawOrder(deps, wer.value, ref, optionText(values, 'reason')) : wer;
      },
    ),
    step(
      {
        capability: 'marketplace.order.accept',
        name: 'bestellung accept',
        usage: '<Kennung>',
        summary: 'Eine Bestellung als IT-Dienstleister annehmen',
      },
      async (principal, ref) => {
        const wer = await anbietendeOf(deps, principal);
        return wer.ok ? acceptOrder(deps, wer.value, ref) : wer;
      },
    ),
    step(
      {
        capability: 'marketplace.order.decline',
        name: 'bestellung decline',
        usage: '<Kennung> --reason <Text>',
        summary: 'Eine Bestellung mit Begründung ablehnen',
        options: reason,
      },
      async (principal, ref, values) => {
        const wer = await anbietendeOf(deps, principal);
        return wer.ok ? declineOrder(deps, wer.value, ref, optionText(values, 'reason')) : wer;
      },
    ),
    step(
      {
        capability: 'marketplace.order.end',
        name: 'bestellung end',
        usage: '<Kennung> --on JJJJ-MM-TT',
        summary: 'Einen Vertrag zu einem Tag beenden',
        options: { on: text },
      },
      async (principal, ref, values) => {
        const wer = await bestellendeOf(deps, principal, 'bestellen');
        if (!wer.ok) return wer;
        const zum = dayNamed(values, 'on');
        return zum.ok ? endOrder(deps, wer.value, ref, zum.value) : zum;
      },
    ),
  ];
}
