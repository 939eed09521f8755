import { ok, type Result } from '#kernel';
import type { Delivery, Party } from '../ports.ts';
import { changeZustellpunkt, createZustellpunkt } from './manage-zustellpunkt.ts';
import { rotateReceivingKey } from './receiving-keys.ts';

/** A Zustellpunkt that was founded, got its key and receives. */
export interface OpenedZustellpunkt {
  readonly id: string;
  readonly kid: string;
  readonly state: 'active';
}

/** Founds a Zustellpunkt, makes its key and opens it. Its private key is safe on this machine before anybody can send. */
export async function openZustellpunkt(
  delivery: Omit<Delivery, 'blobs'>,
  party: Party,
  name: string,
  postfach: string,
): Promise<Result<OpenedZustellpunkt>> {
  const id = await createZustellpunkt(delivery, party, name, postfach);
  if (!id.ok) return id;
  const kid = await rotateReceivingKey(delivery, party, id.value);
  if (!kid.ok) return kid;
  const state = await changeZustellpunkt(delivery, party, id.value, 'activate');
  return state.ok ? ok({ id: id.value, kid: kid.value, state: 'active' }) : state;
}
