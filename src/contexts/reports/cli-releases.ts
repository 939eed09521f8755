import { ok } from '#kernel';
import type { Command } from '#platform';
import { type OwnCommand, option, text } from './cli-own.ts';
import { freigabeTeile } from './domain/freigabe.ts';
import type { ReportsDeps } from './reports-deps.ts';
import { endRelease, freigabenOf, publicStand, releaseStand } from './use-cases/releases.ts';
import { freigabeJson, oeffentlichJson } from './views/release-json.ts';

/** What of a Kommune's Stand is public. */
export function releaseCommands(deps: ReportsDeps): readonly OwnCommand[] {
  return [
    {
      capability: 'reports.releases',
      name: 'berichte public',
      usage: '',
      summary: 'Die Freigaben des Standes für alle',
      arity: [0, 0],
      recht: 'lesen',
      act: async ({ reader }) => {
        const freigaben = (await freigabenOf(deps, reader)).map(freigabeJson);
        const lines = freigaben.map(
          ({ nummer, teile, giltBis, beendetAm }) =>
            `${nummer}. ${teile.join(', ')}, bis ${giltBis}${beendetAm ? ' (beendet)' : ''}`,
        );
        return ok({ json: { freigaben }, text: lines.join('\n') || 'Nichts ist öffentlich.' });
      },
    },
    {
      capability: 'reports.release',
      name: 'berichte publish',
      usage: '--bis JJJJ-MM-TT [--teile online,termine]',
      summary: `Den Stand von heute veröffentlichen; Teile: ${freigabeTeile.join(', ')}`,
      options: { bis: text, teile: text },
      arity: [0, 0],
      recht: 'freigeben',
      act: async ({ reader }, input) => {
        const newest = (await freigabenOf(deps, reader))[0]?.nummer ?? 0;
        const released = await releaseStand(deps, reader, {
          teile: (option(input, 'teile') ?? 'online').split(',').map((each) => each.trim()),
          giltBis: option(input, 'bis') ?? '',
          grundlage: newest,
        });
        return released.ok ? ok({ json: released.value, text: 'Veröffentlicht.' }) : released;
      },
    },
    {
      capability: 'reports.release.end',
      name: 'berichte unpublish',
      usage: '',
      summary: 'Den Stand nicht mehr veröffentlichen',
      arity: [0, 0],
      recht: 'freigeben',
      act: async ({ reader }) => {
        const ended = await endRelease(deps, reader);
        return ended.ok ? ok({ json: ended.value, text: 'Nicht mehr öffentlich.' }) : ended;
      },
    },
  ];
}

/** The public Stand, as anybody reads it. */
export function publicCommand(deps: ReportsDeps): Command {
  return {
    capability: 'reports.public',
    name: 'stand public',
    usage: '<Kommune>',
    summary: 'Was eine Kommune von ihrem Stand veröffentlicht hat',
    arity: [1, 8],
    run: async ({ positionals }) => {
      const found = await publicStand(deps, positionals.join(' '));
      if (!found.ok) return found;
      const json = oeffentlichJson(found.value);
      const lines = (json.online ?? []).map(({ name }) => `online: ${name}`);
      return ok({ json, text: [`${json.kommune}, Stand ${json.stichtag}`, ...lines].join('\n') });
    },
  };
}
