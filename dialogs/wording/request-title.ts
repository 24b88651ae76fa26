import type { World } from '../engine/world.ts'

/** What a request to Microsoft is about, as the person called it. */
export const requestTitle = ({ company }: World, id: string): string =>
  company.requests.find((request) => request.id === id)?.title ?? id
