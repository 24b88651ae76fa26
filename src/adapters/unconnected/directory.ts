import type { Directory } from '../../store/ports.ts'

/** Where no directory is connected, guides ask the person instead. */
export const noDirectory: Directory = {
  isConnected: false,
  people: async () => [],
  role: async () => undefined,
}
