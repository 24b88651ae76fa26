import type { Activity } from '../client/activity.ts'
import { reworded } from './shape.ts'

/** Hard spaces as Teams writes them into plain text: as an entity after a mention, else in the place of the last space. */
export function hardSpaces(activity: Activity): Activity {
  return reworded(activity, (text) =>
    text.includes('</at> ') ? text.replaceAll('</at> ', '</at>&nbsp;') : `${lastSpaceHard(text)}&nbsp;`,
  )
}

const lastSpaceHard = (text: string) => text.replace(/ (?=[^ ]*$)/, '&nbsp;')
