export type {
  ApplicationsDeps,
  AuthorityNews,
  Destination,
  Limit,
  PortalSite,
  Purpose,
} from './deps.ts';
export type { Schritt, Zustand } from './domain/zustand.ts';
export { applicationLimits } from './limits.ts';
export { antragCounts } from './use-cases/count-antraege.ts';
export { type DeletionReport, maintainApplications } from './use-cases/maintain-applications.ts';
export { applicationHandlers, receiptRequested } from './use-cases/make-receipt.ts';
export { type Offers, openOffers } from './use-cases/read-offer.ts';
export { recordStatus, type StatusNews } from './use-cases/record-status.ts';
export { antragSubmitted } from './use-cases/submit.ts';
export { applicationRoutes } from './web/routes.ts';
