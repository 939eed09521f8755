import { parentPort, workerData } from 'node:worker_threads';
import { type Workbook, writeWorkbook } from './write-workbook.ts';

// Writes one workbook and ends. What it gets comes from our own process, as JSON: that crosses threads fastest.
const workbook = JSON.parse(workerData) as Workbook;
parentPort?.postMessage(await writeWorkbook(workbook));
