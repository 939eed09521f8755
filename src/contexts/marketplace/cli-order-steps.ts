import { ok, type Result } from '#kernel';
import { type Command, type CommandInput, commandOutput, optionText, type Principal } from '#platform';
import { acting, dayNamed, fileAt, text } from './cli-parts.ts';
import type { Bestellung } from './domain/bestellung.ts';
import { euro } from './geld.ts';
import type { MarketplaceDeps } from './marketplace-deps.ts';
import { zustandLabel } from './messages.ts';
import { acceptOrder, declineOrder, endOrder, withdrawOrder } from './use-cases/bestellschritte.ts';
import { betrachtendeOf, readBestelldetail } from './use-cases/read-bestellungen.ts';
import { anbietendeOf, bestellendeOf } from './use-cases/wer.ts';
import { type BestellRef, recordPaper } from './use-cases/zeichnen.ts';
import { bestellAnswer } from './views/answers.ts';

export const line = ({ id, inhalt, kommune, zustand }: Bestellung) =>
  `${id}  ${zustandLabel[zustand].padEnd(16)}${euro(inhalt.wertCent).padStart(16)}  ${kommune}: ${inhalt.titel}`;

export function said(result: Result<Bestellung>) {
  return commandOutput(result, line, bestellAnswer);
}

export async function detailOf(deps: MarketplaceDeps, principal: Principal, id: string) {
  const who = await betrachtendeOf(deps, principal);
  return who.ok ? readBestelldetail(deps, who.value, id) : who;
}

export function paperCommand(deps: MarketplaceDeps): Command {
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

export function steps(deps: MarketplaceDeps): readonly Command[] {
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
