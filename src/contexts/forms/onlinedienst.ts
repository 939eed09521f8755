// The door for whoever offers, builds or fills in an Onlinedienst: the service around its form.

export { jsonSchemas } from './domain/definition/json-schemas.ts';
export { emailOf } from './domain/evaluate/email-of.ts';
export { deletionRule } from './domain/onlinedienst/deletion-rule.ts';
export {
  concernedOffices,
  type OfficePart,
  officesOfPage,
  partFor,
} from './domain/onlinedienst/office-part.ts';
export {
  coveredLeistungen,
  type Onlinedienst,
  parseOnlinedienst,
} from './domain/onlinedienst/onlinedienst.ts';
export { serviceTexts } from './domain/onlinedienst/published-texts.ts';
export { loadOnlinedienste, loadTestfaelle } from './load-onlinedienste.ts';
