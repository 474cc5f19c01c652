// The desk in a real browser over the loopback host.

import { webFlowHost } from '../../support/flow-host.ts';
import { describeDesk } from '../../support/flows/desk-flows.ts';

describeDesk(webFlowHost);
