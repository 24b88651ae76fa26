import { describeStore } from '../store-contract.ts'
import { makeEmbeddedPlace } from './place.ts'

describeStore('the embedded store', makeEmbeddedPlace)
