import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { stateVorgabe } from '#efa/parameter';
import { ok, refuse } from '#kernel';
import { type Command, commandOutput, optionText } from '#platform';
import { command, text } from './cli-parts.ts';
import type { ParametersDeps } from './deps.ts';
import { invalidField, invalidTable, notManager } from './errors.ts';
import { beginneEinlesen, uebernimmEinlesen, zeigeEinlesen } from './use-cases/einlesen.ts';
import { setzeRecht } from './use-cases/eintragungsrecht.ts';
import { durchgangAnswer, rechtAnswer } from './views/answers.ts';

export function changeCommands(deps: ParametersDeps): readonly Command[] {
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
      const unread = done.value.nichtGelesen.map((title) => `Die Spalte „${title}“ wird nicht gelesen.`);
      const found = done.value.zeilen.some(({ art }) => art === 'fehler');
      return ok({
        json: durchgangAnswer(done.value, id.value),
        text: [...unread, ...lines].join('\n'),
        found,
      });
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
