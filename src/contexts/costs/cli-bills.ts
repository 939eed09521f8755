import { writeFile } from 'node:fs/promises';
import { formatCents, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { type Command, type CommandOutput, commandOutput, optionText } from '#platform';
import { managerCommand, readerCommand, text, usage } from './cli-parts.ts';
import type { CostsDeps } from './costs-deps.ts';
import { parseEuro } from './euro.ts';
import { zustandLabel } from './messages.ts';
import { gehe, korrigiere, stelle } from './use-cases/abrechnen.ts';
import type { Manager } from './use-cases/actors.ts';
import {
  abrechnungenOf,
  abrechnungsstand,
  eigeneAnteile,
  eigenerAnteil,
  trageZahlungEin,
} from './use-cases/anteile.ts';
import { budgetFor, frageOf } from './use-cases/budget.ts';
import { pdfBytes, seiteFor, sheetJson } from './use-cases/seite.ts';
import { nutzungFor } from './use-cases/zaehle-nutzung.ts';
import { abrechnungAnswer, anteilAnswer, budgetAnswer, kopfAnswer } from './views/answers.ts';

/** Bills, payments, budget and use on the command line. */
export function billCommands(deps: CostsDeps): readonly Command[] {
  return [...reading(deps), ...writing(deps), ...files(deps), ...figures(deps)];
}

function reading(deps: CostsDeps): readonly Command[] {
  return [
    readerCommand(
      deps,
      {
        capability: 'costs.bills',
        name: 'abrechnung',
        summary: 'Die Abrechnungen des Hauses, oder was der Kommune abgerechnet wurde',
        arity: [0, 0],
      },
      async (reader) => {
        if (reader.art === 'kommune') {
          const anteile = await eigeneAnteile(deps, reader.payer);
          const lines = anteile.map(
            (one) => `${one.abrechnung}  ${one.rechnungsnummer} ${one.titel}: ${formatCents(one.bruttoCent)}`,
          );
          return ok({
            json: { abrechnungen: [], anteile: anteile.map(anteilAnswer) },
            text: lines.join('\n') || 'Noch keine Abrechnung.',
          });
        }
        const all = await abrechnungenOf(deps, reader.manager);
        const lines = all.map(
          (one) =>
            `${one.id}  ${one.nummer ?? 'Entwurf'} ${one.titel} ${one.jahr}: ${zustandLabel[one.zustand]}`,
        );
        return ok({
          json: { abrechnungen: all.map(kopfAnswer), anteile: [] },
          text: lines.join('\n') || 'Noch keine Abrechnung.',
        });
      },
    ),
    readerCommand(
      deps,
      {
        capability: 'costs.bill',
        name: 'abrechnung show',
        usage: '<Abrechnung>',
        summary: 'Eine Abrechnung mit allen Anteilen, oder der eigene Anteil',
        arity: [1, 1],
      },
      async (reader, { positionals: [id = ''] }) => {
        if (reader.art === 'kommune')
          return commandOutput(
            await eigenerAnteil(deps, reader.payer, id),
            (one) => `${one.rechnungsnummer}: ${formatCents(one.bruttoCent)}`,
            ({ blatt: _, ...one }) => anteilAnswer(one),
          );
        return commandOutput(
          await abrechnungsstand(deps, reader.manager, id),
          ({ abrechnung }) =>
            abrechnung.zahlungen.map((one) => `${one.name}: ${formatCents(one.brutto)}`).join('\n'),
          abrechnungAnswer,
        );
      },
    ),
  ];
}

function writing(deps: CostsDeps): readonly Command[] {
  return [
    managerCommand(
      deps,
      {
        capability: 'costs.bill.step',
        name: 'abrechnung schritt',
        usage: '<Abrechnung> <pruefen|verwerfen|stellen|korrigieren> [--grund <Satz>]',
        options: { grund: text },
        summary: 'Prüfen, verwerfen, stellen oder durch eine neue korrigieren',
        arity: [2, 2],
      },
      (who, { positionals: [id = '', schritt = ''], values }) =>
        takeStep(deps, who, id, schritt, optionText(values, 'grund')),
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.payment',
        name: 'abrechnung zahlung',
        usage: '<Abrechnung> <Zahler> <Betrag> <JJJJ-MM-TT> [--bemerkung <Text>]',
        options: { bemerkung: text },
        summary: 'Eine Zahlung eintragen',
        arity: [4, 4],
      },
      async (who, { positionals: [abrechnung = '', zahler = '', betrag = '', tag = ''], values }) => {
        const [cent, am] = [parseEuro(betrag), parseLocalDate(tag)];
        if (cent === null || !am.ok) return refuse(usage('Bitte Betrag und Tag prüfen.'));
        const bemerkung = optionText(values, 'bemerkung').slice(0, 300);
        return commandOutput(
          await trageZahlungEin(deps, who, { abrechnung, zahler, cent, am: am.value, bemerkung }),
          ({ offenCent }) => `Eingetragen. Offen sind ${formatCents(offenCent)}.`,
          ({ offenCent }) => ({ offenCent: String(offenCent) }),
        );
      },
    ),
  ];
}

