import { ok } from '#kernel';
import type { Command, CommandInput } from '#platform';
import { editorOf, readerOf } from '../use-cases/editor.ts';
import type { MatchingDeps } from './matching-deps.ts';
import { addFachverfahren, endeFachverfahren, fachverfahrenOf } from './use-cases/fachverfahren.ts';
import { fachverfahrenJson } from './views/fachverfahren-json.ts';

const text = { type: 'string' } as const;

const kommune = { kommune: text } as const;

export function fachverfahrenCommands(deps: MatchingDeps): readonly Command[] {
  return [
    {
      capability: 'compass.fachverfahren',
      name: 'fachverfahren',
      usage: '--kommune <Name|AGS>',
      summary: 'Die Fachverfahren einer Kommune',
      options: kommune,
      arity: [0, 0],
      run: async ({ values, principal }) => {
        const reader = await readerOf(deps, principal, option(values, 'kommune'));
        if (!reader.ok) return reader;
        const all = await fachverfahrenOf(deps, reader.value);
        const lines = all.map(({ id, name, bis }) => `${id}  ${name}${bis ? `, bis ${bis}` : ''}`);
        return ok({
          json: { fachverfahren: all.map(fachverfahrenJson) },
          text: lines.join('\n') || 'Noch kein Fachverfahren.',
        });
      },
    },
    {
      capability: 'compass.fachverfahren.add',
      name: 'fachverfahren add',
      usage: '<Name> --kommune <Name|AGS> [--hersteller …] [--fachbereich …] [--von Tag] [--bis Tag]',
      summary: 'Ein Fachverfahren eintragen',
      options: { ...kommune, hersteller: text, fachbereich: text, von: text, bis: text },
      arity: [1, 12],
      run: async ({ positionals, values, principal }) => {
        const editor = await editorOf(deps, principal, option(values, 'kommune'));
        if (!editor.ok) return editor;
        const added = await addFachverfahren(deps, editor.value, {
          name: positionals.join(' '),
          hersteller: option(values, 'hersteller'),
          fachbereich: option(values, 'fachbereich'),
          von: option(values, 'von'),
          bis: option(values, 'bis'),
        });
        if (!added.ok) return added;
        return ok({ json: fachverfahrenJson(added.value), text: `${added.value.id}  ${added.value.name}` });
      },
    },
    {
      capability: 'compass.fachverfahren.end',
      name: 'fachverfahren end',
      usage: '<Nummer> --kommune <Name|AGS> [--bis Tag]',
      summary: 'Den letzten Tag eines Fachverfahrens nennen',
      options: { ...kommune, bis: text },
      arity: [1, 1],
      run: async ({ positionals: [id = ''], values, principal }) => {
        const editor = await editorOf(deps, principal, option(values, 'kommune'));
        if (!editor.ok) return editor;
        const ended = await endeFachverfahren(deps, editor.value, id, option(values, 'bis') ?? null);
        return ended.ok ? ok({ json: ended.value, text: `Letzter Tag: ${ended.value.bis}` }) : ended;
      },
    },
  ];
}

/** The value of an option that takes one. */
export function option(values: CommandInput['values'], name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
