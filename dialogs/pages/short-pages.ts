import { languages, nameOf } from '../../locales/index.ts'
import type { Page, PageRequest } from '../engine/page.ts'
import type { Button, CardContent } from '../engine/render.ts'
import type { ChatOutput } from '../engine/world/chat-output.ts'
import type { Drafts } from '../engine/world/drafts.ts'
import type { Localization } from '../engine/world/localization.ts'
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
    rank: 100,
    inGroups: true,
    view: (world) => ({ card: 'message', section: 'help', buttons: [...toDrafts(world), ...unbegun(world)] }),
  },
  {
    id: 'start-over',
    view: (world) => ({
      card: 'message',
      section: 'start-over',
      buttons: [
        { title: world.translations.t('start-over.yes'), intent: { do: 'start-over' } },
        ...toCommands(world, ['my-data']),
      ],
    }),
  },
  {
    id: 'closed',
    view: (world, { about: guide }) => ({
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
  {
    id: 'broken',
    view: (world, { about: reference }) => ({
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
      buttons: languages.map((tag) => ({
        title: capital(nameOf(tag, tag)),
        intent: { do: 'speak', language: tag },
      })),
    }),
  },
]

/** Card for groups: abilities of the bot, no data. */
function inGroup({ translations, privateChat }: Localization & ChatOutput, { about: command }: PageRequest) {
  const name = command && translations.has(`${command}.name`) ? translations.t(`${command}.name`) : undefined
  return {
    card: 'message',
    section: name ? 'group.asked' : 'group.hello',
    textValues: { name },
    buttons: [{ title: translations.t('group.open'), url: privateChat }],
  }
}

function nothingOpen(world: Localization): CardContent {
  return { card: 'message', section: 'nothing-open', buttons: toCommands(world, ['my-rewards', 'help']) }
}

function takenUp(world: Localization & Drafts, { about: guide = '' }: PageRequest): CardContent {
  const { translations, drafts } = world
  const draft = drafts.find((each) => each.guide === guide)
  if (!draft) return nothingOpen(world)
  return {
    card: 'message',
    section: 'taken-up',
    textValues: { guide: translations.t(`${guide}.name`), date: translations.date(draft.leftAt) },
    buttons: [
      { title: translations.t('taken-up.continue'), intent: { do: 'continue', guide } },
      { title: translations.t('taken-up.fresh'), intent: { do: 'start-afresh', guide } },
    ],
  }
}

function forgotten(world: Localization, { about: guide = '' }: PageRequest): CardContent {
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
const unbegun = (world: Localization & Drafts): Button[] =>
  starts(
    world,
    world.drafts.map(({ guide }) => guide),
  )

function starts(world: Localization, except: readonly string[] = []): Button[] {
  const guides = [
    'check-eligibility',
    'assign-contact',
    'activate-benefits',
    'technical-help',
    'associate-tenant',
    'program-not-visible',
  ]
  return toCommands(
    world,
    guides.filter((guide) => !except.includes(guide)),
  )
}

const capital = (word: string) => word.slice(0, 1).toLocaleUpperCase() + word.slice(1)
