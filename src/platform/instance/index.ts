export { type Instance, type InstanceRole, openInstance } from './open-instance.ts';
export { runningServer, type ServerLock } from './server-lock.ts';
