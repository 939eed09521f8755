import { join } from 'node:path';

/** The reference data that the product ships. */
export const shippedData = join(import.meta.dirname, '../../../../data');
