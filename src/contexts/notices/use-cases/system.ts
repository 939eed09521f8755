import { actorOf } from '#platform';

/** As whom the worker acts. */
export const systemActor = actorOf('system', 'benachrichtigungen');
