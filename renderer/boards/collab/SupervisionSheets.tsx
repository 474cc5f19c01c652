// 督办单 as they are printed: one sheet a unit and step, white in both themes.

import { ArrowLeft, Printer } from 'lucide-react';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger, formatOverdue } from '../../ui/format.ts';
import { formatInstant } from '../../ui/time-format.ts';
import '../indicators/print-desk.css';
import css from './SupervisionSheets.module.css';
import type { Sheet } from './supervision-sheets.ts';
import { type MessageContext, matterWords, replyBy } from './unit-reminders.ts';

function SheetPaper({ sheet, asOf, context }: { sheet: Sheet; asOf: string | null; context: MessageContext }) {
	const { t, language, presentYear } = context;
	const unit = sheet.unit === '' ? t('collab.unitNone') : sheet.unit;
	return (
		<article className={css.sheet} aria-label={`${t(`sheet.${sheet.step}`)} ${unit}`}>
			<p className={css.centre}>{context.centre}</p>
			<h2>{t(`sheet.${sheet.step}`)}</h2>
			<p className={css.lines}>
				<span>
					{t('sheet.to')} <b>{unit}</b>
				</span>
				<span>
					{t('sheet.date')} {formatInstant(context.now, language)}
				</span>
			</p>
			<p className={css.body}>
				{t('sheet.body', { n: formatInteger(sheet.rows.length), by: replyBy(context.now, t).trimEnd() })}
			</p>
			<table className={css.table}>
				<thead>
					<tr>
						<th scope="col">{t('sheet.number')}</th>
						<th scope="col">{t('sheet.id')}</th>
						<th scope="col">{t('sheet.matter')}</th>
						<th scope="col">{t('sheet.due')}</th>
						<th scope="col">{t('sheet.over')}</th>
						<th scope="col">{t('sheet.step')}</th>
					</tr>
				</thead>
				<tbody>
					{sheet.rows.map((row, index) => (
						<tr key={row.event.eventId}>
							<td>{index + 1}</td>
							<td className={css.keep}>{row.event.eventId}</td>
							<td>{matterWords(row, language, t)}</td>
							<td className={css.keep}>
								{row.event.dueAt === null
									? '—'
									: formatInstant(row.event.dueAt, language, { presentYear, isLimit: true })}
							</td>
							<td className={css.keep}>
								{row.event.overdue === null ? '—' : formatOverdue(row.event.overdue, language)}
							</td>
							<td className={css.keep}>{t(`queue.steps.${sheet.step}`)}</td>
						</tr>
					))}
				</tbody>
			</table>
			<p className={css.reply}>{t('sheet.reply')}</p>
			<p className={css.lines}>
				<span>{t('sheet.signed')}</span>
				<span>{t('sheet.signedAt')}</span>
				<span />
			</p>
			{asOf !== null && <p className={css.stamp}>{t('sheet.asOf', { time: formatInstant(asOf, language) })}</p>}
		</article>
	);
}

export function SupervisionSheets({
	sheets,
	asOf,
	context,
	onBack,
}: {
	sheets: readonly Sheet[];
	asOf: string | null;
	context: MessageContext;
	onBack: () => void;
}) {
	const { t } = context;
	return (
		<section className={css.desk} aria-label={t('queue.sheets')}>
			<div className={css.bar}>
				<button type="button" className="button" onClick={onBack}>
					<ArrowLeft size={15} strokeWidth={1.75} aria-hidden />
					{t('queue.backToQueue')}
				</button>
				<button
					type="button"
					className="button button-primary"
					disabled={sheets.length === 0}
					onClick={() => window.print()}
				>
					<Printer size={15} strokeWidth={1.75} aria-hidden />
					{t('queue.print')}
				</button>
			</div>
			{sheets.length === 0 && (
				<EmptyNote title={t('queue.noSheets')}>
					<p>{t('queue.noSheetsHint')}</p>
				</EmptyNote>
			)}
			{sheets.map((sheet) => (
				<SheetPaper key={`${sheet.unit} ${sheet.step}`} sheet={sheet} asOf={asOf} context={context} />
			))}
		</section>
	);
}
