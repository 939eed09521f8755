export { arsHierarchy, readArs } from './ars.ts';
export {
  clientIdHeader,
  type EndpunktName,
  leastPageSize,
  type SuchdienstEndpunkt,
  suchdienstEndpunkte,
} from './endpunkte.ts';
export { textmodulName } from './textmodule.ts';
