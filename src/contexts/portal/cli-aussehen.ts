import { readFile, stat } from 'node:fs/promises';
import { ok, type Result, refuse } from '#kernel';
import type { Command, CommandInput } from '#platform';
import type { PortalDoorDeps } from './deps.ts';
import { type AussehenEingabe, aussehenFelder, typedOf } from './domain/aussehen.ts';
import { invalidInput } from './errors.ts';
import { type AussehenWunsch, ownAussehen, publishAussehen, saveAussehen } from './use-cases/aussehen.ts';
import { editorOf } from './use-cases/editor.ts';
import { lookAnswer } from './views.ts';

const text = { type: 'string' } as const;
const most = 400_000;

/** How a Kommune's site looks, on the command line; what is not named stays as it is. */
export function aussehenCommands(deps: PortalDoorDeps): readonly Command[] {
  return [showCommand(deps), saveCommand(deps), publishCommand(deps)];
}

function editorFrom(deps: PortalDoorDeps, { principal, values }: CommandInput) {
  return editorOf(deps, principal, typeof values.kommune === 'string' ? values.kommune : undefined);
}

function showCommand(deps: PortalDoorDeps): Command {
  return {
    capability: 'portal.look',
    name: 'portal aussehen',
    usage: '--kommune <Name|AGS>',
    summary: 'Das Aussehen eines Portals: alle Fassungen, und welche öffentlich ist',
    options: { kommune: text },
    arity: [0, 0],
    run: async (input) => {
      const editor = await editorFrom(deps, input);
      if (!editor.ok) return editor;
      const json = lookAnswer(await ownAussehen(deps, editor.value));
      const lines = json.fassungen.map(
        ({ nummer, farben, wappen }) =>
          `Fassung ${nummer}${nummer === json.oeffentlich ? ' (öffentlich)' : ''}: ${farben?.akzent ?? 'neutral'}, ${wappen ?? 'ohne Wappen'}`,
      );
      return ok({ json, text: lines.join('\n') || 'Noch keine eigene Fassung.' });
    },
  };
}

function saveCommand(deps: PortalDoorDeps): Command {
  return {
    capability: 'portal.look.save',
    name: 'portal aussehen set',
    usage: `--kommune <Name|AGS> ${aussehenFelder.map((name) => `[--${name} <Text>]`).join(' ')} [--wappen <Datei>] [--ohne-wappen]`,
    summary: 'Eine Fassung des Aussehens speichern; sie ist noch nicht öffentlich',
    options: {
      ...Object.fromEntries(['kommune', ...aussehenFelder, 'wappen'].map((name) => [name, text])),
      'ohne-wappen': { type: 'boolean' },
    },
    arity: [0, 0],
    run: async (input) => {
      const editor = await editorFrom(deps, input);
      if (!editor.ok) return editor;
      const newest = (await ownAussehen(deps, editor.value)).fassungen[0] ?? null;
      const wappen = await wappenFrom(deps, input);
      if (!wappen.ok) return wappen;
      const felder: AussehenEingabe = { ...typedOf(newest), ...named(input) };
      const saved = await saveAussehen(deps, editor.value, {
        felder,
        nummer: newest?.nummer ?? 0,
        wappen: wappen.value,
      });
      return saved.ok
        ? ok({
            json: saved.value,
            text: `Fassung ${saved.value.nummer} ist gespeichert, noch nicht öffentlich.`,
          })
        : saved;
    },
  };
}

function named({ values }: CommandInput): Partial<AussehenEingabe> {
  const entries = aussehenFelder.map((name) => [name, values[name]] as const);
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'));
}

async function wappenFrom(
  deps: PortalDoorDeps,
  { values }: CommandInput,
): Promise<Result<AussehenWunsch['wappen']>> {
  if (typeof values.wappen !== 'string') return ok(values['ohne-wappen'] === true ? 'ohne' : 'behalten');
  const found = await stat(values.wappen).catch(() => null);
  const message = `Die Datei ${values.wappen} gibt es nicht, oder sie ist zu groß.`;
  if (!found?.isFile() || found.size > most) return refuse(invalidInput([{ field: 'wappen', message }]));
  const bytes = await readFile(values.wappen);
  return ok({ bytes, scanned: await deps.scan(bytes) });
}

function publishCommand(deps: PortalDoorDeps): Command {
  return {
    capability: 'portal.look.publish',
    name: 'portal aussehen publish',
    usage: '<Fassung> --kommune <Name|AGS>',
    summary: 'Eine Fassung des Aussehens allen zeigen; 0: das neutrale',
    options: { kommune: text },
    arity: [1, 1],
    run: async (input) => {
      const editor = await editorFrom(deps, input);
      if (!editor.ok) return editor;
      const shown = await publishAussehen(deps, editor.value, Number(input.positionals[0]));
      return shown.ok
        ? ok({ json: shown.value, text: `Fassung ${shown.value.nummer} ist öffentlich.` })
        : shown;
    },
  };
}
