import { ok } from '#kernel';
import type { Command } from '#platform';
import { changeCommands } from './cli-anbindung-schritte.ts';
import { forKommune, kommune, option } from './cli-kommune.ts';
import type { EfaDeps } from './doors-deps.ts';
import { zustandLabel } from './messages.ts';
import { readerOf } from './use-cases/editor.ts';
import { goLiveCheck } from './use-cases/go-live-check.ts';
import { listAnbindungen, readDetail } from './use-cases/read-anbindungen.ts';
import { anbindungAnswer, anbindungDetailAnswer } from './views/answers.ts';

/** The Anbindungen on the command line; the operator names the Kommune. */
export function anbindungCommands(deps: EfaDeps): readonly Command[] {
  return [...readCommands(deps), ...changeCommands(deps)];
}

function readCommands(deps: EfaDeps): readonly Command[] {
  return [
    {
      capability: 'efa.anbindungen',
      name: 'anbindungen',
      usage: forKommune,
      summary: 'Die Anbindungen einer Kommune',
      options: kommune,
      arity: [0, 0],
      run: async ({ values, principal }) => {
        const reader = await readerOf(deps, principal, option(values, 'kommune'));
        if (!reader.ok) return reader;
        const rows = (await listAnbindungen(deps, reader.value)).map(anbindungAnswer);
        const lines = rows.map(
          ({ dienst, zustand, titel }) => `${dienst.padEnd(28)}${zustandLabel[zustand].padEnd(12)}${titel}`,
        );
        return ok({ json: { anbindungen: rows }, text: lines.join('\n') || 'Noch keine Anbindung.' });
      },
    },
    {
      capability: 'efa.anbindung',
      name: 'anbindung',
      usage: `<Onlinedienst> ${forKommune}`,
      summary: 'Eine Anbindung mit Prüfung vor dem Start',
      options: kommune,
      arity: [1, 1],
      run: async ({ positionals, values, principal }) => {
        const reader = await readerOf(deps, principal, option(values, 'kommune'));
        if (!reader.ok) return reader;
        const dienst = positionals[0] ?? '';
        const detail = await readDetail(deps, reader.value, dienst);
        if (!detail.ok) return detail;
        const items = await goLiveCheck(deps, reader.value, dienst);
        if (!items.ok) return items;
        const json = anbindungDetailAnswer(detail.value, items.value, deps.clock.today());
        const lines = items.value.map(
          ({ ok: fine, required, what, who, how }) =>
            `${fine ? 'ok     ' : required ? 'fehlt  ' : 'Hinweis'} ${what}${fine ? '' : ` (${who}): ${how}`}`,
        );
        return ok({
          json,
          text: [`${json.titel}: ${zustandLabel[json.zustand]}, Version ${json.version}`, ...lines].join(
            '\n',
          ),
        });
      },
    },
  ];
}
