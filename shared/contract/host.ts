// What a page and its own window say to each other beside the contract: files given to the window, a page to open,
// what the window can do. Only a host with windows speaks it; the web host does not.

import { z } from 'zod';
import { Notice } from './notices.ts';

/** Pages that a menu can open. */
const HOST_PAGES = ['overview', 'events', 'imports'] as const;

/** A message from the window to its page. */
export const HostMessage = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('notice'), notice: Notice }),
	/** Exports were opened, dropped on the icon or chosen in the menu; the references go into imports.startRun. */
	z.strictObject({ kind: z.literal('filesGiven'), references: z.array(z.string()).min(1).max(2_000) }),
	z.strictObject({ kind: z.literal('openPage'), page: z.enum(HOST_PAGES) }),
]);
export type HostMessage = z.infer<typeof HostMessage>;

const References = z.strictObject({ references: z.array(z.string()) });

/** Calls that the window itself answers, never the services. */
export const hostMethods = {
	/** The page can hear: what was given before is sent now. */
	'host.ready': { input: z.strictObject({ language: z.enum(['zh-CN', 'en']) }), output: z.strictObject({}) },
	/** Opens the wall on its displays, or on the best one that no desk needs. */
	'host.openWall': { input: z.strictObject({}), output: z.strictObject({ windowCount: z.number().int() }) },
	/** Shows the system's dialog; an empty list when nothing was chosen. */
	'host.chooseFolder': { input: z.strictObject({}), output: References },
	/** Prints the page to a PDF of A4 and asks where to keep it. */
	'host.savePdf': {
		input: z.strictObject({ fileName: z.string().regex(/^[^\\/:*?"<>|]{1,200}\.pdf$/) }),
		output: z.strictObject({ isSaved: z.boolean() }),
	},
	/** Paths of dropped or chosen files; filled in by the preload script, a page never sees a path. */
	'host.takeFiles': {
		input: z.strictObject({ paths: z.array(z.string().min(1).max(4_096)).min(1).max(2_000) }),
		output: References,
	},
} as const;

export type HostMethodName = keyof typeof hostMethods;
export type HostMethodInput<M extends HostMethodName> = z.infer<(typeof hostMethods)[M]['input']>;
export type HostMethodOutput<M extends HostMethodName> = z.infer<(typeof hostMethods)[M]['output']>;

/** True for the name of a call that the window answers. */
export function isHostMethod(name: string): name is HostMethodName {
	return Object.hasOwn(hostMethods, name);
}

/** The two functions that a window lends its page, as `window.gridhelm`. */
export interface HostBridge {
	/** Sends a call; gives the reply as JSON. Host methods that take files are given `File`s as their input. */
	invoke(method: string, input: unknown): Promise<string>;
	/** Hears messages of the window until the returned function is called. */
	subscribe(listener: (message: unknown) => void): () => void;
}
