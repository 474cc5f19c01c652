// Whether this browser or window has had the tour. It is offered once and never again by itself.

const STORAGE_KEY = 'gridhelm.tour';

export function isTourDone(): boolean {
	return window.localStorage.getItem(STORAGE_KEY) === 'done';
}

export function keepTourDone(): void {
	window.localStorage.setItem(STORAGE_KEY, 'done');
}
