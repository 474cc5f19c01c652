// A palette for tests of the map's style: every part a colour of its own, so that a mix-up shows.

import type { MapPalette } from '../../../renderer/map/map-palette.ts';

export const PLAIN_PALETTE: MapPalette = {
	surface: '#ffffff',
	canvas: '#f5f7fa',
	seam: '#fffffe',
	townLine: '#111111',
	districtLine: '#222222',
	road: '#333333',
	accent: '#1668dc',
	hover: '#16202e',
	hatch: '#999999',
	fills: ['#f1f4f8', '#d6e4f5', '#aac8ea', '#74a4d9', '#4079bb', '#1e4e8a'],
};
