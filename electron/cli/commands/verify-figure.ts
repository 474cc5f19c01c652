// `gridhelm verify-figure`: whether a printed figure or a published snapshot still stands as it was stated.

import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { ask, type CliContext, type Command, EXIT } from '../command.ts';
import { readingValue, statusWord } from '../reading-words.ts';

type Verified = MethodOutput<'snapshots.verifyFigure'>;
type Figure = Verified['figures'][number];

function amountText({ language }: CliContext, reading: Figure['stated']): string {
	const status = statusWord(reading, language);
	const division = reading.num === null ? '' : `  (${reading.num} / ${reading.den})`;
	return `${readingValue(reading.value) ?? '–'}${status ? ` ${status}` : ''}${division}`;
}

function figureText(context: CliContext, figure: Figure): string {
	const { t, language } = context;
	const { stated, current } = figure;
	return [
		`${stated.indicator}  ${stated.areaName}  ${stated.period}  (${stated.variant}, ${t('截至', 'as of')} ${stated.asOf ?? '–'})`,
		`  ${t('当时', 'then')}: ${amountText(context, stated)}    ${t('发布于', 'stated')} ${figure.issuedAt}${figure.title === null ? '' : `  ${figure.title}`}`,
		`  ${t('现在', 'now')}:  ${current === null ? t('已不能再问', 'can no longer be asked') : amountText(context, current)}`,
		...figure.causes.map(
			({ words, files }) => `  ${words[language]}${files.length > 0 ? `: ${files.join(', ')}` : ''}`,
		),
	].join('\n');
}

function verifiedText(context: CliContext, verified: Verified): string {
	const { t } = context;
	const heads = {
		same: t(`${verified.code}：与当时一致。`, `${verified.code}: stands as it was stated.`),
		restated: t(`${verified.code}：已有重述。`, `${verified.code}: restated since.`),
		unknown: t(`${verified.code}：这里没有出过这个核验码。`, `${verified.code}: no such code was issued here.`),
	};
	const { snapshot } = verified;
	return [
		heads[verified.status],
		...(snapshot === null
			? []
			: [`${snapshot.title}  ${snapshot.publishedAt}  ${t('读数', 'readings')}: ${snapshot.readingCount}`]),
		...verified.figures.map((figure) => figureText(context, figure)),
	].join('\n');
}

export const verifyFigureCommand: Command = {
	name: 'verify-figure',
	usage: 'CODE [--demo]',
	summary: {
		zh: '核验打印出的数字或已发布的快照：一致、已重述、未出过（退出码 0、2、3）',
		en: 'check a printed figure or a published snapshot: same, restated, unknown (exit 0, 2, 3)',
	},
	options: { demo: { type: 'boolean' } },
	positionals: { min: 1, max: 1 },
	async run(context, args) {
		const services = await context.services();
		const verified = await ask(services, 'snapshots.verifyFigure', { code: args.positionals[0] ?? '' });
		context.print(verified, () => verifiedText(context, verified));
		return { same: EXIT.ok, restated: EXIT.quarantined, unknown: EXIT.heldOrRefused }[verified.status];
	},
};
