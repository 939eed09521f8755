export { checkInstallation, type FurtherCheck } from './check-installation.ts';
export { type Finding, fine, wrong } from './finding.ts';
