import type { Activity } from '../client/activity.ts'

/** Changes a plain activity to the format of a real client; the original stays unchanged. */
export type Shape = (activity: Activity) => Activity

/** All of these, one after the other. */
export function shaped(...shapes: readonly Shape[]): Shape {
  return (activity) => shapes.reduce((written, shape) => shape(written), activity)
}

/** The activity with other typed words; one without words stays as it is. */
export function reworded(activity: Activity, word: (text: string) => string): Activity {
  return activity.text === undefined ? activity : { ...activity, text: word(activity.text) }
}

/** The activity with more in its channel data. */
export function withChannelData(activity: Activity, more: object): Activity {
  return { ...activity, channelData: { ...Object(activity.channelData), ...more } }
}
