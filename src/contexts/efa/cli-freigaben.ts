import { ok } from '#kernel';
import type { Command } from '#platform';
import { option } from './cli-kommune.ts';
import { abschnitte } from './domain/freigabe.ts';
import type { EfaDeps } from './doors-deps.ts';
import { asEditor, readerOf } from './use-cases/editor.ts';
import { listFreigaben, readFreigabe } from './use-cases/read-freigaben.ts';
import { releaseText, withdrawText } from './use-cases/release-text.ts';
import { freigabeAnswer } from './views/answers.ts';

const text = { type: 'string' } as const;

export function freigabeCommands(deps: EfaDeps): readonly Command[] {
  const kommune = { kommune: text } as const;
  const parts = Object.fromEntries(abschnitte.map((part) => [part, text]));
  return [
    {
      capability: 'efa.freigaben',
      name: 'freigaben',
      usage: '--kommune <Name|AGS>',
      summary: 'Die Texte, die eine Kommune für Bürgerinnen und Bürger freigegeben hat',
      options: kommune,
      arity: [0, 0],
      run: async ({ values, principal }) => {
        const reader = await readerOf(deps, principal, option(values, 'kommune'));
        if (!reader.ok) return reader;
        const rows = (await listFreigaben(deps, reader.value)).map(freigabeAnswer);
        const lines = rows.map(
          (row) => `${row.leistung}  ${row.text === null ? 'kein Text    ' : 'freigegeben  '}${row.name}`,
        );
        return ok({ json: { freigaben: rows }, text: lines.join('\n') });
      },
    },
    {
      capability: 'efa.freigabe.release',
      name: 'freigabe release',
      usage: `<LeiKa-Schlüssel|Nummer> --kommune <Name|AGS> --was <Text> ${abschnitte
        .slice(1)
        .map((part) => `[--${part} <Text>]`)
        .join(' ')}`,
      summary: 'Den Text einer Leistung freigeben',
      options: { ...kommune, ...parts },
      arity: [1, 1],
      run: async ({ positionals, values, principal }) => {
        const given = Object.fromEntries(abschnitte.map((part) => [part, option(values, part) ?? '']));
        const result = await asEditor(
          deps,
          principal,
          async (editor) => {
            const view = await readFreigabe(deps, editor, positionals[0] ?? '');
            if (!view.ok) return view;
            const { leistung, freigabe } = view.value;
            return releaseText(deps, editor, {
              leistung: leistung.id,
              nummer: freigabe?.nummer ?? 0,
              text: given,
            });
          },
          option(values, 'kommune'),
        );
        return result.ok
          ? ok({ json: result.value, text: `${result.value.leistungId} ist freigegeben.` })
          : result;
      },
    },
    {
      capability: 'efa.freigabe.withdraw',
      name: 'freigabe withdraw',
      usage: '<LeiKa-Schlüssel|Nummer> --kommune <Name|AGS>',
      summary: 'Einen freigegebenen Text zurückziehen',
      options: kommune,
      arity: [1, 1],
      run: async ({ positionals, values, principal }) => {
        const result = await asEditor(
          deps,
          principal,
          async (editor) => {
            const view = await readFreigabe(deps, editor, positionals[0] ?? '');
            if (!view.ok) return view;
            const { leistung, freigabe } = view.value;
            return withdrawText(deps, editor, { leistung: leistung.id, nummer: freigabe?.nummer ?? 0 });
          },
          option(values, 'kommune'),
        );
        return result.ok
          ? ok({ json: result.value, text: `${result.value.leistungId} ist zurückgezogen.` })
          : result;
      },
    },
  ];
}
