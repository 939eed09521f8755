export { formatLeikaKey, type LeikaKey, type LeikaParts, leikaParts, parseLeikaKey } from './leika-key.ts';
