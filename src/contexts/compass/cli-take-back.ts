import { ok } from '#kernel';
import type { Command } from '#platform';
import { fassungOf, option } from './cli-stand-set.ts';
import type { CompassDeps } from './doors-deps.ts';
import { keineAngabe } from './messages.ts';
import { editorOf } from './use-cases/editor.ts';
import { takeBack } from './use-cases/take-back.ts';
import { angabeJson } from './views/stand-json.ts';

const text = { type: 'string' } as const;

/** Takes the statement about one Leistung back. */
export function takeBackCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.cell.take-back',
    name: 'stand take-back',
    usage: '<Kommune> <Leistung> [--grund <Text>] [--fassung <n>]',
    summary: 'Die Angabe zu einer Leistung zurücknehmen: danach gilt wieder „keine Angabe“',
    options: { grund: text, fassung: text },
    arity: [2, 8],
    run: async ({ positionals, values, principal }) => {
      const editor = await editorOf(deps, principal, positionals.slice(0, -1).join(' '));
      if (!editor.ok) return editor;
      const leistungId = positionals.at(-1) ?? '';
      const grundlage = await fassungOf(deps, editor.value, leistungId, values);
      const grund = option(values, 'grund') ?? '';
      const taken = await takeBack(deps, editor.value, { leistungId, grundlage, grund });
      if (!taken.ok) return taken;
      return ok({
        json: angabeJson(taken.value),
        text: `${leistungId}: ${keineAngabe}, Fassung ${taken.value.fassung}`,
      });
    },
  };
}
