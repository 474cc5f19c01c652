// What a grid's file says of its board, its base data, its risk and its dates (domain.md §3.1); days are Shanghai day
// numbers, NULL is "not delivered".

const COLUMNS = [
	'board_installed INTEGER',
	'board_updated_on INTEGER',
	'board_current INTEGER', // names the present staff
	'profile_updated_on INTEGER',
	'risk_level TEXT',
	'valid_from_on INTEGER',
	'valid_to_on INTEGER',
];

export const sql = ['area', 'area_version']
	.flatMap((table) => COLUMNS.map((column) => `ALTER TABLE ${table} ADD COLUMN ${column};`))
	.join('\n');
