/** Lists of products, videos and LIVEs as the platform exports them. */

export const platformListsContract = {}
