/** What is to be done, by whom and until when: follow-up ladders, snoozing, the Today page. */

export const tasks = {}
