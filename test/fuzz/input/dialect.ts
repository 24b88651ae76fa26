import type { Chance } from '../../chaos/chance.ts'
import type { Activity } from '../../support/client/activity.ts'
import { deleted, edited, reaction, undeleted } from '../../support/recorded/afterwards.ts'
import { bareMention } from '../../support/recorded/bare-mention.ts'
import { saidToBeNoGroup, typeInLowerCase, withoutType } from '../../support/recorded/conversation-type.ts'
import { hardSpaces } from '../../support/recorded/hard-spaces.ts'
import { formattedTwin, htmlTwin } from '../../support/recorded/html-twin.ts'
import { invisibleCharacters } from '../../support/recorded/invisible-characters.ts'
import { ofMeeting } from '../../support/recorded/meeting.ts'
import { namelessClick } from '../../support/recorded/nameless-click.ts'
import { quoted } from '../../support/recorded/quoted.ts'
import type { Shape } from '../../support/recorded/shape.ts'
import { file, forwardedCard, instead, picture, voiceClip } from '../../support/recorded/things-sent.ts'
import { withoutLocale } from '../../support/recorded/without-locale.ts'

const shapes: readonly Shape[] = [
  withoutType,
  withoutType,
  typeInLowerCase,
  saidToBeNoGroup,
  withoutLocale,
  invisibleCharacters,
  hardSpaces,
  htmlTwin,
  formattedTwin,
  namelessClick,
  bareMention,
  quoted('1767378504354'),
]

/** The activity as real clients were recorded to write it: in some of their ways at once, or in none. */
export function inDialect(activity: Activity, chance: Chance): Activity {
  const ways = Array.from({ length: Math.floor(chance.between(0, 4)) }, () => chance.oneOf(shapes))
  const written = ways.reduce((one, way) => way(one), activity)
  return isInMeeting(activity) && chance.happens(0.5) ? ofMeeting(written) : written
}

const isInMeeting = ({ conversation }: Activity) => conversation?.id.startsWith('19:meeting_') === true

/** A picture, a file, a recording or a card in the place of the words. */
export function withoutWords(message: Activity, chance: Chance): Activity {
  const things = [picture, file, voiceClip, () => forwardedCard('Invoice')]
  return instead(...chance.oneOf(things)())(message)
}

/** Possible fates of a message sent. */
export function afterwards(message: Activity, text: string, messageId: string, chance: Chance): Activity {
  return chance.oneOf([
    () => edited(message, text),
    () => deleted(message),
    () => undeleted(message),
    () => reaction(message, messageId),
  ])()
}
