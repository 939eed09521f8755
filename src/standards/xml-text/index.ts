export { type Stelle, strictDecoder } from './decode.ts';
export { escapeAttribute, escapeText } from './escape.ts';
