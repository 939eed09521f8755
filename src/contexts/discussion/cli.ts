import { ok, type Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandOutput,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import { writeCommands } from './cli-write.ts';
import type { DiscussionDeps } from './deps.ts';
import { zustandLabel } from './messages.ts';
import { readPublished, readRueckfragen, readThread } from './use-cases/read.ts';
import { antwortJson, threadJson, zeileJson } from './views/json.ts';

/** The questions on the command line; the operator names the organisation for which it acts. */
export function discussionCommands(deps: DiscussionDeps): readonly Command[] {
  return [...readCommands(deps), ...writeCommands(deps)];
}

function readCommands(deps: DiscussionDeps): readonly Command[] {
  const common = { options: organisationOption } as const;
  return [
    {
      ...common,
      capability: 'discussion.list',
      name: 'rueckfragen',
      usage: organisationUsage,
      summary: 'Die Rückfragen, an denen eine Organisation teilnimmt',
      arity: [0, 0],
      run: (input) => asOrganisation(deps, input, (principal) => listed(deps, principal)),
    },
    {
      ...common,
      capability: 'discussion.show',
      name: 'rueckfragen show',
      usage: `<Kennung> ${organisationUsage}`,
      summary: 'Eine Rückfrage mit ihrem Verlauf',
      arity: [1, 1],
      run: (input) =>
        asOrganisation(deps, input, (principal) => shown(deps, principal, input.positionals[0] ?? '')),
    },
    {
      ...common,
      capability: 'discussion.answers',
      name: 'rueckfragen answers',
      usage: organisationUsage,
      summary: 'Die Antworten, die für eine Organisation veröffentlicht sind',
      arity: [0, 0],
      run: (input) => asOrganisation(deps, input, (principal) => published(deps, principal)),
    },
  ];
}

async function listed(deps: DiscussionDeps, principal: Principal): Promise<Result<CommandOutput>> {
  const read = await readRueckfragen(deps, principal);
  if (!read.ok) return read;
  const lines = read.value.map(
    ({ id, zustand, betreff, haus }) => `${id}  ${zustandLabel[zustand].padEnd(14)}${betreff} (${haus})`,
  );
  return ok({
    json: { rueckfragen: read.value.map(zeileJson) },
    text: lines.join('\n') || 'Keine Rückfragen.',
  });
}

async function shown(deps: DiscussionDeps, principal: Principal, id: string): Promise<Result<CommandOutput>> {
  const read = await readThread(deps, principal, id);
  if (!read.ok) return read;
  const json = threadJson(read.value);
  const verlauf = json.verlauf.map(({ nr, art, von, am, text }) => `${nr}. ${art}, ${von}, ${am}\n${text}`);
  const head = `${json.betreff} (${zustandLabel[json.zustand]})\nZu: ${json.zuName}`;
  return ok({ json, text: [head, ...verlauf].join('\n\n') });
}

async function published(deps: DiscussionDeps, principal: Principal): Promise<Result<CommandOutput>> {
  const read = await readPublished(deps, principal);
  if (!read.ok) return read;
  const antworten = read.value.map(antwortJson);
  const text = antworten.map(({ id, frage, antwort }) => `${id}  ${frage}\n${antwort}`).join('\n\n');
  return ok({ json: { antworten }, text: text || 'Keine veröffentlichten Antworten.' });
}
