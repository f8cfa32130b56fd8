export { type CompanyRow, loadCompany } from './store.ts'
