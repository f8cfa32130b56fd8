/** The drawing thread: one document after the other, while the main thread goes on with requests. */
import { answerOrders } from '#platform/thread'
import { drawWithTypst } from './engine.ts'

answerOrders(drawWithTypst)
