import { formatLocalDate, ok, refuse } from '#kernel';
import { type Command, dayOfOption } from '#platform';
import { registerNamen } from './domain/eintrag.ts';
import { registerUnknown } from './errors.ts';
import type { LawDeps } from './law-world.ts';
import { answerRadar, type RadarAnswer } from './use-cases/answer-radar.ts';
import { akteureOn, akteurJson, findAkteur } from './use-cases/find-akteur.ts';
import {
  eintraegeOn,
  eintragJson,
  findEintrag,
  foundEintragJson,
  fristenOn,
  fristJson,
} from './use-cases/find-eintrag.ts';
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

function registerCommand(deps: LawDeps): Command {
  return {
    capability: 'law.register',
    name: 'ozg2',
    usage: '[--register <Register>] [--date JJJJ-MM-TT]',
    summary: 'Register und Fristen des OZG 2.0',
    options: { ...date, register: { type: 'string' } },
    arity: [0, 0],
    run: async ({ values }) => {
      const day = dayOfOption(values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const wanted = values.register;
      if (wanted !== undefined && !registerNamen.some((name) => name === wanted))
        return refuse(registerUnknown(String(wanted)));
      const world = await deps.world();
      const eintraege = eintraegeOn(world, day.value)
        .filter(({ register }) => wanted === undefined || register === wanted)
        .map(eintragJson);
      const fristen = fristenOn(world, day.value).map(fristJson);
      const lines = eintraege.map(
        ({ id, register, norm, titel }) => `${register.padEnd(14)}${id.padEnd(30)}${norm}: ${titel}`,
      );
      return ok({ json: { eintraege, fristen }, text: lines.join('\n') });
    },
  };
}

function eintragCommand(deps: LawDeps): Command {
  return {
    capability: 'law.eintrag',
    name: 'ozg2 show',
    usage: '<Kennung> [--date JJJJ-MM-TT]',
    summary: 'Ein Eintrag eines Registers mit den Leistungen, die er nennt, und ob er an dem Tag gilt',
    options: date,
    arity: [1, 1],
    run: async ({ positionals, values }) => {
      const day = dayOfOption(values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const found = findEintrag(await deps.world(), positionals[0] ?? '');
      if (!found.ok) return found;
      const json = foundEintragJson(found.value, day.value);
      const head = `${json.norm}: ${json.aussage} (${json.evidence}; gilt${json.gilt ? '' : ' nicht'} am ${formatLocalDate(day.value)})`;
      const lines = found.value.leistungen.map(({ id, leistung }) => `  ${id}  ${leistung.name}`);
      return ok({ json, text: [head, ...lines].join('\n') });
    },
  };
}

function radarCommand(deps: LawDeps): Command {
  return {
    capability: 'law.radar',
    name: 'radar',
    usage: '<Kommune> [--date JJJJ-MM-TT]',
    summary: 'Was auf eine Kommune zukommt: Fristen mit Vorlauf, und was schon nutzbar ist',
    options: date,
    arity: [1, 8],
    run: async ({ positionals, values }) => {
      const day = dayOfOption(values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const answer = answerRadar(await deps.world(), positionals.join(' '), day.value);
      return answer.ok ? ok({ json: answer.value, text: radarText(answer.value) }) : answer;
    },
  };
}

function radarText({ kommune, date: day, zeilen }: RadarAnswer): string {
  const lines = zeilen.map(({ stand, beginnAm, faelligAm, titel, betroffen }) => {
    const when =
      beginnAm && faelligAm ? `${formatLocalDate(beginnAm)} bis ${formatLocalDate(faelligAm)}` : 'ohne Tag';
    const own = betroffen === 1 ? 'eine eigene Leistung' : `${betroffen} eigene Leistungen`;
    return `${stand.padEnd(11)}${when.padEnd(26)}${titel} (${own})`;
  });
  return [`${kommune.name} (${kommune.ags}), Stand ${formatLocalDate(day)}`, ...lines].join('\n');
}
