import { ok } from '#kernel';
import { type Command, dayOfOption } from '#platform';
import { eintragCommand, radarCommand, registerCommand } from './cli-ozg2.ts';
import type { LawDeps } from './law-world.ts';
import { akteureOn, akteurJson, findAkteur } from './use-cases/find-akteur.ts';
import {
  type WerMachtWas,
  werMachtLeistung,
  werMachtOzg,
  werMachtWasJson,
} from './use-cases/wer-macht-was.ts';

const date = { date: { type: 'string' } } as const;

/** This context on the command line. */
export function lawCommands(deps: LawDeps): readonly Command[] {
  return [
    akteureCommand(deps),
    akteurCommand(deps),
    ...rollenCommands(deps),
    registerCommand(deps),
    eintragCommand(deps),
    radarCommand(deps),
  ];
}

function akteureCommand(deps: LawDeps): Command {
  return {
    capability: 'law.akteure',
    name: 'akteure',
    usage: '[--date JJJJ-MM-TT]',
    summary: 'Die Akteure (Bund, Länder, Anstalten, IT-Dienstleister) mit ihren belegten Rollen',
    options: date,
    arity: [0, 0],
    run: async ({ values }) => {
      const day = dayOfOption(values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const akteure = akteureOn((await deps.world()).law, day.value).map(akteurJson);
      const lines = akteure.map(
        ({ id, name, rollen }) =>
          `${id.padEnd(24)}${name}${rollen.length > 0 ? ` (${rollen.map(({ schritt }) => schritt).join(', ')})` : ''}`,
      );
      return ok({ json: { akteure }, text: lines.join('\n') });
    },
  };
}

function akteurCommand(deps: LawDeps): Command {
  return {
    capability: 'law.akteur',
    name: 'akteur',
    usage: '<Kennung|Name> [--date JJJJ-MM-TT]',
    summary: 'Ein Akteur mit seinen Rollen und Quellen',
    options: date,
    arity: [1, 12],
    run: async ({ positionals, values }) => {
      const day = dayOfOption(values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const found = findAkteur((await deps.world()).law, positionals.join(' '), day.value);
      if (!found.ok) return found;
      const json = akteurJson(found.value);
      const lines = json.rollen.map(
        ({ schritt, was, evidence, quelle }) => `- ${schritt}: ${was} (${evidence}; ${quelle.title})`,
      );
      return ok({ json, text: [json.name, json.aufgabe, ...lines].join('\n') });
    },
  };
}

function rollenCommands(deps: LawDeps): readonly Command[] {
  const command = (
    part: Pick<Command, 'capability' | 'name' | 'usage' | 'summary'>,
    answerOf: typeof werMachtLeistung,
  ): Command => ({
    ...part,
    options: date,
    arity: [1, 12],
    run: async ({ positionals, values }) => {
      const day = dayOfOption(values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const answer = answerOf(await deps.world(), positionals.join(' '), day.value);
      if (!answer.ok) return answer;
      return ok({ json: werMachtWasJson(answer.value, day.value), text: rollenText(answer.value) });
    },
  });
  const leistung = {
    capability: 'law.rollen',
    name: 'wer-macht-was',
    usage: '<LeiKa-Schlüssel|Nummer|Name> [--date JJJJ-MM-TT]',
    summary: 'Bund, Land, Kommune: wer bei einer Leistung was macht',
  };
  const ozg = {
    capability: 'law.rollen.ozg',
    name: 'wer-macht-was ozg',
    usage: '<OZG-Nummer|Name> [--date JJJJ-MM-TT]',
    summary: 'Bund, Land, Kommune: wer bei einer OZG-Leistung was macht',
  };
  return [command(leistung, werMachtLeistung), command(ozg, werMachtOzg)];
}

function rollenText({ name, beitraege, nichtBelegt }: WerMachtWas): string {
  const lines = beitraege.map(
    ({ schritt, wer, was, herkunft }) => `- ${schritt.padEnd(11)}${wer}: ${was} (${herkunft})`,
  );
  const missing = nichtBelegt.length > 0 ? [`Nicht belegt: ${nichtBelegt.join(', ')}`] : [];
  return [name, ...lines, ...missing].join('\n');
}
