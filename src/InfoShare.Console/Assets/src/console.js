import { initAll } from 'govuk-frontend/dist/govuk/govuk-frontend.min.js'
import { initAll as initAllOfJustice } from '@ministryofjustice/frontend/moj/moj-frontend.min.js'
import { drawCharts } from './charts.js'
import { followFlow } from './flow.js'
import { openPrint } from './print.js'
import { reloadWhileWorking } from './reload.js'

initAll()
initAllOfJustice()
drawCharts()
followFlow()
openPrint()
reloadWhileWorking()
