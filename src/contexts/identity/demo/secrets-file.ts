import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataFolder } from '#platform';
import { letters } from '../credentials/recovery-codes.ts';
import { newTotpSecret } from '../credentials/totp.ts';
import { needsSecondFactor } from '../domain/roles.ts';
import { demoPeoplePlan } from './demo-people.ts';

const entry = z.object({
  key: z.string(),
  name: z.string(),
  organisation: z.string(),
  role: z.string(),
  email: z.string(),
  password: z.string(),
  totpSecret: z.string().nullable(),
  /** The member as which the person was seeded; null before. */
  memberId: z.string().nullable(),
});

/** How a person of the demonstration signs in. Stands in clear in this file alone. */
export type DemoSecrets = z.infer<typeof entry>;

const fileName = 'demo-people.json';

/** The people of the demonstration with their passwords; empty before the first seed. */
export function readDemoSecrets(folder: Pick<DataFolder, 'keys'>): readonly DemoSecrets[] {
  const file = join(folder.keys, fileName);
  return existsSync(file) ? z.array(entry).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/** Writes the file anew, readable by its owner only. */
export function writeDemoSecrets(folder: Pick<DataFolder, 'keys'>, people: readonly DemoSecrets[]): void {
  const file = join(folder.keys, fileName);
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, `${JSON.stringify(people, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}

/** The secrets of everybody in the plan: those of the file, and new ones for whoever is not in it. */
export function secretsForPlan(known: readonly DemoSecrets[]): readonly DemoSecrets[] {
  return demoPeoplePlan.map(
    (plan) =>
      known.find(({ key }) => key === plan.key) ?? {
        key: plan.key,
        name: plan.name,
        organisation: '',
        role: '',
        email: `${plan.key}@demo.invalid`,
        password: `${letters(5)}-${letters(5)}-${letters(5)}`,
        totpSecret: needsSecondFactor(plan.roles) ? newTotpSecret() : null,
        memberId: null,
      },
  );
}
