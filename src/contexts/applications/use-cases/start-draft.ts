import { evaluate, type KnownValues, prefilled, reachablePages, shapeOf } from '#forms';
import { deletionRule } from '#forms/onlinedienst';
import { addDays, type LocalDate, ok, type Result, refuse } from '#kernel';
import { newId, newSecret, secretHash } from '#platform';
import { antragActor } from '../antrag-actor.ts';
import type { ApplicationsDeps } from '../deps.ts';
import { entwurfTage } from '../domain/frist.ts';
import { dienstSuspended } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import { newBoxKeys } from '../sealed-box.ts';
import { insertEntwurf, insertZugang } from '../store-entwurf.ts';
import { contentPlace, keyOfToken, privateKeyPlace } from './open-door.ts';
import type { Offer } from './read-offer.ts';

/** A draft that has just begun; the token is nowhere but here. */
export interface StartedDraft {
  readonly id: string;
  readonly token: string;
  readonly page: string;
}

/** The day on which a draft edited today goes. */
export function entwurfLoeschtag(offer: Pick<Offer, 'dienst'>, today: LocalDate): LocalDate {
  return addDays(today, entwurfFrist(offer, today));
}

/** How many days after its last edit a draft goes, by the rule of the service in force. */
export function entwurfFrist({ dienst }: Pick<Offer, 'dienst'>, today: LocalDate): number {
  return deletionRule(dienst, 'draft', today)?.days ?? entwurfTage;
}

/** Begins a draft of a service, with what is known of the applicant filled in. Refuses what is not offered or rests. */
export function startDraft(
  { db, clock, offers }: Pick<ApplicationsDeps, 'db' | 'clock' | 'offers'>,
  site: PortalSite,
  dienst: string,
  known: KnownValues = new Map(),
): Promise<Result<StartedDraft>> {
  return db.withTenant(site.tenant, antragActor, async (tx) => {
    const offer = await offers.read(tx, site, dienst);
    if (!offer.ok) return offer;
    if (offer.value.ausgesetztGrund !== null) return refuse(dienstSuspended(offer.value.ausgesetztGrund));
    const { context, fassung } = offer.value;
    const [id, token] = [newId(), newSecret(32)];
    const key = keyOfToken(token);
    const box = newBoxKeys();
    const { form } = offer.value.dienst;
    const { answers, origins } = prefilled(form, { answers: {}, origins: {} }, context, known);
    const evaluation = evaluate(form, answers, context, origins);
    const page = reachablePages(evaluation)[0] ?? '';
    const zugang = {
      tenant: site.tenant,
      id,
      tokenHash: secretHash(token),
      dienst,
      publicKey: box.publicKey,
      privateKeySealed: key.seal(privateKeyPlace(id), box.privateKey),
      loeschenAm: entwurfLoeschtag(offer.value, clock.today()),
    };
    const now = clock.now();
    await insertZugang(tx, zugang, now);
    const sealed = key.seal(contentPlace(id), JSON.stringify({ answers, origins, files: [] }));
    const entwurf = { fassung, version: 1, sealed, seite: page, bearbeitetAm: now };
    await insertEntwurf(tx, zugang, entwurf, shapeOf(evaluation));
    return ok({ id, token, page });
  });
}
