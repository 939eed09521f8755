import { ok } from '#kernel';
import type { Command, CommandInput } from '#platform';
import { quartalText } from '../domain/matching/quartal.ts';
import { editorOf, managerOf, readerOf } from '../use-cases/editor.ts';
import { angabeJson } from '../views/stand-json.ts';
import type { MatchingDeps } from './matching-deps.ts';
import { buendelFor } from './use-cases/buendel.ts';
import { markInteresse, setEinwilligung, withdrawInteresse } from './use-cases/buendel-interesse.ts';
import { sichtOf } from './use-cases/sicht.ts';
import { korrigiere, widerspruecheOf } from './use-cases/widersprueche.ts';
import { buendelJson } from './views/buendel-json.ts';
import { widerspruchJson } from './views/fachverfahren-json.ts';

const text = { type: 'string' } as const;
const kommune = { kommune: text } as const;
const forKommune = '--kommune <Name|AGS>';

/** Bundles and contradictions on the command line. */
export function bundleCommands(deps: MatchingDeps): readonly Command[] {
  return [
    bundlesCommand(deps),
    consentCommand(deps),
    interestCommand(deps),
    withdrawCommand(deps),
    contradictionsCommand(deps),
    resolveCommand(deps),
  ];
}

function bundlesCommand(deps: MatchingDeps): Command {
  return {
    capability: 'compass.bundles',
    name: 'buendel',
    usage: '--organisation <Name>',
    summary: 'Kommunen mit demselben Bedarf im selben Quartal, durch die Augen einer Organisation',
    options: { organisation: text },
    arity: [0, 0],
    run: async ({ values, principal }) => {
      const sicht = await sichtOf(deps, principal, option(values, 'organisation'));
      if (!sicht.ok) return sicht;
      const liste = await buendelFor(deps, sicht.value);
      const lines = liste.buendel.map(
        ({ ort, quartal, kommunen }) =>
          `${quartalText(quartal)}  ${ort.name}: ${kommunen.map(({ name }) => name).join(', ')}`,
      );
      return ok({ json: buendelJson(liste), text: lines.join('\n') || 'Noch kein Bündel.' });
    },
  };
}

function consentCommand(deps: MatchingDeps): Command {
  return {
    capability: 'compass.bundle.consent',
    name: 'buendel consent',
    usage: `ja|nein ${forKommune}`,
    summary: 'Einwilligen, in Bündeln genannt zu werden, oder das widerrufen',
    options: kommune,
    arity: [1, 1],
    run: async ({ positionals: [answer = ''], values, principal }) => {
      const editor = await managerOf(deps, principal, option(values, 'kommune'));
      if (!editor.ok) return editor;
      const given = await setEinwilligung(deps, editor.value, answer === 'ja');
      return ok({
        json: { einwilligung: given },
        text: given ? 'Die Kommune darf genannt werden.' : 'Die Kommune wird nicht mehr genannt.',
      });
    },
  };
}

function interestCommand(deps: MatchingDeps): Command {
  return {
    capability: 'compass.interest',
    name: 'buendel interest',
    usage: `<Leistung> <Quartal> ${forKommune}`,
    summary: 'Vormerken, dass eine Kommune eine Leistung in einem Quartal online bringen will',
    options: kommune,
    arity: [2, 2],
    run: async ({ positionals: [leistungId = '', quartal = ''], values, principal }) => {
      const editor = await editorOf(deps, principal, option(values, 'kommune'));
      if (!editor.ok) return editor;
      const marked = await markInteresse(deps, editor.value, { leistungId, quartal });
      return marked.ok
        ? ok({ json: marked.value, text: `${leistungId}: ${quartalText(marked.value.quartal)}` })
        : marked;
    },
  };
}

function withdrawCommand(deps: MatchingDeps): Command {
  return {
    capability: 'compass.interest.withdraw',
    name: 'buendel withdraw',
    usage: `<Leistung> ${forKommune}`,
    summary: 'Ein vorgemerktes Interesse zurücknehmen',
    options: kommune,
    arity: [1, 1],
    run: async ({ positionals: [leistungId = ''], values, principal }) => {
      const editor = await editorOf(deps, principal, option(values, 'kommune'));
      if (!editor.ok) return editor;
      const taken = await withdrawInteresse(deps, editor.value, leistungId);
      return taken.ok ? ok({ json: { leistungId }, text: `${leistungId}: zurückgenommen` }) : taken;
    },
  };
}

function contradictionsCommand(deps: MatchingDeps): Command {
  return {
    capability: 'compass.contradictions',
    name: 'stand contradictions',
    usage: '<Kommune>',
    summary: 'Wo Angaben, Nachweise und freigeschaltete Onlinedienste einander widersprechen',
    arity: [1, 8],
    run: async ({ positionals, principal }) => {
      const reader = await readerOf(deps, principal, positionals.join(' '));
      if (!reader.ok) return reader;
      const zeilen = await widerspruecheOf(deps, reader.value);
      const lines = zeilen.map(
        ({ ort, art, satz, korrekturen }) =>
          `${ort.id}  ${art}: ${satz} [${korrekturen.map(({ key }) => key).join(', ')}]`,
      );
      return ok({
        json: { widersprueche: zeilen.map(widerspruchJson) },
        text: lines.join('\n') || 'Kein Widerspruch.',
      });
    },
  };
}

function resolveCommand(deps: MatchingDeps): Command {
  return {
    capability: 'compass.contradiction.resolve',
    name: 'stand contradictions resolve',
    usage: `<Leistung> <Art> <Korrektur> ${forKommune}`,
    summary: 'Einen Widerspruch beheben, solange er besteht',
    options: kommune,
    arity: [3, 3],
    run: async ({ positionals: [leistungId = '', art = '', korrektur = ''], values, principal }) => {
      const editor = await editorOf(deps, principal, option(values, 'kommune'));
      if (!editor.ok) return editor;
      const found = (await widerspruecheOf(deps, editor.value)).find(({ ort }) => ort.id === leistungId);
      const grundlage = found?.stand?.fassung ?? 0;
      const mended = await korrigiere(deps, editor.value, { leistungId, art, korrektur, grundlage });
      return mended.ok
        ? ok({ json: angabeJson(mended.value), text: `${leistungId}: Fassung ${mended.value.fassung}` })
        : mended;
    },
  };
}

/** The value of an option that takes one. */
function option(values: CommandInput['values'], name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
