/** Who talks to a creator until when, so that nobody is the second to write; sheets for colleagues of other workspaces. */

export const claimsContract = {}
