// The closed list of commands, in the order of the help.

import type { Command } from '../command.ts';
import { batchesCommand } from './batches.ts';
import { doctorCommand } from './doctor.ts';
import { importCommand } from './import.ts';
import { profilesCommand } from './profiles.ts';
import { proofCommand } from './proof.ts';
import { quarantineCommand } from './quarantine.ts';
import { readingsCommand } from './readings.ts';
import { sampleCommand } from './sample.ts';
import { serveCommand } from './serve.ts';
import { undoCommand } from './undo.ts';
import { verifyCommand } from './verify.ts';
import { verifyFigureCommand } from './verify-figure.ts';

export const COMMANDS: readonly Command[] = [
	importCommand,
	readingsCommand,
	proofCommand,
	batchesCommand,
	undoCommand,
	quarantineCommand,
	profilesCommand,
	verifyCommand,
	verifyFigureCommand,
	sampleCommand,
	serveCommand,
	doctorCommand,
];
