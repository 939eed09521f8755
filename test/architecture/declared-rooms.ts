import { createRequire } from 'node:module';
import { z } from 'zod';

const ruleSet = z
  .object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string().optional() })) })
  .parse(createRequire(import.meta.url)('../../.dependency-cruiser.cjs'));

export const ruleNames: readonly string[] = ruleSet.forbidden.map(({ name }) => name);

/** The rooms that the rule set knows, and what each says that it may import. */
export const declaredRooms: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ruleSet.forbidden
    .filter(({ name }) => name.startsWith('room-'))
    .map(({ name, comment }) => {
      const list = /may import (.*) of the house/.exec(comment ?? '')?.[1] ?? '';
      return [name.slice('room-'.length), list.split(', ').filter((room) => room !== 'nothing')];
    }),
);
