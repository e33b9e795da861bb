/** Scripts and videos that wait for a verdict, in the order of the time left. */

export const reviewsContract = {}
