import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '#platform';
import { lifetimes } from '../domain/session-times.ts';

const nonceBytes = 16;
const timeBytes = 6;
const macBytes = 16;

/**
 * A challenge for a passkey that needs no row before it is answered: random bytes, its end, and a keyed hash over
 * both and the purpose. That it counts once is kept when it is answered.
 */
export function newChallenge(keys: KeyRing, purpose: string, now: Date): Buffer<ArrayBuffer> {
  const time = Buffer.alloc(timeBytes);
  time.writeUIntBE(now.getTime() + lifetimes.challengeMs, 0, timeBytes);
  const body = Buffer.concat([randomBytes(nonceBytes), time]);
  return Buffer.concat([body, macOf(keys, purpose, body)]);
}

/** When a challenge ends, or `null` where it is not ours, for another purpose, or over. */
export function challengeEnd(keys: KeyRing, purpose: string, challenge: Buffer, now: Date): Date | null {
  if (challenge.length !== nonceBytes + timeBytes + macBytes) return null;
  const body = challenge.subarray(0, nonceBytes + timeBytes);
  if (!timingSafeEqual(challenge.subarray(body.length), macOf(keys, purpose, body))) return null;
  const end = new Date(body.readUIntBE(nonceBytes, timeBytes));
  return end > now ? end : null;
}

function macOf(keys: KeyRing, purpose: string, body: Buffer): Buffer {
  return keys.blindIndex(`passkey challenge ${purpose}`, body.toString('hex')).subarray(0, macBytes);
}
