// Where windows stand on displays: which display is which again after unplugging, and bounds for desk and walls.
// Pure; must not know Electron.

/** A rectangle in device-independent pixels. */
export interface Rect {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** A display as the system names it; `bounds` and `workArea` in device-independent pixels. */
export interface DisplayFacts {
	id: number;
	label: string;
	bounds: Rect;
	workArea: Rect;
	scaleFactor: number;
	internal: boolean;
}

/** What a display is known by later; sizes in physical pixels, so that another scale does not make another display. */
export interface DisplayIdentity {
	id: number;
	label: string;
	widthPx: number;
	heightPx: number;
	x: number;
	y: number;
}

/** The desk's place as it was left. */
export interface DeskPlace extends Rect {
	isMaximized: boolean;
}

export interface WindowPlan {
	desk: DeskPlace;
	/** One entry per wall whose display is there. */
	walls: { identity: DisplayIdentity; displayId: number; bounds: Rect; isKiosk: boolean }[];
	/** Walls whose display is away; they return with it. */
	missing: DisplayIdentity[];
}

const DESK_SIZE = { width: 1440, height: 900 };
/** So much of the desk's top edge must be on a display for it to be reachable. */
const REACHABLE = { width: 160, height: 40 };
/** Fractional scales round the size by up to this many physical pixels. */
const ROUNDING_PX = 4;

/** The facts by which a display is found again. */
export function identityOf(display: DisplayFacts): DisplayIdentity {
	const { id, label, bounds, scaleFactor } = display;
	return {
		id,
		label,
		widthPx: Math.round(bounds.width * scaleFactor),
		heightPx: Math.round(bounds.height * scaleFactor),
		x: bounds.x,
		y: bounds.y,
	};
}

function isSameSize(a: DisplayIdentity, b: DisplayIdentity): boolean {
	const isNear = (m: number, n: number) => Math.abs(m - n) <= ROUNDING_PX;
	const isUpright = isNear(a.widthPx, b.widthPx) && isNear(a.heightPx, b.heightPx);
	return isUpright || (isNear(a.widthPx, b.heightPx) && isNear(a.heightPx, b.widthPx));
}

/** 0: cannot be the same. The name counts most, then the system's id, then size and place. */
function likeness(remembered: DisplayIdentity, present: DisplayIdentity): number {
	const hasNames = remembered.label !== '' && present.label !== '';
	if (hasNames && remembered.label !== present.label) return 0;
	const isSameId = remembered.id === present.id;
	if (!hasNames && !isSameId && !isSameSize(remembered, present)) return 0;
	const distance = Math.hypot(remembered.x - present.x, remembered.y - present.y);
	return (hasNames ? 8 : 1) + (isSameId ? 4 : 0) + (isSameSize(remembered, present) ? 2 : 0) + 1 / (1 + distance);
}

/**
 * Finds remembered displays among the present ones; no display is given twice. The likeliest pair is settled first.
 * @returns per remembered display the present one, or null while it is away
 */
export function findDisplays(
	remembered: readonly DisplayIdentity[],
	displays: readonly DisplayFacts[],
): (DisplayFacts | null)[] {
	const found: (DisplayFacts | null)[] = remembered.map(() => null);
	const pairs = remembered
		.flatMap((identity, index) =>
			displays.map((display) => ({ index, display, score: likeness(identity, identityOf(display)) })),
		)
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score);
	const taken = new Set<number>();
	for (const { index, display } of pairs) {
		if (found[index] !== null || taken.has(display.id)) continue;
		found[index] = display;
		taken.add(display.id);
	}
	return found;
}

/** Name of a set of displays, for bounds that are remembered per layout; the order of the system does not matter. */
export function layoutKey(displays: readonly DisplayFacts[]): string {
	return displays
		.map((display) => {
			const { label, widthPx, heightPx, x, y } = identityOf(display);
			return `${label || display.id}:${widthPx}x${heightPx}@${x},${y}`;
		})
		.sort()
		.join('|');
}

function overlap(a: Rect, b: Rect): { width: number; height: number } {
	return {
		width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
		height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
	};
}

/** True when enough of the top edge can be grasped on a display that no wall covers. */
function isReachable(place: Rect, areas: readonly Rect[]): boolean {
	const edge = { ...place, height: REACHABLE.height };
	return areas.some((area) => {
		const { width, height } = overlap(edge, area);
		return width >= Math.min(REACHABLE.width, place.width) && height >= REACHABLE.height;
	});
}

function centred(area: Rect): DeskPlace {
	const width = Math.min(DESK_SIZE.width, area.width);
	const height = Math.min(DESK_SIZE.height, area.height);
	const x = area.x + Math.round((area.width - width) / 2);
	const y = area.y + Math.round((area.height - height) / 2);
	return { x, y, width, height, isMaximized: false };
}

/**
 * Bounds of all windows on the displays that are there.
 * @param primaryId display that a new desk opens on, unless a wall covers it
 * @param remembered the desk's place in this layout, if it was ever left in it
 * @param walls displays chosen for walls
 */
export function planWindows(
	displays: readonly DisplayFacts[],
	primaryId: number,
	remembered: DeskPlace | null,
	walls: readonly DisplayIdentity[],
): WindowPlan {
	const found = findDisplays(walls, displays);
	const plan: WindowPlan = { desk: centred({ x: 0, y: 0, ...DESK_SIZE }), walls: [], missing: [] };
	const covered = new Set<number>();
	for (const [index, identity] of walls.entries()) {
		const display = found[index];
		if (!display) {
			plan.missing.push(identity);
			continue;
		}
		covered.add(display.id);
		// The only display is shared with the desk: full screen there would leave no way back to it.
		plan.walls.push({ identity, displayId: display.id, bounds: display.bounds, isKiosk: displays.length > 1 });
	}
	const free = displays.filter((display) => !covered.has(display.id));
	const candidates = free.length > 0 ? free : displays;
	const home = candidates.find((display) => display.id === primaryId) ?? candidates[0];
	if (home) plan.desk = { ...centred(home.workArea), isMaximized: remembered?.isMaximized ?? false };
	const areas = candidates.map((display) => display.workArea);
	if (remembered && isReachable(remembered, areas)) plan.desk = remembered;
	return plan;
}

/** The display that a first wall should take: the largest one that the desk is not on; the desk's own if it is alone. */
export function suggestWall(displays: readonly DisplayFacts[], deskBounds: Rect): DisplayFacts | null {
	const size = ({ widthPx, heightPx }: DisplayIdentity) => widthPx * heightPx;
	const sharedWithDesk = (display: DisplayFacts) => {
		const { width, height } = overlap(display.bounds, deskBounds);
		return Math.max(0, width) * Math.max(0, height);
	};
	const [deskDisplay] = [...displays].sort((a, b) => sharedWithDesk(b) - sharedWithDesk(a));
	const others = displays.filter((display) => display !== deskDisplay);
	const [largest] = others.sort(
		(a, b) => Number(a.internal) - Number(b.internal) || size(identityOf(b)) - size(identityOf(a)),
	);
	return largest ?? deskDisplay ?? null;
}
