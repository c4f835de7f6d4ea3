// What pages are made of, by one name: the service, elements, words, tables, dialogs, statuses and the names of workflows.

export * from "./api.js";
export * from "./dialogs.js";
export * from "./dom.js";
export * from "./format.js";
export * from "./icons.js";
export * from "./json-editor.js";
export * from "./json-view.js";
export * from "./list-page.js";
export * from "./live.js";
export * from "./machine.js";
export * from "./names.js";
export * from "./settings.js";
export * from "./status.js";
export * from "./table.js";
