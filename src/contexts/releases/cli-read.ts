import { formatLocalDate, ok } from '#kernel';
import { type Command, commandOutput, optionText } from '#platform';
import { flag, leadCommand, organisationCommand, type Said, text, viewerCommand } from './cli-parts.ts';
import type { ReleasesDeps } from './deps.ts';
import { zugLabel, zustandLabel } from './messages.ts';
import { coordinatorOf } from './use-cases/actors.ts';
import { holdOn } from './use-cases/hold-on.ts';
import { listFassungen, listKommunen, readFassungen } from './use-cases/read-fassungen.ts';
import { writeNote } from './use-cases/write-note.ts';
import { dienstzeileAnswer, kommuneAnswer, standAnswer } from './views/answers.ts';

/** Versions on the command line: who has which, what they change, notes, and holding on. */
export function readCommands(deps: ReleasesDeps): readonly Command[] {
  return [listCommand(deps), showCommand(deps), kommunenCommand(deps), noteCommand(deps), holdCommand(deps)];
}

function listCommand(deps: ReleasesDeps): Command {
  const said = { capability: 'releases.list', name: 'fassung list', usage: '', arity: [0, 0] } as const;
  const summary = 'Die Onlinedienste mit ihren Fassungen';
  return viewerCommand(deps, { ...said, summary }, async (viewer) => {
    const rows = await listFassungen(deps, viewer);
    const lines = rows.map(({ dienst, verteilung, neueste, ausrollung }) =>
      [
        dienst,
        `neueste ${neueste}`,
        verteilung.map(({ fassung, kommunen }) => `${fassung}: ${kommunen}`).join(', ') || 'noch bei keiner',
        ausrollung ? `Ausrollung von ${ausrollung.fassung} ${zustandLabel[ausrollung.zustand]}` : '',
      ]
        .filter(Boolean)
        .join('  '),
    );
    return ok({
      json: { dienste: rows.map(dienstzeileAnswer) },
      text: lines.join('\n') || 'Kein Onlinedienst.',
    });
  });
}

function showCommand(deps: ReleasesDeps): Command {
  const said: Said = {
    ...{ capability: 'releases.show', name: 'fassung show', usage: '<Onlinedienst>', arity: [1, 1] },
    summary: 'Die Fassungen eines Onlinedienstes und die Ausrollung',
  };
  return viewerCommand(deps, said, async (viewer, { positionals: [dienst = ''] }) => {
    const stand = await readFassungen(deps, viewer, dienst);
    if (!stand.ok) return stand;
    const { titel, fassungen, ausrollung } = stand.value;
    const lines = fassungen.flatMap(({ angebot, kommunen, notiz, zeilen }) => [
      `Fassung ${angebot.fassung}: ${kommunen} Kommunen${angebot.zurueckgezogen ? ', zurückgezogen' : ''}`,
      ...(notiz ? [`  ${notiz.text}`] : []),
      ...zeilen.map((zeile) => `  ${zeile.text}${zeile.aufgabe ? ' (zu tun)' : ''}`),
    ]);
    const head = ausrollung
      ? `${titel}: Ausrollung von Fassung ${ausrollung.fassung} ${zustandLabel[ausrollung.zustand]} (Stand ${ausrollung.version})`
      : titel;
    return ok({ json: standAnswer(stand.value), text: [head, ...lines].join('\n') });
  });
}

function kommunenCommand(deps: ReleasesDeps): Command {
  const said: Said = {
    ...{ capability: 'releases.kommunen', name: 'fassung kommunen', usage: '<Onlinedienst>', arity: [1, 1] },
    summary: 'Welche Kommune welche Fassung nutzt',
  };
  return leadCommand(deps, said, async (lead, { positionals: [dienst = ''] }) => {
    const list = await listKommunen(deps, { art: 'anbieter', lead }, dienst);
    return commandOutput(
      list,
      ({ zeilen }) =>
        zeilen
          .map(
            ({ ags, kommune, fassung, zustand }) =>
              `${ags.padEnd(8)}  ${fassung.padStart(3)}  ${kommune}${zustand ? `, ${zugLabel[zustand]}` : ''}`,
          )
          .join('\n') || 'Noch keine Kommune.',
      ({ zeilen }) => ({ kommunen: zeilen.map(kommuneAnswer) }),
    );
  });
}

function noteCommand(deps: ReleasesDeps): Command {
  const said: Said = {
    capability: 'releases.note',
    name: 'fassung notiz',
    usage: '<Onlinedienst> <Fassung> --text <Text> [--sicherheit] [--festhalten-bis JJJJ-MM-TT]',
    summary: 'Sagen, was eine Fassung bringt',
    options: { text, sicherheit: flag, 'festhalten-bis': text },
    arity: [2, 2],
  };
  return leadCommand(deps, said, async (lead, { positionals: [dienst = '', fassung = ''], values }) => {
    const written = await writeNote(deps, lead, {
      ...{ dienst, fassung, text: optionText(values, 'text') },
      sicherheit: values.sicherheit === true,
      festhaltenBis: optionText(values, 'festhalten-bis'),
    });
    return commandOutput(written, () => `Die Notiz zu Fassung ${fassung} ist gespeichert.`);
  });
}

function holdCommand(deps: ReleasesDeps): Command {
  const said: Said = {
    capability: 'releases.hold-on',
    name: 'fassung festhalten',
    usage: '<Onlinedienst> --grund <Text> [--bis JJJJ-MM-TT] | <Onlinedienst> --loesen',
    summary: 'Eine Kommune bei ihrer Fassung lassen, oder das lösen',
    options: { grund: text, bis: text, loesen: flag },
    arity: [1, 1],
  };
  return organisationCommand(deps, said, async ({ positionals: [dienst = ''], values }, principal) => {
    const editor = await coordinatorOf(deps, principal);
    if (!editor.ok) return editor;
    const held = await holdOn(deps, editor.value, {
      ...{ dienst, grund: optionText(values, 'grund'), bis: optionText(values, 'bis') },
      loesen: values.loesen === true,
    });
    return commandOutput(held, ({ bis, geloest }) =>
      geloest ? 'Gelöst.' : `Die Kommune bleibt bis zum ${formatLocalDate(bis)} bei ihrer Fassung.`,
    );
  });
}
