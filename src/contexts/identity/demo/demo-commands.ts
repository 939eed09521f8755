import { ok, type Result, refuse } from '#kernel';
import type { Command, CommandOutput } from '#platform';
import { codeAt } from '../credentials/totp.ts';
import { demoOnly } from '../errors.ts';
import { readDemoSecrets } from './secrets-file.ts';
import type { DemoDeps } from './seed-demo.ts';

type Deps = Pick<DemoDeps, 'demo' | 'clock' | 'folder'>;

/** A person of the demonstration as pages and the start line show it. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly secondFactor: boolean;
}

/** The people of the demonstration and how they sign in; empty before the first seed. */
export function demoPeople(folder: DemoDeps['folder']): readonly DemoPerson[] {
  return readDemoSecrets(folder).map(({ key, name, organisation, role, email, password, totpSecret }) => ({
    key,
    name,
    organisation,
    role,
    email,
    password,
    secondFactor: totpSecret !== null,
  }));
}

/** Commands of the demonstration alone. */
export function demoCommands(deps: Deps): readonly Command[] {
  return [
    {
      name: 'demo people',
      capability: 'demo.people',
      usage: '',
      summary: 'Listet die erfundenen Personen der Vorführung und wie sie sich anmelden',
      arity: [0, 0],
      run: async () => {
        if (!deps.demo) return refuse(demoOnly);
        const people = demoPeople(deps.folder);
        const lines = people.map(
          ({ key, email, password, name, role, organisation }) =>
            `${key.padEnd(18)} ${email.padEnd(32)} ${password.padEnd(18)} ${name}, ${role}, ${organisation}`,
        );
        return ok({ json: { people }, text: lines.join('\n') });
      },
    },
    {
      name: 'demo code',
      capability: 'demo.code',
      usage: '<Person>',
      summary: 'Zeigt den Code, den die App dieser Person jetzt zeigen würde',
      arity: [1, 1],
      run: async ({ positionals: [key = ''] }) => codeOf(deps, key),
    },
  ];
}

function codeOf(deps: Deps, key: string): Result<CommandOutput> {
  if (!deps.demo) return refuse(demoOnly);
  const people = readDemoSecrets(deps.folder);
  const person = people.find((each) => each.key === key || each.email === key);
  if (!person?.totpSecret) {
    const withFactor = people.filter(({ totpSecret }) => totpSecret !== null);
    return refuse({
      kind: 'not-found',
      code: 'DEMO_PERSON_UNKNOWN',
      message: person
        ? `${person.name} meldet sich ohne zweiten Faktor an.`
        : `Eine Person „${key}“ gibt es in der Vorführung nicht.`,
      suggestions: withFactor.map((each) => ({ key: each.key, label: `${each.name}, ${each.role}` })),
    });
  }
  const now = deps.clock.now();
  const secondsLeft = 30 - (Math.floor(now.getTime() / 1000) % 30);
  const code = codeAt(person.totpSecret, now);
  return ok({ json: { person: person.key, code, secondsLeft }, text: code });
}
