import { LinkifyIt } from 'linkify-it'

const finder = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, tlds: ['[a-z]{2,63}'] })

/** What a client that looks for addresses in plain text would make links of. */
export const linksIn = (text: string): string[] => (finder.match(text) ?? []).map(({ url }) => url)
