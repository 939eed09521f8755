import { setTimeout as delay } from 'node:timers/promises';

/** Short, because a person waits for the request that sends the mail. */
const waitsMs = [300, 1_000];

/** Tries again where the mail server is busy or a connection broke; a refusal (5xx) and a dead server are final. */
export async function retryTemporary(
  attempt: () => Promise<unknown>,
  waits: readonly number[] = waitsMs,
): Promise<void> {
  for (const wait of waits) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (!isTemporary(error)) throw error;
      await delay(wait);
    }
  }
  await attempt();
}

function isTemporary(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('responseCode' in error) return Number(error.responseCode) >= 400 && Number(error.responseCode) < 500;
  return (
    'code' in error && (error.code === 'ECONNRESET' || error.code === 'ESOCKET' || error.code === 'ETIMEDOUT')
  );
}
