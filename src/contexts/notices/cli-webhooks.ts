import { ok } from '#kernel';
import { type Command, type CommandInput, commandOutput, optionList, optionText } from '#platform';
import { withinOrganisation } from './cli-parts.ts';
import type { NoticesDeps } from './deps.ts';
import {
  addWebhook,
  changeWebhook,
  readWebhook,
  readWebhooks,
  removeWebhook,
  renewSecret,
} from './use-cases/manage-webhooks.ts';
import { replayDelivery, testWebhook } from './use-cases/resend-webhook.ts';
import { webhookAnswer, webhookDetailAnswer } from './views/webhook-shapes.ts';

const typedOptions = {
  label: { type: 'string' },
  url: { type: 'string' },
  events: { type: 'string' },
} as const;

function typedOf(values: CommandInput['values']) {
  return {
    bezeichnung: optionText(values, 'label'),
    url: optionText(values, 'url'),
    ereignisse: optionList(values, 'events'),
  };
}

const typedUsage = '--label <Wofür> --url <Adresse> --events <Ereignis,…>';

/** Webhooks at the command line. */
export function webhookCommands(deps: NoticesDeps): readonly Command[] {
  return [...readCommands(deps), ...changeCommands(deps), ...callCommands(deps)];
}

function readCommands(deps: NoticesDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'webhook list',
      capability: 'notices.webhook.list',
      summary: 'Listet die Webhooks und die wählbaren Ereignisse',
      arity: [0, 0],
      run: async (caller) => {
        const webhooks = (await readWebhooks(deps, caller)).map(webhookAnswer);
        const lines = webhooks.map(
          (one) => `${one.id}  ${one.zustand.padEnd(12)}  ${one.bezeichnung}  ${one.url}`,
        );
        const events = deps.webhookEvents.map(({ name, label }) => `  ${name}  ${label}`);
        const json = { webhooks, ereignisse: deps.webhookEvents };
        return ok({ json, text: [...lines, 'Ereignisse:', ...events].join('\n') });
      },
    }),
    withinOrganisation(deps, {
      name: 'webhook show',
      capability: 'notices.webhook.show',
      usage: '<Kennung>',
      summary: 'Zeigt einen Webhook mit seinem Protokoll',
      arity: [1, 1],
      run: async (caller, { positionals: [id = ''] }) =>
        commandOutput(
          await readWebhook(deps, caller, id),
          ({ webhook, zustellungen }) =>
            [
              `${webhook.bezeichnung}  ${webhook.zustand}  ${webhook.url}`,
              ...zustellungen.map(
                (one) =>
                  `${one.id}  ${one.zustand.padEnd(10)}  ${one.ereignis}  ${one.antwort ?? ''} ${one.grund ?? ''}`,
              ),
            ].join('\n'),
          webhookDetailAnswer,
        ),
    }),
  ];
}

function changeCommands(deps: NoticesDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'webhook add',
      capability: 'notices.webhook.add',
      usage: typedUsage,
      summary: 'Richtet einen Webhook ein; sein Geheimnis erscheint nur jetzt',
      arity: [0, 0],
      options: typedOptions,
      run: async (caller, { values }) =>
        commandOutput(
          await addWebhook(deps, caller, typedOf(values)),
          ({ id, secret }) => `${id}\n${secret}`,
        ),
    }),
    withinOrganisation(deps, {
      name: 'webhook change',
      capability: 'notices.webhook.change',
      usage: `<Kennung> ${typedUsage}`,
      summary: 'Ändert einen Webhook und schaltet ihn ein',
      arity: [1, 1],
      options: typedOptions,
      run: async (caller, { positionals: [id = ''], values }) =>
        commandOutput(
          await changeWebhook(deps, caller, id, typedOf(values)),
          () => 'Der Webhook ist gespeichert.',
        ),
    }),
    withinOrganisation(deps, {
      name: 'webhook secret',
      capability: 'notices.webhook.secret',
      usage: '<Kennung>',
      summary: 'Gibt einem Webhook ein neues Geheimnis',
      arity: [1, 1],
      run: async (caller, { positionals: [id = ''] }) =>
        commandOutput(await renewSecret(deps, caller, id), ({ secret }) => secret),
    }),
    withinOrganisation(deps, {
      name: 'webhook remove',
      capability: 'notices.webhook.remove',
      usage: '<Kennung>',
      summary: 'Löscht einen Webhook mit seinem Protokoll',
      arity: [1, 1],
      run: async (caller, { positionals: [id = ''] }) =>
        commandOutput(await removeWebhook(deps, caller, id), () => 'Der Webhook ist gelöscht.'),
    }),
  ];
}

function callCommands(deps: NoticesDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'webhook test',
      capability: 'notices.webhook.test',
      usage: '<Kennung>',
      summary: 'Sendet eine Probe',
      arity: [1, 1],
      run: async (caller, { positionals: [id = ''] }) =>
        commandOutput(
          await testWebhook(deps, caller, id),
          () => 'Die Probe ist unterwegs; siehe „webhook show“.',
        ),
    }),
    withinOrganisation(deps, {
      name: 'webhook replay',
      capability: 'notices.webhook.replay',
      usage: '<Kennung> <Zustellung>',
      summary: 'Sendet einen aufgegebenen Aufruf noch einmal',
      arity: [2, 2],
      run: async (caller, { positionals: [webhook = '', id = ''] }) =>
        commandOutput(
          await replayDelivery(deps, caller, { webhook, id }),
          () => 'Der Aufruf wird noch einmal gesendet.',
        ),
    }),
  ];
}
