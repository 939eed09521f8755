// Onlinedienste as data: the second door of this room, for whoever offers, fills in or builds them.

export { jsonSchemas } from './domain/definition/json-schemas.ts';
export { deletionRule } from './domain/onlinedienst/deletion-rule.ts';
