/** Quote requests: the seven things a creator or agency must know to name a price, as text and PDF. */

export const quotes = {}
