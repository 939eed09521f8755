import { ok } from '#kernel';
import { type Command, commandOutput, optionText } from '#platform';
import { withinOrganisation } from './cli-parts.ts';
import type { NoticesDeps } from './deps.ts';
import { changeNotices, readNotices } from './use-cases/summary.ts';
import { unsubscribe } from './use-cases/unsubscribe.ts';
import { rhythmLabels } from './views/labels.ts';
import { einstellungAnswer, ownNoticesAnswer } from './views/setting-shapes.ts';

/** What members are told by mail, at the command line. */
export function settingCommands(deps: NoticesDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'notices show',
      capability: 'notices.setting.show',
      usage: '<Mitglied>',
      summary: 'Zeigt, was ein Mitglied per Mail erfährt, und seine nächste Zusammenfassung',
      arity: [1, 1],
      run: async (caller, { positionals: [member = ''] }) =>
        commandOutput(
          await readNotices(deps, caller, member),
          ({ zusammenfassung, rundmails, anbindungen, berichte, parts }) =>
            [
              `Zusammenfassung ${rhythmLabels[zusammenfassung]}, Rundmails ${rundmails ? 'ja' : 'nein'}, Anbindungen ${anbindungen ? 'ja' : 'nein'}, Berichte ${berichte ? 'ja' : 'nein'}`,
              ...parts.flatMap(({ label, count, lines }) => [`${label}: ${count}`, ...lines]),
            ].join('\n'),
          ownNoticesAnswer,
        ),
    }),
    withinOrganisation(deps, {
      name: 'notices set',
      capability: 'notices.setting.change',
      usage:
        '<Mitglied> --summary taeglich|woechentlich|nie [--no-rundmails] [--no-anbindungen] [--no-berichte]',
      summary: 'Legt fest, was ein Mitglied per Mail erfährt',
      arity: [1, 1],
      options: {
        summary: { type: 'string' },
        'no-rundmails': { type: 'boolean' },
        'no-anbindungen': { type: 'boolean' },
        'no-berichte': { type: 'boolean' },
      },
      run: async (caller, { positionals: [member = ''], values }) => {
        const wanted = {
          zusammenfassung: optionText(values, 'summary'),
          rundmails: values['no-rundmails'] !== true,
          anbindungen: values['no-anbindungen'] !== true,
          berichte: values['no-berichte'] !== true,
        };
        return commandOutput(
          await changeNotices(deps, caller, member, wanted),
          () => 'Die Benachrichtigungen sind gespeichert.',
          einstellungAnswer,
        );
      },
    }),
    {
      name: 'notices unsubscribe',
      capability: 'notices.unsubscribe',
      usage: '<Link>',
      summary: 'Bestellt Rundmails mit dem Link aus einer Mail ab',
      arity: [1, 1],
      run: async ({ positionals: [link = ''] }) => {
        const left = await unsubscribe(deps, link.split('/').at(-1) ?? '');
        return left.ok ? ok({ json: {}, text: 'Rundmails sind abbestellt.' }) : left;
      },
    },
  ];
}
