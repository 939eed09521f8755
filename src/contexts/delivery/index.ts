export { deliveryCommands } from './cli.ts';
export { fileBlobs } from './file-blobs.ts';
export { filePrivateKeys } from './file-private-keys.ts';
export type { Blobs, Delivery, Party, PrivateKeys } from './ports.ts';
export { rejectedAmong } from './store/submissions.ts';
export { countCases } from './store/usage.ts';
export { receivingTenants, zustellpunkteVersion } from './store/zustellpunkte.ts';
export {
  keepAttachments,
  removeUnsent,
  storeAttachment,
} from './use-cases/attachments.ts';
export { acceptSubmission, rejectSubmission, scheduleDeletion } from './use-cases/decide-submission.ts';
export { deliver, submittedEvent } from './use-cases/deliver.ts';
export { forwardSubmission, prepareForward } from './use-cases/forward-submission.ts';
export { maintainDelivery } from './use-cases/maintain-delivery.ts';
export {
  changeZustellpunkt,
  createZustellpunkt,
  listZustellpunkte,
  listZustellpunkteVieler,
  type Zustellpunkt,
} from './use-cases/manage-zustellpunkt.ts';
export { type OpenedSubmission, openSubmission } from './use-cases/open-submission.ts';
export { openZustellpunkt } from './use-cases/open-zustellpunkt.ts';
export { rotateReceivingKey, type SealingKey, sealingKeyOf } from './use-cases/receiving-keys.ts';
export {
  type Payload,
  type SealedSubmission,
  sealSubmission,
} from './use-cases/seal-submission.ts';
export { deliveryOperations } from './web/operations.ts';
export type { DeliveryWebDeps } from './web/owner.ts';
export { deliveryPages } from './web/pages.ts';
