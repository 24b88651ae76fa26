import { optional, pick, pickSome, shaped } from '../../engine/form.ts'
import { guide } from '../../engine/guide.ts'
import { isTimeZone } from '../../inputs/time-zone.ts'
import { daysText, hoursText, zoneText } from '../../reminders/hours-words.ts'
import { recipientIn } from '../../reminders/open-topic.ts'
import {
  chosenHours,
  chosenZone,
  clockOptions,
  dayOptions,
  hoursNow,
  likelyZones,
  problemsOfHours,
  problemsOfZone,
} from '../../reminders/rhythm-choices.ts'
import { toCommands } from '../../wording/ways-on.ts'

const zoneForm = { zone: pick(), other: optional(shaped(isTimeZone, 60)) }
const hoursForm = { from: pick(), until: pick(), days: pickSome() }

/** Sets when a person gets reminders: time zone, hours and working days. */
export const reminderSettings = guide('reminder-settings', { version: 1 })
  .ask('zone', zoneForm, {
    offer: ({ world }) => ({ zone: likelyZones(world) }),
    prefill: ({ world }) => ({ zone: likelyZones(world)[0]?.value }),
    check: ({ other }, { world }) => problemsOfZone(world, other),
  })
  .ask('hours', hoursForm, {
    offer: ({ world }) => ({
      from: clockOptions(world),
      until: clockOptions(world),
      days: dayOptions(world.translations),
    }),
    prefill: ({ world }) => hoursNow(world),
    check: problemsOfHours,
  })
  .confirm('summary', {
    card: 'summary',
    edit: ['zone', 'hours'],
    view: ({ world: { translations, now }, answers }) => {
      const { days, from, until } = chosenHours(answers.hours)
      const values = {
        zone: zoneText(chosenZone(answers.zone), now),
        days: daysText(translations, days),
        hours: translations.t('reminder-settings.summary.between', { from, until }),
      }
      return {
        view: {
          facts: Object.entries(values).map(([name, value]) => ({
            title: translations.t(`reminder-settings.summary.${name}`),
            value,
          })),
        },
      }
    },
  })
  .note(({ world, answers }) =>
    world.editRecipient({
      timeZone: chosenZone(answers.zone),
      choseTimeZone: true,
      hours: chosenHours(answers.hours),
    }),
  )
  .end(
    'receipt',
    ({ world }) => {
      const { hours, timeZone = 'UTC' } = recipientIn(world)
      return {
        textValues: { hours: hoursText(world.translations, hours), zone: zoneText(timeZone, world.now) },
        buttons: toCommands(world, ['reminders', 'my-rewards']),
      }
    },
    'message',
  )
