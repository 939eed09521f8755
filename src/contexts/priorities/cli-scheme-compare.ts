import { ok } from '#kernel';
import { asOrganisation, type Command, organisationOption, organisationUsage } from '#platform';
import { bewegungen } from './domain/vergleich.ts';
import type { PrioritiesDeps } from './priorities-deps.ts';
import { readRangfolge } from './use-cases/read-rangfolge.ts';
import { managerOf } from './use-cases/viewer.ts';

export function compareCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.schemes.compare',
    name: 'prioritaeten scheme-compare',
    usage: `<Kennung vorher> <Kennung nachher> ${organisationUsage}`,
    summary: 'Wer sich bewegt, wenn ein Schema ein anderes ablöst',
    options: organisationOption,
    arity: [2, 2],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const manager = await managerOf(deps, principal, 'Schemata vergleichen');
        if (!manager.ok) return manager;
        const [a = '', b = ''] = input.positionals;
        const before = await readRangfolge(deps, manager.value, { eigene: null, schema: a });
        if (!before.ok) return before;
        const after = await readRangfolge(deps, manager.value, { eigene: null, schema: b });
        if (!after.ok) return after;
        const moves = bewegungen(before.value.liste, after.value.liste).map(({ row, vorher, nachher }) => ({
          id: after.value.welt.leistungen[row]?.id ?? '',
          name: after.value.welt.leistungen[row]?.name ?? '',
          vorher,
          nachher,
        }));
        const lines = moves.map(({ name, vorher, nachher }) => `${vorher} → ${nachher}  ${name}`);
        return ok({ json: { bewegungen: moves }, text: lines.join('\n') || 'Niemand bewegt sich.' });
      }),
  };
}
