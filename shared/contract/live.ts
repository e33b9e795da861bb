/** The LIVE board: who is live when, in two zones. */

export const liveContract = {}
