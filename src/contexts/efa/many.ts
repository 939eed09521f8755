// The door for whoever takes many Kommunen a step further at once.
export { allParameters } from './domain/all-parameters.ts';
export type { Anbindung } from './domain/anbindung.ts';
export { newestAngebote } from './domain/angebot.ts';
export { missingOf } from './domain/check-item.ts';
export { checkParameters, missingParameters } from './domain/check-parameters.ts';
export { istOeffentlich, nachSchritt, parseZustand, type Schritt } from './domain/zustand.ts';
export { schrittLabel, zustandLabel } from './messages.ts';
export { readAnbindung, readAnbindungen } from './store-anbindung.ts';
export type { AnbindungOf } from './store-circle.ts';
export { countAnbindungenOfCircle } from './store-many.ts';
export { goLiveChecks } from './use-cases/check-many.ts';
export { type DutySubject, dutyItems } from './use-cases/duty-items.ts';
export { carryForward } from './use-cases/many-connect.ts';
export { takeBack, type Vorher } from './use-cases/many-restore.ts';
