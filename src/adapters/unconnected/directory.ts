import type { Directory } from '../../store/ports.ts'

/** Directory without people or roles: guides ask the person instead. */
export const noDirectory: Directory = {
  isConnected: false,
  people: async () => [],
  role: async () => undefined,
}
