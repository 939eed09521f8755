export { routingCommands } from './cli.ts';
export type { AuftrittPort, DienstAngaben, FremdReader, LocalFactsDeps, RoutingDeps } from './deps.ts';
export { foreignLink } from './domain/foreign-link.ts';
export type { Place, PlaceAnswer, PlaceQuestion } from './domain/place.ts';
export { type LineWithPlace, placeInLine } from './domain/place-in-line.ts';
export type { PlaceIndex } from './domain/place-index.ts';
export { placesOf } from './domain/places-of.ts';
export {
  type Anlaufstelle,
  type Auftritt,
  type Fremdes,
  nichtsFremdes,
  type Reason,
  type Route,
  type Zustellziel,
} from './domain/route.ts';
export { compileRouting, type LocalFacts, type RoutingWorld } from './routing-world.ts';
export { findPlace, type PlaceInput } from './use-cases/find-place.ts';
export { findRoute } from './use-cases/find-route.ts';
export { heldForeign } from './use-cases/held-foreign.ts';
export { placesOfWorld } from './use-cases/place-reader.ts';
export { localFactsReader } from './use-cases/read-local-facts.ts';
export { type RouteAsk, routeOf } from './use-cases/route-of.ts';
export { type DestinationSigner, destinationSigner } from './use-cases/sign-destination.ts';
export { type FitConnectDeps, fitConnectRouting, fitConnectRoutingPath } from './web/fit-connect.ts';
export { routingOperations } from './web/operations.ts';
export { routingPages } from './web/pages.ts';
