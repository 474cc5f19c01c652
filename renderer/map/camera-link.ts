// What maps that show the same ground share: one camera, and the pictures of each for an export. Knows no React.
// A map that moves by hand carries the others along in the same frame.

/** Centre in degrees and zoom. */
export interface Camera {
	lng: number;
	lat: number;
	zoom: number;
}

/** A map as its link sees it. */
export interface LinkedMap {
	getCamera(): Camera;
	jumpTo(camera: Camera): void;
	/** Fits [west, south, east, north] with motion. */
	flyTo(bbox: readonly [number, number, number, number]): void;
	/** A copy of what is drawn now. */
	picture(): HTMLCanvasElement;
}

export interface CameraLink {
	/** Takes a map in; gives its way out. The first camera of the link is applied to it. */
	join(map: LinkedMap): () => void;
	/** A map moved; the others follow. `isSettled` once it rests. */
	moved(map: LinkedMap, isSettled: boolean): void;
	/** Moves all maps. */
	flyTo(bbox: readonly [number, number, number, number]): void;
	/** The camera that a map opens with; null fits its frame. */
	readonly start: Camera | null;
	pictures(): HTMLCanvasElement[];
}

/** A link; `onRest` hears each camera that maps come to rest at. */
export function createCameraLink(start: Camera | null, onRest: (camera: Camera) => void): CameraLink {
	const maps: LinkedMap[] = [];
	let opening = start;
	let isFollowing = false;
	return {
		join(map) {
			const known = maps[0]?.getCamera() ?? null;
			maps.push(map);
			if (known !== null) map.jumpTo(known);
			return () => {
				maps.splice(maps.indexOf(map), 1);
			};
		},
		moved(map, isSettled) {
			if (isFollowing) return;
			const camera = map.getCamera();
			isFollowing = true;
			for (const other of maps) if (other !== map) other.jumpTo(camera);
			isFollowing = false;
			opening = null;
			if (isSettled) onRest(camera);
		},
		flyTo: (bbox) => maps[0]?.flyTo(bbox),
		get start() {
			return maps.length > 1 ? (maps[0]?.getCamera() ?? null) : opening;
		},
		pictures: () => maps.map((map) => map.picture()),
	};
}
