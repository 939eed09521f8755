import { setTimeout as delay } from 'node:timers/promises';

/** How long a test waits for what must come: on a machine that does many other things at once, too. */
export const patienceMs = 60_000;

/** Waits until something is so; fails, with what `said` tells, when it does not come true in a minute or is past hope. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  {
    said = () => '',
    pastHope = () => false,
  }: { readonly said?: () => string | Promise<string>; readonly pastHope?: () => boolean } = {},
): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end && !pastHope(); await delay(20))
    if (await condition()) return;
  throw new Error(`it did not come true ${await said()}`.trimEnd());
}
