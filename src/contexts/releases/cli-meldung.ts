import { writeFile } from 'node:fs/promises';
import { ok } from '#kernel';
import { type Command, commandOutput, optionList, optionText } from '#platform';
import { leadCommand, type Said, text, viewerCommand } from './cli-parts.ts';
import type { ReleasesDeps } from './deps.ts';
import { lageOf, zeitraumText } from './domain/meldung.ts';
import { wartungskalender } from './kalender.ts';
import { lageLabel } from './messages.ts';
import { minuteOf } from './minute.ts';
import { cancelMeldung, listMeldungen, saveMeldung } from './use-cases/meldungen.ts';
import { meldungAnswer } from './views/answers.ts';

/** Maintenance windows and announcements on the command line. */
export function meldungCommands(deps: ReleasesDeps): readonly Command[] {
  return [listCommand(deps), saveCommand(deps), cancelCommand(deps)];
}

function listCommand(deps: ReleasesDeps): Command {
  const said: Said = {
    ...{ capability: 'releases.maintenance', name: 'wartung list', usage: '[--ics <Datei>]', arity: [0, 0] },
    ...{ summary: 'Wartungsfenster und Ankündigungen, auch als Kalenderdatei', options: { ics: text } },
  };
  return viewerCommand(deps, said, async (viewer, { values }) => {
    const all = await listMeldungen(deps, viewer);
    const jetzt = minuteOf(deps.clock.now());
    const file = optionText(values, 'ics');
    if (file !== '') await writeFile(file, wartungskalender(all));
    const lines = all.map(
      (one) => `${one.id}  ${one.titel}, ${zeitraumText(one)} (${lageLabel[lageOf(one, jetzt)]})`,
    );
    return ok({
      json: { meldungen: all.map((one) => meldungAnswer(one, jetzt)) },
      text: lines.join('\n') || 'Keine Meldung.',
    });
  });
}

const meldungOptions = {
  ...{
    art: text,
    titel: text,
    text,
    von: text,
    bis: text,
    'sichtbar-ab': text,
    dienste: text,
    kommunen: text,
  },
} as const;

function saveCommand(deps: ReleasesDeps): Command {
  const said: Said = {
    capability: 'releases.maintenance.save',
    name: 'wartung set',
    usage:
      '[<Kennung>] --titel <Text> --von "JJJJ-MM-TT HH:MM" --bis "JJJJ-MM-TT HH:MM" [--art wartung|ankuendigung] [--text <Text>] [--sichtbar-ab JJJJ-MM-TT] [--dienste <Kennung,…>] [--kommunen <Name,…>]',
    summary: 'Ein Wartungsfenster oder eine Ankündigung eintragen oder ändern',
    options: meldungOptions,
    arity: [0, 1],
  };
  return leadCommand(deps, said, async (lead, { positionals: [id], values }) => {
    const [vonTag = '', vonZeit = ''] = optionText(values, 'von').split(' ');
    const [bisTag = '', bisZeit = ''] = optionText(values, 'bis').split(' ');
    const known = (await listMeldungen(deps, { art: 'anbieter', lead })).find((one) => one.id === id);
    const saved = await saveMeldung(deps, lead, {
      ...{ id: id ?? null, fassung: known?.fassung ?? 0, vonTag, vonZeit, bisTag, bisZeit },
      art: optionText(values, 'art') || 'wartung',
      titel: optionText(values, 'titel'),
      text: optionText(values, 'text'),
      sichtbarAb: optionText(values, 'sichtbar-ab'),
      dienste: optionList(values, 'dienste'),
      kommunen: optionList(values, 'kommunen'),
    });
    return commandOutput(saved, (one) => `${one.id} ist eingetragen.`);
  });
}

function cancelCommand(deps: ReleasesDeps): Command {
  const said: Said = {
    ...{
      capability: 'releases.maintenance.cancel',
      name: 'wartung cancel',
      usage: '<Kennung>',
      arity: [1, 1],
    },
    summary: 'Sagen, dass eine Meldung entfällt',
  };
  return leadCommand(deps, said, async (lead, { positionals: [id = ''] }) => {
    const known = (await listMeldungen(deps, { art: 'anbieter', lead })).find((one) => one.id === id);
    const gone = await cancelMeldung(deps, lead, { id, fassung: known?.fassung ?? 0 });
    return commandOutput(gone, () => 'Die Meldung entfällt.');
  });
}
