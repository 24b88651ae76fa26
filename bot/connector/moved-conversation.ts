import type { Declined } from './connector-client.ts'

/**
 * Whether the channel says that the chat lives in another region now: the message is taken at the address that the
 * person's next one brings. Source: microsoft/BotFramework-Services#339.
 */
export const namesAnotherRegion = ({ status, code = '', textValues = '' }: Declined): boolean =>
  status === 400 && /\bwrong (geo|region)\b/i.test(`${code} ${textValues}`)
