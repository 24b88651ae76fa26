import { languages, nameOf } from '../../locales/index.ts'
import type { Page } from '../engine/page.ts'
import type { Button, CardContent } from '../engine/render.ts'
import type { World } from '../engine/world.ts'
import { toCommands, toDrafts } from '../wording/ways-on.ts'

/** Pages of one card. */
export const pages: readonly Page[] = [
  {
    id: 'welcome',
    view: (world) => ({
      card: 'message',
      section: 'welcome',
      // Some clients send no name.
      textValues: { name: world.person.name && ` ${world.person.name}` },
      buttons: starts(world),
    }),
  },
  {
    id: 'help',
    view: (world) => ({ card: 'message', section: 'help', buttons: [...toDrafts(world), ...unbegun(world)] }),
  },
  {
    id: 'start-over',
    view: (world) => ({
      card: 'message',
      section: 'start-over',
      buttons: [
        { title: world.translations.t('start-over.yes'), run: 'start-over', with: 'yes' },
        ...toCommands(world, ['my-data']),
      ],
    }),
  },
  {
    id: 'unknown',
    view: (world, ids = '') => ({
      card: 'message',
      section: 'unknown',
      buttons: toCommands(world, [...ids.split(','), 'help']),
    }),
  },
  {
    id: 'closed',
    view: (world, guide) => ({
      card: 'message',
      section: 'closed',
      buttons: toCommands(world, [...(guide ? [guide] : []), 'my-rewards', 'help']),
    }),
  },
  { id: 'nothing-open', view: nothingOpen },
  {
    id: 'cancelled',
    view: (world) => ({
      card: 'message',
      section: 'cancelled',
      buttons: [...toDrafts(world), ...toCommands(world, ['my-rewards', 'help'])],
    }),
  },
  { id: 'left-open', view: (world) => ({ card: 'message', section: 'left-open', buttons: toDrafts(world) }) },
  {
    id: 'broken',
    view: (world, reference) => ({
      card: 'message',
      section: 'broken',
      textValues: { reference },
      buttons: [...toDrafts(world), ...toCommands(world, ['help'])],
    }),
  },
  { id: 'taken-up', view: takenUp },
  { id: 'forgotten', view: forgotten },
  { id: 'group', view: inGroup },
  {
    id: 'language',
    view: () => ({
      card: 'message',
      section: 'language',
      buttons: languages.map((tag) => ({ title: capital(nameOf(tag, tag)), run: 'language', with: tag })),
    }),
  },
]

/** Card for groups: abilities of the bot, no data. */
function inGroup({ translations, privateChat }: World, command?: string) {
  const name = command && translations.has(`${command}.name`) ? translations.t(`${command}.name`) : undefined
  return {
    card: 'message',
    section: name ? 'group.asked' : 'group.hello',
    textValues: { name },
    buttons: [{ title: translations.t('group.open'), url: privateChat }],
  }
}

function nothingOpen(world: World): CardContent {
  return { card: 'message', section: 'nothing-open', buttons: toCommands(world, ['my-rewards', 'help']) }
}

function takenUp(world: World, guide = ''): CardContent {
  const { translations, drafts } = world
  const draft = drafts.find((each) => each.guide === guide)
  if (!draft) return nothingOpen(world)
  return {
    card: 'message',
    section: 'taken-up',
    textValues: { guide: translations.t(`${guide}.name`), date: translations.date(draft.leftAt) },
    buttons: [
      { title: translations.t('taken-up.continue'), run: guide, with: 'continue' },
      { title: translations.t('taken-up.fresh'), run: guide, with: 'fresh' },
    ],
  }
}

function forgotten(world: World, guide = ''): CardContent {
  const { translations } = world
  if (!translations.has(`${guide}.name`)) return nothingOpen(world)
  return {
    card: 'message',
    section: 'forgotten',
    textValues: { guide: translations.t(`${guide}.name`) },
    buttons: toCommands(world, [guide, 'my-rewards', 'help']),
  }
}

/** Other guides, beside the buttons that continue one. */
function unbegun(world: World): Button[] {
  const begun = world.drafts.map(({ guide }) => guide)
  return starts(world).filter((button) => 'run' in button && !begun.includes(button.run))
}

function starts(world: World): Button[] {
  return toCommands(world, [
    'check-eligibility',
    'assign-contact',
    'activate-benefits',
    'technical-help',
    'associate-tenant',
    'program-not-visible',
  ])
}

const capital = (word: string) => word.slice(0, 1).toLocaleUpperCase() + word.slice(1)
