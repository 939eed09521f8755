export { routingCommands } from './cli.ts';
export type { DienstAngaben, FremdReader, RoutingDeps } from './deps.ts';
export { foreignLink } from './domain/foreign-link.ts';
export type { Place, PlaceAnswer, PlaceQuestion } from './domain/place.ts';
export { type LineWithPlace, placeInLine } from './domain/place-in-line.ts';
export { type PlaceIndex, withVocabulary } from './domain/place-index.ts';
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
export { compileRouting, type RoutingWorld, type ZielgruppenOf } from './routing-world.ts';
export { findPlace, type PlaceInput } from './use-cases/find-place.ts';
export { findRoute } from './use-cases/find-route.ts';
export { heldForeign } from './use-cases/held-foreign.ts';
export { readPlaces, vocabularyOf } from './use-cases/place-reader.ts';
export { localFactsReader } from './use-cases/read-local-facts.ts';
export { type RouteAsk, routeOf } from './use-cases/route-of.ts';
export { offeringBody } from './use-cases/route-stelle.ts';
export { type DestinationSigner, destinationSigner } from './use-cases/sign-destination.ts';
export { fitConnectRouting, fitConnectRoutingPath } from './web/fit-connect.ts';
export { routingOperations } from './web/operations.ts';
export { routingPages } from './web/pages.ts';
export { reasonList } from './web/route-page.ts';
