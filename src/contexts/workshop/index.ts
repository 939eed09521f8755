export { type Befund, dateiUndStelle } from './befund.ts';
export { workshopCommands } from './cli.ts';
export { entwurfArt, type VorschauKommune, type WorkshopDeps } from './deps.ts';
export { findeElement } from './use-cases/finde-element.ts';
export { publizierteDienste, publizierteTestfaelle } from './use-cases/publizierte-dienste.ts';
export { type Startblick, startblick, wartendSeit } from './use-cases/startblick.ts';
export { workshopOperations } from './web/operations.ts';
export { workshopPages } from './web/pages.ts';
