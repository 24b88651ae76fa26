import { catalogue } from '../dialogs/catalogue.ts'
import type { Page } from '../dialogs/engine/page.ts'
import type { Guide } from '../dialogs/engine/step.ts'
import { defaultLanguage, loadTranslations } from '../locales/index.ts'

type Command = Pick<Guide, 'id' | 'rank'>

/** Returns the ids of the commands that `isListed` takes, by their rank; those without one follow as they come. */
export function inTeamsOrder(commands: readonly Command[], isListed: (id: string) => boolean): string[] {
  return commands
    .filter(({ id }) => isListed(id))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(({ id }) => id)
}

const placeOf = ({ rank = Number.MAX_SAFE_INTEGER }: Command) => rank

/** Guides and pages with a description in Teams, the `command` of their words. */
const { has } = loadTranslations()(defaultLanguage)
const isDescribed = (id: string) => has(`${id}.command`)

const { guides, pages } = catalogue
const isForGroups = ({ inGroups }: Page) => inGroups === true

/** Commands of the personal chat by guide or page id, in Teams' order. */
export const privateCommands: readonly string[] = inTeamsOrder([...guides, ...pages], isDescribed)

/** Commands of teams and group chats: guides, and pages without data of a company. */
export const groupCommands: readonly string[] = inTeamsOrder(
  [...guides, ...pages.filter(isForGroups)],
  isDescribed,
)
