import { isUuid, ok } from '#kernel';
import { type Command, commandOutput, optionList } from '#platform';
import { withinOrganisation } from './cli-parts.ts';
import type { Caller, NoticesDeps } from './deps.ts';
import { readZiele } from './use-cases/find-recipients.ts';
import { readVerteiler, removeVerteiler, saveVerteiler } from './use-cases/keep-verteiler.ts';

/** The ids of Kommunen of the circle that are named; what is neither name nor id is left to the refusal. */
export async function kommunenIds(
  deps: NoticesDeps,
  caller: Caller,
  named: readonly string[],
): Promise<readonly string[]> {
  const ziele = await readZiele(deps, caller);
  return named.map((one) => (isUuid(one) ? one : (ziele.find(({ name }) => name === one)?.id ?? one)));
}

/** Groups of Kommunen at the command line. */
export function verteilerCommands(deps: NoticesDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'verteiler list',
      capability: 'notices.verteiler.list',
      summary: 'Listet die Verteiler',
      arity: [0, 0],
      run: async (caller) => {
        const verteiler = await readVerteiler(deps, caller);
        const lines = verteiler.map(({ id, name, kommunen }) => `${id}  ${name} (${kommunen.length})`);
        return ok({ json: { verteiler }, text: lines.join('\n') });
      },
    }),
    withinOrganisation(deps, {
      name: 'verteiler save',
      capability: 'notices.verteiler.save',
      usage: '<Name> --kommunen <Name,…>',
      summary: 'Legt einen Verteiler an oder ersetzt den gleichen Namens',
      arity: [1, 1],
      options: { kommunen: { type: 'string' } },
      run: async (caller, { positionals: [name = ''], values }) => {
        const kommunen = await kommunenIds(deps, caller, optionList(values, 'kommunen'));
        return commandOutput(await saveVerteiler(deps, caller, { name, kommunen }), ({ id }) => id);
      },
    }),
    withinOrganisation(deps, {
      name: 'verteiler remove',
      capability: 'notices.verteiler.remove',
      usage: '<Kennung>',
      summary: 'Löscht einen Verteiler',
      arity: [1, 1],
      run: async (caller, { positionals: [id = ''] }) =>
        commandOutput(await removeVerteiler(deps, caller, id), () => 'Der Verteiler ist gelöscht.'),
    }),
  ];
}
