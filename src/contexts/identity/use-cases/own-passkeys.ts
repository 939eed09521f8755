import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, secretHash } from '#platform';
import { newChallenge } from '../credentials/challenge.ts';
import { passkeyRefused, signInExpired } from '../errors.ts';
import { deletePasskey, insertPasskey, type StoredPasskey } from '../store/passkeys.ts';
import type { StoredSession } from '../store/sessions.ts';
import { memberActor } from './actors.ts';
import type { Storage } from './deps.ts';
import { challengeCheck, rpIdOf } from './passkey-challenge.ts';
import { readStage } from './read-session.ts';

type Deps = Storage & { readonly installationName: string };

/** What the browser needs to make a passkey for the session's member. */
export async function passkeyRegistrationOptions(
  deps: Deps,
  session: StoredSession,
  known: readonly StoredPasskey[],
  person: { readonly origin: string; readonly account: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  return generateRegistrationOptions({
    rpName: deps.installationName,
    rpID: rpIdOf(person.origin),
    userName: person.account,
    userID: new Uint8Array(Buffer.from(session.member_id.replaceAll('-', ''), 'hex')),
    challenge: newChallenge(deps.keys, purposeOf(session.member_id), deps.clock.now()),
    excludeCredentials: known.map(({ credential_id }) => ({ id: credential_id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

export interface NewPasskey {
  readonly cookieValue: string | undefined;
  readonly origin: string;
  readonly answer: string;
  readonly label: string;
}

/** Keeps a passkey that the browser made. */
export async function addPasskey(deps: Storage, input: NewPasskey): Promise<Result<null>> {
  const session = await readStage(deps, input.cookieValue, ['complete']);
  if (!session) return refuse(signInExpired);
  const made = await verifiedRegistration(deps, session.member_id, input);
  if (!made) return refuse(passkeyRefused);
  const { tenant_id: tenant, member_id: memberId } = session;
  return deps.db.withTenant(tenant, memberActor(memberId, session.acting_for), async (tx) => {
    const kept = await insertPasskey(tx, {
      ...made,
      tenant_id: tenant,
      id: newId(),
      member_id: memberId,
      label: input.label.trim().slice(0, 60) || 'Passkey',
      created_at: deps.clock.now(),
    });
    if (!kept) return refuse(passkeyRefused);
    await recordAudit(tx, { action: 'identity.passkey.added', object: { type: 'mitglied', id: memberId } });
    return ok(null);
  });
}

/** Removes a passkey of the own account. */
export async function removePasskey(
  deps: Storage,
  cookieValue: string | undefined,
  passkeyId: string,
): Promise<Result<null>> {
  const session = await readStage(deps, cookieValue, ['complete']);
  if (!session) return refuse(signInExpired);
  const { tenant_id: tenant, member_id: memberId } = session;
  return deps.db.withTenant(tenant, memberActor(memberId, session.acting_for), async (tx) => {
    if (!(await deletePasskey(tx, tenant, memberId, passkeyId))) return refuse(passkeyRefused);
    await recordAudit(tx, { action: 'identity.passkey.removed', object: { type: 'mitglied', id: memberId } });
    return ok(null);
  });
}

function purposeOf(memberId: string): string {
  return `register ${memberId}`;
}

async function verifiedRegistration(deps: Storage, memberId: string, input: NewPasskey) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: JSON.parse(input.answer) as RegistrationResponseJSON,
      expectedChallenge: challengeCheck(deps, purposeOf(memberId)),
      expectedOrigin: input.origin,
      expectedRPID: rpIdOf(input.origin),
      requireUserVerification: true,
    });
    if (!registrationInfo) return null;
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    return {
      key_hash: secretHash(id),
      credential_id: id,
      public_key: Buffer.from(publicKey),
      counter,
      transports: transports ?? [],
    };
  } catch {
    // The library throws for every answer that does not fit; to the person they are all the same refusal.
    return null;
  }
}
