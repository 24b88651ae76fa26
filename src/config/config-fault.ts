/** Missing or invalid setting, with the expected value. */
export interface ConfigFault {
  readonly setting: string
  readonly expected: string
}

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>
