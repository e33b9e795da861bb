/** Sample requests with what the rules suggest, the duplicate guard, reminders and ghosting. */

export const sampleRequestsContract = {}
