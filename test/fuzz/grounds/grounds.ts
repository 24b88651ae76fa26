import type { FakeConnector } from '../../support/connector/fake-connector.ts'

/** Data folder, channels and start of a bot under test. */
export interface Grounds {
  /** Settings of the bot. */
  readonly env: Readonly<Record<string, string>>
  /** The program that is started, as arguments of node. */
  readonly entry: readonly string[]
  /** Teams, and a client without groups where the bot serves one. */
  readonly connectors: readonly [FakeConnector, ...FakeConnector[]]
  /** Authorization headers: the channel's, and those that no bot may take. None where it checks none. */
  readonly tokens?: Tokens
  close(): Promise<void>
}

export interface Tokens {
  readonly genuine: string
  readonly forged: readonly string[]
}
