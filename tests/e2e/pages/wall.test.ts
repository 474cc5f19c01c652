// The wall in a real browser over the loopback host.

import { webFlowHost } from '../../support/flow-host.ts';
import { describeWall } from '../../support/flows/wall-flows.ts';

describeWall(webFlowHost);
