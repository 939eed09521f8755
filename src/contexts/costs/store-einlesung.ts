import { waitingTables } from '#platform';

/** Tables between their preview and their confirmation. */
export const einlesungen = waitingTables('costs');
