import { z } from 'zod';
import { ok } from '#kernel';
import { type Command, commandJson, commandOutput, optionText, organisationOption } from '#platform';
import { documentCommands } from './cli-documents.ts';
import { acting, forWhom, readerOf, text } from './cli-parts.ts';
import { euro } from './geld.ts';
import type { MarketplaceDeps } from './marketplace-deps.ts';
import { angabenSchema, preisSchema, tag } from './schema.ts';
import { describeDienst, statePrice } from './use-cases/describe.ts';
import { showInterest } from './use-cases/interesse.ts';
import { type Dienstseite, readDienstseite } from './use-cases/read-dienst.ts';
import { readMarktplatz } from './use-cases/read-marktplatz.ts';
import { anbietendeOf, bestellendeOf } from './use-cases/wer.ts';
import { dienstAnswer, marktAnswer } from './views/answers.ts';

/** What is offered, on the command line. */
export function offeringCommands(deps: MarketplaceDeps): readonly Command[] {
  return [
    listCommand(deps),
    showCommand(deps),
    interestCommand(deps),
    ...documentCommands(deps),
    ...stating(deps),
  ];
}

function listCommand(deps: MarketplaceDeps): Command {
  return {
    capability: 'marketplace.list',
    name: 'marktplatz',
    usage: forWhom,
    summary: 'Alle Onlinedienste mit Preis; mit --organisation für eine Kommune',
    options: organisationOption,
    arity: [0, 0],
    run: async ({ principal, values }) => {
      const reader = await readerOf(deps, principal, optionText(values, 'organisation'));
      if (!reader.ok) return reader;
      const onlinedienste = (await readMarktplatz(deps, reader.value)).zeilen.map(marktAnswer);
      const lines = onlinedienste.map(
        ({ dienst, titel, preis, luecken }) =>
          `${dienst.padEnd(28)}${(preis.jahrCent === null ? 'noch kein Preis' : euro(preis.jahrCent)).padStart(18)}  ${titel}${luecken ? ` (schließt ${luecken} Lücken)` : ''}`,
      );
      return ok({ json: { onlinedienste }, text: lines.join('\n') || 'Noch kein Angebot.' });
    },
  };
}

function showCommand(deps: MarketplaceDeps): Command {
  return {
    capability: 'marketplace.show',
    name: 'marktplatz show',
    usage: `<Dienst> ${forWhom}`,
    summary: 'Ein Onlinedienst: Preis, Bedarf, Dauer, Lücken',
    options: organisationOption,
    arity: [1, 1],
    run: async ({ principal, values, positionals }) => {
      const reader = await readerOf(deps, principal, optionText(values, 'organisation'));
      if (!reader.ok) return reader;
      const seite = await readDienstseite(deps, reader.value, positionals[0] ?? '');
      return commandOutput(seite, dienstText, dienstAnswer);
    },
  };
}

function dienstText({ offering, eigene, dauer }: Dienstseite): string {
  const { data, anbieter } = offering.angebot;
  const preis = eigene?.preis.preis.jahrCent ?? null;
  return [
    `${data.title}, angeboten von ${anbieter}`,
    eigene
      ? `Kostet ${eigene.wer.kommune.name} im Jahr: ${preis === null ? 'noch kein Preis' : euro(preis)}`
      : '',
    dauer.medianTage === null
      ? 'Dauer: unbekannt'
      : `Dauer: ${dauer.medianTage} Tage (Median aus ${dauer.gemessen})`,
    ...(eigene?.luecken.map(({ name }) => `Schließt: ${name}`) ?? []),
  ]
    .filter(Boolean)
    .join('\n');
}

function interestCommand(deps: MarketplaceDeps): Command {
  return acting(
    deps,
    {
      capability: 'marketplace.interest',
      name: 'marktplatz interest',
      usage: '<Dienst> [--text <Bemerkung>] [--withdraw]',
      summary: 'Interesse einer Kommune bekunden oder zurückziehen',
      options: { text, withdraw: { type: 'boolean' } },
      arity: [1, 1],
    },
    async (principal, { positionals, values }) => {
      const wer = await bestellendeOf(deps, principal, 'vorbereiten');
      if (!wer.ok) return wer;
      const said = await showInterest(deps, wer.value, {
        dienst: positionals[0] ?? '',
        interessiert: values.withdraw !== true,
        bemerkung: optionText(values, 'text'),
      });
      return commandOutput(
        said,
        ({ kommune, interessiert }) =>
          `${kommune} ${interessiert ? 'hat Interesse' : 'hat kein Interesse mehr'}.`,
        ({ dienst, interessiert, stand }) => ({ dienst, interessiert, stand }),
      );
    },
  );
}

const angabenDatei = z.strictObject({ grundlage: z.number().int().min(0), inhalt: angabenSchema });
const preisDatei = z.strictObject({
  grundlage: z.number().int().min(0),
  gueltigAb: tag,
  inhalt: preisSchema,
});

/** What the provider states. */
function stating(deps: MarketplaceDeps): readonly Command[] {
  return [
    acting(
      deps,
      {
        capability: 'marketplace.describe',
        name: 'marktplatz describe',
        usage: '<Dienst> <Datei.json>',
        summary: 'Angaben zu einem Onlinedienst des Hauses neu fassen',
        arity: [2, 2],
      },
      async (principal, { positionals: [dienst = '', path = ''] }) => {
        const wer = await anbietendeOf(deps, principal);
        const file = await commandJson(path, angabenDatei);
        if (!wer.ok) return wer;
        if (!file.ok) return file;
        const saved = await describeDienst(deps, wer.value, dienst, file.value);
        return commandOutput(saved, ({ nummer }) => `Angaben zu ${dienst}: Nummer ${nummer}.`);
      },
    ),
    acting(
      deps,
      {
        capability: 'marketplace.price',
        name: 'marktplatz price',
        usage: '<Dienst> <Datei.json>',
        summary: 'Ein neues Preisblatt ab einem Tag',
        arity: [2, 2],
      },
      async (principal, { positionals: [dienst = '', path = ''] }) => {
        const wer = await anbietendeOf(deps, principal);
        const file = await commandJson(path, preisDatei);
        if (!wer.ok) return wer;
        if (!file.ok) return file;
        const saved = await statePrice(deps, wer.value, dienst, file.value);
        return commandOutput(
          saved,
          ({ nummer, gueltigAb }) => `Preisblatt ${nummer} zu ${dienst}, gültig ab ${gueltigAb}.`,
        );
      },
    ),
  ];
}
