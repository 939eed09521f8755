/**
 * Runs contract checks one after the other and collects what they found; knows no specification.
 * Source: none; the form of a finding is that of the brief for these clients.
 */
import { canonical, LocalRefusalError } from './common.ts';

export type Finding = { check: string; ok: boolean; detail: string };

/** A check returns its detail, or throws where the contract is broken. */
export type Check = { name: string; run: () => Promise<string> };

/** Runs all checks in order; an error becomes a finding, never an abort. */
export async function runChecks(checks: readonly Check[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, run } of checks) {
    try {
      findings.push({ check: name, ok: true, detail: await run() });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      findings.push({ check: name, ok: false, detail });
    }
  }
  return findings;
}

/** Fails the running check unless the condition holds. */
export function demand(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}

/** Fails if two items are equal by key (or altogether, when no key is given). */
export function demandNoDoubles<T>(items: readonly T[], keyOf: (item: T) => string = canonical): string {
  const seen = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    demand(!seen.has(key), `twice in the list: ${key.slice(0, 120)}`);
    seen.add(key);
  }
  return `${items.length} entries`;
}

/** Fails if two lists differ in length, content or order. */
export function demandSame(actual: readonly unknown[], expected: readonly unknown[], what: string): void {
  demand(actual.length === expected.length, `${what}: ${actual.length} entries, not ${expected.length}`);
  const at = actual.findIndex((item, index) => canonical(item) !== canonical(expected[index]));
  demand(at === -1, `${what}: entry ${at} differs`);
}

/** Fails if two lists hold different entries, whatever their order. */
export function demandSameSet(actual: readonly unknown[], expected: readonly unknown[], what: string): void {
  demandSame(actual.map(canonical).sort(), expected.map(canonical).sort(), what);
}

/** Fails unless the call is refused before anything is sent. */
export async function demandLocalRefusal(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
  } catch (error) {
    if (error instanceof LocalRefusalError) return error.message;
    throw error;
  }
  throw new Error('the client sent a call that the specification refuses');
}
