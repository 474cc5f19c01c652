// A small district for tests of places: two towns with a homonym village, four square grids, an enclave, a micro-grid.

import type { AreaBlock, AreaRecord } from '../../../electron/services/exports/record-blocks.ts';
import { area, type MadeExport, square } from './made-blocks.ts';

function block(dataset: AreaBlock['dataset'], records: AreaRecord[]): AreaBlock {
	return {
		dataset,
		records: records.map((record, index) => ({ ...record, rowNo: index + 2 })),
		rejections: [],
		rowsRead: records.length,
		fraction: 1,
	};
}

export const UNITS: MadeExport = {
	fileName: 'units.csv',
	dataset: 'admin_unit',
	blocks: [
		block('admin_unit', [
			area({ code: '330399', name: 'L区', level: 'district' }),
			area({ code: '330399001', name: '东街道', level: 'town', parentCode: '330399', sortNo: 1, popResident: 5000 }),
			area({ code: '330399002', name: '西镇', level: 'town', parentCode: '330399', sortNo: 2 }),
			area({ code: '330399001201', name: '石坦村', level: 'village', parentCode: '330399001' }),
			area({ code: '330399002201', name: '石坦村', level: 'village', parentCode: '330399002' }),
			area({ code: '330399001001', name: '永上居委会', level: 'village', parentCode: '330399001' }),
		]),
	],
};

/** G1 G2 in the east town's villages, G3 in the west one's; G4 hangs under the west town itself. */
export const GRIDS: MadeExport = {
	fileName: 'grids.geojson',
	dataset: 'grid',
	blocks: [
		block('grid', [
			area({
				code: 'G1',
				name: '第1网格',
				level: 'grid',
				gridType: 'base',
				parentCode: '330399001201',
				geometry: square(120, 28, 0.01),
			}),
			area({
				code: 'G2',
				name: '永上第二网格',
				level: 'grid',
				gridType: 'base',
				parentCode: '330399001001',
				geometry: square(120.01, 28, 0.01),
			}),
			area({
				code: 'G3',
				name: '第1网格',
				level: 'grid',
				gridType: 'base',
				parentCode: '330399002201',
				geometry: square(120.02, 28, 0.01),
			}),
			area({
				code: 'G4',
				name: '园区网格',
				level: 'grid',
				gridType: 'dedicated',
				parentCode: '330399002',
				geometry: square(120.022, 28.002, 0.002),
			}),
			area({
				code: 'M1',
				name: '1号微网格',
				level: 'microGrid',
				gridType: 'micro',
				parentCode: 'G1',
				geometry: square(120.001, 28.001, 0.001),
			}),
		]),
	],
};
