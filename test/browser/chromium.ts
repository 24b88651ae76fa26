import { type Browser, chromium } from 'playwright-core'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A font from the web would make pictures differ. To intercept requests would turn off Chromium's cache, which makes each
  // loading of a page half as long again.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost',
]

/** The browser that CHROMIUM names, without a window, that finds nothing but this machine. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: quiet })
}
