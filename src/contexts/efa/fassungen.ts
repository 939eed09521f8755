// The door for those who bring versions to Kommunen: who has which, what one lacks, moving and taking back.

export { type CheckItem, missingOf } from './domain/check-item.ts';
export { versionUnknown } from './errors.ts';
export { readLiveNames, readLiveOfDienst, readLiveOfTenant } from './store-public.ts';
export { type FassungsWechsel, openFassungsWechsel } from './use-cases/move-fassung.ts';
export { numberShipped } from './use-cases/number-shipped.ts';
export { withdrawFassung } from './use-cases/withdraw-fassung.ts';
