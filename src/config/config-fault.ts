export interface ConfigFault {
  readonly setting: string
  readonly expected: string
}

export type Environment = Readonly<Record<string, string | undefined>>
