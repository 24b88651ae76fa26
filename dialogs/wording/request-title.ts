import type { World } from '../engine/world.ts'

/** Title of a request to Microsoft, as entered. */
export const requestTitle = ({ company }: World, id: string): string =>
  company.requests.find((request) => request.id === id)?.title ?? id
