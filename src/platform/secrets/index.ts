export { forgetSecret, keepSecret, type NewSecret, replaceSecret, withSecret } from './secrets.ts';
export { listSecrets, type SecretNote } from './store.ts';
