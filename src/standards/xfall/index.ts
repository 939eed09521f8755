export { readXfall, type XfallReading } from './read.ts';
export { writeXfall, type XfallElement, xfallNamespace } from './write.ts';
