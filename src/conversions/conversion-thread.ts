// The thread in which a document is converted: started for one conversion, with bounds on time and memory.
import { parentPort, workerData } from 'node:worker_threads';
import { converted, type ConversionWork } from './converted.js';

parentPort?.postMessage(converted(workerData as ConversionWork));
