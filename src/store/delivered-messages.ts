/** Delivered messages remembered per conversation; older cards are not replaced. */
export const mostRemembered = 20
