export { readXfall, type XfallReading } from './read.ts';
export { writeXfall, type XfallElement } from './write.ts';
