import { ok } from '#kernel';
import type { Command } from '#platform';
import { readerOf } from '../use-cases/editor.ts';
import { bundleCommands } from './cli-bundles.ts';
import { fachverfahrenCommands, option } from './cli-fachverfahren.ts';
import type { MatchingDeps } from './matching-deps.ts';
import { lueckenartLabel } from './messages.ts';
import { lueckenOf, lueckeOf, vorschlaegeFor } from './use-cases/luecken.ts';
import { nutzenOf } from './use-cases/nutzen.ts';
import { sichtOf } from './use-cases/sicht.ts';
import { kurzgrund, punkteText } from './views/gruende.ts';
import { lueckeJson, nutzenJson, rangJson, vorschlagJson } from './views/matching-json.ts';

const text = { type: 'string' } as const;

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
