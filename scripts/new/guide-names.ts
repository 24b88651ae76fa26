/** try-out → tryOut */
export const exportName = (id: string): string =>
  id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** try-out → Try out */
export const titleOf = (id: string): string => (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' ')

/** try-out → tryout, which is a word of no language and so says nothing of any other guide. */
export const commandOf = (id: string): string => id.replaceAll('-', '')
