export { type OoxmlKind, ooxmlKindOf } from './ooxml-kind.ts';
export type { ReadableFile } from './zip-directory.ts';
