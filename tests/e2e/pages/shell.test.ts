// The desktop shell from the build folder, in the rehearsal (or on a real Electron where GRIDHELM_ELECTRON names one).

import { shellFlowHost } from '../../support/flow-host.ts';
import { describeDesk } from '../../support/flows/desk-flows.ts';
import { describeWall } from '../../support/flows/wall-flows.ts';
import { buildFolderProgram } from '../../support/shell-under-test.ts';

const host = shellFlowHost('shell from the build folder', buildFolderProgram);
describeDesk(host);
describeWall(host);
