import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { stateVorgabe } from '#efa/parameter';
import { ok, parseLocalDate, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  commandOutput,
  optionList,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import type { ParametersDeps } from './deps.ts';
import { invalidField, invalidTable, notManager } from './errors.ts';
import { schwereLabel } from './messages.ts';
import { type Asker, askerOf } from './use-cases/asker.ts';
import { beginneEinlesen, uebernimmEinlesen, zeigeEinlesen } from './use-cases/einlesen.ts';
import { setzeRecht } from './use-cases/eintragungsrecht.ts';
import { erbeOf } from './use-cases/erbe.ts';
import { pruefeDienst } from './use-cases/pruefe-dienst.ts';
import { uebersichtOf } from './use-cases/uebersicht.ts';
import { vergleiche } from './use-cases/vergleiche.ts';
import { nebeneinander } from './use-cases/vorschau.ts';
import { werteOf } from './use-cases/werte.ts';
import {
  durchgangAnswer,
  erbeAnswer,
  pruefungAnswer,
  rechtAnswer,
  vergleichAnswer,
  vorschauAnswer,
  werteAnswer,
} from './views/answers.ts';

const text = { type: 'string' } as const;

/** This room on the command line; the operator names the organisation for which it acts. */
export function parametersCommands(deps: ParametersDeps): readonly Command[] {
  return [...lookCommands(deps), ...compareCommands(deps), ...changeCommands(deps)];
}

type Run = (asker: Asker, dienst: string, input: CommandInput) => Promise<Result<CommandOutput>>;

function command(
  deps: ParametersDeps,
  head: Pick<Command, 'capability' | 'name' | 'summary'> & {
    readonly usage?: string;
    readonly options?: Command['options'];
    readonly arity?: readonly [number, number];
  },
  run: Run,
): Command {
  return {
    ...head,
    usage: `${head.usage ?? '<Onlinedienst>'} ${organisationUsage}`,
    options: { ...organisationOption, ...head.options },
    arity: head.arity ?? [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const asker = await askerOf(deps, principal);
        return asker.ok ? run(asker.value, input.positionals[0] ?? '', { ...input, principal }) : asker;
      }),
  };
}

function tagIn(deps: ParametersDeps, { values }: CommandInput) {
  const asked = optionText(values, 'datum');
  return asked === '' ? ok(deps.efa.clock.today()) : parseLocalDate(asked);
}

function lookCommands(deps: ParametersDeps): readonly Command[] {
  return [
    command(
      deps,
      {
        capability: 'parameters.overview',
        name: 'parameter',
        usage: '',
        summary: 'Onlinedienste mit ihren Werten',
        arity: [0, 0],
      },
      async (asker) => {
        const dienste = await uebersichtOf(deps, asker);
        const lines = dienste.map(
          ({ dienst, eigene, vonOben, naechste }) =>
            `${dienst.padEnd(28)}${eigene} eigene, ${vonOben} von oben${naechste ? `, Änderung am ${naechste}` : ''}`,
        );
        return ok({ json: { dienste }, text: lines.join('\n') || 'Noch keine Werte.' });
      },
    ),
    command(
      deps,
      {
        capability: 'parameters.values',
        name: 'parameter werte',
        usage: '<Onlinedienst> [--datum JJJJ-MM-TT]',
        summary: 'Die Werte einer Kommune an einem Tag, und woher jeder kommt',
        options: { datum: text },
      },
      async (asker, dienst, input) => {
        if (asker.art !== 'kommune') return refuse(notManager);
        const tag = tagIn(deps, input);
        if (!tag.ok) return tag;
        return commandOutput(
          await werteOf(deps, asker, dienst, tag.value),
          ({ werte }) =>
            werte
              .map(
                ({ definition, text: value, erklaerung }) =>
                  `${definition.label}: ${value}\n    ${erklaerung}`,
              )
              .join('\n'),
          werteAnswer,
        );
      },
    ),
    command(
      deps,
      {
        capability: 'parameters.lint',
        name: 'parameter pruefen',
        summary: 'Was an den Werten nicht stimmt; endet mit 1, wo ein Fehler ist',
      },
      async (asker, dienst) => {
        const found = await pruefeDienst(deps, asker, dienst);
        if (!found.ok) return found;
        const befunde = found.value.kommunen.flatMap(({ name, befunde: own }) =>
          own.map((each) => ({ name, ...each })),
        );
        const lines = befunde.map(
          ({ name, schwere, ort, text: what, abhilfe }) =>
            `${schwereLabel[schwere].padEnd(8)}${name}, ${ort}: ${what} ${abhilfe}`,
        );
        return ok({
          json: pruefungAnswer(found.value),
          text: lines.join('\n') || 'Nichts gefunden.',
          found: befunde.some(({ schwere }) => schwere === 'fehler'),
        });
      },
    ),
  ];
}

