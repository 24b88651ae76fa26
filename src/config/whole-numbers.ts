import { z } from 'zod'

/** Whole number; `expected` describes it in errors. */
const whole = (expected: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, expected)
    .transform(Number)
    .pipe(z.number().min(least, expected).max(most, expected))

/** TCP port; 0: any free one. */
export const port = whole('a port number, 0 to 65535', 0, 65_535)

/** Days. */
export const retention = whole('a number of days, 1 to 3650', 1, 3650)
/** Messages per minute. */
export const pace = whole('a number of messages, 0 (any number) to 100000', 0, 100_000)
/** Seconds. */
export const drain = whole('a number of seconds, 0 to 600', 0, 600)
/** Maximum connections. */
export const connections = whole('a number of connections, 10 to 1000000', 10, 1_000_000)
