import type { Declined } from './connector-client.ts'

/**
 * Tests whether the channel reports that the chat moved to another region: the person's next activity brings the new
 * address. Source: microsoft/BotFramework-Services#339.
 */
export const namesAnotherRegion = ({ status, code = '', message = '' }: Declined): boolean =>
  status === 400 && /\bwrong (geo|region)\b/i.test(`${code} ${message}`)
