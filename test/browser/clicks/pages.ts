import type { Person } from '../person.ts'

export async function isWelcomed(robin: Person): Promise<void> {
  await robin.chat.sees('Hello, I’m Rewards Guide')
  // The Playground says that everybody reads English.
  if (robin.translations.language === 'en') await robin.pictures('welcome')
  await robin.says({ en: 'in English please', fr: 'en français' })
  await robin.hears('language.changed')
  await robin.sees('help')
  await robin.startsOver()
}

export async function seesThatNothingIsKnown(robin: Person): Promise<void> {
  await robin.says({ en: 'history', fr: 'historique' })
  await robin.sees('history.empty')
  await robin.says({ en: 'my rewards', fr: 'mes récompenses' })
  await robin.sees('my-rewards.unknown')
  await robin.says({ en: 'language', fr: 'langue' })
  await robin.sees('language')
}

export async function seesWhatIsKnown(robin: Person): Promise<void> {
  await robin.says({ en: 'my rewards', fr: 'mes récompenses' })
  await robin.sees('my-rewards')
  await robin.pictures('my-rewards')
  await robin.presses('history.name')
  await robin.sees('history')
}

export async function seesWhatIsComing(robin: Person): Promise<void> {
  await robin.says({ en: 'reminders', fr: 'rappels' })
  await robin.sees('reminders')
  await robin.presses('reminder-settings.name')
  await robin.sees('reminder-settings.zone')
  await robin.presses('reminder-settings.zone.next')
  await robin.sees('reminder-settings.hours')
  await robin.presses('reminder-settings.hours.next')
  await robin.sees('reminder-settings.summary')
  await robin.presses('reminder-settings.summary.confirm')
  await robin.sees('reminder-settings.receipt')
}

export async function namesTheTeam(robin: Person): Promise<void> {
  await robin.says({ en: 'authorized people', fr: 'personnes autorisées' })
  await robin.sees('rewards-team.choose')
  await robin.presses('rewards-team.choose.next')
  await robin.sees('rewards-team.summary')
  await robin.presses('rewards-team.summary.confirm')
  await robin.sees('rewards-team.receipt')
}
