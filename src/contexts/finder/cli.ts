import { ok } from '#kernel';
import type { Command } from '#platform';
import { editorCommands } from './cli-editors.ts';
import type { FinderDeps } from './deps.ts';
import { grundText } from './messages.ts';
import { allLebenslagen, findLebenslage } from './use-cases/find-lebenslage.ts';
import { type Antwort, findLeistungen, suggestFor } from './use-cases/find-leistungen.ts';
import { jsonOfAntwort, jsonOfGuided, jsonOfLebenslage } from './views/json.ts';

/** Search, life situations and the editors' desk on the command line. */
export function finderCommands(deps: FinderDeps): readonly Command[] {
  return [searchCommand(deps), suggestCommand(deps), ...lebenslageCommands(deps), ...editorCommands(deps)];
}

function searchCommand(deps: FinderDeps): Command {
  return {
    capability: 'finder.suche',
    name: 'suche',
    usage: '<Wörter> [--ort <PLZ|Name|AGS>] [--limit <Zahl>]',
    summary: 'Leistungen finden, in den Worten der Menschen',
    options: { ort: { type: 'string' }, limit: { type: 'string' } },
    arity: [1, 200],
    run: async ({ positionals, values }) => {
      const limit = Number(values.limit);
      const found = await findLeistungen(deps, {
        text: positionals.join(' '),
        ...(typeof values.ort === 'string' ? { ort: values.ort } : {}),
        ...(Number.isInteger(limit) && limit > 0 ? { limit } : {}),
      });
      return found.ok ? ok({ json: jsonOfAntwort(found.value), text: textOf(found.value) }) : found;
    },
  };
}

function textOf({ treffer, gesamt, meinten, ort }: Antwort): string {
  const head = [
    ...(ort === null ? [] : [`Ort: ${ort.name}`]),
    ...(meinten === null ? [] : [`Meinten Sie: ${meinten}`]),
  ];
  if (gesamt === 0) return [...head, 'Nichts gefunden.'].join('\n');
  const lines = treffer.map(({ leistungId, name, ozgName, ozgId, weitere, grund }) => {
    const more = weitere > 0 ? `, ${weitere} weitere` : '';
    return `${leistungId}  ${name}\n        ${ozgId ?? ''} ${ozgName}${more} (${grundText(grund)})`;
  });
  return [...head, ...lines, `${gesamt} gefunden`].join('\n');
}

function suggestCommand(deps: FinderDeps): Command {
  return {
    capability: 'finder.vorschlaege',
    name: 'suche vorschlaege',
    usage: '<Anfang>',
    summary: 'Was jemand gerade tippen mag',
    arity: [1, 20],
    run: async ({ positionals }) => {
      const vorschlaege = await suggestFor(deps, positionals.join(' '));
      const lines = vorschlaege.map(({ text, leistungId }) => `${(leistungId ?? '').padEnd(8)}${text}`);
      return ok({ json: { vorschlaege }, text: lines.join('\n') || 'Kein Vorschlag.' });
    },
  };
}

function lebenslageCommands(deps: FinderDeps): readonly Command[] {
  return [
    {
      capability: 'finder.lebenslagen',
      name: 'lebenslagen',
      usage: '',
      summary: 'Lebenslagen, die mehrere Leistungen brauchen',
      arity: [0, 0],
      run: async () => {
        const lagen = (await allLebenslagen(deps)).map(jsonOfLebenslage);
        const lines = lagen.map(
          ({ id, titel, schritte }) => `${id.padEnd(22)}${titel}, ${schritte} Schritte`,
        );
        return ok({ json: { lebenslagen: lagen }, text: lines.join('\n') });
      },
    },
    {
      capability: 'finder.lebenslage',
      name: 'lebenslage',
      usage: '<Kennung>',
      summary: 'Eine Lebenslage mit ihren Schritten in der Reihenfolge',
      arity: [1, 1],
      run: async ({ positionals }) => {
        const found = await findLebenslage(deps, positionals[0] ?? '');
        if (!found.ok) return found;
        const lines = found.value.schritte.flatMap(({ titel, satz, leistungen }, at) => [
          `${at + 1}. ${titel}: ${satz}`,
          ...leistungen.map(({ id, name }) => `   ${id}  ${name}`),
        ]);
        return ok({ json: jsonOfGuided(found.value), text: [found.value.titel, ...lines].join('\n') });
      },
    },
  ];
}
