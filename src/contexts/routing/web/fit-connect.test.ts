import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { z } from 'zod';
import { createRateLimiter } from '#platform';
import { type FremdeStelle, nichtsFremdes } from '../domain/route.ts';
import type { RoutingWorld } from '../routing-world.ts';
import {
  depsOf,
  hundesteuer,
  hundInLemgo,
  lemgoAgs,
  lemgoAuftritt,
  shippedRouting,
  withLocal,
} from '../testing/routing-world.ts';
import { destinationSigner } from '../use-cases/sign-destination.ts';
import { type FitConnectDeps, fitConnectRouting } from './fit-connect.ts';

const foreignId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

function jwsOf(claims: object): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
}

function stelleWith(...destinations: readonly (string | null)[]): FremdeStelle {
  return {
    id: 'L1.OE.1',
    name: 'Fachdienst Steuern',
    anschrift: 'Platz 2, 32657 Lemgo',
    telefon: '05261 1',
    email: 'keine Adresse',
    oeffnungszeiten: null,
    zustaendigFuer: destinations.map((destination) => ({ rolle: '01', destination })),
  };
}

describe('Routen der FIT-Connect Routing API', () => {
  let world: RoutingWorld;
  let faults: unknown[];
  before(async () => {
    world = withLocal(await shippedRouting(), { dienste: [hundInLemgo], auftritte: [lemgoAuftritt] });
  });
  const pem = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
  const answer = z.object({ totalCount: z.number(), routes: z.array(z.record(z.string(), z.unknown())) });
  const ask = async (query: string, deps: Partial<FitConnectDeps> = {}) => {
    faults = [];
    const app = fitConnectRouting({
      ...depsOf(world),
      signer: destinationSigner({
        privateKey: async () => pem,
        origin: 'http://api.localhost:8080',
        now: () => new Date(),
      }),
      limiter: createRateLimiter(600),
      clientAddressOf: () => 'test',
      onFault: (error) => faults.push(error),
      ...deps,
    });
    return await app.request(`/routes?leikaKey=${hundesteuer}&${query}`);
  };

  test('what feeds name follows the own Zustellpunkt, each once, with the signature that it carries', async () => {
    const jws = jwsOf({ destinationId: foreignId });
    const own = jwsOf({ destinationId: hundInLemgo.ziele.get(hundesteuer)?.id });
    const stellen = [stelleWith(jws, null, 'kein JWS', jwsOf({ destinationId: 'x' }), own), stelleWith(jws)];
    const fremd = async () => ({ ...nichtsFremdes, stellen });
    const { totalCount, routes } = answer.parse(await (await ask(`ags=${lemgoAgs}`, { fremd })).json());
    assert.equal(totalCount, 2);
    assert.equal(routes[0]?.origin, 'Leitwerk');
    assert.deepEqual(routes[1], {
      destinationId: foreignId,
      destinationSignature: jws,
      destinationName: 'Fachdienst Steuern',
      contactPersons: [{ name: 'Fachdienst Steuern', tel: '05261 1' }],
      address: { street: 'Platz', houseNumber: '2', zip: '32657', city: 'Lemgo' },
      origin: 'XZuFi',
    });
    const second = answer.parse(await (await ask(`ags=${lemgoAgs}&offset=1&limit=1`, { fremd })).json());
    assert.deepEqual(second.routes, [routes[1]]);
    const kreis = answer.parse(await (await ask('ags=05766', { fremd })).json());
    assert.equal(kreis.totalCount, 1);
  });

  test('a fault is answered as the specification declares, with the headers of the limit, and told', async () => {
    const broken = await ask(`ags=${lemgoAgs}`, { world: () => Promise.reject(new Error('no database')) });
    assert.equal(broken.status, 500);
    assert.equal(broken.headers.get('content-type'), 'application/problem+json');
    assert.equal(broken.headers.get('ratelimit-limit'), '600');
    assert.doesNotMatch(await broken.text(), /database/);
    assert.equal(faults.length, 1);
  });
});
