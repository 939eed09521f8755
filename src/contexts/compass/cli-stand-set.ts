import { ok, type Result, refuse } from '#kernel';
import type { Command, CommandInput } from '#platform';
import { parseAenderung, type StandEingabe } from './domain/parse-aenderung.ts';
import type { CompassDeps } from './doors-deps.ts';
import { invalidStand } from './errors.ts';
import { zustandLabel } from './messages.ts';
import { changeStand } from './use-cases/change-stand.ts';
import { confirmCarried } from './use-cases/confirm-carried.ts';
import { type Editor, editorOf } from './use-cases/editor.ts';
import { standOf } from './use-cases/read-stand.ts';
import { angabeJson } from './views/stand-json.ts';

const text = { type: 'string' } as const;

export function setCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.cell.change',
    name: 'stand set',
    usage: '<Kommune> <Leistung> <Feld=Wert> … [--fassung <n>]',
    summary: 'Etwas zum Umsetzungsstand angeben, zum Beispiel zustand=online umgesetztAm=2026-11-01',
    options: { fassung: text },
    arity: [3, 40],
    run: async ({ positionals, values, principal }) => {
      const split = positionals.findIndex((each) => each.includes('='));
      const words = split < 0 ? positionals : positionals.slice(0, split);
      const editor = await editorOf(deps, principal, words.slice(0, -1).join(' '));
      if (!editor.ok) return editor;
      const eingabe = assignments(split < 0 ? [] : positionals.slice(split));
      if (!eingabe.ok) return eingabe;
      const aenderung = parseAenderung(eingabe.value);
      if (!aenderung.ok) return refuse(invalidStand(aenderung.refusal));
      const leistungId = words.at(-1) ?? '';
      const grundlage = await fassungOf(deps, editor.value, leistungId, values);
      const changed = await changeStand(deps, editor.value, {
        leistungId,
        grundlage,
        aenderung: aenderung.value,
      });
      if (!changed.ok) return changed;
      const { zustand, fassung } = changed.value;
      return ok({
        json: angabeJson(changed.value),
        text: `${leistungId}: ${zustandLabel[zustand]}, Fassung ${fassung}`,
      });
    },
  };
}

export function confirmCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.cell.confirm',
    name: 'stand confirm',
    usage: '<Kommune> <Leistung> [--fassung <n>]',
    summary: 'Bestätigen, dass die Angabe noch stimmt',
    options: { fassung: text },
    arity: [2, 8],
    run: async ({ positionals, values, principal }) => {
      const editor = await editorOf(deps, principal, positionals.slice(0, -1).join(' '));
      if (!editor.ok) return editor;
      const leistungId = positionals.at(-1) ?? '';
      const grundlage = await fassungOf(deps, editor.value, leistungId, values);
      const wunsch = { leistungId, grundlage, aenderung: {}, bestaetigen: true };
      const changed = await changeStand(deps, editor.value, wunsch);
      if (!changed.ok) return changed;
      return ok({
        json: angabeJson(changed.value),
        text: `${leistungId}: bestätigt, Fassung ${changed.value.fassung}`,
      });
    },
  };
}

export function carriedCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.carried.confirm',
    name: 'stand confirm-carried',
    usage: '<Kommune>',
    summary: 'Alle Angaben bestätigen, die mit geteilten oder zusammengelegten Leistungen mitgezogen sind',
    arity: [1, 8],
    run: async ({ positionals, principal }) => {
      const editor = await editorOf(deps, principal, positionals.join(' '));
      if (!editor.ok) return editor;
      const confirmed = await confirmCarried(deps, editor.value);
      if (!confirmed.ok) return confirmed;
      return ok({ json: confirmed.value, text: `${confirmed.value.bestaetigt} Angaben bestätigt` });
    },
  };
}

/** Fields and values out of words of the form `Feld=Wert`. */
export function assignments(words: readonly string[]): Result<StandEingabe> {
  const pairs: [string, unknown][] = [];
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1)
      return refuse(invalidStand([{ field: word, message: `„${word}“ hat nicht die Form Feld=Wert.` }]));
    const value = word.slice(at + 1);
    pairs.push([word.slice(0, at), value.startsWith('{') ? jsonOf(value) : value]);
  }
  return ok(Object.fromEntries(pairs));
}

/** The fassung that the operator names, else the one that is stored now. */
export async function fassungOf(
  deps: CompassDeps,
  editor: Editor,
  leistungId: string,
  values: CommandInput['values'],
): Promise<number> {
  const named = option(values, 'fassung');
  if (named !== undefined) return /^\d{1,9}$/.test(named) ? Number(named) : -1;
  return (await standOf(deps, editor, leistungId))?.fassung ?? 0;
}

/** An object, as criteria, evidence and own fields want it; what is none is left as text for the parser to refuse. */
export function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The value of an option that takes one. */
export function option(values: CommandInput['values'], name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
