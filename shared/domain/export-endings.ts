// Endings of the files that an import takes, for dialogs and file fields. Must not decide what a file is: its content does.

/** Without dots, lower case. */
export const EXPORT_ENDINGS = [
	...['csv', 'tsv', 'txt', 'json', 'ndjson', 'geojson', 'xlsx', 'xls'],
	...['htm', 'html', 'xml', 'kml', 'kmz', 'zip'],
] as const;
