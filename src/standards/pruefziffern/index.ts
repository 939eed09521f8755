export { parseIban } from './iban.ts';
export { parseLeitwegId } from './leitweg-id.ts';
export { parseUstId } from './ust-id.ts';
