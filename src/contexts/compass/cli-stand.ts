import { ok } from '#kernel';
import { type Command, dayOfOption, listOptions, listUsage } from '#platform';
import { askedRows } from '#ui';
import { carriedCommand, confirmCommand, setCommand } from './cli-stand-set.ts';
import { takeBackCommand } from './cli-take-back.ts';
import type { CompassDeps } from './doors-deps.ts';
import { keineAngabe, zurueckgenommen, zustandLabel } from './messages.ts';
import { readerOf } from './use-cases/editor.ts';
import { readZelle } from './use-cases/read-cell.ts';
import { standListe, umfaenge, zeilenIn } from './use-cases/stand-liste.ts';
import { werText } from './views/feld-text.ts';
import { zeileJson, zelleJson } from './views/stand-json.ts';
import { standDefinition } from './views/stand-list.ts';
import { standFilters } from './views/stand-list-filters.ts';

const text = { type: 'string' } as const;

/** The Stand on the command line; the operator names the Kommune first. */
export function standCommands(deps: CompassDeps): readonly Command[] {
  return [
    listCommand(deps),
    cellCommand(deps),
    setCommand(deps),
    confirmCommand(deps),
    takeBackCommand(deps),
    carriedCommand(deps),
  ];
}

function listCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.stand',
    name: 'stand',
    usage: `<Kommune> [--umfang pflichten|alle] [--date JJJJ-MM-TT] ${listUsage(standFilters)}`,
    summary: 'Der Umsetzungsstand einer Kommune',
    options: { umfang: text, date: text, ...listOptions(standFilters) },
    arity: [1, 8],
    run: async ({ positionals, values, principal }) => {
      const reader = await readerOf(deps, principal, positionals.join(' '));
      if (!reader.ok) return reader;
      const date = dayOfOption(values, 'date', deps.clock.today());
      if (!date.ok) return date;
      const liste = await standListe(deps, reader.value, date.value);
      if (!liste.ok) return liste;
      const umfang = umfaenge.find((each) => each === values.umfang) ?? 'pflichten';
      const found = askedRows(standDefinition, zeilenIn(liste.value, umfang), values);
      if (!found.ok) return found;
      const rows = found.value.map(zeileJson);
      const lines = rows.map(({ leistungId, name, angabe, terminVerstrichen }) => {
        const zustand = angabe ? zustandLabel[angabe.zustand] : keineAngabe;
        return `${leistungId}  ${zustand.padEnd(16)}${name}${terminVerstrichen ? ' (Termin verstrichen)' : ''}`;
      });
      const { ags, name } = reader.value.kommune;
      return ok({
        json: { ags, kommune: name, date: liste.value.date, leistungen: rows },
        text: lines.join('\n') || 'Keine Leistungen.',
      });
    },
  };
}

function cellCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.cell',
    name: 'stand show',
    usage: '<Kommune> <Leistung>',
    summary: 'Der Umsetzungsstand einer Leistung mit ihrem Verlauf',
    arity: [2, 8],
    run: async ({ positionals, principal }) => {
      const reader = await readerOf(deps, principal, positionals.slice(0, -1).join(' '));
      if (!reader.ok) return reader;
      const zelle = await readZelle(deps, reader.value, positionals.at(-1) ?? '');
      if (!zelle.ok) return zelle;
      const { ort, verlauf, personen } = zelle.value;
      const lines = verlauf.map(
        ({ fassung, zustand, angegebenAm, angegebenVon }) =>
          `${fassung}  ${angegebenAm.toISOString().slice(0, 10)}  ${zustand === null ? zurueckgenommen : zustandLabel[zustand]}  ${werText(personen, angegebenVon)}`,
      );
      return ok({
        json: zelleJson(zelle.value),
        text: [ort.name, ...(lines.length > 0 ? lines : [keineAngabe])].join('\n'),
      });
    },
  };
}
