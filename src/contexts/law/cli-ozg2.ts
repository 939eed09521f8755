import { formatLocalDate, ok, refuse } from '#kernel';
import { type Command, dayOfOption } from '#platform';
import { registerNamen } from './domain/eintrag.ts';
import { registerUnknown } from './errors.ts';
import type { LawDeps } from './law-world.ts';
import { answerRadar, type RadarAnswer } from './use-cases/answer-radar.ts';
import {
  eintraegeOn,
  eintragJson,
  findEintrag,
  foundEintragJson,
  fristenOn,
  fristJson,
} from './use-cases/find-eintrag.ts';

const date = { date: { type: 'string' } } as const;

export function registerCommand(deps: LawDeps): Command {
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

export function eintragCommand(deps: LawDeps): Command {
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

export function radarCommand(deps: LawDeps): Command {
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
