/** Saved views of lists: filters, sorting, groups, columns and colours, of one person or shared. */

export const views = {}