async function takeStep(
  deps: CostsDeps,
  who: Manager,
  id: string,
  schritt: string,
  grund: string,
): Promise<Result<CommandOutput>> {
  switch (schritt) {
    case 'pruefen':
    case 'verwerfen': {
      const step = schritt === 'pruefen' ? 'pruefen' : 'verworfen';
      return commandOutput(
        await gehe(deps, who, id, step, grund),
        () => (step === 'pruefen' ? 'Als geprüft festgehalten.' : 'Verworfen.'),
        (done) => ({ id: done, nummer: null }),
      );
    }
    case 'stellen':
      return commandOutput(
        await stelle(deps, who, id),
        ({ nummer, schonGestellt }) => `${nummer} ${schonGestellt ? 'war schon gestellt' : 'ist gestellt'}.`,
        ({ nummer }) => ({ id, nummer }),
      );
    case 'korrigieren':
      return commandOutput(
        await korrigiere(deps, who, id, grund),
        (made) => `Entwurf ${made}.`,
        (made) => ({ id: made, nummer: null }),
      );
    default:
      return refuse(usage('Der Schritt heißt pruefen, verwerfen, stellen oder korrigieren.'));
  }
}

function files(deps: CostsDeps): readonly Command[] {
  return [
    readerCommand(
      deps,
      {
        capability: 'costs.bill.sheet',
        name: 'abrechnung blatt',
        usage: '<Abrechnung>',
        summary: 'Das Rechenblatt für Maschinen; docs/abrechnung-pruefen.mjs rechnet es nach',
        arity: [1, 1],
      },
      async (_, { positionals: [id = ''] }, principal) =>
        commandOutput(
          await seiteFor(deps, { principal, params: { id } }),
          (stand) => JSON.stringify(sheetJson(stand), null, 1),
          sheetJson,
        ),
    ),
    readerCommand(
      deps,
      {
        capability: 'costs.bill.pdf',
        name: 'abrechnung pdf',
        usage: '<Abrechnung> <Datei.pdf>',
        summary: 'Das PDF einer Abrechnung in eine Datei',
        arity: [2, 2],
      },
      async (_, { positionals: [id = '', path = ''] }, principal) => {
        const stand = await seiteFor(deps, { principal, params: { id } });
        if (!stand.ok) return stand;
        const made = await pdfBytes(deps, stand.value);
        await writeFile(path, made);
        return ok({ json: { datei: path, bytes: made.length }, text: `${path} geschrieben.` });
      },
    ),
  ];
}

function figures(deps: CostsDeps): readonly Command[] {
  return [
    readerCommand(
      deps,
      {
        capability: 'costs.budget',
        name: 'kosten budget',
        usage: '[--ab <Jahr>] [--dienst <Dienst>]',
        options: { ab: text, dienst: text },
        summary: 'Was Onlinedienste eine Kommune in fünf Jahren kosten',
        arity: [0, 0],
      },
      async (reader, { values }) => {
        if (reader.art !== 'kommune')
          return refuse(usage('Ein Budget hat eine Kommune. Bitte nennen Sie sie mit --organisation.'));
        const asked = new URLSearchParams(
          ['ab', 'dienst'].flatMap((name) => {
            const value = optionText(values, name);
            return value === '' ? [] : [[name, value] as [string, string]];
          }),
        );
        return commandOutput(
          await budgetFor(deps, reader.payer, frageOf(asked, deps.clock.today())),
          ({ summen }) =>
            summen.map(({ jahr, summe }) => `${jahr}: ${formatCents(summe.erwartet)}`).join('\n'),
          budgetAnswer,
        );
      },
    ),
    readerCommand(
      deps,
      {
        capability: 'costs.use',
        name: 'kosten nutzung',
        usage: '[--jahr <Jahr>]',
        options: { jahr: text },
        summary: 'Gezählte Fälle je Monat',
        arity: [0, 0],
      },
      async (reader, { values }) => {
        const asked = optionText(values, 'jahr');
        const jahr = Number(/^20\d{2}$/.test(asked) ? asked : deps.clock.today().slice(0, 4));
        const nutzung = await nutzungFor(deps, reader, jahr, null);
        const lines = nutzung.map(
          (one) => `${one.monat.slice(0, 7)} ${one.ags} ${one.dienst}: ${one.anzahl}`,
        );
        return ok({ json: { nutzung }, text: lines.join('\n') || 'Noch keine Fälle.' });
      },
    ),
  ];
}
