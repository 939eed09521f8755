import { ok } from '#kernel';
import type { Command, CommandInput } from '#platform';
import { editorOf, readerOf } from '../use-cases/editor.ts';
import { bundleCommands } from './cli-bundles.ts';
import type { MatchingDeps } from './matching-deps.ts';
import { lueckenartLabel } from './messages.ts';
import { addFachverfahren, endeFachverfahren, fachverfahrenOf } from './use-cases/fachverfahren.ts';
import { lueckenOf, lueckeOf, vorschlaegeFor } from './use-cases/luecken.ts';
import { nutzenOf } from './use-cases/nutzen.ts';
import { sichtOf } from './use-cases/sicht.ts';
import { kurzgrund, punkteText } from './views/gruende.ts';
import { fachverfahrenJson, lueckeJson, nutzenJson, rangJson, vorschlagJson } from './views/matching-json.ts';

const text = { type: 'string' } as const;
const kommune = { kommune: text } as const;

/** Matching on the command line; the operator names the Kommune. */
export function matchingCommands(deps: MatchingDeps): readonly Command[] {
  return [
    gapsCommand(deps),
    gapCommand(deps),
    suggestionsCommand(deps),
    benefitCommand(deps),
    ...fachverfahrenCommands(deps),
    ...bundleCommands(deps),
  ];
}

function gapsCommand(deps: MatchingDeps): Command {
  return {
    capability: 'compass.gaps',
    name: 'stand gaps',
    usage: '<Kommune>',
    summary: 'Die Lücken einer Kommune, jede mit der besten Lösung',
    arity: [1, 8],
    run: async ({ positionals, principal }) => {
      const reader = await readerOf(deps, principal, positionals.join(' '));
      if (!reader.ok) return reader;
      const found = await lueckenOf(deps, reader.value);
      if (!found.ok) return found;
      const lines = found.value.luecken.map(
        ({ zeile, art, kandidaten: [beste] }) =>
          `${zeile.ort.id}  ${lueckenartLabel[art].padEnd(32)}${zeile.ort.name}: ${beste?.loesung.inhalt.name ?? 'keine Lösung im Register'}`,
      );
      const json = { date: found.value.date, luecken: found.value.luecken.map(lueckeJson) };
      return ok({ json, text: lines.join('\n') || 'Keine Lücke.' });
    },
  };
}

function gapCommand(deps: MatchingDeps): Command {
  return {
    capability: 'compass.gap',
    name: 'stand gap',
    usage: '<Kommune> <Leistung>',
    summary: 'Alle Lösungen, die eine Lücke schließen, mit jedem Grund',
    arity: [2, 8],
    run: async ({ positionals, principal }) => {
      const reader = await readerOf(deps, principal, positionals.slice(0, -1).join(' '));
      if (!reader.ok) return reader;
      const found = await lueckeOf(deps, reader.value, positionals.at(-1) ?? '');
      if (!found.ok) return found;
      const { luecke } = found.value;
      const lines = luecke.kandidaten.flatMap((rang) => [
        `${punkteText(rang.punkte).padStart(5)}  ${rang.loesung.inhalt.name} (${rang.loesung.id})`,
        ...rang.gruende.map(({ satz, punkte }) => `       ${punkteText(punkte).padStart(5)}  ${satz}`),
      ]);
      return ok({
        json: { ...lueckeJson(luecke), loesungen: luecke.kandidaten.map(rangJson) },
        text: [luecke.zeile.ort.name, ...(lines.length > 0 ? lines : ['Keine Lösung im Register.'])].join(
          '\n',
        ),
      });
    },
  };
}

function suggestionsCommand(deps: MatchingDeps): Command {
  return {
    capability: 'compass.suggestions',
    name: 'stand suggestions',
    usage: '<Kommune>',
    summary: 'Die Lösungen, die am meisten Lücken einer Kommune schließen',
    arity: [1, 8],
    run: async ({ positionals, principal }) => {
      const reader = await readerOf(deps, principal, positionals.join(' '));
      if (!reader.ok) return reader;
      const found = await lueckenOf(deps, reader.value);
      if (!found.ok) return found;
      const alle = vorschlaegeFor(found.value);
      const lines = alle.map(
        ({ rang, luecken }) =>
          `${String(luecken.length).padStart(4)}  ${rang.loesung.inhalt.name}. ${kurzgrund(rang)}`,
      );
      return ok({
        json: { date: found.value.date, loesungen: alle.map(vorschlagJson) },
        text: lines.join('\n') || 'Keine Lösung im Register schließt eine Lücke.',
      });
    },
  };
}

function benefitCommand(deps: MatchingDeps): Command {
  return {
    capability: 'compass.benefit',
    name: 'loesungen benefit',
    usage: '<Kennung> --organisation <Name>',
    summary: 'Wem eine Lösung am meisten hilft, durch die Augen einer Organisation',
    options: { organisation: text },
    arity: [1, 1],
    run: async ({ positionals: [id = ''], values, principal }) => {
      const sicht = await sichtOf(deps, principal, option(values, 'organisation'));
      if (!sicht.ok) return sicht;
      const nutzen = await nutzenOf(deps, sicht.value, id);
      if (!nutzen.ok) return nutzen;
      const lines = nutzen.value.kommunen.map(
        ({ name, satz, ohneAngabe }) => `${name}: ${satz} ${ohneAngabe} davon ohne Angabe.`,
      );
      return ok({
        json: nutzenJson(nutzen.value),
        text: lines.join('\n') || 'Keine Kommune, die teilt, braucht sie.',
      });
    },
  };
}

function fachverfahrenCommands(deps: MatchingDeps): readonly Command[] {
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
function option(values: CommandInput['values'], name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
