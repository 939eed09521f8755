export { type Instance, type InstanceRole, openInstance } from './open-instance.ts';
export { prepareDatabase } from './prepare-database.ts';
export { runningServer, type ServerLock } from './server-lock.ts';
export { startRefusal } from './start-faults.ts';
