/** What stands where a figure is unknown. */
export const DASH = '–'
