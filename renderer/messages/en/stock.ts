/** Sample stock: what came in, what samples took and hold, the floors for new and proven creators. */
export const stock = {} as const
