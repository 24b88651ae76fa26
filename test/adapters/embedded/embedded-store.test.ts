import { migrating } from '../../encryption/some-keys.ts'
import { describeStore } from '../store-contract.ts'
import { makeEmbeddedPlace } from './place.ts'

// Encrypted, as most other tests of the bot use it as it is without a key.
describeStore('the embedded store', () => makeEmbeddedPlace(migrating))
