import { secretHash } from '#platform';
import { challengeEnd } from '../credentials/challenge.ts';
import { takeChallenge } from '../store/passkeys.ts';
import type { Storage } from './deps.ts';

/** The site that a passkey is bound to, from the origin that the browser sees. */
export function rpIdOf(origin: string): string {
  return new URL(origin).hostname;
}

/** A check, in the form the library wants it, that a challenge is ours, still open, and answered for the first time. */
export function challengeCheck(deps: Storage, purpose: string): (challenge: string) => Promise<boolean> {
  return async (text) => {
    const challenge = Buffer.from(text, 'base64url');
    const end = challengeEnd(deps.keys, purpose, challenge, deps.clock.now());
    if (end === null) return false;
    const key = secretHash(challenge.toString('hex'));
    return deps.db.withKey(key, (tx) => takeChallenge(tx, key, end));
  };
}
