import { ok } from '#kernel';
import type { Command, CommandInput } from '#platform';
import type { CompassDeps } from './doors-deps.ts';
import { managerOf } from './use-cases/editor.ts';
import { handOver, previewHandOver } from './use-cases/hand-over.ts';
import { vorschauJson } from './views/hand-over-json.ts';

const kommune = { kommune: { type: 'string' } } as const;
const forKommune = '--kommune <Name|AGS>';

/** The hand-over when a person leaves, on the command line. */
export function handOverCommands(deps: CompassDeps): readonly Command[] {
  const named = (values: CommandInput['values']) =>
    typeof values.kommune === 'string' ? values.kommune : undefined;
  return [
    {
      capability: 'compass.hand-over.preview',
      name: 'stand handover preview',
      usage: `<Mitglied> ${forKommune}`,
      summary: 'Was eine Person zu übergeben hat',
      options: kommune,
      arity: [1, 1],
      run: async ({ positionals: [von = ''], values, principal }) => {
        const editor = await managerOf(deps, principal, named(values));
        if (!editor.ok) return editor;
        const json = vorschauJson(await previewHandOver(deps, editor.value, { von }));
        return ok({
          json,
          text: `${json.leistungen.length} Leistungen, ${json.fachbereiche.length} Fachbereiche`,
        });
      },
    },
    {
      capability: 'compass.hand-over',
      name: 'stand handover',
      usage: `<Mitglied, das abgibt> <Mitglied, das übernimmt> ${forKommune}`,
      summary: 'Alles von einer Person an eine andere übergeben',
      options: kommune,
      arity: [2, 2],
      run: async ({ positionals: [von = '', an = ''], values, principal }) => {
        const editor = await managerOf(deps, principal, named(values));
        if (!editor.ok) return editor;
        const { staende, personen } = await previewHandOver(deps, editor.value, { von });
        const moved = await handOver(deps, editor.value, { von, an }, staende.length + personen.length);
        if (!moved.ok) return moved;
        const json = vorschauJson(moved.value);
        return ok({
          json,
          text: `Übergeben: ${json.leistungen.length} Leistungen, ${json.fachbereiche.length} Fachbereiche.`,
        });
      },
    },
  ];
}