function compareCommands(deps: ParametersDeps): readonly Command[] {
  return [
    command(
      deps,
      {
        capability: 'parameters.compare',
        name: 'parameter vergleich',
        usage: '<Onlinedienst> [--datum JJJJ-MM-TT]',
        summary: 'Kommunen und ihre Werte, und wer vom Üblichen abweicht',
        options: { datum: text },
      },
      async (asker, dienst, input) => {
        const tag = tagIn(deps, input);
        if (!tag.ok) return tag;
        return commandOutput(
          await vergleiche(deps, asker, dienst, tag.value),
          ({ zeilen, definitions }) =>
            zeilen
              .map(({ sicht, abweichungen, zellen }) => {
                const where = definitions
                  .filter(({ id }) => zellen.get(id)?.abweichend)
                  .map(({ label }) => label);
                return `${sicht.name.padEnd(28)}${abweichungen} Abweichungen${where.length > 0 ? `: ${where.join(', ')}` : ''}`;
              })
              .join('\n') || 'Noch keine Kommune.',
          vergleichAnswer,
        );
      },
    ),
    command(
      deps,
      {
        capability: 'parameters.inherit',
        name: 'parameter erbe',
        summary: 'Was Land und Kreise für alle darunter vorgeben',
      },
      async (asker, dienst) =>
        commandOutput(
          await erbeOf(deps, asker, dienst),
          ({ vorgaben }) =>
            vorgaben
              .map(
                ({ sagt, name, giltAb, verbindlich, lage }) =>
                  `${sagt}: ${name} ab ${giltAb}, ${verbindlich ? 'verbindlich' : 'Vorschlag'}, ${lage}`,
              )
              .join('\n') || 'Keine Vorgabe.',
          erbeAnswer,
        ),
    ),
    command(
      deps,
      {
        capability: 'parameters.preview',
        name: 'parameter nebeneinander',
        usage: '<Onlinedienst> --kommunen <AGS,AGS> [--datum JJJJ-MM-TT]',
        summary: 'Was sich auf der Seite von zwei bis vier Kommunen unterscheidet',
        options: { kommunen: text, datum: text },
      },
      async (asker, dienst, input) => {
        const tag = tagIn(deps, input);
        if (!tag.ok) return tag;
        const kommunen = optionList(input.values, 'kommunen');
        return commandOutput(
          await nebeneinander(deps, asker, dienst, { kommunen, tag: tag.value }),
          ({ unterschiede, bilder }) =>
            unterschiede
              .filter(({ gleich }) => !gleich)
              .map(
                ({ label, texte }) =>
                  `${label}\n${texte.map((each, index) => `    ${bilder[index]?.name}: ${each}`).join('\n')}`,
              )
              .join('\n') || 'Kein Unterschied.',
          vorschauAnswer,
        );
      },
    ),
  ];
}

function changeCommands(deps: ParametersDeps): readonly Command[] {
  return [
    command(
      deps,
      {
        capability: 'parameters.inherit.state',
        name: 'parameter vorgeben',
        usage:
          '<Onlinedienst> --gebiet <Schlüssel> --name <Angabe> --wert <JSON oder Text> --grundlage <Norm> [--verbindlich] [--ab JJJJ-MM-TT]',
        summary: 'Einen Wert für alle Kommunen eines Landes oder Kreises vorgeben',
        options: {
          gebiet: text,
          name: text,
          wert: text,
          grundlage: text,
          ab: text,
          verbindlich: { type: 'boolean' },
        },
      },
      async (_, dienst, { values, principal }) =>
        commandOutput(
          await stateVorgabe(deps.efa, principal, {
            dienst,
            gebiet: optionText(values, 'gebiet'),
            name: optionText(values, 'name'),
            wert: jsonOrText(optionText(values, 'wert')),
            grundlage: optionText(values, 'grundlage'),
            verbindlich: values.verbindlich === true,
            giltAb: optionText(values, 'ab'),
          }),
          ({ gebiet, name, giltAb }) => `„${name}“ ist für ${gebiet} ab ${giltAb} vorgegeben.`,
        ),
    ),
    command(
      deps,
      {
        capability: 'parameters.right',
        name: 'parameter recht',
        usage: '<IT-Dienstleister> <ja|nein>',
        arity: [2, 2],
        summary: 'Einem IT-Dienstleister erlauben, Werte einzutragen',
      },
      async (asker, anbieter, { positionals }) => {
        const [, answer] = positionals;
        if (asker.art !== 'kommune') return refuse(notManager);
        if (answer !== 'ja' && answer !== 'nein')
          return refuse(invalidField('erteilt', 'Bitte „ja“ oder „nein“ angeben.'));
        return commandOutput(
          await setzeRecht(deps, asker, { anbieter, erteilt: answer === 'ja' }),
          ({ anbieter: { name }, erteilt }) => `${name} darf ${erteilt ? '' : 'keine '}Werte eintragen.`,
          rechtAnswer,
        );
      },
    ),
    importCommand(deps),
  ];
}

function importCommand(deps: ParametersDeps): Command {
  return command(
    deps,
    {
      capability: 'parameters.import',
      name: 'parameter einlesen',
      usage: '<Onlinedienst> <Datei> [--uebernehmen]',
      arity: [2, 2],
      summary: 'Eine Tabelle mit Kommunen und Werten prüfen oder übernehmen',
      options: { uebernehmen: { type: 'boolean' } },
    },
    async (asker, dienst, { positionals: [, file = ''], values }) => {
      const bytes = await readFile(resolve(file)).catch(() => null);
      if (bytes === null) return refuse(invalidTable(`${file} lässt sich nicht lesen.`));
      const id = await beginneEinlesen(deps, asker, dienst, { name: file, bytes });
      if (!id.ok) return id;
      const through = values.uebernehmen === true ? uebernimmEinlesen : zeigeEinlesen;
      const done = await through(deps, asker, dienst, id.value);
      if (!done.ok) return done;
      const lines = done.value.zeilen.map(
        ({ zeile, name, art, aenderungen, fehler }) =>
          `Zeile ${zeile}, ${name}: ${art}${[...fehler, ...aenderungen.map(({ feld, vorher, nachher }) => `${feld}: ${vorher} → ${nachher}`)].map((each) => `\n    ${each}`).join('')}`,
      );
      const found = done.value.zeilen.some(({ art }) => art === 'fehler');
      return ok({ json: durchgangAnswer(done.value, id.value), text: lines.join('\n'), found });
    },
  );
}

function jsonOrText(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
