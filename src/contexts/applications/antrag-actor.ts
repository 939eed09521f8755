import { actorOf } from '#platform';

/** As whom the applicant's requests stand in the records. */
export const antragActor = actorOf('system', 'antrag');
