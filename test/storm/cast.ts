import { createHash } from 'node:crypto'

/** A chat in which reminders are due. */
export interface Chat {
  readonly tenant: string
  readonly conversation: string
  readonly reminders: number
}

/**
 * Mostly companies of one person. One in two hundred has a hundred people, who share their tenant's limit, and another
 * one a chat with ten messages.
 */
export function chatsOf(companies: number): Chat[] {
  return Array.from({ length: companies }, (_, number) => number).flatMap((number) => {
    const tenant = `company-${number}`
    const chat = (person: number, reminders = 1) => ({
      tenant,
      conversation: `${tenant}|${person}`,
      reminders,
    })
    if (number % 200 === 0) return Array.from({ length: 100 }, (_, person) => chat(person))
    return [chat(0, number % 200 === 1 ? 10 : 1)]
  })
}

export const tenantOf = (conversation: string) => conversation.split('|')[0] ?? ''

/** Identifies a message within a chat. */
export const nameOf = (body: string) => createHash('sha256').update(body).digest('base64url')

export function grouped<T>(all: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(nameOf(one))
    if (group) group.push(one)
    else groups.set(nameOf(one), [one])
  }
  return groups
}
