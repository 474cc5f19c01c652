// What the schema of a mapping profile cannot say: fields that the dataset does not have, values that are no code, code
// tables that are not there, gaps of a template that are none. Must not read the export itself.

import { describeSource, describeStatus, mapCategoryWord } from './dictionaries.ts';
import { keptFieldNames, templateHeaders } from './header-recogniser.ts';
import type { FieldMapping, Mapping, MappingProfile } from './mapping-profile.ts';
import { ProfileError } from './profile-error.ts';

/** Fields of an event whose values must be codes of the dictionaries; '' takes the value away. */
const CODED: Readonly<Record<string, (value: string) => boolean>> = {
	status: (value) => describeStatus(value) !== null,
	source: (value) => describeSource(value) !== null,
	cat_l1: (value) => mapCategoryWord('', value) !== null,
	cat_l2: (value) => mapCategoryWord('', value) !== null,
	raw_category: (value) => mapCategoryWord('', value) !== null,
};

interface Fault {
	path: string;
	en: string;
	zh: string;
}

function findValueFault({ dataset }: Mapping, field: string, spec: FieldMapping): Fault | null {
	const isCode = dataset === 'event' && Object.hasOwn(CODED, field) ? CODED[field] : undefined;
	if (!isCode) return null;
	for (const [from, to] of Object.entries(spec.values ?? {})) {
		if (to === '' || isCode(to)) continue;
		return {
			path: `.values.${from}`,
			en: `"${to}" is no code of ${field}; the dictionary lists them`,
			zh: `“${to}”不是 ${field} 的代码；可用的代码见字典`,
		};
	}
	return null;
}

function findFieldFault(profile: MappingProfile, mapping: Mapping, field: string, spec: FieldMapping): Fault | null {
	if (!keptFieldNames(mapping.dataset).includes(field)) {
		const names = keptFieldNames(mapping.dataset).join(', ');
		return {
			path: '',
			en: `${mapping.dataset} has no field "${field}"; it has ${names}`,
			zh: `${mapping.dataset} 没有字段“${field}”；它有 ${names}`,
		};
	}
	if (spec.join && !Object.hasOwn(profile.tables, spec.join.table)) {
		const { table } = spec.join;
		return { path: '.join.table', en: `no table named "${table}"`, zh: `没有名为“${table}”的代码表` };
	}
	if (spec.template !== undefined && templateHeaders(spec.template).length === 0) {
		return { path: '.template', en: 'has no gap such as {Header}', zh: '没有 {表头} 这样的空位' };
	}
	return findValueFault(mapping, field, spec);
}

/** @throws ProfileError naming the file and the path of the first fault of meaning */
export function checkProfileMeaning(profile: MappingProfile, file: string): void {
	for (const [index, mapping] of profile.mappings.entries()) {
		for (const [field, spec] of Object.entries(mapping.fields)) {
			const fault = findFieldFault(profile, mapping, field, spec);
			if (fault) throw new ProfileError(file, `mappings[${index}].fields.${field}${fault.path}`, fault);
		}
	}
}
