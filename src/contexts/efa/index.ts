export { efaCommands } from './cli.ts';
export type { Angebot } from './domain/angebot.ts';
export {
  type Abschnitt,
  abschnitte,
  abschnittLabel,
  type Freigabetext,
} from './domain/freigabe.ts';
export type { LiveDienst } from './domain/live-dienst.ts';
export type { ParameterValues } from './domain/onlinedienst.ts';
export { stelleOn, type ZustaendigeStelle, zustellpunktFor } from './domain/standard-parameters.ts';
export type { Anbieter, EfaDeps, GoLiveProbe, Kommune, ProbeSubject } from './doors-deps.ts';
export { countAngebote, readAngebot, readAngebote, readDefinition } from './store-angebot.ts';
export { readAnbindungenOf } from './store-circle.ts';
export { liveVersion, readAllLive, readLive } from './store-public.ts';
export { changeState } from './use-cases/change-state.ts';
export type { Editor } from './use-cases/editor.ts';
export { expressInterest } from './use-cases/express-interest.ts';
export { findLuecken } from './use-cases/find-gaps.ts';
export { formValues } from './use-cases/form-works.ts';
export { goLiveCheck } from './use-cases/go-live-check.ts';
export { offerOnlinedienst } from './use-cases/offer-onlinedienst.ts';
export { pinnedOnlinedienst } from './use-cases/pinned-onlinedienst.ts';
export { parametersOf } from './use-cases/read-anbindungen.ts';
export { releasedTexts, releaseText } from './use-cases/release-text.ts';
export { saveParameters } from './use-cases/save-parameters.ts';
export { efaOperations } from './web/operations.ts';
export { efaPages } from './web/pages.ts';
