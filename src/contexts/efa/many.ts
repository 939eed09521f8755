// The door for whoever takes many Kommunen a step further at once.
export { goLiveChecks } from './use-cases/check-many.ts';
