const minute = 60_000;
const hour = 60 * minute;

/** How long to wait after each failed try of a mail; after the last the recipient is given up. */
const mailWaits = [5 * minute, 15 * minute, hour, 4 * hour, 12 * hour];

/** When a mail that failed for the `tries`th time is tried again; `null`: never. */
export function nextMailTry(tries: number, now: Date): Date | null {
  const wait = mailWaits[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

const webhookWaits = [minute, 5 * minute, 15 * minute, hour, 3 * hour];

/** So long a call to a webhook is tried. */
export const webhookPatience = 24 * hour;

/** When a call that failed for the `tries`th time is made again; `null`: its time is over. */
export function nextWebhookTry(tries: number, now: Date, deadline: Date): Date | null {
  const wait = webhookWaits[Math.min(tries, webhookWaits.length) - 1] ?? minute;
  const next = new Date(now.getTime() + wait);
  if (now >= deadline) return null;
  return next > deadline ? deadline : next;
}
