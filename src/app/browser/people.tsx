import { peopleContract } from '#people/contract'
import { apiOf } from '#ui/api'

export const people = apiOf('people', peopleContract)
