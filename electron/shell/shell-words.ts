// Words of the windows' own menus and dialogs, in both languages. Screens have theirs in the renderer.

export interface ShellWords {
	lang: 'zh-CN' | 'en';
	file: string;
	openExports: string;
	openFolder: string;
	exports: string;
	allFiles: string;
	quit: string;
	edit: string;
	undo: string;
	redo: string;
	cut: string;
	copy: string;
	paste: string;
	selectAll: string;
	view: string;
	overview: string;
	events: string;
	imports: string;
	reload: string;
	zoomIn: string;
	zoomOut: string;
	zoomReset: string;
	fullScreen: string;
	wall: string;
	openWall: string;
	closeWall: string;
	wallOn(display: string): string;
	window: string;
	minimise: string;
	close: string;
	about: string;
	startFailedTitle: string;
	stoppedTitle: string;
	stoppedText: string;
}

const ZH: ShellWords = {
	lang: 'zh-CN',
	file: '文件',
	openExports: '导入文件…',
	openFolder: '导入文件夹…',
	exports: '导出文件',
	allFiles: '所有文件',
	quit: '退出',
	edit: '编辑',
	undo: '撤销',
	redo: '重做',
	cut: '剪切',
	copy: '复制',
	paste: '粘贴',
	selectAll: '全选',
	view: '视图',
	overview: '总览',
	events: '事件',
	imports: '数据',
	reload: '重新载入',
	zoomIn: '放大',
	zoomOut: '缩小',
	zoomReset: '实际大小',
	fullScreen: '全屏',
	wall: '大屏',
	openWall: '打开大屏',
	closeWall: '关闭大屏',
	wallOn: (display) => `显示在：${display}`,
	window: '窗口',
	minimise: '最小化',
	close: '关闭',
	about: '关于 GridHelm',
	startFailedTitle: 'GridHelm 无法启动',
	stoppedTitle: '此画面反复出错，已停止自动恢复',
	stoppedText: '数据未受影响。请在菜单“视图”中选择“重新载入”，或重新启动程序。',
};

const EN: ShellWords = {
	lang: 'en',
	file: 'File',
	openExports: 'Import files…',
	openFolder: 'Import a folder…',
	exports: 'Exports',
	allFiles: 'All files',
	quit: 'Quit',
	edit: 'Edit',
	undo: 'Undo',
	redo: 'Redo',
	cut: 'Cut',
	copy: 'Copy',
	paste: 'Paste',
	selectAll: 'Select all',
	view: 'View',
	overview: 'Overview',
	events: 'Events',
	imports: 'Data',
	reload: 'Reload',
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
	zoomReset: 'Actual size',
	fullScreen: 'Full screen',
	wall: 'Wall',
	openWall: 'Open the wall',
	closeWall: 'Close the wall',
	wallOn: (display) => `Show on: ${display}`,
	window: 'Window',
	minimise: 'Minimise',
	close: 'Close',
	about: 'About GridHelm',
	startFailedTitle: 'GridHelm cannot start',
	stoppedTitle: 'This view failed again and again and is no longer restarted',
	stoppedText: 'The data is unharmed. Choose Reload in the View menu, or start the program again.',
};

/** Words for a system language tag; Chinese where neither language fits. */
export function shellWords(language: string): ShellWords {
	return language.toLowerCase().startsWith('en') ? EN : ZH;
}
