import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { ok, type Result, refuse } from '#kernel';
import { recordAudit, secretHash } from '#platform';
import { newChallenge } from '../credentials/challenge.ts';
import { passkeyRefused } from '../errors.ts';
import { lockMember } from '../store/members.ts';
import { passkeyByKey, passkeyUsed, type StoredPasskey } from '../store/passkeys.ts';
import { memberActor } from './actors.ts';
import type { Storage } from './deps.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { challengeCheck, rpIdOf } from './passkey-challenge.ts';
import { maySignIn } from './sign-in.ts';
import { takeAttempt } from './throttle-attempts.ts';

const purpose = 'sign-in';

/**
 * What the browser needs to ask for a passkey of this site (Web Authentication, PublicKeyCredentialRequestOptionsJSON). Every
 * sign-in page has it, and few people have a passkey: the library, which takes 9 MB, comes with the first who uses one.
 */
export function passkeySignInOptions(deps: Storage, origin: string): PublicKeyCredentialRequestOptionsJSON {
  const challenge = newChallenge(deps.keys, purpose, deps.clock.now());
  return {
    rpId: rpIdOf(origin),
    challenge: challenge.toString('base64url'),
    timeout: 60_000,
    userVerification: 'required',
  };
}

export interface PasskeyAnswer {
  readonly origin: string;
  /** The credential as the browser's `toJSON()` gives it. */
  readonly answer: string;
  readonly clientAddress: string;
}

/** Signs in with a passkey that verified its user (PIN, finger, face): two factors in one. */
export async function signInWithPasskey(deps: Storage, input: PasskeyAnswer): Promise<Result<OpenedSession>> {
  const allowed = await takeAttempt(deps, [{ kind: 'address', key: input.clientAddress }]);
  if (!allowed.ok) return allowed;
  const response = parseAnswer(input.answer);
  if (!response) return refuse(passkeyRefused);
  const key = secretHash(response.id);
  const passkey = await deps.db.withKey(key, (tx) => passkeyByKey(tx, key));
  if (!passkey) return refuse(passkeyRefused);
  const counter = await verifiedCounter(deps, passkey, response, input.origin);
  return counter === null ? refuse(passkeyRefused) : complete(deps, passkey, counter);
}

function complete(deps: Storage, passkey: StoredPasskey, counter: number): Promise<Result<OpenedSession>> {
  const { tenant_id: tenant, member_id: memberId } = passkey;
  return deps.db.withTenant(tenant, memberActor(memberId), async (tx) => {
    const member = await lockMember(tx, tenant, memberId);
    if (!member || !maySignIn(member, deps.clock.today())) return refuse(passkeyRefused);
    await passkeyUsed(tx, passkey, counter, deps.clock.today());
    await recordAudit(tx, {
      action: 'identity.session.started',
      object: { type: 'mitglied', id: memberId },
      summary: { weg: 'passkey' },
    });
    return ok(await openSession(tx, deps, { tenant, memberId, stage: 'complete', secondFactor: true }));
  });
}

async function verifiedCounter(
  deps: Storage,
  passkey: StoredPasskey,
  response: AuthenticationResponseJSON,
  origin: string,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challengeCheck(deps, purpose),
      expectedOrigin: origin,
      expectedRPID: rpIdOf(origin),
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // The library throws for every answer that does not fit; to the person they are all the same refusal.
    return null;
  }
}

function parseAnswer(text: string): AuthenticationResponseJSON | null {
  try {
    const answer: unknown = JSON.parse(text);
    const isAnswer =
      typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string';
    return isAnswer ? (answer as unknown as AuthenticationResponseJSON) : null;
  } catch {
    return null;
  }
}
