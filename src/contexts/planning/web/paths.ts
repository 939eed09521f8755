export const teamsPath = '/planung/teams';

export const vorlagenPath = '/planung/aufwaende';
